import type { Datum } from './frame.ts';

/** Points next to each other that have a value (and what `test` asks for): lines and bands end at a gap. */
export function runsOf<T extends Datum>(
  points: readonly T[],
  test: (point: T) => boolean = () => true,
): T[][] {
  const runs: T[][] = [[]];
  for (const point of points) {
    if (point.value !== null && test(point)) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}
