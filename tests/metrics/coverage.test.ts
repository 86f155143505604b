import { expect, it } from 'vitest';
import { type MetricQuery, queryMetrics } from '../../metrics/index.ts';
import { withPublished } from '../../warehouse/index.ts';
import { sharedWorld } from '../world.ts';

it('times of agencies are the same whether reports are counted by agency too or not', async () => {
  const { workspace } = await sharedWorld();
  const metrics = ['respond_agency.median', 'respond_agency.within_limit'];
  await withPublished(workspace, async (session) => {
    for (const by of [['agency'], ['agency_type', 'sex'], ['quarter', 'coordinator']] as const) {
      const query: MetricQuery = { metrics, by: [...by], period: ['2026Q2', '2026Q3'] };
      const alone = await queryMetrics(session, query);
      const beside = await queryMetrics(session, {
        ...query,
        metrics: [...metrics, 'received.count'],
      });
      expect(alone.length).toBeGreaterThan(10);
      expect(alone).toEqual(beside.filter(({ metric, n }) => metric !== 'received' && n > 0));
    }
  });
});
