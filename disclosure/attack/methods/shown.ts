import type { Finding } from '../finding.ts';
import type { Ground } from '../model/ground.ts';

/** Counts of complaints from 1 to T - 1 that stand there exactly: nothing has to be worked out. */
export function shown({ book, method, known }: Ground): Finding[] {
  if (method.kind !== 'suppress') return [];
  return [...book.cells.values()].flatMap(({ name, measure, shown: [first] }): Finding[] => {
    const value = first?.impossible ? 0 : (first?.value ?? 0);
    if (measure !== 'count' || known.has(name) || value < 1 || value >= method.threshold) return [];
    const { file = '', place = '' } = first ?? {};
    const range = { low: value, high: value };
    const by = `${method.threshold}`;
    return [{ kind: 'shown', severity: 'recovered', file, place, cell: name, ...range, by }];
  });
}
