import { type Period, packageVersion, parsePeriod, type Workspace } from '../base/index.ts';
import { type AsOf, ageOn, type MetricsContext, thinMonths } from '../metrics/index.ts';
import { activeBatches, publishedInfo, type Session } from '../warehouse/index.ts';
import type { KeyedRows } from './compute.ts';
import { releaseInputs } from './inputs.ts';
import type { Manifest, ManifestAge, ManifestField, ManifestSource, TableName } from './types.ts';

/** All of a manifest but what is known only once the files are written. */
export type ManifestDraft = Omit<
  Manifest,
  'version' | 'reason' | 'supersedes' | 'files' | 'figures' | 'figures_sha256'
>;

export async function draftManifest(
  workspace: Workspace,
  session: Session,
  context: MetricsContext,
  period: Period,
  asOf: AsOf,
  tables: ReadonlyMap<TableName, KeyedRows>,
): Promise<ManifestDraft> {
  const sources = await session.rows<ManifestSource>(
    `select source, kind, batches, rows_read, rows_landed, rows_rejected, rows_duplicate,
      known_from, known_to, synthetic from meta_source order by source, kind`,
  );
  const fields = await session.rows<ManifestField>(
    'select field, available, n_known, n_total from meta_field order by field',
  );
  const unresolved = await session.rows<{ dimension: string; names: number; n: number }>(
    `select dimension, count(*) as names, cast(sum(n) as bigint) as n from meta_unresolved
    group by dimension order by dimension`,
  );
  const distinct = async (column: string) =>
    (
      await session.rows<{ value: string }>(
        `select distinct ${column} as value from fct_complaint where ${column} is not null order by 1`,
      )
    ).map((row) => row.value);
  const vintage = await session.row<{ value: string | null }>(
    `select max(population_vintage) as value from dim_region where population_total is not null`,
  );
  const thin = [...(await thinMonths(session, context))].sort();
  return {
    format: 1,
    period: period.id,
    recipient: 'ksp',
    first: period.first,
    last: period.last,
    as_of: asOf.asOf,
    as_of_working_days: workspace.config.release.as_of_working_days,
    ages: agesOf(context, tables),
    covered_to: context.coveredTo,
    coverage_short: asOf.coverageShort,
    provisional: asOf.coverageShort || asOf.asOf < period.last,
    ...(thin.length > 0 ? { thin_months: thin } : {}),
    event_coverage: eventCoverage(tables.get('coverage') ?? []),
    sources,
    fields,
    unresolved,
    synthetic: sources.some((source) => source.synthetic),
    calendars: await distinct('calendar'),
    region_schemes: await distinct('region_scheme'),
    population_vintage: vintage?.value ?? null,
    batches: activeBatches(workspace).map(({ source, kind, batch, known_at }) => ({
      source,
      kind,
      batch,
      known_at,
    })),
    warehouse: publishedInfo(workspace)?.hash ?? '',
    inputs_sha256: releaseInputs(workspace, period.id),
    software: { name: 'bukti', version: packageVersion() },
  };
}

/** Every pair of a quarter and an as-of day in tables, with the working days between. */
export function agesOf(
  context: MetricsContext,
  tables: ReadonlyMap<TableName, KeyedRows>,
): ManifestAge[] {
  const ages = new Map<string, ManifestAge>();
  for (const rows of tables.values()) {
    for (const [, { dims, as_of }] of rows) {
      const period = dims.quarter === undefined ? undefined : parsePeriod(dims.quarter);
      if (!period || ages.has(`${period.id} ${as_of}`)) continue;
      const working_days = ageOn(context, period, as_of);
      ages.set(`${period.id} ${as_of}`, { quarter: period.id, as_of, working_days });
    }
  }
  return [...ages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, age]) => age);
}

function eventCoverage(coverage: KeyedRows): number | null {
  const row = coverage.find(([key]) => key === 'unknown.share?field=events')?.[1];
  if (!row || row.n === 0 || row.value === null) return null;
  return Number((1 - row.value).toFixed(6));
}
