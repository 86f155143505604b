// Seals a quarter with one table of one metric and its public side, in a process of its own, which a test kills or
// waits for. Of the compiled code, as what users run: it starts three times as fast.
// Usage: seal-child.mjs <workspace root> <quarter>
import { fileURLToPath } from 'node:url';

const dist = new URL('../../dist/', import.meta.url);
const load = (name) => import(new URL(name, dist).href);
const { openWorkspace, parsePeriod } = await load('base/index.js');
const { withPublished } = await load('warehouse/index.js');
const { asOfIn, queryMetrics, readContext } = await load('metrics/index.js');
const { draftManifest } = await load('release/manifest.js');
const { figureKey } = await load('release/figure-id.js');
const { preparePublic } = await load('release/public/prepare-public.js');
const { rounded } = await load('release/rounding.js');
const { writeRelease } = await load('release/write.js');

/** The same within this process. */
export async function sealOne(root, id, keys) {
  const workspace = openWorkspace(root, { BUKTI_KEYS: keys });
  const period = parsePeriod(id);
  await withPublished(workspace, async (session) => {
    const context = await readContext(session);
    const asOf = asOfIn(context, period, 15);
    const query = {
      metrics: ['received.count'],
      by: ['quarter'],
      period: [id],
      asOfWorkingDays: 15,
    };
    const rows = await queryMetrics(session, query, context);
    const keyed = rows.map((row) => [
      figureKey(id, row.metric, row.statistic, row.dims),
      rounded(row),
    ]);
    const tables = new Map([['headline', keyed]]);
    const draft = await draftManifest(workspace, session, context, period, asOf, tables);
    const numbered = { version: 1, reason: null, supersedes: null, figures: 1, figures_sha256: '' };
    const content = { manifest: { ...draft, ...numbered }, tables, comparisons: [], labels: [] };
    const family = { name: 'ksp', label: { id: '', en: '' }, comparisons: [] };
    const ksp = { name: 'ksp', scope: {}, family, coordinates: [] };
    const open = await preparePublic({ workspace, session, context, period, asOf: asOf.asOf });
    await writeRelease(workspace, session, [content], { draft: open, recipients: [ksp] });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await sealOne(process.argv[2], process.argv[3], process.env.BUKTI_KEYS);
}
