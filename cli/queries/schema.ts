import { z } from 'zod';
import { compareModes } from '../../metrics/index.ts';

const bilingual = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });

/** One question to the metrics; what is `asked` comes from the command line. */
const step = z.strictObject({
  title: bilingual.optional(),
  metrics: z.array(z.string()).min(1),
  by: z.union([z.array(z.string()), z.literal('asked')]).default([]),
  where: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  /** `revision`: with what was known when the period was first complete, or on the day of `--since`. */
  compare: z.enum([...compareModes, 'revision']).optional(),
  /** `last: 8`: the quarter asked for and the seven before it. */
  period: z
    .union([
      z.enum(['asked', 'previous', 'year']),
      z.strictObject({ last: z.int().min(2).max(40) }),
    ])
    .default('asked'),
  /** With a comparison: what the mix of categories makes of it. */
  adjust: z.literal('category').optional(),
  sort: z.string().optional(),
  top: z.int().min(1).optional(),
  zero: z.boolean().optional(),
  min_n: z.int().min(1).optional(),
  /** Only figures that differ from what they are compared with. */
  changed: z.boolean().optional(),
});

export const queryFile = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: bilingual,
  question: bilingual,
  steps: z.array(step).min(1),
  notes: z.array(bilingual).default([]),
});

/** A question that is asked every quarter, with its name. */
export type SavedQuery = z.infer<typeof queryFile>;
export type QueryStep = z.infer<typeof step>;
