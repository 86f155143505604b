import { expect, it } from 'vitest';
import { type MetricQuery, queryMetrics, readContext } from '../../metrics/index.ts';
import { statement } from '../../metrics/plan/statement.ts';
import { readRequests } from '../../metrics/requests.ts';
import { planOf } from '../../metrics/run.ts';
import { withPublished } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';
import { sharedWorld } from '../world.ts';

const states = ['resolved.count', 'archived.count', 'postponed.count', 'open_within.count'];
states.push('open_beyond.count', 'unknown.share');

/** By what the state of a report has a part in, and what is asked. */
const asked: Pick<MetricQuery, 'metrics' | 'by' | 'where' | 'period' | 'compare'>[] = [
  { metrics: states, by: ['quarter', 'agency_type'], period: ['2026Q1', '2026Q2'] },
  { metrics: states, by: ['agency'], period: ['2025'] },
  { metrics: states, by: ['coordinator', 'sex'], period: ['2026Q2'] },
  { metrics: ['unresolved_reason.count'], by: ['quarter', 'reason'], period: ['2025'] },
  { metrics: ['received.count'], by: ['derived_reason', 'status'], period: ['2025'] },
  {
    metrics: ['resolve.median'],
    by: ['agency_type'],
    where: { reason: 'none_given' },
    period: '2026Q2',
  },
  { metrics: ['resolved.share'], by: ['province'], period: ['2026Q2'], compare: 'others' },
];

it('states kept for the as-of day of a period are those looked up in the spells', async () => {
  const { workspace } = await sharedWorld();
  await withPublished(workspace, async (session) => {
    const kept = await readContext(session);
    const lookedUp = { ...kept, stateDays: new Map() };
    for (const question of asked) {
      const query: MetricQuery = { ...question };
      const requests = readRequests(query.metrics, query.by);
      const part = { query, requests, keep: {}, hidden: [] };
      const reads = (context: typeof kept) =>
        statement(planOf(context, part).plan).compile(kyselyFor(session)).sql;
      expect(reads(kept)).not.toContain('fct_complaint_status');
      expect(reads(lookedUp)).toContain('fct_complaint_status');
      const rows = await queryMetrics(session, query, kept);
      expect(rows.length).toBeGreaterThan(2);
      expect(rows).toEqual(await queryMetrics(session, query, lookedUp));
    }
  });
});

it('a day of its own is looked up', async () => {
  const { workspace } = await sharedWorld();
  await withPublished(workspace, async (session) => {
    const context = await readContext(session);
    const query: MetricQuery = {
      metrics: states,
      by: ['agency'],
      period: '2026Q2',
      asOf: '2026-07-01',
    };
    const part = { query, requests: readRequests(states, ['agency']), keep: {}, hidden: [] };
    const { sql } = statement(planOf(context, part).plan).compile(kyselyFor(session));
    expect(sql).toContain('fct_complaint_status');
  });
});
