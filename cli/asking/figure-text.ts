import type { Lang } from '../../base/locale.ts';
import { message } from '../../base/messages/index.ts';
import { formatNumber, formatPercent } from '../../base/numbers.ts';
import type {
  Comparison,
  MetricRow as Figure,
  FigureStatus,
  MetricRow,
  Unit,
  Withheld,
} from '../../metrics/index.ts';

/** Digits after the point of what is no share; a unit that is not here is whole. */
const decimals: { [unit in Unit]?: number } = { per_100k: 1, score: 2 };

/** A number in the unit of its figure. */
export function numberText(value: number, unit: Unit, lang: Lang): string {
  if (unit === 'share') return formatPercent(value, lang);
  return formatNumber(value, lang, decimals[unit] ?? 0);
}

/** A figure as text; `...` where it has none, `> 60` where a percentile lies beyond its curve. */
export function figureText(row: MetricRow, lang: Lang): string {
  if (row.value !== null) return numberText(row.value, row.unit, lang);
  if (row.status === 'bounds') return intervalOf(row, lang);
  const beyond = row.status === 'not_reached' && row.low !== null;
  return beyond ? `> ${numberText(row.low as number, row.unit, lang)}` : '...';
}

/** `51,2 % – 53,4 %`; nothing where a figure has no interval. */
export function intervalText(row: MetricRow, lang: Lang): string {
  return row.value === null ? '' : intervalOf(row, lang);
}

export function intervalOf(row: MetricRow, lang: Lang): string {
  if (row.low === null) return '';
  return span(row.low, row.high, (value) => numberText(value, row.unit, lang));
}

/** What is to be known of a figure beside its value, in words. */
export function noteText(row: MetricRow, lang: Lang): string {
  const words = [
    ...(row.status === 'ok' ? [] : [message(lang, statusKeys[row.status])]),
    ...(row.provisional ? [message(lang, 'cli.metrics.provisional')] : []),
    ...(row.caveat ? [message(lang, `asking.caveat.${row.caveat}`)] : []),
    ...withheldText(row.comparison?.withheld, lang),
  ];
  return words.join('; ');
}

/** What a figure's own note does not say already. */
function withheldText(withheld: Withheld | null | undefined, lang: Lang): string[] {
  if (withheld == null || withheld === 'no_comparison' || withheld === 'no_value') return [];
  return [message(lang, `asking.withheld.${withheld}`)];
}

/** The size of a change with its sign: points of a share, else in the unit; of a count its ratio too. */
export function changeText({ unit, comparison }: Figure, lang: Lang): string {
  if (!comparison || comparison.difference === null) return '...';
  const size = signed(comparison.difference, unit, lang);
  const ratio = comparison.ratio ?? null;
  return ratio === null ? size : `${size} (×${formatNumber(ratio, lang, 2)})`;
}

/**
 * The interval of the change, of a count that of its ratio where the difference has none; beside a
 * clear finding the one adjusted to how many were found (FCR).
 */
export function changeInterval({ unit, comparison }: Figure, lang: Lang): string {
  if (!comparison || comparison.difference === null) return '';
  const { clear, fcr_low, fcr_high } = comparison;
  const ofRatio = comparison.low === null && comparison.high === null;
  const adjusted = clear === true && (fcr_low !== null || fcr_high !== null);
  const low = adjusted && !ofRatio ? fcr_low : comparison.low;
  const high = adjusted && !ofRatio ? fcr_high : comparison.high;
  const ratio_low = adjusted ? fcr_low : comparison.ratio_low;
  const ratio_high = adjusted ? fcr_high : comparison.ratio_high;
  if (low !== null) return span(low, high, (value) => signed(value, unit, lang));
  if (ratio_low === null) return '';
  return span(ratio_low, ratio_high, (value) => `×${formatNumber(value, lang, 2)}`);
}

/** What one mix of categories leaves of the gap, or the two parts of a change of a share. */
export function adjustedText({ unit, comparison }: Figure, lang: Lang): string {
  const adjusted = comparison?.adjusted;
  if (!adjusted) return '';
  if (adjusted.method === 'decomposed') {
    if (adjusted.mix === null || adjusted.performance === null) return '...';
    return message(lang, 'asking.adjusted.parts', {
      mix: signed(adjusted.mix, unit, lang),
      performance: signed(adjusted.performance, unit, lang),
    });
  }
  if (adjusted.difference === null) return '...';
  const size = signed(adjusted.difference, unit, lang);
  if (adjusted.low === null) return size;
  return `${size} (${span(adjusted.low, adjusted.high, (value) => signed(value, unit, lang))})`;
}

/** Whether a change can be told from chance, in words. */
export function clearText(comparison: Comparison | undefined, lang: Lang): string {
  if (comparison?.clear == null) return '';
  return message(lang, comparison.clear ? 'asking.clear' : 'asking.not-clear');
}

function signed(value: number, unit: Unit, lang: Lang): string {
  const sign = value > 0 ? '+' : '';
  if (unit !== 'share') return sign + numberText(value, unit, lang);
  const points = formatNumber(value * 100, lang, 1);
  return message(lang, 'asking.points', { points: sign + points });
}

function span(low: number, high: number | null, write: (value: number) => string): string {
  return `${write(low)} – ${high === null ? '' : write(high)}`.trim();
}

const statusKeys = {
  not_reached: 'cli.metrics.not_reached',
  not_available: 'cli.metrics.not_available',
  below_minimum: 'cli.metrics.below_minimum',
  low_coverage: 'cli.metrics.low_coverage',
  bounds: 'cli.metrics.bounds',
} as const satisfies { [status in Exclude<FigureStatus, 'ok'>]: string };
