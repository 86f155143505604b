import { afterEach, describe, expect, it } from 'vitest';
import {
  asOfFor,
  checkPeriod,
  defaultPeriod,
  type MetricRow,
  queryMetrics,
} from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { addDays, type FixtureReport, fixtureWarehouse } from './fixture.ts';

const open: Session[] = [];
async function warehouse(...parameters: Parameters<typeof fixtureWarehouse>): Promise<Session> {
  const session = await fixtureWarehouse(...parameters);
  open.push(session);
  return session;
}
afterEach(() => {
  for (const session of open.splice(0)) session.close();
});

const many = (n: number, report: FixtureReport): FixtureReport[] => Array(n).fill(report);
const finishedAfter = (days: number) => [
  { after: 0, status: 'unverified' },
  { after: days, status: 'resolved' },
];
const value = (rows: MetricRow[], statistic: string) =>
  rows.find((row) => row.statistic === statistic)?.value;

describe('days', () => {
  it('a Saturday starts like the Friday before; the same day is 0', async () => {
    const session = await warehouse([
      ...many(10, { day: '2026-07-04', verify: [2, 'forwarded'] }),
      ...many(10, { day: '2026-07-03', verify: [0, 'forwarded'] }),
    ]);
    const rows = await queryMetrics(session, {
      metrics: ['verify.incidence'],
      by: [],
      period: '2026Q3',
      curveDays: 3,
    });
    // Saturday to Monday is one working day, Friday to the same Friday none.
    expect(rows.map((row) => [row.dims.day, row.value])).toEqual([
      ['0', 0.5],
      ['1', 1],
      ['2', 1],
      ['3', 1],
    ]);
  });

  it('each report has its own calendar', async () => {
    // 17 August 2026 is a Monday and a holiday of Indonesia alone.
    const week = { day: '2026-08-14', verify: [4, 'forwarded'] as [number, string] };
    const session = await warehouse([
      ...many(10, { ...week, calendar: 'indonesia', sex: 'f' }),
      ...many(10, { ...week, calendar: 'weekdays', sex: 'm' }),
    ]);
    const rows = await queryMetrics(session, {
      metrics: ['verify.median'],
      by: ['sex'],
      period: '2026Q3',
    });
    expect(rows.map((row) => [row.dims.sex, row.value])).toEqual([
      ['f', 1],
      ['m', 2],
      ['unknown', null],
    ]);
  });

  it('an end after the as-of day is not known yet, a start after it is left out', async () => {
    const session = await warehouse([
      ...many(20, { day: '2026-07-06', resolve: [30, 'resolved'] }),
      ...many(20, { day: '2026-07-06', resolve: [3, 'resolved'] }),
      ...many(20, { day: '2026-09-01' }),
    ]);
    const at = async (asOf: string) =>
      await queryMetrics(session, {
        metrics: ['resolve.started', 'resolve.incidence_14', 'received.count'],
        by: [],
        period: '2026Q3',
        asOf,
      });
    const early = await at('2026-07-31');
    expect(value(early, 'started')).toBe(40);
    expect(value(early, 'count')).toBe(40);
    expect(value(early, 'incidence_14')).toBe(0.5);
    expect(early.every((row) => row.provisional)).toBe(true);
    // On the Friday before a Saturday's end, the end lies ahead although W is the same.
    const saturday = await warehouse(many(10, { day: '2026-07-06', resolve: [5, 'resolved'] }));
    const friday = await queryMetrics(saturday, {
      metrics: ['resolve.incidence'],
      by: [],
      period: '2026Q3',
      asOf: '2026-07-10',
    });
    expect(friday.at(-1)?.value).toBe(0);
  });

  it('times that cannot be read are counted and in no curve', async () => {
    const session = await warehouse([
      ...many(30, { day: '2026-07-06', resolve: [3, 'resolved'] }),
      ...many(4, { day: '2026-07-06', time_status: 'time_invalid' }),
      ...many(2, { day: '2026-07-06', time_status: 'time_unknown' }),
      ...many(1, { day: '2026-07-06', time_status: 'calendar_missing' }),
    ]);
    const rows = await queryMetrics(session, { metrics: ['resolve'], by: [], period: '2026Q3' });
    const counts = ['started', 'time_invalid', 'time_unknown', 'calendar_missing'];
    expect(counts.map((statistic) => value(rows, statistic))).toEqual([30, 4, 2, 1]);
    expect(value(rows, 'incidence_5')).toBe(1);
  });
});

describe('coverage of the event log', () => {
  it('without any event a clock is not available, below 80 % it is not shown', async () => {
    const bare = { day: '2026-07-06', has_events: false, time_status: 'not_available' };
    const logged: FixtureReport = { day: '2026-07-06', resolve: [3, 'resolved'] };
    const statusOf = async (reports: FixtureReport[]) => {
      const session = await warehouse(reports);
      const rows = await queryMetrics(session, {
        metrics: ['resolve.median', 'respond_agency.median', 'unknown.share'],
        by: [],
        period: '2026Q3',
      });
      const events = rows.find((row) => row.dims.field === 'events');
      return [rows[0]?.status, rows[1]?.status, events?.value];
    };
    expect(await statusOf(many(20, bare))).toEqual(['not_available', 'not_available', 1]);
    expect(await statusOf([...many(21, bare), ...many(79, logged)])).toEqual([
      'low_coverage',
      'low_coverage',
      0.21,
    ]);
    expect(await statusOf([...many(20, bare), ...many(80, logged)])).toEqual([
      'ok',
      'below_minimum',
      0.2,
    ]);
  });
});

describe('coverage of forwardings', () => {
  it('a log without answers, or without forwardings, gives the clock of the agency nothing', async () => {
    const report: FixtureReport = {
      day: '2026-07-06',
      verify: [1, 'forwarded'],
      forwardings: [{ after: 1, agency: 'a', type: 'kementerian' }],
    };
    const statusWithout = async (clock: string, share: number) => {
      const session = await warehouse(many(100, report));
      await session.run(
        `update fct_complaint set ${clock}_time_status = 'not_available'
        where cast(substr(complaint_key, 2) as integer) < ${share}`,
      );
      const rows = await queryMetrics(session, {
        metrics: ['respond_agency.incidence_5', 'respond_agency.started'],
        by: [],
        period: '2026Q3',
      });
      return rows.map((row) => row.status);
    };
    const nothing = ['not_available', 'not_available'];
    expect(await statusWithout('respond_citizen', 100)).toEqual(nothing);
    expect(await statusWithout('verify', 100)).toEqual(nothing);
    expect((await statusWithout('respond_citizen', 21)).at(-1)).toBe('low_coverage');
    expect(await statusWithout('respond_citizen', 20)).toEqual(['ok', 'ok']);
  });
});

describe('as-of days and periods', () => {
  const reports = [...many(30, { day: '2026-06-10' }), ...many(30, { day: '2026-09-10' })];

  it('ends where the sources do, and says so', async () => {
    const session = await warehouse(reports, [
      { kind: 'complaint', known_to: '2026-10-31' },
      { kind: 'event', known_to: '2026-10-05' },
      { kind: 'attribute', known_to: '2026-01-01' },
    ]);
    expect(await asOfFor(session, '2026Q3')).toEqual({
      asOf: '2026-10-05',
      planned: '2026-10-21',
      coverageShort: true,
    });
    const rows = await queryMetrics(session, {
      metrics: ['received.count'],
      by: ['quarter'],
      period: ['2026Q3', '2026Q2'],
    });
    expect(rows.map((row) => [row.dims.quarter, row.as_of, row.provisional])).toEqual([
      // Three working days after its end, as the quarter that the sources cut short.
      ['2026Q2', '2026-07-03', false],
      ['2026Q3', '2026-10-05', true],
    ]);
    const alone = await queryMetrics(session, {
      metrics: ['received.count'],
      by: [],
      period: '2026Q2',
    });
    expect(alone[0]?.as_of).toBe('2026-07-21');
    expect(await defaultPeriod(session)).toEqual({ period: '2026Q2', provisional: false });
  });

  it('sees all quarters equally old where the sources cut one short, and states with them', async () => {
    // In either quarter half are resolved within 8 working days, all within 12.
    const alike = (day: string): FixtureReport[] => [
      ...many(20, { day, states: finishedAfter(10) }),
      ...many(20, { day, states: finishedAfter(16) }),
    ];
    const session = await warehouse(
      [...alike('2026-06-30'), ...alike('2026-09-30')],
      [{ kind: 'complaint', known_to: '2026-10-12' }],
    );
    const of = async (period: string[]) =>
      (
        await queryMetrics(session, {
          metrics: ['resolved.share'],
          by: ['quarter'],
          period,
        })
      ).map((row) => [row.dims.quarter, row.as_of, row.value, row.provisional]);
    expect(await of(['2026Q3', '2026Q2'])).toEqual([
      ['2026Q2', '2026-07-10', 0.5, false],
      ['2026Q3', '2026-10-12', 0.5, true],
    ]);
    expect(await of(['2026Q2'])).toEqual([['2026Q2', '2026-07-21', 1, false]]);
  });

  it('a quarter that is not over shortens no other', async () => {
    const session = await warehouse(reports, [{ kind: 'complaint', known_to: '2026-09-15' }]);
    const rows = await queryMetrics(session, {
      metrics: ['received.count'],
      by: ['quarter'],
      period: ['2026Q2', '2026Q3'],
    });
    expect(rows.map((row) => row.as_of)).toEqual(['2026-07-21', '2026-09-15']);
  });

  it('defaults to the latest quarter that is covered, else complete, else there at all', async () => {
    const at = async (known_to: string) =>
      await defaultPeriod(await warehouse(reports, [{ kind: 'complaint', known_to }]));
    expect(await at('2026-10-21')).toEqual({ period: '2026Q3', provisional: false });
    expect(await at('2026-07-10')).toEqual({ period: '2026Q2', provisional: true });
    expect(await at('2026-06-20')).toEqual({ period: '2026Q3', provisional: true });
    await expect(defaultPeriod(await warehouse([]))).rejects.toThrow(/no report/);
  });

  it('refuses a period by what each metric counts, not by reports alone', async () => {
    const forwarded = { after: 30, status: 'forwarded', agency: 'a' };
    const first = { after: 0, status: 'unverified', agency: 'a' };
    const session = await warehouse(
      [
        {
          day: '2026-09-20',
          states: [first, forwarded],
          forwardings: [{ after: 30, agency: 'a', type: 'kementerian' }],
        },
      ],
      [{ kind: 'complaint', known_to: '2026-12-31' }],
    );
    const check = (metric: string, period: string) =>
      checkPeriod(session, period, [metric], '2026-12-31');
    for (const metric of ['forwarding.count', 'respond_agency', 'backlog', 'bodies.zero']) {
      await expect(check(metric, '2026-10'), metric).resolves.toBeUndefined();
    }
    await expect(check('backlog', '2026-12')).resolves.toBeUndefined();
    await expect(check('received', '2026-10')).rejects.toMatchObject({ key: 'metrics.no-data' });
    await expect(check('forwarding', '2026-09')).rejects.toMatchObject({
      key: 'metrics.no-data-of',
      params: { metric: 'forwarding', first: '2026-10-20', last: '2026-10-20' },
    });
    await expect(check('backlog', '2027-01')).rejects.toMatchObject({
      params: { first: '2026-09-20', last: '2026-12-31' },
    });
  });

  it('says so where the calendar ends before the as-of day', async () => {
    const session = await warehouse([{ day: '2027-12-20' }], []);
    await expect(asOfFor(session, '2027Q4')).rejects.toThrow(/2027-12-31/);
  });
});

describe('rates', () => {
  const reports = [
    ...many(61, { day: '2026-08-03', province: '35', sex: 'f' }),
    ...many(20, { day: '2026-08-03', province: '35', sex: 'm' }),
    ...many(9, { day: '2026-08-03', province: '35' }),
    ...many(5, { day: '2026-08-03', province: '92' }),
  ];

  it('lists provinces without a report, and only those that exist', async () => {
    const session = await warehouse(reports);
    const of = async (period: string) =>
      (await queryMetrics(session, { metrics: ['received'], by: ['province'], period })).map(
        (row) => [row.statistic, row.dims.province, row.value, row.status],
      );
    expect(await of('2026Q3')).toEqual([
      ['count', '11', 0, 'ok'],
      ['count', '35', 90, 'ok'],
      ['count', '92', 5, 'ok'],
      ['count', 'unknown', 0, 'ok'],
      ['per_100k', '11', null, 'below_minimum'],
      ['per_100k', '35', (90 * 100_000) / 61_000, 'ok'],
      ['per_100k', '92', null, 'below_minimum'],
      ['per_100k', 'unknown', null, 'not_available'],
    ]);
    expect((await of('2026Q2')).map((row) => row[1])).not.toContain('92');
  });

  it('by sex: bounds by the unknown, none above 20 % unknown', async () => {
    const session = await warehouse(reports);
    const query = { metrics: ['received.per_100k'], by: ['sex' as const], period: '2026Q3' };
    const east = await queryMetrics(session, {
      ...query,
      by: ['province', 'sex'],
      where: { province: '35' },
    });
    expect(east.map((row) => row.status)).toEqual(['ok', 'ok', 'not_available']);
    const more = await warehouse([...reports, ...many(30, { day: '2026-08-03', province: '35' })]);
    const hidden = await queryMetrics(more, query);
    expect(hidden.map((row) => row.status)).toEqual([
      'low_coverage',
      'low_coverage',
      'not_available',
    ]);
  });

  it('a source with regions of its own has no population', async () => {
    const session = await warehouse(
      many(20, {
        day: '2026-08-03',
        province: 'bronx',
        region_scheme: 'source',
        calendar: 'weekdays',
      }),
    );
    const rows = await queryMetrics(session, {
      metrics: ['received'],
      by: ['province'],
      period: '2026Q3',
    });
    expect(rows.map((row) => [row.statistic, row.dims.province, row.status])).toEqual([
      ['count', 'bronx', 'ok'],
      ['per_100k', 'bronx', 'not_available'],
    ]);
  });
});

describe('percentiles', () => {
  it('not reached: null, with the end of the curve beside it', async () => {
    const session = await warehouse([
      ...many(30, { day: '2026-07-06', resolve: [7, 'resolved'] }),
      ...many(70, { day: '2026-07-06', resolve: [2, 'archived'] }),
    ]);
    const rows = await queryMetrics(session, {
      metrics: ['resolve.median'],
      by: [],
      period: '2026Q3',
      asOf: addDays('2026-07-06', 60),
    });
    expect(rows[0]).toMatchObject({ value: null, low: 43, status: 'not_reached', n: 100 });
  });

  it('needs 50 cases for the 90th', async () => {
    const session = await warehouse(many(49, { day: '2026-07-06', resolve: [7, 'resolved'] }));
    const rows = await queryMetrics(session, {
      metrics: ['resolve.median', 'resolve.p90'],
      by: [],
      period: '2026Q3',
    });
    expect(rows.map((row) => row.status)).toEqual(['ok', 'below_minimum']);
  });
});
