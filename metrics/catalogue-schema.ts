import { z } from 'zod';
import { metricNames, metricStatistics } from './definitions.ts';
import { units } from './types.ts';

const bilingual = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const named = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: bilingual,
  /** Another word for it wherever a person types. */
  alias: z.string().min(1).optional(),
});

const metric = z
  .strictObject({
    name: z.enum(metricNames),
    label: bilingual,
    description: bilingual,
    unit: z.enum(units),
    population: z.enum(['reports', 'forwardings']),
    clock: z.string().optional(),
    direction: z.enum(['up_is_better', 'down_is_better', 'neutral']),
    statistics: z.array(z.string()).min(1),
    /** By statistic; `incidence` stands for every horizon. */
    minimum_n: z.record(z.string(), z.int().min(1)).default({}),
    caveats: z.array(bilingual).default([]),
    /** Where the formula and its source stand. */
    source: z.string().min(1),
  })
  .refine(
    ({ name, statistics }) => {
      const known: readonly string[] = metricStatistics[name];
      return statistics.every((one) => known.includes(one));
    },
    { path: ['statistics'], error: 'statistics: a statistic that the metric does not have' },
  );

export const catalogueFile = z.strictObject({
  metrics: z.array(metric).default([]),
  statistics: z.array(named).default([]),
  dimensions: z.array(named).default([]),
  fields: z.array(named).default([]),
  unknown: bilingual.optional(),
});

export type MetricEntry = z.infer<typeof metric>;
export type NamedEntry = z.infer<typeof named>;
export type Bilingual = z.infer<typeof bilingual>;
