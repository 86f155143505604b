import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DimensionName, queryMetrics, readContext, withCohorts } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { yearOfReports } from '../release/fixture.ts';
import { fixtureWarehouse } from './fixture.ts';

let session: Session;
beforeAll(async () => {
  session = await fixtureWarehouse(yearOfReports());
});
afterAll(() => session.close());

const metrics = ['received', 'received_valid', 'resolved', 'open_beyond', 'unresolved', 'verify'];
metrics.push(
  'respond_agency',
  'respond_citizen',
  'resolve',
  'resolve.incidence',
  'rating',
  'unknown',
);
metrics.push('unresolved_reason', 'respond_agency.incidence', 'withdrawn', 'status_unknown');

it('figures from cohorts cut once are those from the facts', async () => {
  const period = ['2026Q3', '2026Q2'];
  const dimensions: DimensionName[] = [
    'quarter',
    'sex',
    'agency',
    'category',
    'reason',
    'province',
  ];
  const by: DimensionName[][] = [
    ['quarter'],
    ['quarter', 'sex'],
    ['quarter', 'agency'],
    ['quarter', 'category', 'province'],
    [],
  ];
  const plain = await readContext(session);
  for (const asOf of ['own', '2026-09-15']) {
    const every = { complaint: dimensions, forwarding: dimensions, resolution: dimensions };
    const cut = { period, asOf, metrics, by: every };
    const fast = await withCohorts(session, plain, cut);
    for (const one of by) {
      const asked = one.includes('sex') || one.length <= 1 ? metrics : metrics.slice(1);
      const query = { metrics: asked, by: one, period, asOf, where: { category: 'jalan' } };
      expect(await queryMetrics(session, query, fast)).toEqual(
        await queryMetrics(session, query, plain),
      );
    }
    await session.run('drop table temp.cut_1_complaint; drop table temp.cut_1_forwarding');
    for (const name of dimensions) await session.run(`drop type cut_1_${name}`);
  }
});
