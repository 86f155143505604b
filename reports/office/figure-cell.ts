import type { BookCell } from '../../base/xlsx-book.ts';
import type { CellStyle } from '../../base/xlsx-styles.ts';
import type { Figure } from '../../release/index.ts';

type NumberStyle = 'whole' | 'decimal' | 'percent';

const styles: Record<Figure['unit'], NumberStyle> = {
  reports: 'whole',
  forwardings: 'whole',
  bodies: 'whole',
  share: 'percent',
  working_days: 'whole',
  per_100k: 'decimal',
  score: 'decimal',
};

/** How a number of a unit looks in a cell; provisional ones bear their sign and stay numbers. */
export function numberStyle(unit: Figure['unit'], provisional = false): CellStyle {
  return provisional ? `${styles[unit]}-provisional` : styles[unit];
}

/** A value of a figure as a typed cell. */
export function valueCell(figure: Figure, value: number | null, provisional = false): BookCell {
  return value === null ? null : { value, style: numberStyle(figure.unit, provisional) };
}
