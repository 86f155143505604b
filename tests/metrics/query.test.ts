import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOfFor, curveEnd, type MetricRow, queryMetrics, wilson } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { addDays, type End, type FixtureReport, fixtureWarehouse } from './fixture.ts';
import { seenOn, stateOn } from './oracle.ts';

const asOf = '2026-10-21';

/** A quarter of reports that differ in everything, without a random number. */
const reports: FixtureReport[] = Array.from({ length: 400 }, (_, i) => {
  const day = addDays('2026-07-01', (i * 37) % 92);
  const end = (days: number, cause: string): End => [days, cause];
  const resolved = i % 9 < 5;
  const wait = (i * 13) % 90;
  const finished = resolved ? 'resolved' : i % 9 === 5 ? 'archived' : i % 9 === 6 ? 'deleted' : '';
  return {
    day,
    sex: ['f', 'm', 'unknown'][i % 3] as string,
    province: ['35', '11', 'unknown', '92'][i % 4] as string,
    category: i % 2 ? 'jalan' : 'bansos',
    limit: [5, 14, 60][i % 3] as number,
    ...(i % 7 ? { verify: end(i % 8, i % 11 ? 'forwarded' : 'archived') } : {}),
    ...(i % 5 ? { respond_citizen: end(i % 21, i % 13 ? 'responded' : 'withdrawn') } : {}),
    ...(finished ? { resolve: end(wait, finished) } : {}),
    ...(i % 4 ? { rating: 1 + (i % 5) } : {}),
    states: [
      { after: 0, status: 'unverified' },
      ...(i % 9 === 7 ? [{ after: 3, status: 'postponed', reason: 'awaiting_budget' }] : []),
      ...(finished
        ? [{ after: wait + 4, status: finished, ...(i % 2 ? { reason: 'duplicate' } : {}) }]
        : []),
    ],
    forwardings: [
      {
        after: i % 6,
        agency: i % 2 ? 'a' : 'b',
        type: i % 2 ? 'kementerian' : 'lembaga',
        end: end(i % 12, i % 10 ? 'responded' : 'returned'),
      },
    ],
  };
});

let session: Session;
beforeAll(async () => {
  session = await fixtureWarehouse(reports);
});
afterAll(() => session.close());

const find = (rows: MetricRow[], statistic: string, dims: object = {}) =>
  rows.find(
    (row) => row.statistic === statistic && JSON.stringify(row.dims) === JSON.stringify(dims),
  );

describe('against a count by hand', () => {
  it('clocks: started, incidence, median and limit', async () => {
    expect(await asOfFor(session, '2026Q3')).toEqual({ asOf, planned: asOf, coverageShort: false });
    for (const clock of ['verify', 'respond_citizen', 'resolve'] as const) {
      const target = { verify: 'forwarded', respond_citizen: 'responded', resolve: 'resolved' }[
        clock
      ];
      const rows = await queryMetrics(session, { metrics: [clock], by: [], period: '2026Q3' });
      const seen = reports.map((report) => ({ ...seenOn(report, clock, asOf), report }));
      expect(find(rows, 'started')?.value).toBe(400);
      const hit = (day: number) =>
        seen.filter((one) => one.cause === target && (one.day as number) <= day).length;
      // Nothing is censored before day 14: 15 working days have passed since the last start.
      for (const day of [3, 5, 14]) {
        const row = find(rows, `incidence_${day}`);
        expect(row).toMatchObject({ value: hit(day) / 400, numerator: hit(day), denominator: 400 });
        expect(row).toMatchObject({ ...wilson(hit(day), 400), status: 'ok', provisional: false });
      }
      expect(find(rows, 'incidence_60')?.provisional).toBe(true);
      const limitOf = ({ limit }: FixtureReport) =>
        clock === 'verify' ? 3 : clock === 'respond_citizen' ? 8 : (limit as number);
      const judged = seen.filter((one) => one.followUp >= limitOf(one.report));
      const kept = judged.filter(
        (one) => one.cause === target && (one.day as number) <= limitOf(one.report),
      );
      expect(find(rows, 'within_limit')).toMatchObject({
        numerator: kept.length,
        denominator: judged.length,
        value: kept.length / judged.length,
      });
      if (clock === 'verify') {
        const median = [...Array(20).keys()].find((day) => hit(day) / 400 >= 0.5);
        expect(find(rows, 'median')).toMatchObject({ value: median, status: 'ok' });
      }
    }
  });

  it('states: four parts of the unresolved, shares of what was not deleted', async () => {
    const metrics = ['received', 'received_valid', 'resolved', 'archived', 'postponed'];
    metrics.push(
      'open_within',
      'open_beyond',
      'unresolved',
      'deleted',
      'withdrawn',
      'status_unknown',
    );
    const rows = await queryMetrics(session, { metrics, by: [], period: '2026Q3' });
    const count = (metric: string) =>
      rows.find((row) => row.metric === metric && row.statistic === 'count')?.value as number;
    const states = reports.map((report) => stateOn(report, asOf)?.status);
    for (const state of ['resolved', 'archived', 'postponed', 'deleted']) {
      expect(count(state)).toBe(states.filter((one) => one === state).length);
    }
    const open = reports.filter((report) => stateOn(report, asOf)?.status === 'unverified');
    const late = open.filter(
      (report) => seenOn(report, 'resolve', asOf).followUp > (report.limit as number),
    );
    expect(count('open_beyond')).toBe(late.length);
    expect(count('open_within')).toBe(open.length - late.length);
    expect(count('received')).toBe(400);
    expect(count('received_valid')).toBe(400 - count('deleted'));
    const parts = ['open_within', 'open_beyond', 'postponed', 'archived'];
    expect(count('unresolved')).toBe(parts.reduce((sum, part) => sum + count(part), 0));
    expect(
      count('resolved') + count('unresolved') + count('withdrawn') + count('status_unknown'),
    ).toBe(count('received_valid'));
    const share = rows.find((row) => row.metric === 'archived' && row.statistic === 'share');
    expect(share?.value).toBe(count('archived') / count('received_valid'));
  });

  it('reasons: of the last three parts, an open late report without one as none_given', async () => {
    const query = { metrics: ['unresolved_reason'], by: [], period: '2026Q3' };
    const rows = await queryMetrics(session, query);
    const three = reports.filter((report) => {
      const status = stateOn(report, asOf)?.status;
      const { followUp } = seenOn(report, 'resolve', asOf);
      const late = status === 'unverified' && followUp > (report.limit as number);
      return late || status === 'archived' || status === 'postponed';
    });
    const duplicate = three.filter((report) => stateOn(report, asOf)?.reason === 'duplicate');
    expect(find(rows, 'share', { reason: 'duplicate' })).toMatchObject({
      numerator: duplicate.length,
      denominator: three.length,
    });
    const shares = rows.filter((row) => row.statistic === 'share');
    expect(shares.reduce((sum, row) => sum + (row.numerator ?? 0), 0)).toBe(three.length);
    expect(find(rows, 'count', { reason: 'none_given' })?.value).toBeGreaterThan(0);
    const filtered = await queryMetrics(session, { ...query, where: { reason: 'duplicate' } });
    expect(filtered.filter((row) => row.statistic === 'share')).toEqual([
      find(rows, 'share', { reason: 'duplicate' }),
    ]);
  });

  it('forwardings start their own clock and belong to their own agency', async () => {
    const rows = await queryMetrics(session, {
      metrics: ['respond_agency'],
      by: ['agency'],
      period: '2026Q3',
    });
    const own = reports.filter((report) => {
      const forwarding = report.forwardings?.[0];
      return forwarding?.agency === 'a' && addDays(report.day, forwarding.after) <= '2026-09-30';
    });
    expect(find(rows, 'started', { agency: 'a' })?.value).toBe(own.length);
    expect(find(rows, 'within_limit', { agency: 'a' })?.status).toBe('ok');
  });
});

describe('algebra', () => {
  const additive = ['received.count', 'received_valid', 'resolved.count', 'open_beyond.count'];
  const metrics = [...additive, 'resolve.started', 'verify.started', 'respond_agency.started'];
  const dimensions = ['sex', 'province', 'category', 'month', 'agency', 'reason'] as const;
  const sum = (rows: MetricRow[], metric: string) =>
    rows.reduce((all, row) => (row.metric === metric ? all + (row.value ?? 0) : all), 0);

  it('groups add up to the total', async () => {
    const total = await queryMetrics(session, { metrics, by: [], period: '2026Q3', asOf });
    await fc.assert(
      fc.asyncProperty(fc.subarray([...dimensions], { minLength: 1, maxLength: 3 }), async (by) => {
        const rows = await queryMetrics(session, { metrics, by, period: '2026Q3', asOf });
        for (const row of total) expect(sum(rows, row.metric)).toBe(row.value);
      }),
      { numRuns: 12 },
    );
  });

  it('a filter and its complement add up to the total', async () => {
    const codes = { sex: ['f', 'm', 'unknown'], province: ['35', '11', 'unknown', '92'] };
    const total = await queryMetrics(session, { metrics, by: [], period: '2026Q3' });
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom('sex' as const, 'province' as const)
          .chain((name) =>
            fc.tuple(fc.constant(name), fc.subarray(codes[name], { minLength: 1, maxLength: 2 })),
          ),
        async ([name, chosen]) => {
          const rest = codes[name].filter((code) => !chosen.includes(code));
          const of = (list: string[]) =>
            queryMetrics(session, { metrics, by: [], where: { [name]: list }, period: '2026Q3' });
          const [some, others] = [await of(chosen), await of(rest)];
          for (const { metric, value } of total) {
            expect(sum(some, metric) + sum(others, metric)).toBe(value);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('threads and the time zone of the machine change nothing', async () => {
    const query = {
      metrics: ['resolve', 'received', 'rating'],
      by: ['sex' as const],
      period: '2026Q3',
    };
    const before = await queryMetrics(session, query);
    await session.run(`set threads = 1; set TimeZone = 'America/New_York'`);
    expect(await queryMetrics(session, query)).toEqual(before);
    await session.run(`set threads = 3; set TimeZone = 'Asia/Jakarta'`);
    expect(await queryMetrics(session, query)).toEqual(before);
  });
});

describe('what cannot be said', () => {
  it('an empty set has n 0 and a null value', async () => {
    const rows = await queryMetrics(session, {
      metrics: ['received', 'resolved.share', 'resolve.median', 'resolve.incidence_14'],
      by: [],
      where: { category: 'none-such' },
      period: '2026Q3',
    });
    const byStatistic = new Map(rows.map((row) => [row.statistic, row]));
    expect(byStatistic.get('count')).toMatchObject({ value: 0, n: 0 });
    for (const statistic of ['share', 'median', 'incidence_14']) {
      expect(byStatistic.get(statistic)).toMatchObject({
        value: null,
        n: 0,
        status: 'below_minimum',
      });
    }
  });

  it('names what is not known: errors say which words are', async () => {
    const query = { by: [], period: '2026Q3' };
    await expect(queryMetrics(session, { ...query, metrics: ['nope' as string] })).rejects.toThrow(
      /resolve/,
    );
    await expect(
      queryMetrics(session, { ...query, metrics: ['resolve.mode' as string] }),
    ).rejects.toThrow(/median/);
    await expect(
      queryMetrics(session, { metrics: ['received'], by: [], period: 'kuartal' }),
    ).rejects.toThrow(/2026Q3/);
    await expect(
      queryMetrics(session, { metrics: ['received.per_100k'], by: ['category'], period: '2026Q3' }),
    ).rejects.toThrow(/province/);
  });
});

describe('the end of a curve', () => {
  it('in the statement is the one of the estimator', async () => {
    for (const sex of ['f', 'm', 'unknown']) {
      for (const asOf of ['2026-07-20', '2026-08-31', '2026-10-21']) {
        const followUp: number[] = [];
        for (const report of reports.filter((one) => one.sex === sex && one.day <= asOf)) {
          const days = seenOn(report, 'resolve', asOf).followUp;
          followUp[days] = (followUp[days] ?? 0) + 1;
        }
        const query = { metrics: ['resolve.incidence'], by: [], where: { sex }, period: '2026Q3' };
        const rows = await queryMetrics(session, { ...query, asOf, curveDays: 999 });
        expect(Number(rows.at(-1)?.dims.day)).toBe(curveEnd(followUp));
      }
    }
  });
});
