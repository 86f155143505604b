import type { MetricRow } from '../metrics/index.ts';

/** All that a figure says, in one text: equal text, equal figure, whatever its version. */
export function figureContent(figure: MetricRow): string {
  const { value, low, high, numerator, denominator, n, status, provisional, as_of } = figure;
  return JSON.stringify([value, low, high, numerator, denominator, n, status, provisional, as_of]);
}
