import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrangement, arrange, readSort } from '../../cli/asking/arrange.ts';
import { bar, barParts } from '../../cli/asking/bars.ts';
import type { FigureStatus, MetricRow } from '../../metrics/index.ts';

function figure(
  province: string,
  value: number | null,
  status: FigureStatus = value === null ? 'not_available' : 'ok',
  more: Partial<MetricRow> = {},
): MetricRow {
  return {
    metric: 'resolve',
    statistic: 'median',
    dims: { province },
    value,
    low: null,
    high: null,
    numerator: null,
    denominator: null,
    n: 100,
    unit: 'working_days',
    status,
    provisional: false,
    as_of: '2026-10-21',
    ...more,
  };
}

const label = (_: string, code: string) => `nama ${code}`;
const places = (rows: readonly MetricRow[]) => rows.map((row) => row.dims.province).join(' ');
const order = (rows: MetricRow[], how: Arrangement) => places(arrange(rows, how, label).rows);

describe('the order of an answer', () => {
  const rows = [
    figure('a', 5),
    figure('b', null, 'below_minimum', { n: 3 }),
    figure('c', null, 'not_reached', { low: 40 }),
    figure('d', 9),
    figure('e', null),
    figure('f', 5),
    figure('unknown', 99),
    figure('g', 1),
  ];

  it('puts what is not reached after all values, whichever way it runs, and never ranks the rest', () => {
    expect(order(rows, { sort: 'value' })).toBe('g a f d c unknown e b');
    expect(order(rows, { sort: '-value' })).toBe('d a f g c unknown e b');
  });

  it('keeps ties at the cut and says how many are left out', () => {
    const { rows: top, leftOut } = arrange(rows, { top: 2 }, label);
    expect(places(top)).toBe('d a f');
    expect(leftOut).toMatchObject({ top: 2, notRanked: 3 });
    expect(order(rows, { top: 1 })).toBe('d');
    expect(order(rows, { top: 50 })).toBe('d a f g c');
  });

  it('orders each statistic on its own', () => {
    const shares = [figure('a', 0.2), figure('b', 0.9)].map((row) => ({
      ...row,
      statistic: 'within_limit',
    }));
    const both = arrange([...rows, ...shares], { top: 1 }, label).rows;
    expect(both.map((row) => `${row.statistic} ${row.dims.province}`)).toEqual([
      'median d',
      'within_limit b',
    ]);
  });

  it('keeps zeros, silent bodies, changes and large groups alone where asked', () => {
    expect(order([figure('a', 0), figure('b', 2), figure('c', null)], { zero: true })).toBe('a');
    const bodies = (province: string, value: number, n: number) =>
      figure(province, value, 'ok', { statistic: 'zero', n });
    expect(order([bodies('a', 1, 1), bodies('b', 0, 1), bodies('c', 3, 9)], { zero: true })).toBe(
      'a',
    );
    const small = arrange([figure('a', 1, 'ok', { n: 9 }), figure('b', 2)], { minN: 10 }, label);
    expect([places(small.rows), small.leftOut.minN]).toEqual(['b', 1]);
    const against = (province: string, value: number, base: number | null) =>
      figure(province, value, 'ok', {
        comparison: { base: { value: base }, difference: value - (base ?? 0) } as never,
      });
    const compared = [against('a', 3, 3), against('b', 3, null), against('c', 3, 8)];
    expect(order(compared, { changed: true })).toBe('b c');
    expect(order(compared, { sort: 'change' })).toBe('c a b');
  });

  it('sorts by a dimension by its label, and checks the name of a key', () => {
    const named = [figure('b', 1), figure('unknown', 2), figure('a', 3)];
    expect(order(named, { sort: 'province' })).toBe('a b unknown');
    expect(order(named, { sort: '-province' })).toBe('b a unknown');
    expect(readSort('-gender', ['sex'])).toBe('-sex');
    expect(() => readSort('valeu', ['sex'])).toThrow(/Did you mean "value"/);
    expect(() => readSort('agency', ['sex'])).toThrow(/cannot be sorted by "agency"/);
  });

  it('loses and invents nothing: what is shown and left out are all figures', () => {
    const any = fc.record({
      value: fc.option(fc.integer({ min: -3, max: 3 })),
      status: fc.constantFrom<FigureStatus>('not_available', 'below_minimum', 'not_reached'),
      n: fc.integer({ min: 0, max: 30 }),
      code: fc.constantFrom('11', '12', 'unknown'),
    });
    const how = fc.record({
      sort: fc.option(fc.constantFrom('value', '-value', 'n', 'code', 'province'), {
        nil: undefined,
      }),
      top: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      minN: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      zero: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), how, (list, arrangement) => {
        const all = list.map(({ value, status, n, code }) =>
          figure(code, value, value === null ? status : 'ok', { n }),
        );
        const { rows: shown, leftOut } = arrange(all, arrangement, label);
        const gone = Object.values(leftOut).reduce((sum, n) => sum + n, 0);
        expect(shown.length + gone).toBe(all.length);
        expect(new Set(shown).size).toBe(shown.length);
        if (arrangement.top !== undefined && (arrangement.sort ?? '-value') === '-value') {
          const values = shown.flatMap((row) => (row.value === null ? [] : [row.value]));
          expect(values).toEqual([...values].sort((a, b) => b - a));
          expect(shown.length - arrangement.top).toBeLessThanOrEqual(
            shown.filter((row) => row.value === shown[(arrangement.top as number) - 1]?.value)
              .length,
          );
        }
      }),
    );
  });
});

describe('bars', () => {
  it('are eighths of a character, and something is seen wherever there is something', () => {
    expect(bar(1, 4)).toBe('████');
    expect(bar(0.5, 4)).toBe('██');
    expect(bar(0.53125, 4)).toBe('██▏');
    expect(bar(0.0001, 4)).toBe('▏');
    expect(bar(0, 4)).toBe('');
    expect(bar(7, 4)).toBe('████');
  });

  it('fill to 100 % for shares, to the largest figure for all else', () => {
    const counts = [figure('a', 4), figure('b', 1), figure('c', null)];
    const filled = barParts(counts);
    expect(counts.map((row) => filled.get(row))).toEqual([1, 0.25, undefined]);
    const shares = [0.4, 0.1].map((value) => figure('a', value, 'ok', { unit: 'share' }));
    expect([...barParts(shares).values()]).toEqual([0.4, 0.1]);
    expect(barParts([figure('a', 4)]).size).toBe(0);
  });
});
