import { describe, expect, test } from 'vitest';
import { isDominated } from '../../../disclosure/suppress/index.ts';
import { loadSolver } from '../../../disclosure/suppress/solver.ts';
import { suppressTables } from '../../../disclosure/suppress/suppress-tables.ts';
import { isExact, outsider } from './attacker.ts';
import { atomsOf, count, flat, oneTable, sharedCase } from './tables.ts';

const highs = await loadSolver();
const files = {
  attacker: sharedCase('case1_sdctable_attacker4x4.csv'),
  microdata: sharedCase('case3_sdctable_microdata1_counts.csv'),
  z1: sharedCase('ssbtools_z1.csv'),
  dominance: sharedCase('case7_gausssuppression_dominance.csv'),
  acro: sharedCase('case9_acro_synthetic_counts.csv'),
};
const missing = Object.values(files).some((rows) => rows === null);
const title = `test cases of other programs${missing ? ' (skipped: no ../shared/data/sdc beside the clone)' : ''}`;
const column = (rows: Record<string, string>[] | null, name: string) => [
  ...new Set((rows ?? []).map((row) => row[name] as string)),
];
const placeOf = (at: Readonly<Record<string, string>>) => Object.values(at).join('') || 'total';

describe.skipIf(missing)(title, () => {
  test('sdcTable: two gaps in every line and yet one of them is exactly 47', () => {
    const rows = files.attacker ?? [];
    const structure = oneTable(flat('v1', ['w', 'x', 'y', 'z']), flat('v2', ['a', 'b', 'c', 'd']));
    const cells = count(
      structure,
      atomsOf(
        structure,
        rows.map(({ freq }) => Number(freq)),
      ),
    );
    const hide = rows
      .filter(({ suppressed }) => suppressed === 'u')
      .map(({ v1 = '', v2 = '' }) => ({ v1, v2 }));
    const at = { v1: 'w', v2: 'b' };
    const simple = suppressTables(highs, structure, cells, { hide, without: ['audit-and-repair'] });
    expect(simple.audit).toMatchObject({ hidden: hide.length, safe: false });
    expect(outsider(highs, structure, simple.cells)(at)).toEqual([47, 47]);
    const safe = suppressTables(highs, structure, cells, { hide });
    const [low, high] = outsider(highs, structure, safe.cells)(at);
    expect(safe.audit).toMatchObject({ safe: true, primaries: { asked: hide.length } });
    expect(safe.audit.hidden).toBeGreaterThan(hide.length);
    expect(high - low).toBeGreaterThanOrEqual(1);
    expect(isExact(structure, cells, safe.cells)).toBe(true);
  });

  test('sdcTable, microdata1: a block around the one small cell', () => {
    const rows = files.microdata ?? [];
    const structure = oneTable(
      flat('region', column(rows, 'region')),
      flat('gender', ['male', 'female']),
    );
    const cells = count(
      structure,
      atomsOf(
        structure,
        rows.map(({ freq }) => Number(freq)),
      ),
    );
    const { cells: shown, audit } = suppressTables(highs, structure, cells, { threshold: 3 });
    const hidden = shown.filter(({ status }) => status === 'hidden').map(({ at }) => placeOf(at));
    const upper = { C: 12, D: 16 }[hidden.some((place) => place.startsWith('C')) ? 'C' : 'D'];
    expect(audit).toMatchObject({ safe: true, hidden: 4, primaries: { count: 1 } });
    expect(hidden.filter((place) => place.startsWith('A'))).toHaveLength(2);
    const interval = outsider(highs, structure, shown)({ region: 'A', gender: 'female' });
    expect(interval).toEqual([0, upper]);
  });

  test('SSBtools z1: the cells that other programs hide; one complainant more, one cell more', () => {
    const rows = files.z1 ?? [];
    const structure = oneTable(
      flat('region', column(rows, 'region')),
      flat('hovedint', column(rows, 'hovedint')),
    );
    const atoms = rows.map(({ region = '', hovedint = '', ant }) => {
      return { at: { region, hovedint }, n: Number(ant) };
    });
    const cells = count(structure, atoms);
    const options = { threshold: 4 } as const;
    const { cells: shown } = suppressTables(highs, structure, cells, {
      ...options,
      without: ['singletons'],
    });
    const hidden = shown.filter(({ status }) => status === 'hidden').map(({ at }) => placeOf(at));
    expect(hidden.sort()).toEqual(
      ['Bannet', 'Barbeid', 'Dannet', 'Darbeid', 'Hannet', 'Harbeid'].sort(),
    );
    const interval = outsider(highs, structure, shown);
    for (const region of ['B', 'D', 'H']) {
      expect(interval({ region, hovedint: 'arbeid' })).toEqual([0, 6]);
    }
    const owner = suppressTables(highs, structure, cells, options);
    expect(owner.audit).toMatchObject({ safe: true, betrayed: 0 });
    const inB = owner.cells.filter(({ at, status }) => at.region === 'B' && status === 'hidden');
    expect(inB.length).toBeGreaterThanOrEqual(3);
  });

  test('GaussSuppression: (2, 90) dominance; 90 % exactly is not more', () => {
    const of = (cell: string) =>
      (files.dominance ?? [])
        .filter((row) => row.cell === cell)
        .map(({ contribution }) => Number(contribution));
    const dominated = ['v1', 'v2', 'v3', 'v4', 'v5'].map((cell) => isDominated(of(cell), 2, 90));
    expect(dominated).toEqual([true, true, true, true, false]);
  });

  test('ACRO: the small cells of a table and of its parts', () => {
    const rows = files.acro ?? [];
    const names = ['indvar1', 'indvar2', 'indvar3', 'indvar4'];
    const failing = [4, 3, 2, 1].map((size) => {
      const kept = rows.filter((row) => names.slice(size).every((name) => row[name] === 'C'));
      const own = names.slice(0, size);
      const structure = oneTable(...own.map((name) => flat(name, ['A', 'B', 'C'])));
      const atoms = kept.map((row) => {
        return {
          at: Object.fromEntries(own.map((name) => [name, row[name] as string])),
          n: Number(row.n),
        };
      });
      const { audit } = suppressTables(highs, structure, count(structure, atoms), {
        threshold: 10,
      });
      expect(audit.safe).toBe(true);
      return audit.primaries.count;
    });
    expect(failing).toEqual([3, 3, 3, 1]);
  });
});
