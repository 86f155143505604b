import type { Finding } from '../finding.ts';
import type { Ground } from '../model/ground.ts';

/**
 * Counts of complaints from 1 to T - 1 that stand there exactly: nothing has to be worked out. Under noise those that
 * noise never gives: they stand there without it.
 */
export function shown({ book, method, known }: Ground): Finding[] {
  const least = method.kind === 'suppress' ? method.threshold : method.never + 1;
  return [...book.cells.values()].flatMap(({ name, measure, shown: [first] }): Finding[] => {
    const value = first?.impossible ? 0 : (first?.value ?? 0);
    if (measure !== 'count' || known.has(name) || value < 1 || value >= least) return [];
    const { file = '', place = '' } = first ?? {};
    const range = { low: value, high: value };
    const by = `${least}`;
    return [{ kind: 'shown', severity: 'recovered', file, place, cell: name, ...range, by }];
  });
}
