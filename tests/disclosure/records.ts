import type { Cell, Coordinates, Dimension, Structure } from '../../disclosure/index.ts';

/** One made-up complaint: a code per dimension, its key, and who sent it. */
export interface TestRecord {
  readonly codes: Readonly<Record<string, string>>;
  readonly key: number;
  readonly who?: string;
}

/** A small generator of numbers in [0, 1), the same on every machine (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const flat = (name: string, leaves: readonly string[], sensitive?: string[]): Dimension => ({
  name,
  total: '_T',
  codes: ['_T', ...leaves],
  relations: [{ parent: '_T', children: leaves }],
  ...(sensitive ? { sensitive } : {}),
});

/** Provinces `1`, `2`, ... with regencies `11`, `12`, ... */
export function regions(provinces: number, regencies: number): Dimension {
  const names = Array.from({ length: provinces }, (_, p) => `${p + 1}`);
  const below = (p: string) => Array.from({ length: regencies }, (_, r) => `${p}${r + 1}`);
  return {
    name: 'region',
    total: '_T',
    codes: ['_T', ...names.flatMap((p) => [p, ...below(p)])],
    relations: [
      { parent: '_T', children: names },
      ...names.map((p) => ({ parent: p, children: below(p) })),
    ],
  };
}

export const leavesOf = (dimension: Dimension) =>
  dimension.codes.filter((code) => !dimension.relations.some(({ parent }) => parent === code));

/** Counts records the slow way: for each cell of each table, those that lie in it. */
export function count(structure: Structure, records: readonly TestRecord[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const table of structure.tables) {
    const dims = table.dimensions.map(
      (name) => structure.dimensions.find((one) => one.name === name) as Dimension,
    );
    let places: Coordinates[] = [{}];
    for (const { name, codes, total } of dims) {
      places = places.flatMap((at) =>
        codes.map((code) => (code === total ? at : { ...at, [name]: code })),
      );
    }
    for (const at of places) {
      const text = JSON.stringify(Object.entries(at).sort());
      if (cells.has(text)) continue;
      const own = records.filter(({ codes }) =>
        Object.entries(at).every(([name, code]) => {
          const dimension = dims.find((one) => one.name === name) as Dimension;
          return within(dimension, codes[name] as string, code);
        }),
      );
      const senders = new Map<string, number>();
      for (const { who } of own) if (who) senders.set(who, (senders.get(who) ?? 0) + 1);
      const known = own.some(({ who }) => who !== undefined);
      cells.set(text, {
        at,
        n: own.length,
        keySum: own.reduce((sum, { key }) => (sum + key) % 2 ** 32, 0),
        ...(known ? { complainants: senders.size, largest: Math.max(...senders.values()) } : {}),
      });
    }
  }
  return [...cells.values()];
}

function within(dimension: Dimension, leaf: string, code: string): boolean {
  if (leaf === code) return true;
  return dimension.relations.some(
    ({ parent, children }) =>
      parent === code && children.some((child) => within(dimension, leaf, child)),
  );
}

/** Records spread unevenly over the leaves, so that small cells and zeros occur. */
export function randomRecords(structure: Structure, size: number, seed: number): TestRecord[] {
  const next = numbers(seed);
  return Array.from({ length: size }, () => ({
    codes: Object.fromEntries(
      structure.dimensions.map((dimension) => {
        const leaves = leavesOf(dimension);
        const place = Math.floor(next() ** 2.5 * leaves.length);
        return [dimension.name, leaves[place] as string];
      }),
    ),
    key: Math.floor(next() * 2 ** 32),
  }));
}
