import type { Figure } from '../../release/index.ts';
import type { Context } from '../sections/context.ts';

export interface ChartPoint {
  label: string;
  /** Without one, the place stays empty: a quarter of which the release says nothing. */
  figure: Figure | undefined;
  /** Hollow or dashed: provisional; grey: a reference, not one of the groups. */
  look?: 'provisional' | 'reference';
}

/** A chart of a slide: its data are figures, its look is the slide's. */
export interface NativeChart {
  /** Rows from the top, columns from the left, or a line over time. */
  kind: 'rows' | 'columns' | 'line';
  /** The measure: the head of its column under "Edit data". */
  name: string;
  points: readonly ChartPoint[];
  /** Reads the data in a sentence, for those who do not see it. */
  description: string;
  /** Intervals as bars of error. */
  intervals: boolean;
}

export const numberFormats: Record<Figure['unit'], string> = {
  reports: '#,##0',
  forwardings: '#,##0',
  bodies: '#,##0',
  share: '0.0%',
  working_days: '#,##0',
  per_100k: '#,##0.0',
  score: '0.00',
};

/** How far an interval reaches from its value; 0 where it has no end. */
export function reach(figure: Figure | undefined): { plus: number; minus: number } {
  const { value, low, high } = figure ?? { value: null, low: null, high: null };
  if (value === null) return { plus: 0, minus: 0 };
  return {
    plus: high === null ? 0 : Math.max(0, high - value),
    minus: low === null ? 0 : Math.max(0, value - low),
  };
}

/** `39,2 % (37,1 s.d. 41,3)` as plain text. */
export function withInterval(context: Context, figure: Figure): string {
  const interval = context.interval(figure).text.replace(/<[^>]*>/g, '');
  return interval ? `${context.written(figure)} (${interval})` : context.written(figure);
}
