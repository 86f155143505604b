import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Coordinates, ProtectedCell } from '../../../disclosure/cells/cell.ts';
import type { Structure } from '../../../disclosure/cells/structure.ts';
import { allCells } from '../../../disclosure/cells/table-cells.ts';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { suppressTables } from '../../../disclosure/suppress/suppress-tables.ts';
import { everyTable, isExact, outsider } from './attacker.ts';
import { type Atom, atomsOf, count, flat, leavesUnder, oneTable } from './tables.ts';

const highs = await loadSolver();
const runs = Number(process.env.BUKTI_SUPPRESS_TABLES ?? 2);
const counts = (length: number, max: number) =>
  fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max })), { minLength: length, maxLength: length });

/** Published cells as sums of atoms, worked out from the codes alone. */
function sumsOf(structure: Structure, atoms: readonly Atom[], published: readonly ProtectedCell[]) {
  return published.map(({ at, value }) => {
    const members = atoms.flatMap((atom, index) => (isIn(structure, atom.at, at) ? [index] : []));
    return { members, value };
  });
}

function isIn(structure: Structure, atom: Coordinates, at: Coordinates): boolean {
  return structure.dimensions.every(({ name, total, ...rest }) =>
    leavesUnder({ name, total, ...rest }, at[name] ?? total).has(atom[name] as string),
  );
}

const small = [
  oneTable(flat('a', ['a1', 'a2', 'a3']), flat('b', ['b1', 'b2', 'b3'])),
  oneTable(flat('a', ['a1', 'a2']), flat('b', ['b1', 'b2']), flat('c', ['c1', 'c2'])),
];

test.each(small.map((structure) => [structure.dimensions.length, structure]))(
  'of a table of %i dimensions, trying every table finds no primary and narrows none below T',
  (_, structure) => {
    const size = atomsOf(structure, []).length;
    fc.assert(
      fc.property(counts(size, 6), (numbers) => {
        const atoms = atomsOf(structure, numbers);
        const cells = count(structure, atoms);
        const { cells: published, audit } = suppressTables(highs, structure, cells, {
          threshold: 3,
        });
        expect(audit.safe).toBe(true);
        expect(isExact(structure, cells, published)).toBe(true);
        const { possible } = everyTable(atoms, sumsOf(structure, atoms, published), 9);
        published.forEach(({ at, status }, index) => {
          const n = cells[index]?.n ?? 0;
          const may = possible[index] as Set<number>;
          expect(may.has(n)).toBe(true);
          if (n > 0 && n < 3) {
            expect(status, JSON.stringify(at)).toBe('hidden');
            expect(Math.max(...may) - Math.min(...may)).toBeGreaterThanOrEqual(3);
            expect(Math.max(...may)).toBeGreaterThanOrEqual(3);
          }
          if (status === 'hidden') expect(may.size).toBeGreaterThan(1);
        });
      }),
      { numRuns: runs, seed: 20260701 },
    );
  },
);

/** Regencies in old and in new provinces, crossed by sex in one table and by month in another. */
const linked: Structure = {
  dimensions: [
    {
      name: 'area',
      total: '_T',
      codes: ['_T', 'old1', 'old2', 'new1', 'new2', 'new3', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6'],
      relations: [
        { parent: 'old1', children: ['r1', 'r2', 'r3'] },
        { parent: 'old2', children: ['r4', 'r5', 'r6'] },
        { parent: 'new1', children: ['r1', 'r2'] },
        { parent: 'new2', children: ['r3', 'r4'] },
        { parent: 'new3', children: ['r5', 'r6'] },
        { parent: '_T', children: ['old1', 'old2'] },
        { parent: '_T', children: ['new1', 'new2', 'new3'] },
      ],
    },
    flat('sex', ['f', 'm']),
    flat('month', ['1', '2', '3']),
  ],
  tables: [
    { name: 'sexes', dimensions: ['area', 'sex'] },
    { name: 'months', dimensions: ['area', 'month'] },
  ],
};

test('tables that share margins over two hierarchies: no primary is narrowed below T', () => {
  fc.assert(
    fc.property(counts(36, 15), (numbers) => {
      const cells = count(linked, atomsOf(linked, numbers));
      const { cells: published, audit } = suppressTables(highs, linked, cells);
      expect(audit.safe).toBe(true);
      expect(isExact(linked, cells, published)).toBe(true);
      const [interval, reader] = [0, 1].map((gap) => outsider(highs, linked, published, gap));
      for (const { at, n } of cells) {
        if (n === 0 || n >= 5) continue;
        const [low, high] = interval?.(at) ?? [n, n];
        expect(high - low, JSON.stringify(at)).toBeGreaterThanOrEqual(5 - 1e-3);
        expect(high).toBeGreaterThanOrEqual(5 - 1e-3);
        const [least, most] = reader?.(at) ?? [n, n];
        expect(most - least).toBeGreaterThanOrEqual(1 - 1e-3);
      }
    }),
    { numRuns: Math.ceil(runs / 4), seed: 20260702 },
  );
});

test('what is shared by two tables has one status', () => {
  expect(allCells(linked).size).toBe(12 + 12 * 2 + 12 * 3);
});
