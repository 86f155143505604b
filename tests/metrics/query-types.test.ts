import { describe, expect, it } from 'vitest';
import { type MetricRef, queryMetrics, type StatisticOf } from '../../metrics/index.ts';
import { readRequests } from '../../metrics/requests.ts';
import type { Session } from '../../warehouse/index.ts';

/** Never called: tsc checks that what is marked does not compile, and that the rest does. */
function misspelt(session: Session, typed: string[]): unknown[] {
  const period = '2026Q3';
  return [
    queryMetrics(session, { metrics: ['resolve', 'resolve.median'], by: ['sex'], period }),
    queryMetrics(session, { metrics: typed, by: ['sex'], period }),
    // @ts-expect-error no metric of that name, though another of the list exists
    queryMetrics(session, { metrics: ['resolve', 'resolv.median'], by: ['sex'], period }),
    // @ts-expect-error a statistic of another metric
    queryMetrics(session, { metrics: ['received.median'], by: ['sex'], period }),
    // @ts-expect-error no dimension of that name
    queryMetrics(session, { metrics: ['received'], by: ['gendre'], period }),
    // @ts-expect-error a dimension that comes of the metric
    queryMetrics(session, { metrics: ['resolve.incidence'], by: ['day'], period }),
    'resolve_net.p90' satisfies MetricRef,
    // @ts-expect-error not a statistic of the metric
    'deleted.share' satisfies MetricRef,
    'per_100k' satisfies StatisticOf<'received'>,
  ];
}

void misspelt;

describe('names that a person typed', () => {
  it('are checked when the query is read, and the nearest is proposed', () => {
    expect(() => readRequests(['resolv.median'], [])).toThrow(/resolve/);
    expect(() => readRequests(['resolve.medain'], [])).toThrow(/median/);
    expect(readRequests(['resolve.median'], [])[0]?.statistics).toEqual(['median']);
  });
});
