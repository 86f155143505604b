import type { Lang } from '../base/index.ts';
import type { MetricsCatalogue } from './catalogue.ts';
import type { Additivity, MetricFileEntry } from './catalogue-schema.ts';
import type { Unit } from './types.ts';

type Meta = MetricFileEntry['config']['meta'];

/** What a figure means, in one language; codes are left as they are. */
export interface FigureDefinition {
  metric: string;
  statistic: string;
  meaning: string;
  formula: string;
  unit: Unit;
  population: Meta['population'];
  /** From what to what, what competes, and the limit; null where time plays no part. */
  clock: string | null;
  minimum_n: number | null;
  direction: Meta['direction'];
  additive: Additivity;
  caveats: string[];
  /** Citations of its estimator and its interval. */
  source: string;
}

/** The definition of every statistic of every metric, in the catalogue's order. */
export function figureDefinitions(catalogue: MetricsCatalogue, lang: Lang): FigureDefinition[] {
  const labelOf = (name: string) =>
    catalogue.metrics.find((metric) => metric.name === name)?.label[lang] ?? name;
  const clocks = new Map(
    catalogue.clocks.map(({ name, starts, waits_for, competing, limit }) => {
      const ends = competing.map(labelOf).join(', ');
      const within = limit === undefined ? '' : `; ${limit[lang]}`;
      return [name, `${starts[lang]} → ${waits_for[lang]} | ${ends}${within}`];
    }),
  );
  return catalogue.metrics.flatMap((metric) =>
    metric.details.map((detail) => ({
      metric: metric.name,
      statistic: detail.name,
      meaning: metric.description[lang],
      formula: detail.formula[lang],
      unit: detail.unit,
      population: metric.population,
      clock: (metric.clock !== undefined && clocks.get(metric.clock)) || null,
      minimum_n: detail.minimum_n,
      direction: detail.direction,
      additive: detail.additive,
      caveats: metric.caveats.map((caveat) => caveat[lang]),
      source: detail.methods.map(({ citation }) => citation).join('; '),
    })),
  );
}
