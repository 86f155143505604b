import { describe, expect, test } from 'vitest';
import type { Cell, Coordinates } from '../../../disclosure/cells/cell.ts';
import { cellKey } from '../../../disclosure/cells/coordinates.ts';
import type { Structure } from '../../../disclosure/cells/structure.ts';
import {
  isSensitiveByPercent,
  protectionLevel,
  type SuppressOptions,
} from '../../../disclosure/suppress/index.ts';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { suppressTables } from '../../../disclosure/suppress/suppress-tables.ts';
import { outsider } from './attacker.ts';
import { atomsOf, count, flat, oneTable } from './tables.ts';

const highs = await loadSolver();
const square = oneTable(flat('a', ['a1', 'a2', 'a3']), flat('b', ['b1', 'b2', 'b3']));
/** Nothing small anywhere. */
const large = [20, 30, 40, 50, 60, 70, 80, 90, 100];

function protect(structure: Structure, cells: readonly Cell[], options?: SuppressOptions) {
  const { cells: published, audit } = suppressTables(highs, structure, cells, options);
  const byKey = new Map(published.map((cell) => [cellKey(cell.at), cell]));
  const at = (place: Coordinates) => byKey.get(cellKey(place));
  const interval = outsider(highs, structure, published);
  return { published, audit, at, interval, status: (place: Coordinates) => at(place)?.status };
}

const with_ = (cells: readonly Cell[], place: Coordinates, more: Partial<Cell>) =>
  cells.map((cell) => (cellKey(cell.at) === cellKey(place) ? { ...cell, ...more } : cell));

describe('what is hidden for its own sake', () => {
  const cells = count(square, atomsOf(square, large));

  test('nothing, where nothing is small', () => {
    expect(protect(square, cells).audit).toMatchObject({ safe: true, hidden: 0, primaries: {} });
  });

  test.each<[string, Partial<Cell>, string | null]>([
    ['few complainants', { complainants: 4 }, 'complainants'],
    ['one complainant with half', { largest: 30 }, null],
    ['one complainant with more than half', { largest: 31 }, 'dominance'],
    ['few secret reports among open ones', { secret: 4 }, 'secret'],
    ['many secret reports', { secret: 5 }, null],
  ])('%s of 60: %o', (_, more, reason) => {
    const place = { a: 'a2', b: 'b2' };
    const given = with_(cells, place, more);
    const { audit, status, interval } = protect(square, given);
    expect(audit.primaries).toEqual(reason ? { [reason]: 1 } : {});
    expect(status(place)).toBe(reason ? 'hidden' : 'shown');
    if (!reason) return;
    const [low, high] = interval(place);
    expect(high - low).toBeGreaterThanOrEqual(5);
    // So many secret reports as T beside the 56 that anyone can count.
    if (reason === 'secret') expect(high).toBeGreaterThanOrEqual(56 + 5);
  });

  test('a sensitive category below 10, and what is part of it', () => {
    const b = {
      name: 'b',
      total: '_T',
      codes: ['_T', 'b1', 'b2', 'b3', 'b2x', 'b2y'],
      relations: [
        { parent: '_T', children: ['b1', 'b2', 'b3'] },
        { parent: 'b2', children: ['b2x', 'b2y'] },
      ],
      sensitive: ['b2'],
    };
    const structure = oneTable(flat('a', ['a1', 'a2']), b);
    const atoms = atomsOf(structure, [7, 30, 40, 50, 60, 9, 70, 80]);
    const { audit, status } = protect(structure, count(structure, atoms));
    expect(audit.safe).toBe(true);
    // Leaves run b1, b2x, b2y, b3: 9 under a2 and b2x is the one small sensitive count; 7 is none.
    expect(audit.primaries).toEqual({ count: 1 });
    expect(status({ a: 'a2', b: 'b2x' })).toBe('hidden');
  });

  test('a small group wholly in one value of a sensitive dimension shows none of the breakdown', () => {
    const structure = oneTable(
      flat('a', ['a1', 'a2', 'a3']),
      flat('b', ['b1', 'b2', 'b3'], ['b3']),
    );
    const cellsOf = (numbers: number[]) => count(structure, atomsOf(structure, numbers));
    const { audit, status, at, interval } = protect(
      structure,
      cellsOf([0, 12, 0, 50, 60, 70, 80, 90, 100]),
    );
    expect(audit).toMatchObject({ safe: true, primaries: { attribute: 1 } });
    expect(['b1', 'b2', 'b3'].map((b) => status({ a: 'a1', b }))).toEqual(
      Array.from({ length: 3 }, () => 'hidden'),
    );
    expect(at({ a: 'a1' })?.value).toBe(12);
    const [low, high] = interval({ a: 'a1', b: 'b2' });
    expect(high - low).toBeGreaterThanOrEqual(5);
    const twenty = protect(structure, cellsOf([0, 20, 0, 50, 60, 70, 80, 90, 100]));
    expect(twenty.audit).toMatchObject({ hidden: 0 });
  });

  test('a zero of such a breakdown cannot be computed either; where nothing else can be, nothing is hidden', () => {
    const structure = oneTable(
      flat('a', ['a1', 'a2', 'a3']),
      flat('b', ['b1', 'b2', 'b3'], ['b3']),
    );
    const cells = count(structure, atomsOf(structure, [0, 12, 0, 50, 60, 70, 80, 90, 100]));
    const { audit, interval } = protect(structure, cells);
    expect(audit.safe).toBe(true);
    for (const b of ['b1', 'b3']) {
      const [low, high] = interval({ a: 'a1', b });
      expect(high - low).toBeGreaterThanOrEqual(1);
    }
    const only = ['b1', 'b3'].reduce(
      (all, b) => with_(all, { a: 'a1', b }, { structuralZero: true }),
      cells as readonly Cell[],
    );
    expect(protect(structure, only).audit).toMatchObject({ safe: true, hidden: 0 });
  });

  test('magnitudes: the second largest contributor must not come near the largest', () => {
    // 100 + 50 + 9: the second subtracts 50 and is off by 9 of 100, less than 10 %.
    expect(isSensitiveByPercent([50, 9, 100])).toBe(true);
    expect(isSensitiveByPercent([50, 10, 100])).toBe(false);
    expect(isSensitiveByPercent([40])).toBe(true);
    expect(isSensitiveByPercent([])).toBe(false);
    expect(protectionLevel([50, 4, 100])).toBe(6);
    expect(protectionLevel([50, 40, 100])).toBe(0);
  });
});

test('a combination that cannot occur is shown as such and protects nothing', () => {
  const cells = count(square, atomsOf(square, [2, 0, 30, 40, 50, 60, 70, 80, 90]));
  const { audit, at } = protect(
    square,
    with_(cells, { a: 'a1', b: 'b2' }, { structuralZero: true }),
  );
  expect(audit.safe).toBe(true);
  expect(at({ a: 'a1', b: 'b2' })).toMatchObject({ value: null, status: 'cannot-exist' });
});

describe('owners of a count of one', () => {
  const cells = count(square, atomsOf(square, [1, 7, 30, 9, 8, 40, 50, 60, 70]));

  test('with one gap beside it they could subtract themselves', () => {
    const careless = protect(square, cells, { without: ['singletons'] });
    const inRow = ['b1', 'b2', 'b3'].filter((b) => careless.status({ a: 'a1', b }) === 'hidden');
    expect(inRow).toEqual(['b1', 'b2']);
    expect(careless.audit.safe).toBe(false);
    const { audit, status } = protect(square, cells);
    const row = [{ a: 'a1' }, ...['b1', 'b2', 'b3'].map((b) => ({ a: 'a1', b }))];
    expect(row.filter((place) => status(place) === 'hidden').length).toBeGreaterThanOrEqual(3);
    expect(audit).toMatchObject({ safe: true, betrayed: 0 });
  });

  test('one complainant with all of the complaints is such an owner', () => {
    const numbers = [12, 7, 30, 9, 8, 40, 50, 60, 70];
    const given = with_(
      count(square, atomsOf(square, numbers)),
      { a: 'a1', b: 'b1' },
      { complainants: 1 },
    );
    const { audit, status } = protect(square, given);
    const row = [{ a: 'a1' }, ...['b1', 'b2', 'b3'].map((b) => ({ a: 'a1', b }))];
    expect(row.filter((place) => status(place) === 'hidden').length).toBeGreaterThanOrEqual(3);
    expect(audit).toMatchObject({ safe: true, primaries: { complainants: 1 } });
  });
});

test('an area within an area: what is left of the two is a small group', () => {
  // Regencies are not shown; r3 = old1 less new1 can be had by subtraction.
  const structure: Structure = {
    dimensions: [
      {
        name: 'area',
        total: '_T',
        codes: ['_T', 'old1', 'old2', 'new1', 'r1', 'r2', 'r3', 'r4'],
        relations: [
          { parent: '_T', children: ['old1', 'old2'] },
          { parent: 'old1', children: ['r1', 'r2', 'r3'] },
          { parent: 'new1', children: ['r1', 'r2'] },
          { parent: 'old2', children: ['r4'] },
        ],
      },
      flat('sex', ['f', 'm']),
    ],
    tables: [
      { name: 't', dimensions: ['area', 'sex'], codes: { area: ['_T', 'old1', 'old2', 'new1'] } },
    ],
  };
  const atoms = atomsOf({ ...structure, tables: [] }, [20, 30, 40, 50, 2, 30, 60, 70]);
  const { audit, at } = protect(structure, count(structure, atoms));
  expect(audit).toMatchObject({ safe: true, primaries: { nested: 1 } });
  const gaps = ['old1', 'new1'].filter((area) => at({ area, sex: 'f' })?.status === 'hidden');
  expect(gaps.length).toBeGreaterThan(0);
});

describe('each protection is needed: without it an outsider finds a small count', () => {
  test('without the primary rules small counts are shown', () => {
    const tiny = count(square, atomsOf(square, [2, ...large.slice(1)]));
    const { at, audit } = protect(square, tiny, { without: ['primary'] });
    expect(at({ a: 'a1', b: 'b1' })?.value).toBe(2);
    expect(audit.safe).toBe(false);
  });

  test('tables protected one by one, though they share margins, narrow a small count', () => {
    const structure: Structure = {
      dimensions: [
        flat('area', ['A', 'B', 'C']),
        flat('sex', ['f', 'm']),
        flat('month', ['1', '2', '3']),
      ],
      tables: [
        { name: 'sexes', dimensions: ['area', 'sex'] },
        { name: 'months', dimensions: ['area', 'month'] },
        { name: 'both', dimensions: ['sex', 'month'] },
      ],
    };
    const numbers = [1, 0, 1, 1, 0, 0, 2, 10, 5, 17, 28, 0, 16, 1, 0, 0, 2, 0];
    const cells = count(structure, atomsOf(structure, numbers));
    const place = { area: 'A', month: '3' };
    const apart = protect(structure, cells, { without: ['shared-variables'] });
    const [low, high] = apart.interval(place);
    expect(high - low).toBeLessThan(5);
    const together = protect(structure, cells);
    const [least, most] = together.interval(place);
    expect(together.audit.safe).toBe(true);
    expect(most - least).toBeGreaterThanOrEqual(5 - 1e-3);
  });
});

test('what does not add up is refused, and thresholds are whole numbers', () => {
  const cells = count(square, atomsOf(square, large));
  expect(() => suppressTables(highs, square, with_(cells, {}, { n: 1 }))).toThrow(
    expect.objectContaining({ key: 'disclosure.not-additive' }),
  );
  expect(() => suppressTables(highs, square, cells, { threshold: 0 })).toThrow(RangeError);
});
