import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, cellKey, perturb, type Structure } from '../../../disclosure/index.ts';
import { count, flat, numbers, randomRecords, regions } from '../records.ts';

const structure: Structure = {
  dimensions: [regions(3, 3), flat('sex', ['f', 'm']), flat('topic', ['a', 'b', 'c', 'd'])],
  tables: [
    { name: 'region-sex', dimensions: ['region', 'sex'] },
    { name: 'region-topic', dimensions: ['region', 'topic'] },
    { name: 'topic-sex', dimensions: ['topic', 'sex'] },
  ],
};

const byKey = (cells: readonly { at: Cell['at']; value: number | null }[]) =>
  new Map(cells.map(({ at, value }) => [cellKey(at), value]));

describe('perturb', () => {
  it('gives the same records the same value, wherever they stand', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 120 }), (seed, size) => {
        const cells = count(structure, randomRecords(structure, size, seed));
        const values = byKey(perturb(structure, cells).cells);
        const seen = new Map<string, number>();
        for (const { at, n, keySum } of cells) {
          const value = values.get(cellKey(at)) as number;
          expect(n === 0 ? value : Math.abs(value - n)).toBeLessThanOrEqual(n === 0 ? 0 : 5);
          expect([1, 2]).not.toContain(value);
          const records = `${n} ${keySum}`;
          expect(seen.get(records) ?? value).toBe(value);
          seen.set(records, value);
        }
      }),
      { numRuns: 5, seed: 7 },
    );
  });

  it('does not depend on the order of records, of cells, or on other tables', () => {
    const records = randomRecords(structure, 80, 5);
    const whole = byKey(perturb(structure, count(structure, records)).cells);
    const turned = count(structure, [...records].reverse()).reverse();
    expect(byKey(perturb(structure, turned).cells)).toEqual(whole);
    const alone = { ...structure, tables: structure.tables.slice(2) };
    for (const [key, value] of byKey(perturb(alone, count(alone, records)).cells)) {
      expect(whole.get(key)).toBe(value);
    }
  });

  it('promises no bias and variance 3, for small counts as for large', () => {
    const next = numbers(11);
    const draws = 2000;
    const leaves = Array.from({ length: draws }, (_, index) => `${index}`);
    const one: Structure = {
      dimensions: [flat('x', leaves)],
      tables: [{ name: 'x', dimensions: ['x'] }],
    };
    for (const n of [1, 2, 4, 8, 500]) {
      const keys = leaves.map(() => Math.floor(next() * 2 ** 32));
      const total = keys.reduce((sum, key) => (sum + key) % 2 ** 32, 0);
      const parts: Cell[] = leaves.map((x, index) => ({
        at: { x },
        n,
        keySum: keys[index] as number,
      }));
      const values = byKey(perturb(one, [...parts, { at: {}, n: n * draws, keySum: total }]).cells);
      const v = leaves.map((x) => (values.get(`x=${x}`) as number) - n);
      const mean = v.reduce((sum, each) => sum + each, 0) / draws;
      const square = v.reduce((sum, each) => sum + each * each, 0) / draws;
      // Five standard errors.
      expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(3 / draws));
      expect(Math.abs(square - 3)).toBeLessThan(0.5);
    }
  });

  it('keeps zeros and marks what cannot exist', () => {
    const cells = count(structure, []).map((cell) =>
      cellKey(cell.at) === 'region=11&sex=f' ? { ...cell, structuralZero: true } : cell,
    );
    const shown = perturb(structure, cells).cells;
    for (const { at, value, status } of shown) {
      const impossible = cellKey(at) === 'region=11&sex=f';
      expect([value, status]).toEqual(impossible ? [null, 'cannot-exist'] : [0, 'shown']);
    }
  });

  it('refuses totals that count other records than their parts', () => {
    const cells = count(structure, randomRecords(structure, 30, 2));
    const change = (key: string, by: Partial<Cell>) =>
      cells.map((cell) => (cellKey(cell.at) === key ? { ...cell, ...by } : cell));
    const { n, keySum } = cells.find(({ at }) => cellKey(at) === 'region=1') as Cell;
    expect(() => perturb(structure, change('region=1', { n: n + 1 }))).toThrow(
      'is not the sum of its parts',
    );
    expect(() => perturb(structure, change('region=1', { keySum: keySum ^ 1 }))).toThrow(
      'is not the sum of its parts',
    );
    expect(() => perturb(structure, [...cells, ...cells.slice(0, 1)])).toThrow('twice');
    expect(() => perturb(structure, change('', { n: 0.5 }))).toThrow('not a whole number');
  });
});
