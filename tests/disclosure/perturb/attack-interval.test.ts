import highsModule from 'highs';
import { describe, expect, it } from 'vitest';
import { perturb, type Structure } from '../../../disclosure/index.ts';
import { count, flat, randomRecords, regions } from '../records.ts';

/** The package is called one thing by its types and another by Node. */
const loadHighs = highsModule as unknown as typeof highsModule.default;
/** Noise as it is published. */
const deviation = 5;
const tables = Number(process.env.BUKTI_PERTURBED_TABLES ?? 1);

/**
 * What an outsider can work out: every published cell lies within D of its count, totals are sums. Written
 * here as text, so that it shares nothing with the library.
 */
function bounds(structure: Structure, shown: ReturnType<typeof perturb>['cells']) {
  const names = new Map(shown.map(({ at }, index) => [JSON.stringify(at), `x${index}`]));
  const name = (at: Record<string, string>) => {
    const sorted = Object.fromEntries(
      structure.dimensions.flatMap(({ name }) => (at[name] ? [[name, at[name]]] : [])),
    );
    return names.get(JSON.stringify(sorted)) as string;
  };
  const limits = shown.map(({ value }, index) => {
    const n = value as number;
    const low = n === 0 ? 0 : Math.max(1, n - deviation);
    return ` ${low} <= x${index} <= ${n + deviation}`;
  });
  const sums = new Set<string>();
  for (const { at } of shown) {
    for (const { name: own, relations, total } of structure.dimensions) {
      for (const { parent, children } of relations) {
        if ((at[own] ?? total) !== parent) continue;
        const parts = children.map((child) => name({ ...at, [own]: child }));
        if (parts.some((part) => part === undefined)) continue;
        sums.add(` ${parts.join(' + ')} - ${name(at as Record<string, string>)} = 0`);
      }
    }
  }
  return { limits, sums: [...sums] };
}

describe('an outsider with the published bounds of every cell', () => {
  it('is left with an interval of at least 2 for every count below 5', async () => {
    const highs = await loadHighs();
    const structure: Structure = {
      dimensions: [regions(2, 2), flat('topic', ['a', 'b', 'c'])],
      tables: [{ name: 't', dimensions: ['region', 'topic'] }],
    };
    let small = 0;
    for (let seed = 1; seed <= tables; seed++) {
      const cells = count(structure, randomRecords(structure, 50, seed));
      const shown = perturb(structure, cells).cells;
      const { limits, sums } = bounds(structure, shown);
      const counts = new Map(cells.map(({ at, n }) => [JSON.stringify(at), n]));
      const ask = (way: string, index: number) => {
        const text = [way, ` x${index}`, 'Subject To', ...sums, 'Bounds', ...limits, 'End'];
        const answer = highs.solve(text.join('\n'), { output_flag: false });
        expect(answer.Status).toBe('Optimal');
        return answer.ObjectiveValue;
      };
      for (const [index, { at }] of shown.entries()) {
        const n = counts.get(JSON.stringify(at)) as number;
        if (n === 0 || n >= 5) continue;
        const [low, high] = [ask('Minimize', index), ask('Maximize', index)];
        expect(n).toBeGreaterThanOrEqual(low - 1e-6);
        expect(n).toBeLessThanOrEqual(high + 1e-6);
        expect(Math.floor(high + 1e-6) - Math.ceil(low - 1e-6)).toBeGreaterThanOrEqual(2);
        small += 1;
      }
    }
    expect(small).toBeGreaterThanOrEqual(4 * tables);
  });
});
