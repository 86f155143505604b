import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../../base/atomic-file.ts';
import { BuktiError, exitStatus, type Workspace } from '../../base/index.ts';
import type { Session } from '../../warehouse/index.ts';
import type { Where } from '../plan/spec.ts';

const weightsFile = z.strictObject({
  format: z.literal(1),
  /** The calendar year whose mix it is. */
  year: z.string().regex(/^\d{4}$/),
  version: z.int().min(1),
  /** Day up to which the sources were known when it was frozen. */
  known_to: z.string().nullable(),
  reports: z.int().min(0),
  categories: z.record(z.string(), z.int().min(0)),
});

/** The standard that groups are weighed to: reports of a year by category. */
export type StandardWeights = z.infer<typeof weightsFile>;

/**
 * The category mix of the last full calendar year before a period: read from the workspace where it
 * was frozen before, else counted and frozen, so that a gap does not move because its standard did.
 * @param year of the period that is compared; the standard is the year before
 * @throws BuktiError `metrics.weights-broken`, `metrics.no-weights` where the reports do not span that whole year
 */
export async function standardWeights(
  workspace: Workspace,
  session: Session,
  year: number,
): Promise<StandardWeights> {
  const standard = String(year - 1);
  const folder = path.join(workspace.data, 'weights');
  const file = path.join(folder, `category-${standard}.json`);
  if (existsSync(file)) return readWeights(file);
  const weights = await countWeights(session, standard);
  mkdirSync(folder, { recursive: true });
  writeAtomically(file, `${JSON.stringify(weights, null, 2)}\n`);
  return weights;
}

/** The mix as it is known now. Reports of an unknown category are no part of it. */
export async function countWeights(session: Session, year: string): Promise<StandardWeights> {
  const span = await session.row<{ first: string | null; last: string | null }>(
    'select min(submitted_date) as first, max(submitted_date) as last from fct_complaint',
  );
  // A quiet week at either end is no hole.
  if ((span?.first ?? '9') > `${year}-01-07` || (span?.last ?? '') < `${year}-12-25`) {
    throw new BuktiError('metrics.no-weights', { year }, exitStatus.usage);
  }
  const rows = await session.rows<{ category: string; n: number }>(
    `select category_code as category, count(*) as n from fct_complaint
    where year = cast($1 as integer) and category_code <> 'unknown' group by category_code
    order by category_code`,
    [year],
  );
  const known = await session.row<{ day: string | null }>(
    'select max(known_to) as day from meta_source',
  );
  return {
    format: 1,
    year,
    version: 1,
    known_to: known?.day ?? null,
    reports: rows.reduce((sum, { n }) => sum + n, 0),
    categories: Object.fromEntries(rows.map(({ category, n }) => [category, n])),
  };
}

function readWeights(file: string): StandardWeights {
  try {
    return weightsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new BuktiError('metrics.weights-broken', { file });
  }
}

/** The standard within the categories and sectors that a query is filtered to. */
export function weightsWithin(
  weights: StandardWeights,
  where: Where,
  sectors: ReadonlyMap<string, string>,
): StandardWeights {
  const isIn = (codes: string | readonly string[] | undefined, code: string) =>
    codes === undefined || [codes].flat().includes(code);
  const kept = Object.entries(weights.categories).filter(
    ([category]) =>
      isIn(where.category, category) && isIn(where.sector, sectors.get(category) ?? 'unknown'),
  );
  return {
    ...weights,
    reports: kept.reduce((sum, [, n]) => sum + n, 0),
    categories: Object.fromEntries(kept),
  };
}
