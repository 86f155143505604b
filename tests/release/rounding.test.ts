import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricRow, Unit } from '../../metrics/index.ts';
import { figureKey } from '../../release/figure-id.ts';
import { rounded } from '../../release/rounding.ts';

const row = (value: number, unit: Unit): MetricRow => ({
  metric: 'resolved',
  statistic: 'share',
  dims: {},
  value,
  low: null,
  high: value,
  numerator: null,
  denominator: null,
  n: 1,
  unit,
  status: 'ok',
  provisional: false,
  as_of: '2026-10-21',
});

describe('rounding', () => {
  it('is decimal, half away from zero, as decimal.js has it', () => {
    const decimals: [Unit, number][] = [
      ['share', 6],
      ['per_100k', 6],
      ['reports', 2],
      ['working_days', 0],
    ];
    const shares = fc.tuple(fc.nat(4_000_000), fc.integer({ min: 1, max: 4_000_000 }));
    const values = fc.oneof(
      shares.map(([part, whole]) => part / whole),
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      fc.integer({ min: -1e6, max: 1e6 }).map((n) => (n + 0.5) / 1e6),
    );
    fc.assert(
      fc.property(values, fc.constantFrom(...decimals), (value, [unit, digits]) => {
        const exact = new Decimal(value).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).toNumber();
        const found = rounded(row(value, unit));
        expect(found.value).toBeCloseTo(exact, 12);
        expect(found.value?.toFixed(6)).toBe(exact.toFixed(6));
        expect(found.high).toBe(found.value);
        expect(found.low).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the id of a figure', () => {
  it('has its dimensions in alphabetical order and leaves out the own quarter', () => {
    const dims = { sex: 'f', category: 'jalan', quarter: '2026Q3' };
    expect(figureKey('2026Q3', 'resolve', 'median', dims)).toBe(
      'resolve.median?category=jalan&sex=f',
    );
    expect(figureKey('2026Q4', 'resolve', 'median', dims)).toBe(
      'resolve.median?category=jalan&quarter=2026Q3&sex=f',
    );
    expect(figureKey('2026Q3', 'received', 'count', {})).toBe('received.count');
    expect(figureKey('2026Q3', 'received', 'count', { agency: 'a&b=c' })).toBe(
      'received.count?agency=a%26b%3Dc',
    );
  });
});
