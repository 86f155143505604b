import { describe, expect, it } from 'vitest';
import { publicFiles } from '../../../disclosure/cells/public-files.ts';
import {
  type Cell,
  type ProtectedCell,
  perturb,
  type Structure,
} from '../../../disclosure/index.ts';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { suppressTables } from '../../../disclosure/suppress/suppress-tables.ts';
import { count, flat, numbers, regions } from '../records.ts';
import { folderOf, found } from './folder.ts';

const structure: Structure = {
  dimensions: [
    regions(2, 3),
    flat('category', ['roads', 'health', 'tax']),
    flat('sex', ['f', 'm']),
  ],
  tables: [
    { name: 'region-category', dimensions: ['region', 'category'] },
    { name: 'region-sex', dimensions: ['region', 'sex'] },
    { name: 'category-sex', dimensions: ['category', 'sex'] },
  ],
};

/** 200 made-up records, some regions and categories rare. */
function cellsOf(seed: number): Cell[] {
  const random = numbers(seed);
  const pick = (codes: readonly string[], power: number) =>
    codes[Math.floor(codes.length * random() ** power)] as string;
  const records = Array.from({ length: 200 }, () => ({
    key: Math.floor(random() * 2 ** 32),
    codes: {
      region: pick(['11', '12', '13', '21', '22', '23'], 1.6),
      category: pick(['roads', 'health', 'tax'], 1.6),
      sex: pick(['f', 'm'], 1),
    },
  }));
  return count(structure, records);
}

function filesOf(cells: readonly ProtectedCell[], method: 'perturb' | 'suppress') {
  const measures = [{ name: 'COMPLAINTS', figures: cells }];
  const parameters: Record<string, number> =
    method === 'suppress'
      ? { threshold: 5 }
      : { threshold: 5, deviation: 5, variance: 3, hidden: 2 };
  const byTable = new Map(structure.tables.map(({ name }) => [name, measures]));
  const files = publicFiles(structure, byTable, { format: 1, method, parameters });
  return Object.fromEntries(files);
}

const exact = (cells: readonly Cell[]) =>
  filesOf(
    cells.map(({ at, n }) => ({ at, value: n, status: 'shown' })),
    'suppress',
  );

describe('what the protector publishes', () => {
  it('stands an attack when it hides, and falls when one gap is filled', async () => {
    const cells = cellsOf(1);
    const { cells: hidden } = suppressTables(await loadSolver(), structure, cells);
    const truth = folderOf(exact(cells));
    expect(await found(filesOf(hidden, 'suppress'), { truth })).toEqual([]);
    const gaps = hidden.filter(({ status }) => status === 'hidden');
    expect(gaps.length).toBeGreaterThan(5);
    const key = (at: object) => JSON.stringify(Object.entries(at).sort());
    const exactly = new Map(cells.map(({ at, n }) => [key(at), n]));
    let fallen = 0;
    for (const gap of gaps.slice(0, 3)) {
      const open = hidden.map(
        (cell): ProtectedCell =>
          cell === gap ? { ...cell, value: exactly.get(key(cell.at)) ?? 0, status: 'shown' } : cell,
      );
      if ((await found(filesOf(open, 'suppress'), { truth })).length > 0) fallen++;
    }
    expect(fallen).toBeGreaterThanOrEqual(2);
  });

  it('stands an attack when it adds noise, also by who holds a province', async () => {
    for (const seed of [2]) {
      const cells = cellsOf(seed);
      const files = filesOf(perturb(structure, cells).cells, 'perturb');
      expect(await found(files)).toEqual([]);
      const own = cells.filter(({ at }) => at.region?.startsWith('1'));
      const known = folderOf(exact(own));
      expect(await found(files, { known, recipient: 'province 1' })).toEqual([]);
    }
  });

  it('falls when one table draws its noise anew', async () => {
    const cells = cellsOf(1);
    const { SHA256SUMS: _, ...files } = filesOf(perturb(structure, cells).cells, 'perturb');
    // Only the totals by sex are drawn again, as a program would that adds no keys up.
    const moved = files['category-sex.csv']?.replace(
      /^(COMPLAINTS,_T,[fm],)(\d+)/gm,
      (_, place: string, value: string) => place + (Number(value) + (place.includes('f') ? 2 : -3)),
    );
    const leaks = await found({ ...files, 'category-sex.csv': moved ?? '' });
    expect(leaks).toEqual(['averaged count?sex=f', 'averaged count?sex=m']);
  });
});
