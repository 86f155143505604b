import { z } from 'zod';
import { units } from './types.ts';

const bilingual = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const name = z.string().regex(/^[a-z][a-z0-9_]*$/);
const named = z.strictObject({
  name,
  label: bilingual,
  /** Another word for it wherever a person types. */
  alias: z.string().min(1).optional(),
});

/** Whether values may be summed: over groups and periods, over groups alone, or never. */
const additivities = ['yes', 'within_period', 'no'] as const;

/** What a metric counts; each case is one of these. */
const populations = ['reports', 'forwardings', 'resolutions', 'pending', 'bodies'] as const;

/** Which way is better; neutral where neither is. */
const directions = ['up_is_better', 'down_is_better', 'neutral'] as const;
export type Direction = (typeof directions)[number];

/** The shape of a metric in dbt's semantic layer, as far as it goes, with words in both languages. */
const metric = z.strictObject({
  name,
  label: bilingual,
  description: bilingual,
  type: z.enum(['simple', 'ratio', 'derived', 'conversion']),
  type_params: z.strictObject({
    measure: z.string().optional(),
    numerator: z.string().optional(),
    denominator: z.string().optional(),
    expr: z.string().optional(),
    metrics: z.array(name).optional(),
    conversion: z
      .strictObject({ entity: z.string(), base: z.string(), conversion: z.string() })
      .optional(),
  }),
  filter: z.string().min(1).optional(),
  config: z.strictObject({
    meta: z.strictObject({
      unit: z.enum(units),
      population: z.enum(populations),
      clock: name.optional(),
      direction: z.enum(directions),
      statistics: z.array(name).min(1),
      /** These go before those of the statistics; `incidence` stands for every horizon. */
      formula: z.record(name, bilingual).default({}),
      minimum_n: z.record(name, z.int().min(1)).default({}),
      additive: z.record(name, z.enum(additivities)).default({}),
      methods: z.record(name, z.array(name)).default({}),
      directions: z.record(name, z.enum(directions)).default({}),
      caveats: z.array(bilingual).default([]),
      /** Where it is explained. */
      source: z.string().min(1),
      /** Raised where the code counts otherwise and no other word here says so. */
      definition_version: z.int().min(1).optional(),
    }),
  }),
});

const statistic = named.extend({
  /** `cases`: the unit of what the metric counts. */
  unit: z.enum(['cases', ...units]),
  formula: bilingual,
  methods: z.array(name),
  additive: z.enum(additivities),
  /** Where it is not the metric's: more reached within days is better where less time is. */
  direction: z.enum(directions).optional(),
  /** Fewer cases give no value. */
  minimum_n: z.int().min(1).optional(),
});

const clock = z.strictObject({
  name,
  starts: bilingual,
  waits_for: bilingual,
  competing: z.array(name),
  limit: bilingual.optional(),
});

const dimension = named.extend({
  description: bilingual,
  /** False: it comes of the metric and cannot be asked for. */
  query: z.boolean().default(true),
});

const method = z.strictObject({
  name,
  label: bilingual,
  citation: z.string().min(1),
  /** Relative to metrics/estimators/. */
  file: z.string().regex(/\.ts$/),
});

export const catalogueFile = z.strictObject({
  metrics: z.array(metric).default([]),
  statistics: z.array(statistic).default([]),
  clocks: z.array(clock).default([]),
  dimensions: z.array(dimension).default([]),
  fields: z.array(named).default([]),
  methods: z.array(method).default([]),
  unknown: bilingual.optional(),
});

export type MetricFileEntry = z.infer<typeof metric>;
export type StatisticEntry = z.infer<typeof statistic>;
export type ClockEntry = z.infer<typeof clock>;
export type DimensionEntry = z.infer<typeof dimension>;
export type MethodEntry = z.infer<typeof method>;
export type NamedEntry = z.infer<typeof named>;
export type Bilingual = z.infer<typeof bilingual>;
export type Additivity = (typeof additivities)[number];
