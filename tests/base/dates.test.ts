import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatPeriod,
  parsePeriod,
  previousQuarter,
  quarterOf,
} from '../../base/dates.ts';

describe('dates', () => {
  it('writes days and periods in words', () => {
    expect(formatDate('2026-01-03', 'id')).toBe('3 Januari 2026');
    expect(formatDate('2026-08-17', 'en')).toBe('17 August 2026');
    expect(formatPeriod('2026Q3', 'id')).toBe('triwulan III 2026');
    expect(formatPeriod('2026Q3', 'en')).toBe('the third quarter of 2026');
    expect(formatPeriod('2026-07', 'id')).toBe('Juli 2026');
    expect(formatPeriod('2026', 'id')).toBe('2026');
  });

  it('reads periods and gives their first and last day', () => {
    expect(parsePeriod('2024q1')).toEqual({
      id: '2024Q1',
      kind: 'quarter',
      first: '2024-01-01',
      last: '2024-03-31',
    });
    expect(parsePeriod('2024-02')).toMatchObject({ first: '2024-02-01', last: '2024-02-29' });
    expect(parsePeriod('2025-02')).toMatchObject({ last: '2025-02-28' });
    expect(parsePeriod('2026')).toMatchObject({ first: '2026-01-01', last: '2026-12-31' });
    for (const wrong of ['2026Q5', 'Q3', '2026-13', '2026Q', '', '26Q1']) {
      expect(parsePeriod(wrong), wrong).toBeUndefined();
    }
  });

  it('steps back over years', () => {
    expect(previousQuarter('2026Q1')).toBe('2025Q4');
    expect(previousQuarter('2026Q3', 7)).toBe('2024Q4');
    expect(quarterOf('2026-12-31')).toBe('2026Q4');
  });

  it('puts every day into the quarter whose bounds hold it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2013-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const quarter = parsePeriod(quarterOf(day));
          return quarter !== undefined && quarter.first <= day && day <= quarter.last;
        },
      ),
    );
  });
});
