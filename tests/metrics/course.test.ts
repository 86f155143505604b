import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aalenJohansen, type MetricRow, queryMetrics } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { addDays, type FixtureReport, fixtureWarehouse } from './fixture.ts';
import { stateOn, workingDaysBetween } from './oracle.ts';

const asOf = '2026-10-21';

/** Reports that were postponed, given back, resolved and opened again, in a fixed mixture. */
const reports: FixtureReport[] = Array.from({ length: 240 }, (_, i) => {
  const resolved = i % 3 !== 0;
  const wait = 5 + ((i * 17) % 60);
  const postponedAt = i % 4 === 1 ? 2 : undefined;
  const resumedAt = postponedAt === undefined ? undefined : 2 + ((i * 7) % (wait + 20));
  const resumes = resumedAt !== undefined && (!resolved || resumedAt < wait);
  return {
    day: addDays('2026-07-01', (i * 31) % 92),
    category: i % 2 ? 'jalan' : 'bansos',
    sex: i % 2 ? 'f' : 'm',
    limit: [5, 14, 60][i % 3] as number,
    ...(resolved ? { resolve: [wait, 'resolved'] as [number, string] } : {}),
    ...(i % 5 < 3 ? { respond_citizen: [(i * 3) % 15, 'responded'] as [number, string] } : {}),
    ...(resolved && i % 7 === 0 ? { reopened: (i * 11) % 70 } : {}),
    returns: [[], [4], [4, 9], [4, 9, 20]][i % 4] as number[],
    states: [
      { after: 0, status: 'forwarded', agency: i % 2 ? 'a' : 'b' },
      ...(postponedAt === undefined ? [] : [{ after: postponedAt, status: 'postponed' }]),
      ...(resumes ? [{ after: resumedAt as number, status: 'in_progress' }] : []),
      ...(resolved ? [{ after: wait, status: 'resolved' }] : []),
    ],
    forwardings: [
      { after: 0, agency: 'a', type: 'kementerian', end: [4, i % 4 ? 'returned' : 'responded'] },
      ...(i % 2 ? [{ after: 5, agency: 'b', type: 'lembaga' }] : []),
    ],
  };
});

let session: Session;
beforeAll(async () => {
  session = await fixtureWarehouse(reports);
});
afterAll(() => session.close());

const ask = (metrics: string[], by: string[] = [], more = {}) =>
  queryMetrics(session, { metrics, by: by as [], period: '2026Q3', ...more });
const value = (rows: MetricRow[], statistic: string, dims: object = {}) =>
  rows.find(
    (row) => row.statistic === statistic && JSON.stringify(row.dims) === JSON.stringify(dims),
  );

/** The course by definition: every day of postponement up to the end, or the as-of day, is left out. */
function netOf(report: FixtureReport) {
  const end = report.resolve ? addDays(report.day, report.resolve[0]) : undefined;
  const known = end !== undefined && end <= asOf;
  const until = known ? end : asOf;
  let postponed = 0;
  const states = report.states ?? [];
  states.forEach((state, index) => {
    if (state.status !== 'postponed') return;
    const next = states[index + 1];
    const from = addDays(report.day, state.after);
    const to = next ? addDays(report.day, next.after) : '9999-12-31';
    if (from >= until) return;
    postponed += workingDaysBetween(from, to < until ? to : until);
  });
  return {
    day: workingDaysBetween(report.day, until) - postponed,
    followUp: workingDaysBetween(report.day, asOf) - (known ? postponed : postponed),
    event: known,
  };
}

describe('resolve_net', () => {
  it('leaves out the days of postponement, before the end and before the as-of day', async () => {
    const rows = await ask(['resolve_net', 'resolve_net.incidence']);
    const seen = reports.map(netOf);
    const bins = { events: [] as number[], competing: [] as number[], censored: [] as number[] };
    const length = Math.max(...seen.map(({ day }) => day)) + 1;
    for (let day = 0; day < length; day++) {
      bins.events.push(seen.filter((one) => one.event && one.day === day).length);
      bins.censored.push(seen.filter((one) => !one.event && one.day === day).length);
      bins.competing.push(0);
    }
    const curve = aalenJohansen(bins);
    for (const row of rows.filter(({ statistic }) => statistic === 'incidence')) {
      expect(row.value).toBeCloseTo(curve[Number(row.dims.day)]?.incidence as number, 12);
    }
    expect(value(rows, 'incidence_14')?.value).toBeCloseTo(curve[14]?.incidence as number, 12);
    expect(value(rows, 'median')?.value).toBe(curve.find((p) => p.incidence >= 0.5)?.day);
    const judged = seen.filter((one, i) => one.followUp >= (reports[i]?.limit as number));
    const kept = seen.filter(
      (one, i) =>
        one.followUp >= (reports[i]?.limit as number) &&
        one.event &&
        one.day <= (reports[i]?.limit as number),
    );
    expect(value(rows, 'within_limit')).toMatchObject({
      numerator: kept.length,
      denominator: judged.length,
    });
    expect(judged.length).toBeGreaterThan(20);
  });

  it('within its limit judges whom postponement lets it judge, and is compared with nothing', async () => {
    const rows = await ask(['resolve_net.within_limit', 'resolve.within_limit'], ['sex'], {
      compare: 'others',
    });
    const old = reports.filter(
      (one) => one.sex === 'f' && workingDaysBetween(one.day, asOf) >= (one.limit as number),
    );
    const [net, gross] = ['resolve_net', 'resolve'].map((metric) =>
      rows.find((row) => row.metric === metric && row.dims.sex === 'f'),
    );
    // As old as their limit are more women's reports than the net clock judges: it is the others that wait.
    const judged = old.filter((one) => netOf(one).followUp >= (one.limit as number));
    expect(judged.length).toBeLessThan(old.length);
    expect([net?.denominator, gross?.denominator]).toEqual([judged.length, old.length]);
    expect(net?.value).not.toBeNull();
    expect(net?.comparison).toMatchObject({ withheld: 'follow_up', difference: null, p: null });
    expect(net?.comparison).not.toHaveProperty('funnel');
    expect(gross?.comparison?.p).not.toBeNull();
    const before = await ask(['resolve_net.within_limit'], [], { compare: 'previous' });
    expect(before[0]?.comparison).toMatchObject({ withheld: 'follow_up', p: null, family: 0 });
  });

  it('is the plain clock where nothing is postponed, and never slower', async () => {
    const plain = await fixtureWarehouse(
      reports.map((report) => ({ ...report, states: [{ after: 0, status: 'in_progress' }] })),
    );
    const query = { by: [], period: '2026Q3' } as const;
    const net = await queryMetrics(plain, { ...query, metrics: ['resolve_net'] });
    const gross = await queryMetrics(plain, { ...query, metrics: ['resolve'] });
    plain.close();
    for (const [index, row] of net.entries()) {
      // Wilson's interval needs a cohort that nobody is censored in, which the net clock never promises.
      if (row.statistic.startsWith('incidence_')) {
        expect(row.value).toBeCloseTo(gross[index]?.value as number, 12);
      } else expect({ ...row, metric: 'resolve' }).toEqual(gross[index]);
    }
    const both = await ask(['resolve.median', 'resolve_net.median']);
    expect(both[1]?.value).toBeLessThanOrEqual(both[0]?.value as number);
  });
});

describe('reopened', () => {
  it('starts with the first resolution in the period and is censored on the as-of day', async () => {
    const rows = await ask(['reopened', 'reopened.incidence']);
    const resolved = reports
      .filter((report) => report.resolve)
      .map((report) => ({ on: addDays(report.day, report.resolve?.[0] as number), report }))
      .filter(({ on }) => on >= '2026-07-01' && on <= '2026-09-30');
    expect(value(rows, 'started')?.value).toBe(resolved.length);
    const seen = resolved.map(({ on, report }) => {
      const again = report.reopened === undefined ? undefined : addDays(on, report.reopened);
      const event = again !== undefined && again <= asOf;
      return { event, day: workingDaysBetween(on, event ? again : asOf) };
    });
    const bins = { events: [] as number[], competing: [] as number[], censored: [] as number[] };
    for (let day = 0; day <= 90; day++) {
      bins.events.push(seen.filter((one) => one.event && one.day === day).length);
      bins.censored.push(seen.filter((one) => !one.event && one.day === day).length);
      bins.competing.push(0);
    }
    const curve = aalenJohansen(bins);
    const shown = rows.filter(({ statistic }) => statistic === 'incidence');
    expect(shown.length).toBeGreaterThan(20);
    for (const row of shown) {
      expect(row.value).toBeCloseTo(curve[Number(row.dims.day)]?.incidence as number, 12);
    }
    expect(value(rows, 'incidence_60')?.provisional).toBe(true);
  });
});

describe('forwardings and returns', () => {
  it('count every forwarding of the period, and those returned by the as-of day', async () => {
    const rows = await ask(['forwarding', 'returned'], ['agency']);
    const started = reports.flatMap((report) =>
      (report.forwardings ?? []).map((one) => ({ ...one, on: addDays(report.day, one.after) })),
    );
    const inQuarter = started.filter(({ on }) => on <= '2026-09-30');
    for (const agency of ['a', 'b']) {
      const all = inQuarter.filter((one) => one.agency === agency);
      const returned = all.filter(
        (one) => one.end?.[1] === 'returned' && addDays(one.on, one.end[0]) <= asOf,
      );
      expect(value(rows, 'share', { agency })).toMatchObject({
        numerator: returned.length,
        denominator: all.length,
      });
      expect(rows.find((r) => r.metric === 'forwarding' && r.dims.agency === agency)?.value).toBe(
        all.length,
      );
    }
  });

  it('returns are told apart by their number on the as-of day', async () => {
    const rows = await ask(['received.count'], ['returns']);
    const byCode = Object.fromEntries(rows.map((row) => [row.dims.returns, row.value]));
    const expected: Record<string, number> = {};
    for (const report of reports) {
      const times = (report.returns ?? []).filter((d) => addDays(report.day, d) <= asOf).length;
      const code = times >= 3 ? '3+' : String(times);
      expected[code] = (expected[code] ?? 0) + 1;
    }
    expect(byCode).toEqual(expected);
  });
});

describe('states and derived reasons', () => {
  it('states are a dimension like any other', async () => {
    const rows = await ask(['received.count'], ['status', 'sex']);
    const total = rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
    expect(total).toBe(reports.length);
    const resolved = reports.filter(
      (report) => report.sex === 'f' && stateOn(report, asOf)?.status === 'resolved',
    );
    expect(value(rows, 'count', { status: 'resolved', sex: 'f' })?.value).toBe(resolved.length);
    const filtered = await ask(['received.count'], [], { where: { status: 'resolved' } });
    expect(filtered[0]?.value).toBe(
      rows.filter((r) => r.dims.status === 'resolved').reduce((s, r) => s + (r.value ?? 0), 0),
    );
  });

  it('a late report without any answer is told from one in process', async () => {
    const rows = await ask(['unresolved_reason'], ['derived_reason']);
    const expected: Record<string, number> = {};
    for (const report of reports) {
      const status = stateOn(report, asOf)?.status as string;
      const late = workingDaysBetween(report.day, asOf) > (report.limit as number);
      const answer = report.respond_citizen;
      const answered = answer !== undefined && addDays(report.day, answer[0]) <= asOf;
      const open = status === 'forwarded' || status === 'in_progress';
      if (open && !late) continue;
      if (status === 'resolved') continue;
      const code = open ? (answered ? 'in_process_beyond' : 'no_response_beyond') : status;
      expected[code] = (expected[code] ?? 0) + 1;
    }
    const counts = rows.filter((row) => row.statistic === 'count');
    expect(Object.fromEntries(counts.map((r) => [r.dims.derived_reason, r.value]))).toEqual(
      expected,
    );
    const shares = rows.filter((row) => row.statistic === 'share');
    expect(shares.reduce((sum, row) => sum + (row.numerator ?? 0), 0)).toBe(shares[0]?.denominator);
  });

  it('who coordinates goes by the day, and by the sector where the agency is a local government', async () => {
    const rows = await ask(['received.count'], ['coordinator']);
    const of = (code: string) => rows.find(({ dims }) => dims.coordinator === code)?.value;
    const holder = (report: FixtureReport) => stateOn(report, asOf)?.agency ?? 'a';
    expect(of('k2')).toBe(reports.filter((report) => holder(report) === 'a').length);
    expect(of('none')).toBe(reports.filter((report) => holder(report) === 'b').length);
    const forwarded = await ask(['forwarding.count'], ['coordinator']);
    expect(forwarded.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(
      (await ask(['forwarding.count']))[0]?.value,
    );
    const local = await fixtureWarehouse(
      Array.from({ length: 12 }, (_, i) => ({
        day: '2026-07-06',
        category: i < 8 ? 'jalan' : 'bansos',
        states: [{ after: 0, status: 'forwarded', agency: 'kab-35.15', type: 'kabupaten' }],
      })),
    );
    const query = { metrics: ['received.count'], by: ['coordinator' as const], period: '2026Q3' };
    const answer = await queryMetrics(local, query);
    local.close();
    expect(answer.map(({ dims, value: n }) => [dims.coordinator, n])).toEqual([
      ['k3', 8],
      ['none', 4],
    ]);
  });
});
