import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BuktiError, exitStatus, layered, type Workspace } from '../base/index.ts';
import { readYamlFile } from '../base/yaml-file.ts';
import type { Session } from '../warehouse/index.ts';
import type { MetricsContext } from './context.ts';
import { dimension, filterDimension } from './dimensions.ts';
import { type MetricQuery, queryFamily } from './query.ts';
import { compareModes, type MetricRow } from './types.ts';

const bilingual = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const familyFile = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_-]*$/),
  label: bilingual,
  comparisons: z
    .array(
      z.strictObject({
        metrics: z.array(z.string()).min(1),
        by: z.array(z.string()).default([]),
        where: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
        compare: z.enum(compareModes),
      }),
    )
    .min(1),
});

/** Comparisons declared before they are made, over which "clear" is judged. */
export type Family = z.infer<typeof familyFile>;

/**
 * Reads `metrics/families/<name>.yml` of the models; a user's file lies over the shipped one.
 * @throws BuktiError `metrics.no-family`, `metrics.family-syntax`, `metrics.family-value`
 */
export function readFamily(workspace: Workspace, name: string): Family {
  const folder = path.join('metrics', 'families');
  const file = layered(workspace.models, folder, `${name}.yml`);
  if (!file) {
    const names = workspace.models
      .map((layer) => path.join(layer, folder))
      .flatMap((one) => (existsSync(one) ? readdirSync(one) : []))
      .map((one) => one.replace(/\.yml$/, ''));
    const known = [...new Set(names)].join(', ') || '-';
    throw new BuktiError('metrics.no-family', { name, known }, exitStatus.usage);
  }
  const keys = { syntax: 'metrics.family-syntax', value: 'metrics.family-value' } as const;
  return readYamlFile(file, familyFile, keys).data;
}

/** The queries of a family for one period. */
export function familyQueries(
  family: Family,
  query: Pick<MetricQuery, 'period' | 'asOf' | 'asOfWorkingDays'>,
): MetricQuery[] {
  return family.comparisons.map(({ metrics, by, where, compare }) => ({
    ...query,
    metrics,
    by: by.map(dimension),
    where: Object.fromEntries(
      Object.entries(where).map(([name, codes]) => [filterDimension(name), codes]),
    ),
    compare,
  }));
}

/**
 * All figures of a family with their comparisons, judged together: those with `comparison.clear` are
 * the clear findings of a report.
 */
export async function familyFindings(
  session: Session,
  family: Family,
  query: Pick<MetricQuery, 'period' | 'asOf' | 'asOfWorkingDays'>,
  context?: MetricsContext,
): Promise<MetricRow[]> {
  const answers = await queryFamily(session, familyQueries(family, query), context);
  return answers.flat();
}
