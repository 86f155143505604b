import { tableFromIPC } from '@uwdata/flechette';
import { describe, expect, it } from 'vitest';
import { figureIpc, figureTable } from '../../metrics/arrow.ts';
import type { Comparison, MetricRow } from '../../metrics/index.ts';

const base: MetricRow = {
  metric: 'resolve',
  statistic: 'incidence_14',
  dims: { quarter: '2026Q3', province: '35' },
  value: 0.1,
  low: 0.05,
  high: 0.3000000000000001,
  numerator: 10,
  denominator: 100,
  n: 100,
  unit: 'share',
  status: 'ok',
  provisional: false,
  as_of: '2026-10-21',
};
const median: MetricRow = {
  ...base,
  statistic: 'median',
  dims: { quarter: '2026Q3', sex: 'unknown' },
  value: null,
  low: 60,
  high: null,
  numerator: null,
  n: 2_147_483_647,
  unit: 'working_days',
  status: 'not_reached',
  provisional: true,
  as_of: '2024-02-29',
};
const rows = [base, median];

/** Every cell of a file, by column. */
function cells(bytes: Uint8Array): Record<string, unknown[]> {
  const table = tableFromIPC(bytes, { useDate: true });
  return Object.fromEntries(table.names.map((name) => [name, [...(table.getChild(name) ?? [])]]));
}

describe('figures as Arrow', () => {
  it('come back as they were, null where a dimension is not part of the figure', () => {
    expect(cells(figureIpc(rows))).toEqual({
      metric: ['resolve', 'resolve'],
      statistic: ['incidence_14', 'median'],
      province: ['35', null],
      quarter: ['2026Q3', '2026Q3'],
      sex: [null, 'unknown'],
      value: [0.1, null],
      low: [0.05, 60],
      high: [0.3000000000000001, null],
      numerator: [10, null],
      denominator: [100, 100],
      n: [100, 2_147_483_647],
      unit: ['share', 'working_days'],
      status: ['ok', 'not_reached'],
      provisional: [false, true],
      as_of: [new Date('2026-10-21'), new Date('2024-02-29')],
    });
  });

  it('keep the columns of an empty answer', () => {
    const table = tableFromIPC(figureIpc([], ['province']));
    expect(table.numRows).toBe(0);
    expect(table.names.slice(0, 4)).toEqual(['metric', 'statistic', 'province', 'value']);
    expect(figureTable(rows, ['sex']).names).not.toContain('province');
  });

  it('carry a comparison in columns of its own', () => {
    const { value, low, high, numerator, denominator, n, status, as_of } = base;
    const comparison: Comparison = {
      with: 'previous',
      withheld: null,
      base: { value, low, high, numerator, denominator, n, status, as_of },
      difference: -0.02,
      ...{ low: -0.05, high: 0.01, ratio: null, ratio_low: null, ratio_high: null },
      ...{ test: 'score', design_effect: 1.5, df: 40, p: 0.2, q: 0.4, clear: false },
      ...{ fcr_low: null, fcr_high: null, family: 12 },
    };
    const compared = { ...base, comparison };
    const table = cells(figureIpc([median, compared]));
    expect(table).toMatchObject({
      compare_with: [null, 'previous'],
      compare_difference: [null, -0.02],
      compare_ratio: [null, null],
      compare_test: [null, 'score'],
      compare_clear: [null, false],
      compare_family: [null, 12],
      compare_base_value: [null, 0.1],
      compare_base_status: [null, 'ok'],
      compare_base_as_of: [null, new Date('2026-10-21')],
    });
    // The types stay where nothing was tested.
    const untested = { ...comparison, test: null, clear: null };
    const schema = (comparison: Comparison) =>
      figureTable([{ ...base, comparison }]).schema.fields.map(({ name, type }) => [
        name,
        type.typeId,
      ]);
    expect(schema(untested)).toEqual(schema(comparison));
  });

  it('are the same bytes each time, in the file format', () => {
    const bytes = figureIpc(rows);
    expect(figureIpc(structuredClone(rows))).toEqual(bytes);
    expect(Buffer.from(bytes).toString('latin1', 0, 6)).toBe('ARROW1');
  });
});
