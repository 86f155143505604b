import { type Period, parsePeriod, type Workspace } from '../../base/index.ts';
import { asOfIn, type QueryDimension, queryMetrics, readContext } from '../../metrics/index.ts';
import { basisOf, limitValuesOn } from '../../release/basis.ts';
import { findBreaks } from '../../release/breaks/find-breaks.ts';
import type { KeyedRows } from '../../release/compute.ts';
import { figureKey } from '../../release/figure-id.ts';
import { furtherFiles } from '../../release/further.ts';
import { type Manifest, sealedVersions, type TableName } from '../../release/index.ts';
import { draftManifest } from '../../release/manifest.ts';
import { predecessorOf, seriesBefore } from '../../release/predecessor.ts';
import { preparePublic } from '../../release/public/prepare-public.ts';
import { rounded } from '../../release/rounding.ts';
import { type ReleaseContent, writeRelease } from '../../release/write.ts';
import type { Session } from '../../warehouse/index.ts';

const tables: [TableName, QueryDimension[]][] = [
  ['headline', []],
  ['by_sex', ['sex']],
  ['by_province', ['province']],
  ['by_agency', ['agency']],
];

const ksp = {
  ...{ name: 'ksp', scope: {}, coordinates: [] },
  family: { name: 'ksp', label: { id: '', en: '' }, comparisons: [] },
};

const metrics = ['received.count', 'resolved', 'resolve.within_limit', 'backlog.count'] as const;

/**
 * Seals the next version of a quarter with few tables of few metrics, of the quarter and the one before,
 * as `sealRelease` would: a twentieth of its work. Where the workspace has a public side, with it.
 * @param session on the warehouse of a fixture
 */
export async function sealSmall(
  workspace: Workspace,
  period: string,
  session: Session,
  before: string,
  more: Partial<Manifest> = {},
): Promise<Manifest> {
  const context = await readContext(session);
  const asOf = asOfIn(context, parsePeriod(period) as Period, 15);
  const made = new Map<TableName, KeyedRows>();
  for (const [table, by] of tables) {
    const rows = await queryMetrics(
      session,
      {
        metrics: by.includes('agency') ? ['received.count' as const] : [...metrics],
        ...{ by: ['quarter', ...by], period: [period, before], asOfWorkingDays: 15 },
      },
      context,
    );
    const keyed = rows.map((row): KeyedRows[number] => [
      figureKey(period, row.metric, row.statistic, row.dims),
      rounded(row),
    ]);
    made.set(table, keyed);
  }
  const draft = await draftManifest(
    ...([workspace, session, context, parsePeriod(period) as Period, asOf, made] as const),
  );
  const quarter = parsePeriod(period) as Period;
  const earlier = predecessorOf(workspace, period);
  const basis = await basisOf(workspace, session, quarter, asOf.asOf, earlier?.basis);
  const series = seriesBefore(workspace, period);
  const then = await limitValuesOn(workspace, session, series?.first ?? quarter.first);
  const manifest = {
    ...{ ...draft, basis, breaks: findBreaks(period, series, basis, then) },
    version: (sealedVersions(workspace, period).at(-1) ?? 0) + 1,
    ...{ reason: null, supersedes: null, figures: 0, figures_sha256: '', ...more },
  };
  const content: ReleaseContent = {
    ...{ manifest, tables: made, comparisons: [], labels: [] },
    further: furtherFiles(workspace, session, period)(manifest, made),
  };
  if (!workspace.config.release.public) return await writeRelease(workspace, session, [content]);
  const open = await preparePublic({
    workspace,
    session,
    context,
    period: quarter,
    asOf: asOf.asOf,
  });
  return await writeRelease(workspace, session, [content], { draft: open, recipients: [ksp] });
}
