import type { Dims } from '../metrics/index.ts';

/**
 * `metric.statistic?dim=code&...`, dimensions in alphabetical order, `quarter` left out where it is
 * the release's own. The same in every version of a release.
 */
export function figureKey(period: string, metric: string, statistic: string, dims: Dims): string {
  return `${metric}.${statistic}${dimsKey(period, dims)}`;
}

/** The part of a key from the question mark on; empty without a dimension. */
export function dimsKey(period: string, dims: Dims): string {
  const pairs = Object.entries(dims)
    .filter(([name, code]) => code !== undefined && !(name === 'quarter' && code === period))
    .map(([name, code]) => `${name}=${encodeURIComponent(code)}`)
    .sort();
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** `2026Q3/v1/metric.statistic?dim=code&...` */
export function figureId(period: string, version: number, key: string): string {
  return `${period}/v${version}/${key}`;
}

/** The part of an id that is the same in every version. */
export function keyOfId(id: string): string {
  return id.slice(id.indexOf('/', id.indexOf('/') + 1) + 1);
}

/** The key or id of a figure's comparison: `received.count?province=35&compare=previous`. */
export function comparisonKey(figure: string, mode: string): string {
  return `${figure}${figure.includes('?') ? '&' : '?'}compare=${mode}`;
}
