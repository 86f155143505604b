import { z } from 'zod';

const bilingual = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const name = z.string().regex(/^[a-z][a-z0-9_]*$/);
const share = z.number().min(0).max(1);

const group = z.strictObject({
  code: z.string().min(1),
  label: bilingual,
  of: z.array(name).min(2),
});

const dimension = z.strictObject({
  name,
  label: bilingual,
  /** Dimensions of the metrics, finest first. */
  levels: z.array(name).min(1),
  /** Of regions: provinces as they were before others were cut from them are codes too. */
  former: z.boolean().default(false),
  /** Codes of the coarser level, where it is no dimension of the metrics. */
  groups: z.record(name, z.array(group)).default({}),
});

const table = z.strictObject({
  name,
  label: bilingual,
  by: z.record(name, name).refine((by) => Object.keys(by).length > 0, 'a table needs a dimension'),
  measures: z.array(z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/)).default(['received.count']),
  never_coarsened: z.boolean().default(false),
});

const coarsening = z.strictObject({
  quarters: z.int().min(1).max(8),
  small_cells: share,
  sensitive_cells: share,
  order: z.array(name),
  rules: z.array(z.enum(['dominated', 'attribute', 'sensitive', 'small'])).min(1),
  most_steps: z.int().min(0).max(4),
  local_share: share.default(0),
});

/** Any file of `publish/`: together they hold each part once. */
export const publishFile = z.strictObject({
  version: z.int().min(1).optional(),
  threshold: z.int().min(2).optional(),
  sensitive_threshold: z.int().min(2).optional(),
  coarsening: coarsening.optional(),
  dimensions: z.array(dimension).default([]),
  tables: z.array(table).default([]),
});

export type PublishDimension = z.infer<typeof dimension>;
export type PublishTable = z.infer<typeof table>;
export type Coarsening = z.infer<typeof coarsening>;
