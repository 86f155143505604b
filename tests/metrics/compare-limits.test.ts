import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryMetrics } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { addDays, type FixtureReport, fixtureWarehouse } from './fixture.ts';

/** Every report is resolved after 20 working days; complaints have 60 until August 2026, then 14. */
const reports = Array.from({ length: 1100 }, (_, i): FixtureReport => {
  const day = addDays('2026-01-01', (i * 37) % 273);
  const classification = i % 4 === 0 ? 'aspiration' : 'complaint';
  return {
    ...{ day, classification, resolve: [20, 'resolved'] },
    limit: classification === 'complaint' && day >= '2026-08-10' ? 14 : 60,
    states: [
      { after: 0, status: 'in_progress' },
      { after: 20, status: 'resolved' },
    ],
  };
});
let session: Session;
beforeAll(async () => {
  session = await fixtureWarehouse(reports, undefined, ['classification', 'status']);
});
afterAll(() => session.close());

const withheld = async (period: string, where: Record<string, string> = {}) => {
  const metrics = ['resolve.within_limit', 'resolve.incidence_14', 'open_beyond.share'];
  const rows = await queryMetrics(session, {
    ...{ metrics, by: [], where, period, compare: 'previous' },
  });
  return Object.fromEntries(
    rows.map((row) => [`${row.metric}.${row.statistic}`, row.comparison?.withheld]),
  );
};

describe('a limit that changed', () => {
  it('lets nothing that it judges be compared with a period under another one', async () => {
    // In the middle of the quarter: August lies under both.
    for (const period of ['2026Q3', '2026-08', '2026-09']) {
      expect(await withheld(period), period).toMatchObject({
        'resolve.within_limit': 'limit',
        'open_beyond.share': 'limit',
        'resolve.incidence_14': null,
      });
    }
  });

  it('touches nothing before it, and no reports that it is not for', async () => {
    for (const period of ['2026Q2', '2026-07']) {
      expect((await withheld(period))['resolve.within_limit'], period).not.toBe('limit');
    }
    const others = await withheld('2026Q3', { classification: 'aspiration' });
    expect(others['resolve.within_limit']).toBeNull();
    const own = await withheld('2026Q3', { classification: 'complaint' });
    expect(own['resolve.within_limit']).toBe('limit');
    const rows = await queryMetrics(session, {
      ...{ metrics: ['resolve.within_limit'], by: ['classification'], period: '2026Q3' },
      compare: 'previous',
    });
    expect(
      rows
        .filter((row) => (row.denominator ?? 0) > 0)
        .map((row) => [row.dims.classification, row.comparison?.withheld]),
    ).toEqual([
      ['aspiration', null],
      ['complaint', 'limit'],
    ]);
  });

  it('is no reason between groups of one period', async () => {
    const rows = await queryMetrics(session, {
      ...{ metrics: ['resolve.within_limit'], by: ['classification'], period: '2026Q3' },
      compare: 'others',
    });
    expect(rows.some((row) => row.comparison?.withheld === 'limit')).toBe(false);
  });
});
