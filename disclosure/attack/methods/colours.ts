import type { Finding } from '../finding.ts';
import { normalise } from '../model/book.ts';
import type { Ground } from '../model/ground.ts';
import { groupBy } from '../model/group-by.ts';
import { cellName, type Observation } from '../model/observation.ts';

/** A hidden cell in the colour of a class of shown values lies within that class. */
export function colours({ book, known }: Ground, observations: readonly Observation[]): Finding[] {
  const painted = observations.filter(({ colour }) => colour !== undefined);
  const groups = groupBy(painted, ({ grid, measure }) => `${grid}|${measure}`);
  return [...groups.values()].flatMap((group) => {
    const classes = classesOf(group);
    if (classes === undefined) return [];
    return group.flatMap((one): Finding[] => {
      const range = one.value === null ? classes.get(one.colour as string) : undefined;
      const cell = cellName(one.measure, normalise(one.at, book.structure));
      if (range === undefined || known.has(cell)) return [];
      const [low, high] = range;
      return [
        {
          kind: 'colour',
          severity: 'recovered',
          file: one.file,
          place: one.place,
          cell,
          low,
          high,
          by: one.colour as string,
        },
      ];
    });
  });
}

/** Colour -> least and greatest shown value, where colours stand for ranges that do not overlap. */
function classesOf(group: readonly Observation[]): Map<string, [number, number]> | undefined {
  const classes = new Map<string, [number, number]>();
  for (const { colour, value } of group) {
    if (value === null || colour === undefined) continue;
    const [low, high] = classes.get(colour) ?? [value, value];
    classes.set(colour, [Math.min(low, value), Math.max(high, value)]);
  }
  const ranges = [...classes.values()].sort((a, b) => a[0] - b[0]);
  const apart = ranges.every(([low], index) => index === 0 || low > (ranges[index - 1]?.[1] ?? 0));
  return classes.size >= 2 && apart ? classes : undefined;
}
