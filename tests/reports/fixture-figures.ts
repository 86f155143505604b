import type { Figure } from '../../release/index.ts';

type Dims = Figure['dims'];
const z = 1.959963984540054;

/** Wilson's interval, written here again so that the fixture owes nothing to the metrics. */
export function wilson(numerator: number, denominator: number): [number, number] {
  const p = numerator / denominator;
  const z2 = z * z;
  const centre = (p + z2 / (2 * denominator)) / (1 + z2 / denominator);
  const half =
    (z / (1 + z2 / denominator)) *
    Math.sqrt((p * (1 - p)) / denominator + z2 / (4 * denominator * denominator));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

const six = (value: number) => Math.round(value * 1e6) / 1e6;

/** Numbers that look random and are the same on every machine (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Maker {
  period: string;
  asOf: string;
  /** Working days from the end of a quarter to its as-of day. */
  age: number;
  figures: Figure[];
}

export function add(
  maker: Maker,
  part: Partial<Figure> & Pick<Figure, 'metric' | 'statistic' | 'dims' | 'unit'>,
): Figure {
  const { dims } = part;
  const query = Object.entries(dims)
    .filter(([name, code]) => !(name === 'quarter' && code === maker.period))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, code]) => `${name}=${encodeURIComponent(code as string)}`)
    .join('&');
  const figure: Figure = {
    value: null,
    low: null,
    high: null,
    numerator: null,
    denominator: null,
    n: 0,
    status: 'ok',
    provisional: false,
    ...cut(maker, dims.quarter, part.statistic),
    ...part,
    id: `${maker.period}/v1/${part.metric}.${part.statistic}${query ? `?${query}` : ''}`,
  };
  maker.figures.push(figure);
  return figure;
}

export function count(maker: Maker, metric: string, dims: Dims, n: number): Figure {
  const half = z * Math.sqrt(n);
  return add(maker, {
    metric,
    statistic: 'count',
    dims,
    unit: 'reports',
    value: n,
    low: six(Math.max(0, n - half)),
    high: six(n + half + 1),
    numerator: n,
    n,
  });
}

export function share(
  maker: Maker,
  metric: string,
  statistic: string,
  dims: Dims,
  numerator: number,
  denominator: number,
  provisional = false,
): Figure {
  const base = {
    metric,
    statistic,
    dims,
    unit: 'share' as const,
    numerator,
    denominator,
    n: denominator,
    provisional,
  };
  if (denominator < 10) return add(maker, { ...base, status: 'below_minimum' });
  const [low, high] = wilson(numerator, denominator);
  return add(maker, {
    ...base,
    value: six(numerator / denominator),
    low: six(low),
    high: six(high),
  });
}

const ends: Record<string, string> = { '1': '04-22', '2': '07-21', '3': '10-21', '4': '01-22' };
const lasts: Record<string, string> = { '1': '03-31', '2': '06-30', '3': '09-30', '4': '12-31' };

/** Earlier quarters are cut at the same age; the 60-day horizon at the release's day. */
function cut(maker: Maker, quarter: string | undefined, statistic: string) {
  const age_working_days = quarter ? maker.age : null;
  if (!quarter || quarter === maker.period) return { as_of: maker.asOf, age_working_days };
  if (statistic === 'incidence_60') return { as_of: maker.asOf, age_working_days: 78 };
  const number = quarter.slice(5);
  const year = Number(quarter.slice(0, 4));
  if (maker.age === 0) return { as_of: `${year}-${lasts[number]}`, age_working_days };
  return { as_of: `${number === '4' ? year + 1 : year}-${ends[number]}`, age_working_days };
}
