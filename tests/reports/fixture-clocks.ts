import type { Figure } from '../../release/index.ts';
import type { Cohort, Kind } from './fixture.ts';
import { add, type Maker, share, wilson } from './fixture-figures.ts';

interface Clock {
  name: string;
  ceiling: number;
  scale: number;
  shape: number;
  limit: number;
}

const clocks: Clock[] = [
  { name: 'verify', ceiling: 0.955, scale: 2.1, shape: 0.9, limit: 3 },
  { name: 'respond_agency', ceiling: 0.88, scale: 6.2, shape: 0.85, limit: 5 },
  { name: 'respond_citizen', ceiling: 0.9, scale: 8.4, shape: 0.95, limit: 8 },
  { name: 'resolve', ceiling: 0.79, scale: 21, shape: 1.0, limit: 14 },
];

const horizons = [3, 5, 14, 60];
const unit = 'working_days' as const;
const six = (value: number) => Math.round(value * 1e6) / 1e6;

/** The clocks of one cohort; without an event log every one is `not_available`. */
export function clockRows(maker: Maker, kind: Kind, cohort: Cohort, valid: number): void {
  const { dims, quality, quarterIndex } = cohort;
  for (const clock of clocks) {
    const metric = clock.name;
    if (kind === 'bare' || (kind === 'foreign' && metric !== 'resolve')) {
      for (const statistic of [
        'incidence_3',
        'incidence_5',
        'incidence_14',
        'incidence_60',
        'within_limit',
      ]) {
        add(maker, { metric, statistic, dims, unit: 'share', status: 'not_available' });
      }
      for (const statistic of ['median', 'p90'])
        add(maker, { metric, statistic, dims, unit, status: 'not_available' });
      continue;
    }
    const at = (day: number) =>
      Math.min(
        1,
        clock.ceiling *
          Math.min(1.1, 0.5 + quality / 2) *
          (1 - Math.exp(-(((day + 0.6) / clock.scale) ** clock.shape))),
      );
    const own = quarterIndex === 7;
    for (const horizon of horizons) {
      share(
        maker,
        metric,
        `incidence_${horizon}`,
        dims,
        Math.round(valid * at(horizon)),
        valid,
        own && horizon === 60,
      );
    }
    const mature = own && metric === 'resolve' ? Math.round(valid * 0.74) : valid;
    share(
      maker,
      metric,
      'within_limit',
      dims,
      Math.round(mature * at(clock.limit)),
      mature,
      own && metric === 'resolve',
    );
    add(maker, {
      metric,
      statistic: 'started',
      dims,
      unit: 'reports',
      value: valid,
      n: valid,
      numerator: valid,
    });
    for (const [index, statistic] of [
      'time_unknown',
      'time_invalid',
      'calendar_missing',
    ].entries()) {
      const value = index === 2 ? 0 : Math.round(valid * 0.002 * (2 - index));
      add(maker, { metric, statistic, dims, unit: 'reports', value, numerator: value, n: value });
    }
    percentile(maker, metric, 'median', 0.5, at, dims, valid, own);
    percentile(maker, metric, 'p90', 0.9, at, dims, valid, own);
    if (Object.keys(dims).length === 1 && quarterIndex >= 6)
      curve(maker, metric, at, dims, valid, own);
  }
}

function percentile(
  maker: Maker,
  metric: string,
  statistic: string,
  q: number,
  at: (day: number) => number,
  dims: Figure['dims'],
  n: number,
  own: boolean,
) {
  const base = { metric, statistic, dims, unit, n, denominator: n };
  if (n * Math.min(q, 1 - q) < 5) {
    add(maker, { ...base, status: 'below_minimum' });
    return;
  }
  const reach = (level: number) =>
    Array.from({ length: 78 }, (_, day) => day).find((day) => at(day) >= level);
  const value = reach(q);
  const half = 2 * Math.sqrt((q * (1 - q)) / n);
  if (value === undefined)
    add(maker, { ...base, status: 'not_reached', low: 77, provisional: own });
  else add(maker, { ...base, value, low: reach(q - half) ?? value, high: reach(q + half) ?? null });
}

const curves = new WeakMap<Maker, Figure[]>();

function curve(
  maker: Maker,
  metric: string,
  at: (day: number) => number,
  dims: Figure['dims'],
  n: number,
  own: boolean,
) {
  const start = maker.figures.length;
  for (let day = 0; day <= 77; day += 1) {
    const k = Math.round(n * at(day));
    const [low, high] = wilson(k, n);
    add(maker, {
      metric,
      statistic: 'incidence',
      dims: { ...dims, day: String(day) },
      unit: 'share',
      value: six(k / n),
      low: six(low),
      high: six(high),
      numerator: k,
      denominator: n,
      n,
      provisional: own && day > 15,
    });
  }
  const made = maker.figures.splice(start);
  curves.set(maker, [...(curves.get(maker) ?? []), ...made]);
}

/** The incidence curves made so far, for the table `curve`. */
export function curveRows(maker: Maker): Figure[] {
  return curves.get(maker) ?? [];
}
