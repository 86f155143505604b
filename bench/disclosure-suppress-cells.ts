import type { Cell } from '../disclosure/cells/cell.ts';
import type { Dimension, Structure } from '../disclosure/cells/structure.ts';
import { tableCells } from '../disclosure/cells/table-cells.ts';
import { randomStream } from '../disclosure/suppress/random.ts';

/**
 * Made-up counts of a skewed kind: nation > 38 > 514 areas of very unequal size, crossed by two flat
 * dimensions with their totals (so `first = 4` has three parts). 553 x first x second cells.
 */
export function syntheticTable(
  first: number,
  second: number,
  mean: number,
): { structure: Structure; cells: Cell[] } {
  const random = randomStream(20260701);
  const uniform = () => (random() + 0.5) / 2 ** 32;
  const provinces = Array.from({ length: 38 }, (_, index) => `P${index + 1}`);
  const inside = provinces.map((): string[] => []);
  for (let index = 0; index < 514; index++) {
    const province = index < 38 ? index : random() % 38;
    inside[province]?.push(`${provinces[province]}.${inside[province].length + 1}`);
  }
  const area: Dimension = {
    name: 'area',
    total: '_T',
    codes: ['_T', ...provinces, ...inside.flat()],
    relations: [
      { parent: '_T', children: provinces },
      ...provinces.map((parent, index) => ({ parent, children: inside[index] ?? [] })),
    ],
  };
  const flat = (name: string, size: number): Dimension => {
    const codes = Array.from({ length: size - 1 }, (_, index) => `${name}${index + 1}`);
    return {
      name,
      total: '_T',
      codes: ['_T', ...codes],
      relations: [{ parent: '_T', children: codes }],
    };
  };
  const dimensions = [area, flat('a', first), flat('b', second)];
  const structure: Structure = {
    dimensions,
    tables: [{ name: 'synthetic', dimensions: ['area', 'a', 'b'] }],
  };
  const sizeOf = new Map(inside.flat().map((code) => [code, Math.exp(3 * (uniform() - 0.5))]));
  const share = (count: number) => Array.from({ length: count }, () => uniform() ** 2 + 0.05);
  const [sharesA, sharesB] = [share(first - 1), share(second - 1)];
  const counts = new Map<string, number>();
  const key = (...codes: string[]) => codes.join('|');
  const parentOf = new Map(inside.flatMap((list, p) => list.map((code) => [code, provinces[p]])));
  for (const [code, size] of sizeOf) {
    for (let a = 1; a < first; a++) {
      for (let b = 1; b < second; b++) {
        const expected = mean * size * (sharesA[a - 1] as number) * (sharesB[b - 1] as number) * 6;
        const n = poisson(expected, uniform);
        for (const x of [code, parentOf.get(code) as string, '_T']) {
          for (const y of [`a${a}`, '_T']) {
            for (const z of [`b${b}`, '_T'])
              counts.set(key(x, y, z), (counts.get(key(x, y, z)) ?? 0) + n);
          }
        }
      }
    }
  }
  const cells = [...tableCells(structure, structure.tables[0] as Structure['tables'][0])].map(
    (at) => {
      const n = counts.get(key(at.area ?? '_T', at.a ?? '_T', at.b ?? '_T')) ?? 0;
      return { at, n, keySum: 0 };
    },
  );
  return { structure, cells };
}

/** Knuth's method below 30, the rounded normal above. */
function poisson(expected: number, uniform: () => number): number {
  if (expected > 30) {
    const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    return Math.max(0, Math.round(expected + Math.sqrt(expected) * normal));
  }
  const limit = Math.exp(-expected);
  let n = 0;
  for (let product = uniform(); product > limit; product *= uniform()) n += 1;
  return n;
}
