import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MetricRow, queryMetrics } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { addDays, type FixtureReport, fixtureWarehouse } from './fixture.ts';
import { stateOn, workingDaysBetween } from './oracle.ts';

const pending = ['unverified', 'forwarded', 'in_progress', 'postponed'];

/** Half a year of reports whose state and agency change in a fixed mixture. */
const reports: FixtureReport[] = Array.from({ length: 300 }, (_, i) => {
  const agency = (step: number) => ((i + step) % 3 ? 'a' : 'b');
  const first = 3 + ((i * 5) % 40);
  return {
    day: addDays('2026-04-01', (i * 29) % 180),
    province: i % 2 ? '35' : '11',
    limit: [5, 14, 60][i % 3] as number,
    states: [
      { after: 0, status: 'unverified', agency: 'a' },
      { after: 2, status: 'forwarded', agency: agency(0) },
      ...(i % 4 === 0 ? [{ after: first, status: 'forwarded', agency: agency(1) }] : []),
      ...(i % 5 === 0 ? [{ after: first + 2, status: 'postponed', agency: agency(1) }] : []),
      ...(i % 3
        ? [{ after: first + 9, status: ['resolved', 'archived', 'deleted'][(i % 7) % 3] as string }]
        : []),
      ...(i % 11 === 1 ? [{ after: first + 20, status: 'in_progress', agency: agency(2) }] : []),
    ],
  };
});

let session: Session;
beforeAll(async () => {
  session = await fixtureWarehouse(reports);
});
afterAll(() => session.close());

const ask = (by: string[], period: string | string[] = '2026Q3', metrics = ['backlog']) =>
  queryMetrics(session, { metrics, by: by as [], period });
const of = (rows: MetricRow[], statistic: string) =>
  rows.filter((row) => row.statistic === statistic).map((row) => row.value ?? 0);
const total = (values: number[]) => values.reduce((sum, one) => sum + one, 0);

/** Reports pending on the evening of a day, counted one by one. */
const pendingOn = (day: string) =>
  reports.filter((report) => pending.includes(stateOn(report, day)?.status ?? ''));

describe('the stock of pending reports', () => {
  it('is what is pending on the last evening, whenever it came in, by age', async () => {
    const rows = await ask([]);
    const there = pendingOn('2026-09-30');
    const ages = there
      .map((report) => workingDaysBetween(report.day, '2026-09-30'))
      .sort((a, b) => a - b);
    const one = (statistic: string) => of(rows, statistic)[0];
    expect(one('count')).toBe(there.length);
    expect(one('age_0_5')).toBe(ages.filter((age) => age <= 5).length);
    expect(one('age_6_14')).toBe(ages.filter((age) => age > 5 && age <= 14).length);
    expect(one('age_15_60')).toBe(ages.filter((age) => age > 14 && age <= 60).length);
    expect(one('age_over_60')).toBe(ages.filter((age) => age > 60).length);
    expect(one('age_median')).toBe(ages[Math.ceil(ages.length / 2) - 1]);
    const postponed = there.filter(
      (report) => stateOn(report, '2026-09-30')?.status === 'postponed',
    );
    expect(one('postponed')).toBe(postponed.length);
    const late = there.filter(
      (report) =>
        !postponed.includes(report) &&
        workingDaysBetween(report.day, '2026-09-30') > (report.limit as number),
    );
    expect(one('beyond_limit')).toBe(late.length);
    expect(one('opening')).toBe(pendingOn('2026-06-30').length);
  });

  it.each([[[]], [['agency']], [['province']], [['month']], [['month', 'agency']]])(
    'is what it was, and came, less what left: by %s',
    async (by) => {
      const rows = await ask(by);
      const groups = new Set(rows.map((row) => JSON.stringify(row.dims)));
      for (const group of groups) {
        const own = rows.filter((row) => JSON.stringify(row.dims) === group);
        const one = (statistic: string) => of(own, statistic)[0] ?? 0;
        const entered = ['entered_new', 'entered_again', 'entered_transfer'].map(one);
        const left = ['left_resolved', 'left_archived', 'left_other', 'left_transfer'].map(one);
        expect(one('count')).toBe(one('opening') + total(entered) - total(left));
      }
      if (!by.includes('month')) {
        const whole = await ask([]);
        for (const statistic of ['count', 'opening', 'entered_new', 'left_resolved', 'age_0_5']) {
          expect(total(of(rows, statistic))).toBe(of(whole, statistic)[0]);
        }
        // What moved between agencies left one and entered another.
        expect(of(whole, 'entered_transfer')).toEqual(of(whole, 'left_transfer'));
      }
    },
  );

  it('of several months as one is that of the last, their flows together', async () => {
    const months = await ask(['month'], ['2026-07', '2026-08', '2026-09']);
    const whole = await ask([], ['2026-07', '2026-08', '2026-09']);
    const quarter = await ask([], '2026Q3');
    const plain = ({ statistic, value }: MetricRow) => [statistic, value];
    expect(whole.map(plain)).toEqual(quarter.map(plain));
    expect(total(of(months, 'entered_new'))).toBe(of(quarter, 'entered_new')[0]);
    expect(of(months, 'count').at(-1)).toBe(of(quarter, 'count')[0]);
  });

  it('has no flow of a report that ended on the day it came in', async () => {
    const ended = (after: number) => ({
      day: '2026-08-03',
      states: [
        ...(after > 0 ? [{ after: 0, status: 'unverified', agency: 'a' }] : []),
        { after, status: 'resolved', agency: 'a' },
      ],
    });
    const some = await fixtureWarehouse([...reports, ended(0), ended(0), ended(0), ended(4)]);
    const query = { by: [], period: '2026Q3' };
    const more = await queryMetrics(some, { ...query, metrics: ['backlog', 'received.count'] });
    some.close();
    const rows = await ask([], '2026Q3', ['backlog', 'received.count']);
    const added = (metric: string, statistic: string) => {
      const is = (row: MetricRow) => row.metric === metric && row.statistic === statistic;
      return (more.find(is)?.value ?? 0) - (rows.find(is)?.value ?? 0);
    };
    expect(added('received', 'count')).toBe(4);
    expect(added('backlog', 'entered_new')).toBe(1);
    expect(added('backlog', 'left_resolved')).toBe(1);
    expect(added('backlog', 'count')).toBe(0);
  });

  it('lacks what came in before the data: provisional for 60 working days from the first report', async () => {
    const months = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08'];
    const rows = await ask(['month'], months);
    const evening = (month: string) =>
      addDays(addDays(`${month}-28`, 4).slice(0, 8).concat('01'), -1);
    const isFull = (day: string) => workingDaysBetween('2026-04-01', day) >= 60;
    // Sixty working days after 1 April are 26 June: by hand, 1 May and 1 June are holidays.
    expect([isFull('2026-06-25'), isFull('2026-06-26')]).toEqual([false, true]);
    for (const row of rows) {
      const month = row.dims.month as string;
      const before = addDays(`${month}-01`, -1);
      const flow = /^(opening|entered|left)/.test(row.statistic);
      const full = row.statistic === 'entered_new' || isFull(flow ? before : evening(month));
      expect([row.caveat, row.provisional], `${row.statistic} ${month}`).toEqual(
        full ? [undefined, false] : ['truncated', true],
      );
      if (row.statistic === 'count') expect(row.value).not.toBeNull();
    }
  });

  it('is not compared while it fills up, and has no interval where too few months tell of it', async () => {
    const compared = (period: string) =>
      queryMetrics(session, {
        ...{ metrics: ['backlog'], by: [], period, compare: 'previous' },
      });
    const [may, august] = [await compared('2026-06'), await compared('2026-08')];
    for (const { statistic, comparison } of may) {
      const given = statistic === 'entered_new';
      expect([statistic, comparison?.withheld]).toEqual([statistic, given ? null : 'truncated']);
      if (!given) expect(comparison).toMatchObject({ difference: null, ratio: null, p: null });
    }
    const count = august.find(({ statistic }) => statistic === 'count')?.comparison;
    // July and the end of June alone say what is usual.
    expect(count).toMatchObject({ withheld: null, df: 0, p: null, clear: null });
    expect([count?.ratio_low, count?.ratio_high]).toEqual([null, null]);
    expect(count?.ratio).toBeCloseTo(
      pendingOn('2026-08-31').length / pendingOn('2026-07-31').length,
      12,
    );
  });

  it('a filter and its complement add up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('province', 'agency'), async (name) => {
        const rows = await ask([name]);
        const codes = [...new Set(rows.map((row) => row.dims[name as 'province'] as string))];
        const part = await queryMetrics(session, {
          metrics: ['backlog.count'],
          by: [],
          period: '2026Q3',
          where: { [name]: codes.slice(0, 1) },
        });
        const rest = await queryMetrics(session, {
          metrics: ['backlog.count'],
          by: [],
          period: '2026Q3',
          where: { [name]: codes.slice(1) },
        });
        expect((part[0]?.value ?? 0) + (rest[0]?.value ?? 0)).toBe(pendingOn('2026-09-30').length);
      }),
      { numRuns: 4 },
    );
  });
});

it('periods that do not adjoin have no stock as one', async () => {
  await expect(ask([], ['2026-05', '2026-08'])).rejects.toMatchObject({
    key: 'metrics.periods-apart',
  });
  expect(await ask(['month'], ['2026-05', '2026-08'])).not.toEqual([]);
});

it('what flows has no state to be taken by', async () => {
  for (const name of ['status', 'reason', 'derived_reason']) {
    await expect(ask([name])).rejects.toMatchObject({ key: 'metrics.not-of-stock' });
  }
});

describe('bodies', () => {
  it('in office are counted, and those that nothing was reported about', async () => {
    const rows = await ask([], '2026Q3', ['bodies']);
    expect(of(rows, 'count')).toEqual([4]);
    // `silent` and the regency have none; `gone` left office in 2024.
    expect(of(rows, 'zero')).toEqual([2]);
    const byType = await ask(['agency_type'], '2026Q3', ['bodies.zero']);
    expect(byType.map((row) => [row.dims.agency_type, row.value])).toEqual([
      ['kabupaten', 1],
      ['kementerian', 0],
      ['lembaga', 1],
    ]);
    await expect(ask(['sex'], '2026Q3', ['bodies'])).rejects.toMatchObject({
      key: 'metrics.not-of-bodies',
    });
  });

  it('by coordinator have local governments on their own, and shares however few they are', async () => {
    const rows = await ask(['coordinator'], '2026Q3', ['bodies.count', 'bodies.zero_share']);
    const figures = (statistic: string) =>
      rows
        .filter((row) => row.statistic === statistic)
        .map(({ dims, value, status, low }) => [dims.coordinator, value, status, low]);
    expect(figures('count').map(([code, value]) => [code, value])).toEqual([
      ['k2', 1],
      ['local_government', 1],
      ['none', 2],
    ]);
    expect(figures('zero_share')).toEqual([
      ['k2', 0, 'ok', null],
      ['local_government', 1, 'ok', null],
      ['none', 0.5, 'ok', null],
    ]);
  });
});

describe('received by agency', () => {
  it('lists bodies in office that have none, other metrics do not', async () => {
    const some = await fixtureWarehouse(reports, undefined, ['agency']);
    const query = { by: ['agency' as const], period: '2026Q3' };
    const received = await queryMetrics(some, { ...query, metrics: ['received.count'] });
    const others = await queryMetrics(some, { ...query, metrics: ['resolved.count'] });
    const regencies = await queryMetrics(some, {
      ...{ ...query, metrics: ['received.count'], where: { agency_type: 'kabupaten' } },
    });
    some.close();
    expect(regencies.map(({ dims }) => dims.agency)).toEqual(['kab-35.15']);
    const zero = received.filter(({ value }) => value === 0).map(({ dims }) => dims.agency);
    expect(zero).toEqual(['kab-35.15', 'silent']);
    expect(others.map(({ dims }) => dims.agency)).toEqual(['a', 'b']);
  });
});

describe('bounds from exports', () => {
  // Whoever no export showed again can have been resolved since: 60 days after, that is two more.
  it('hold what an export saw in time, and what it can have missed', async () => {
    const seen = (
      unresolved: number | undefined,
      ended: number | undefined,
      cause = 'resolved',
    ) => ({
      day: '2026-07-06',
      has_events: false,
      time_status: 'not_available',
      seen: {
        ...(unresolved === undefined ? {} : { unresolved }),
        ...(ended === undefined ? {} : { ended, cause }),
      },
    });
    const bounded = await fixtureWarehouse([
      ...Array(6).fill(seen(undefined, 3)),
      ...Array(5).fill(seen(2, 40)),
      ...Array(4).fill(seen(30, 60)),
      ...Array(3).fill(seen(30, 60, 'archived')),
      ...Array(1).fill(seen(60, undefined)),
      ...Array(1).fill(seen(undefined, undefined)),
    ]);
    const rows = await queryMetrics(bounded, {
      metrics: ['resolve_bounds'],
      by: [],
      period: '2026Q3',
    });
    bounded.close();
    const at = (statistic: string) => rows.find((row) => row.statistic === statistic);
    expect(at('incidence_5')).toMatchObject({
      ...{ low: 6 / 20, high: 12 / 20, value: null, n: 20, status: 'bounds' },
    });
    expect(at('incidence_14')).toMatchObject({ low: 6 / 20, high: 12 / 20 });
    expect(at('incidence_60')).toMatchObject({ low: 15 / 20, high: 17 / 20 });
  });
});
