import { describe, expect, test } from 'vitest';
import type { Cell, Coordinates, ProtectedCell } from '../../../disclosure/cells/cell.ts';
import { cellKey } from '../../../disclosure/cells/coordinates.ts';
import type { Structure } from '../../../disclosure/cells/structure.ts';
import { type EarlierRelease, releaseEntry } from '../../../disclosure/suppress/index.ts';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { suppressTables } from '../../../disclosure/suppress/suppress-tables.ts';
import { outsider } from './attacker.ts';
import { atomsOf, count, flat, oneTable } from './tables.ts';

const highs = await loadSolver();
const square = oneTable(flat('a', ['a1', 'a2', 'a3']), flat('b', ['b1', 'b2', 'b3']));
const first = [2, 11, 30, 12, 25, 40, 50, 60, 70];
const cellsOf = (numbers: number[]) => count(square, atomsOf(square, numbers));
const place = { a: 'a1', b: 'b1' };

function release(name: string, cells: readonly Cell[]): [EarlierRelease, ProtectedCell[]] {
  const { cells: published, audit } = suppressTables(highs, square, cells);
  expect(audit.safe).toBe(true);
  return [releaseEntry(name, square, cells, published), published];
}

/** Two releases of unchanged counts, put together by an outsider: what either shows is shown. */
function both(one: readonly ProtectedCell[], other: readonly ProtectedCell[]): ProtectedCell[] {
  const shown = new Map(other.map((cell) => [cellKey(cell.at), cell]));
  return one.map((cell) => (cell.value === null ? (shown.get(cellKey(cell.at)) ?? cell) : cell));
}

const status = (cells: readonly ProtectedCell[], at: Coordinates) =>
  cells.find((cell) => cellKey(cell.at) === cellKey(at))?.status;

describe('the same counts released again', () => {
  // The first release hides other secondaries than the second would choose by itself.
  const cells = cellsOf(first);
  const hide = [
    { a: 'a1', b: 'b3' },
    { a: 'a3', b: 'b1' },
    { a: 'a3', b: 'b3' },
  ];
  const before = suppressTables(highs, square, cells, { hide });
  const entry = releaseEntry('v1', square, cells, before.cells);

  test('taken apart they give the small count away', () => {
    const careless = suppressTables(highs, square, cells, {
      earlier: [entry],
      without: ['differencing'],
    });
    const [low, high] = outsider(highs, square, both(before.cells, careless.cells))(place);
    expect([low, high]).toEqual([2, 2]);
  });

  test('taken together they do not, and what was shown stays shown', () => {
    const again = suppressTables(highs, square, cells, { earlier: [entry] });
    expect(again.audit.safe).toBe(true);
    const [low, high] = outsider(highs, square, both(before.cells, again.cells))(place);
    expect(high - low).toBeGreaterThanOrEqual(5);
    for (const { at, status: was } of before.cells) {
      if (was === 'shown') expect(status(again.cells, at)).toBe('shown');
    }
  });

  test('a gap stays a gap, also one that only protected others: else what is left is the small one', () => {
    const block = ['a2', 'a3'].flatMap((a) => ['b2', 'b3'].map((b) => ({ a, b })));
    const wider = suppressTables(highs, square, cells, { hide: block });
    const gaps = wider.cells.filter((cell) => cell.status === 'hidden').map(({ at }) => at);
    const again = suppressTables(highs, square, cells, {
      earlier: [releaseEntry('v1', square, cells, wider.cells)],
    });
    expect(gaps.length).toBeGreaterThan(4);
    for (const at of gaps) expect(status(again.cells, at), JSON.stringify(at)).toBe('hidden');
  });

  test('the ledger entry is plain data', () => {
    expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
    expect(entry.cells.find(({ at }) => cellKey(at) === cellKey(place))).toEqual({
      at: place,
      n: 2,
      value: null,
      status: 'hidden',
    });
  });
});

test('what sums of an earlier release imply is known: it is shown, not hidden in vain', () => {
  const area = {
    name: 'area',
    total: '_T',
    codes: ['_T', 'old1', 'old2', 'new1', 'new2', 'r1', 'r2', 'r3', 'r4'],
    relations: [
      { parent: '_T', children: ['old1', 'old2'] },
      { parent: '_T', children: ['new1', 'new2'] },
      { parent: 'old1', children: ['r1', 'r2'] },
      { parent: 'old2', children: ['r3', 'r4'] },
      { parent: 'new1', children: ['r1'] },
      { parent: 'new2', children: ['r2', 'r3', 'r4'] },
    ],
  };
  const shows = (codes: readonly string[], dimensions: readonly string[]): Structure => ({
    dimensions: [area, flat('sex', ['f', 'm'])],
    tables: [{ name: 't', dimensions, codes: { area: ['_T', ...codes] } }],
  });
  const provinces = shows(['old1', 'old2', 'new1', 'new2'], ['area']);
  const crossed = shows(['old1', 'old2', 'new1', 'new2', 'r1', 'r2', 'r3', 'r4'], ['area', 'sex']);
  const atoms = atomsOf({ ...crossed, tables: [] }, [10, 11, 5, 0, 4, 3, 1, 1]);
  const earlier = count(provinces, atoms);
  const one = suppressTables(highs, provinces, earlier);
  expect(one.audit).toMatchObject({ safe: true, hidden: 0 });
  const { audit, cells } = suppressTables(highs, crossed, count(crossed, atoms), {
    earlier: [releaseEntry('v1', provinces, earlier, one.cells)],
  });
  // old1 = r1 + r2 and new1 = r1 were shown: that r2 is 5 all know, and hiding it would protect nothing.
  expect(cells.find(({ at }) => cellKey(at) === 'area=r2')).toMatchObject({ value: 5 });
  expect(status(cells, { area: 'r4', sex: 'f' })).toBe('hidden');
  expect(audit).toMatchObject({ safe: true, failing: [] });
});

describe('late records', () => {
  const [entry, published] = release('v1', cellsOf(first));

  test('a few that came late in a shown cell are a small group: the cell is hidden', () => {
    const late = [...first];
    late[8] = 73;
    expect(status(published, { a: 'a3', b: 'b3' })).toBe('shown');
    const { audit, cells } = suppressTables(highs, square, cellsOf(late), { earlier: [entry] });
    // In the cell, in its row, in its column and in all.
    expect(audit.primaries.difference).toBe(4);
    const touched: Coordinates[] = [{ a: 'a3', b: 'b3' }, { a: 'a3' }, { b: 'b3' }, {}];
    for (const at of touched) {
      expect(status(cells, at), JSON.stringify(at)).toBe('hidden');
    }
    expect(audit.safe).toBe(true);
  });

  test('who comes late alone learns no more than that no one else came', () => {
    const before = cellsOf([20, 30, 40, 50, 60, 70, 80, 90, 0]);
    const [late] = release('v1', before);
    const now = cellsOf([20, 30, 40, 50, 60, 70, 80, 90, 1]);
    const { audit } = suppressTables(highs, square, now, { earlier: [late] });
    // All sums with the one late record: what was known and the one who came.
    expect(audit).toMatchObject({ safe: true, betrayed: 0, failing: [] });
  });

  test('as many as T may be shown', () => {
    const late = [...first];
    late[8] = 75;
    const { audit, cells } = suppressTables(highs, square, cellsOf(late), { earlier: [entry] });
    expect(audit).toMatchObject({ safe: true });
    expect(audit.primaries.difference).toBeUndefined();
    expect(cells.find(({ at }) => cellKey(at) === '')?.value).toBe(305);
  });

  test('a count that has grown beyond T is shown only if the old gap stays a gap', () => {
    const late = [...first];
    late[0] = 20;
    const { audit, cells } = suppressTables(highs, square, cellsOf(late), { earlier: [entry] });
    expect(audit.safe).toBe(true);
    // Old and new shown cells as one system, by hand: the old gaps lie between 0 and the new counts.
    const oldGaps = published.filter((cell) => cell.status === 'hidden').map(({ at }) => at);
    const known = oldGaps.filter((at) => status(cells, at) === 'shown').length;
    expect(oldGaps.length - known).toBeGreaterThan(0);
  });

  test('a count shown before under another rule cannot be protected: not safe, and said so', () => {
    const exposed = releaseEntry(
      'v0',
      square,
      cellsOf(first),
      cellsOf(first).map(({ at, n }) => ({ at, value: n, status: 'shown' as const })),
    );
    const { audit } = suppressTables(highs, square, cellsOf(first), { earlier: [exposed] });
    expect(audit.safe).toBe(false);
    expect(audit.failing).toEqual([{ at: place, why: 'shown-before' }]);
  });
});

test('nested areas of two releases: the rest between them is a small group', () => {
  const area = (codes: string[], relations: { parent: string; children: string[] }[]) => {
    return { name: 'area', total: '_T', codes: ['_T', ...codes], relations };
  };
  const sex = flat('sex', ['f', 'm']);
  const leaves = ['r1', 'r2', 'r3', 'r4'];
  const full = [
    { parent: '_T', children: leaves },
    { parent: 'wide', children: ['r1', 'r2', 'r3'] },
    { parent: 'narrow', children: ['r1', 'r2'] },
  ];
  const dimension = area(['wide', 'narrow', ...leaves], full);
  const shows = (code: string): Structure => {
    return {
      dimensions: [dimension, sex],
      tables: [{ name: 't', dimensions: ['area', 'sex'], codes: { area: ['_T', code] } }],
    };
  };
  const all: Structure = { dimensions: [dimension, sex], tables: [] };
  const atoms = atomsOf(all, [40, 50, 60, 70, 3, 20, 80, 90]);
  const cellsIn = (structure: Structure) => count(structure, atoms);
  const one = suppressTables(highs, shows('narrow'), cellsIn(shows('narrow')));
  const entry = releaseEntry('v1', shows('narrow'), cellsIn(shows('narrow')), one.cells);
  expect(one.audit.hidden).toBe(0);
  const apart = suppressTables(highs, shows('wide'), cellsIn(shows('wide')));
  expect(apart.audit.hidden).toBe(0);
  const { audit, cells } = suppressTables(highs, shows('wide'), cellsIn(shows('wide')), {
    earlier: [entry],
  });
  expect(audit).toMatchObject({ safe: true, primaries: { nested: 1 } });
  expect(status(cells, { area: 'wide', sex: 'f' })).toBe('hidden');
});
