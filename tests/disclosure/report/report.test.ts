import { describe, expect, it } from 'vitest';
import {
  type Cell,
  cellKey,
  lossOf,
  operatorReport,
  type ProtectedCell,
  type ProtectionRun,
  perturb,
  planDesign,
  publicNote,
  type Structure,
} from '../../../disclosure/index.ts';
import { count, flat, randomRecords, regions } from '../records.ts';

const structure: Structure = {
  dimensions: [flat('topic', ['a', 'b', 'c'])],
  tables: [{ name: 'topic', dimensions: ['topic'] }],
};
const cells: Cell[] = [
  { at: {}, n: 100, keySum: 0 },
  { at: { topic: 'a' }, n: 60, keySum: 0 },
  { at: { topic: 'b' }, n: 36, keySum: 0 },
  { at: { topic: 'c' }, n: 4, keySum: 0 },
];
const shown = (values: (number | null)[]): ProtectedCell[] =>
  cells.map(({ at }, index) => {
    const value = values[index] ?? null;
    return { at, value, status: value === null ? 'hidden' : 'shown' };
  });

describe('what protection cost', () => {
  it('is counted cell by cell and share by share', () => {
    // 60/98 = 61.2 % (moved), 36/98 = 36.7 % (not), 0/98 against 4 % (moved).
    expect(lossOf(structure, cells, shown([98, 60, 36, 0]))).toEqual({
      cells: 4,
      nonZero: 4,
      hidden: 0,
      moved: 2,
      toZero: 1,
      meanMove: 6 / 4,
      shares: [{ from: 100, below: 200, shares: 3, moved: 2 }],
    });
  });

  it('counts hidden cells apart', () => {
    const loss = lossOf(structure, cells, shown([100, 60, null, null]));
    expect(loss).toMatchObject({ hidden: 2, moved: 0, meanMove: 0 });
    expect(loss.shares).toEqual([{ from: 100, below: 200, shares: 1, moved: 0 }]);
  });

  it('is small where totals are large: no share of 1,000 complaints moves by a point', () => {
    const wide: Structure = {
      dimensions: [regions(3, 4), flat('topic', ['a', 'b', 'c', 'd'])],
      tables: [{ name: 't', dimensions: ['region', 'topic'] }],
    };
    const exact = count(wide, randomRecords(wide, 3000, 12));
    const { shares } = lossOf(wide, exact, perturb(wide, exact).cells);
    for (const { from, moved } of shares) {
      // Two counts moved by at most 5 each: at most 10 in 1,000.
      if (from >= 1000) expect(moved).toBe(0);
    }
    expect(shares.filter(({ from }) => from < 200).some(({ moved }) => moved > 0)).toBe(true);
  });
});

const disclosure = {
  format: 1,
  method: 'perturb',
  parameters: { deviation: 5, variance: 3, hidden: 2, threshold: 5 },
} as const;

describe("the keeper's report", () => {
  const protection: ProtectionRun = {
    disclosure,
    complaints: 1234,
    plan: {
      format: 1,
      tables: [{ table: 'topic', steps: ['month'], because: ['small'], left: [] }],
    },
    designedNow: false,
    designedCells: 9,
    withheld: [{ table: 'region', reasons: ['dominated'] }],
    warnings: [{ table: 'sex', reasons: ['small'] }],
    places: Array.from({ length: 23 }, (_, index) => ({
      reason: 'dominated' as const,
      at: { region: `${index}` },
    })),
    loss: lossOf(structure, cells, shown([98, 60, 36, 0])),
    verdicts: [{ table: 'topic', verdict: 'held', changed: 3, tooFew: 1 }],
    remarks: [{ key: 'protect.totals-dropped', params: { n: 7 } }],
  };

  it('says what was done, why, and what it cost, in both languages', () => {
    const english = operatorReport(protection, 'en');
    for (const part of [
      'RESTRICTED',
      '1,234 complaints',
      '- topic: the finest level of month was given up, because too many cells are small',
      'Of 9 cells of the first design 5 were given up',
      'is kept, so that the series stays comparable',
      '- region: one complainant holds more than half of a cell, or two hold all of it',
      '- region=19: one complainant',
      'and 3 cells more',
      '- topic: old values held; cells with other records: 3, of which changed by too few: 1',
      '2 were moved (50.0%); mean size of the move 1.50',
      '| 100-199 | 3 | 66.7% |',
      '7 rows of totals',
    ]) {
      expect(english).toContain(part);
    }
    expect(english).not.toContain('region=20');
    const indonesian = operatorReport(protection, 'id');
    expect(indonesian).toContain('TERBATAS');
    expect(indonesian).toContain('rata-rata besar geseran 1,50');
    expect(indonesian).not.toMatch(/\{\w+\}/);
  });

  it('tells of hidden cells under suppress', () => {
    const hidden = operatorReport(
      {
        ...protection,
        disclosure: { ...disclosure, method: 'suppress' },
        loss: lossOf(structure, cells, shown([100, 60, null, null])),
      },
      'en',
    );
    expect(hidden).toContain('Of 4 cells that count something, 2 are hidden (50.0%).');
    expect(hidden).not.toContain('Moved > 1 point');
  });
});

describe('the note for readers', () => {
  it('gives the method and its parameters, and is the same whatever the data', () => {
    const note = publicNote(disclosure, 'en');
    expect(note).toContain('by at most 5, by zero on average, with a variance of 3');
    expect(note).toContain('Counts from 1 to 2 are never published.');
    expect(
      publicNote({ ...disclosure, parameters: { ...disclosure.parameters, hidden: 0 } }, 'en'),
    ).not.toContain('never published');
    const exact = { ...disclosure, method: 'suppress', hidden: 14, audit: 'passed' } as const;
    expect(publicNote(exact, 'en')).toContain('Hidden cells: 14.');
    expect(publicNote(exact, 'en')).toContain('Cells below 5 are hidden');
    expect(publicNote(exact, 'id')).not.toMatch(/\{\w+\}/);
  });

  it('stands beside a design that is plain data', () => {
    const plan = planDesign(structure, cells);
    expect(plan.tables).toEqual([{ table: 'topic', steps: [], because: [], left: [] }]);
    expect(cellKey({})).toBe('');
  });
});
