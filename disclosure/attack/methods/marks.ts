import type { Finding } from '../finding.ts';
import { groupBy } from '../model/group-by.ts';
import type { Observation } from '../model/observation.ts';

const telling = /^(primary|primer|secondary|sekunder|complementary|pelengkap|A|D)$/i;

/** Hidden cells whose status says which of them are small and which only protect those. */
export function marks(observations: readonly Observation[]): Finding[] {
  const hidden = observations.filter(({ value }) => value === null);
  const byGrid = groupBy(hidden, ({ grid }) => grid);
  return [...byGrid.values()].flatMap((rows): Finding[] => {
    const kinds = new Map<string, Observation>();
    for (const one of rows) {
      const own = one.status
        .split(' ')
        .filter((word) => telling.test(word))
        .join(' ');
      if (!kinds.has(own)) kinds.set(own, one);
    }
    const words = [...kinds.keys()].filter((own) => own !== '');
    const one = kinds.get(words[0] ?? '');
    // One word for all hidden cells tells nothing, unless it is the one for small cells.
    const tells = kinds.size > 1 || words.some((own) => /primary|primer|^A$/i.test(own));
    if (one === undefined || words.length === 0 || !tells) return [];
    const { file, place } = one;
    return [
      { kind: 'marked', severity: 'recovered', file, place, cell: file, by: words.join(', ') },
    ];
  });
}
