import { Decimal } from 'decimal.js';
import type { Lang } from './locale.ts';

/**
 * Rounds once, in decimal, half away from zero (the rule for everything published).
 * @param decimals digits after the point
 */
export function roundHalfAway(value: number, decimals: number): number {
  return new Decimal(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toNumber();
}

/** `1234567.5` → `1.234.567,5` (id) or `1,234,567.5` (en); a fixed number of decimals. */
export function formatNumber(value: number, lang: Lang, decimals = 0): string {
  const fixed = new Decimal(value).toFixed(decimals, Decimal.ROUND_HALF_UP);
  const [whole = '0', fraction] = fixed.replace('-', '').split('.');
  const [group, point] = lang === 'id' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group as string);
  const negative = fixed.startsWith('-') && /[1-9]/.test(fixed);
  return `${negative ? '−' : ''}${grouped}${fraction ? point + fraction : ''}`;
}

/** A share (0 to 1) as `12,5 %` (id) or `12.5%` (en), for tables and charts. */
export function formatPercent(share: number, lang: Lang, decimals = 1): string {
  const text = formatNumber(new Decimal(share).times(100).toNumber(), lang, decimals);
  return lang === 'id' ? `${text} %` : `${text}%`;
}
