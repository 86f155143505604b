import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatPercent, roundHalfAway } from '../../base/numbers.ts';

describe('numbers', () => {
  it('rounds half away from zero, in decimal', () => {
    expect(roundHalfAway(1.005, 2)).toBe(1.01);
    expect(roundHalfAway(-1.005, 2)).toBe(-1.01);
    expect(roundHalfAway(2.5, 0)).toBe(3);
    expect(roundHalfAway(-2.5, 0)).toBe(-3);
    expect(roundHalfAway(0.285, 2)).toBe(0.29);
  });

  it('writes numbers as each language has them', () => {
    expect(formatNumber(1234567, 'id')).toBe('1.234.567');
    expect(formatNumber(1234567, 'en')).toBe('1,234,567');
    expect(formatNumber(1234.55, 'id', 1)).toBe('1.234,6');
    expect(formatNumber(999.95, 'en', 1)).toBe('1,000.0');
    expect(formatNumber(-12, 'id')).toBe('−12');
    expect(formatNumber(-0.04, 'id', 1)).toBe('0,0');
    expect(formatPercent(0.1254, 'id')).toBe('12,5 %');
    expect(formatPercent(0.1254, 'en')).toBe('12.5%');
    expect(formatPercent(1, 'id', 0)).toBe('100 %');
  });

  it('can be read back, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        const read = (text: string, group: string) =>
          Number(text.replaceAll(group, '').replace('−', '-'));
        return read(formatNumber(n, 'id'), '.') === n && read(formatNumber(n, 'en'), ',') === n;
      }),
    );
  });
});
