import type { BookCell } from '../../base/xlsx-book.ts';
import type { CellStyle } from '../../base/xlsx-styles.ts';
import type { Figure, SealedComparison } from '../../release/index.ts';
import { numberStyles } from '../text/number-styles.ts';

/** How a number of a unit looks in a cell; provisional ones bear their sign and stay numbers. */
export function numberStyle(unit: Figure['unit'], provisional = false): CellStyle {
  return provisional ? `${numberStyles[unit]}-provisional` : numberStyles[unit];
}

/** A value of a figure as a typed cell. */
export function valueCell(figure: Figure, value: number | null, provisional = false): BookCell {
  return value === null ? null : { value, style: numberStyle(figure.unit, provisional) };
}

/** A comparison's size and the ends of its interval: a ratio where there is one, else a difference. */
export function sizeCells({ figure, ratio, ...one }: SealedComparison): BookCell[] {
  const byRatio = ratio !== null;
  const values = byRatio
    ? [ratio, one.fcr_low ?? one.ratio_low, one.fcr_high ?? one.ratio_high]
    : [one.difference, one.fcr_low ?? one.low, one.fcr_high ?? one.high];
  const style = byRatio ? 'decimal' : numberStyle(figure.unit);
  return values.map((value) => (value === null ? null : { value, style }));
}
