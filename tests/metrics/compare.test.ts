import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studentTwoSided } from '../../metrics/estimators/student.ts';
import { type MetricRow, queryMetrics } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import {
  clusters,
  clusterVariance,
  isArchived,
  of,
  paired,
  reports,
  second,
  third,
  weekOf,
} from './compare-fixture.ts';
import { addDays, type FixtureReport, fixtureWarehouse } from './fixture.ts';

let session: Session;
beforeAll(async () => {
  session = await fixtureWarehouse(reports);
});
afterAll(() => session.close());

describe('a period before', () => {
  it('is the same figure of the base, as old', async () => {
    const metrics = ['received.count', 'archived.share', 'respond_citizen.median'];
    const rows = await queryMetrics(session, {
      ...{ metrics, by: ['sex'], period: '2026Q3', compare: 'previous' },
    });
    const base = await queryMetrics(session, { metrics, by: ['sex'], period: '2026Q2' });
    expect(rows.length).toBe(base.length);
    for (const [index, row] of rows.entries()) {
      expect(row.dims).toEqual(base[index]?.dims);
      const { value, low, high, n, as_of } = base[index] as MetricRow;
      expect(row.comparison?.base).toMatchObject({ value, low, high, n, as_of });
      if (row.comparison?.difference !== null) {
        expect(row.comparison?.difference).toBeCloseTo((row.value ?? 0) - (value ?? 0), 12);
      }
    }
  });

  it('shares are tested with the design effect between agency-weeks', async () => {
    const rows = await queryMetrics(session, {
      ...{ metrics: ['archived.share'], by: [], period: '2026Q3', compare: 'previous' },
    });
    const found = of(rows, 'archived.share')?.comparison;
    const a = clusterVariance(clusters(reports.filter(third), '2026-07-01', isArchived));
    const b = clusterVariance(clusters(reports.filter(second), '2026-04-01', isArchived));
    const pooled = (a.p * a.n + b.p * b.n) / (a.n + b.n);
    const effect = (a.variance + b.variance) / (pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
    expect(effect).toBeGreaterThan(1.1);
    expect(found?.design_effect).toBeCloseTo(effect, 9);
    expect(found?.df).toBe(2 * 13 * 2 - 2);
    expect(found).toMatchObject({ test: 'score', clear: true, family: 1 });
    expect(found?.difference).toBeCloseTo(a.p - b.p, 12);
    expect(found?.fcr_low).toBeCloseTo(found?.low as number, 12);
  });

  it('counts are tested with the dispersion between weeks', async () => {
    const rows = await queryMetrics(session, {
      ...{ metrics: ['received.count'], by: [], period: '2026Q3', compare: 'previous' },
    });
    const found = of(rows, 'received.count')?.comparison;
    let chi2 = 0;
    for (const [of, first] of [
      [third, '2026-07-01'],
      [second, '2026-04-01'],
    ] as const) {
      const list = reports.filter(of);
      const weeks = Array(13).fill(0) as number[];
      for (const { day } of list) {
        const week = weekOf((Date.parse(day) - Date.parse(first)) / 86_400_000, first);
        weeks[week] = (weeks[week] ?? 0) + 1;
      }
      const mean = list.length / 13;
      chi2 += weeks.reduce((sum, n) => sum + (n - mean) ** 2 / mean, 0);
    }
    expect(found?.design_effect).toBeCloseTo(Math.max(1, chi2 / 24), 9);
    expect(found).toMatchObject({ test: 'quasi_poisson', df: 24, low: null });
    // Per day: 92 days after 91.
    const ratio = reports.filter(third).length / 92 / (reports.filter(second).length / 91);
    expect(found?.ratio).toBeCloseTo(ratio, 12);
    expect(found?.ratio_low as number).toBeLessThan(ratio);
    expect(found?.ratio_high as number).toBeGreaterThan(ratio);
  });

  it('reasons: each cluster counts by all reasons in it, also where the reason is not', async () => {
    const rows = await queryMetrics(session, {
      ...{ metrics: ['unresolved_reason.share'], by: ['reason'], period: '2026Q3' },
      compare: 'previous',
      where: { reason: 'other' },
    });
    const found = of(rows, 'unresolved_reason.share', { reason: 'other' })?.comparison;
    const has = (report: FixtureReport) => report.states?.[1]?.reason === 'other';
    const side = (in_: typeof third, first: string) =>
      clusterVariance(
        clusters(
          reports.filter((r) => in_(r) && isArchived(r)),
          first,
          has,
        ),
      );
    const [a, b] = [side(third, '2026-07-01'), side(second, '2026-04-01')];
    const pooled = (a.p * a.n + b.p * b.n) / (a.n + b.n);
    const effect = (a.variance + b.variance) / (pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
    expect(found?.design_effect).toBeCloseTo(Math.max(1, effect), 9);
    expect(found?.base.denominator).toBe(b.n);
  });

  it('without a whole base is no comparison', async () => {
    const query = { metrics: ['received.count', 'archived.share'], by: [], period: '2026Q1' };
    const before = await queryMetrics(session, { ...query, compare: 'previous' });
    const year = await queryMetrics(session, { ...query, period: '2026Q3', compare: 'year' });
    for (const { comparison } of [...before, ...year]) {
      expect(comparison).toMatchObject({ difference: null, p: null, clear: null });
    }
    const open = await queryMetrics(session, {
      ...{ ...query, period: '2026Q3', compare: 'previous', asOf: '2026-08-15' },
    });
    for (const { comparison } of open) expect(comparison).toMatchObject({ difference: null });
  });

  it('on a day asked for, the base is as old as the period is then', async () => {
    const rows = await queryMetrics(session, {
      ...{ metrics: ['archived.share'], by: [], period: '2026Q3', compare: 'previous' },
      asOf: '2026-10-07',
    });
    const base = await queryMetrics(session, {
      ...{ metrics: ['archived.share'], by: [], period: '2026Q2', asOfWorkingDays: 5 },
    });
    expect(rows[0]?.comparison?.base).toMatchObject({
      value: base[0]?.value,
      as_of: base[0]?.as_of,
    });
  });

  it('on one day several periods are not equally old', async () => {
    const query = { metrics: ['archived.share'], period: ['2026Q2', '2026Q3'], asOf: '2026-10-07' };
    await expect(
      queryMetrics(session, { ...query, by: ['quarter'], compare: 'previous' }),
    ).rejects.toMatchObject({ key: 'metrics.compare-at' });
  });

  it('of several periods needs them apart', async () => {
    const query = { metrics: ['received.count'], period: ['2026Q2', '2026Q3'] };
    await expect(
      queryMetrics(session, { ...query, by: [], compare: 'previous' }),
    ).rejects.toMatchObject({ key: 'metrics.compare-periods' });
    const rows = await queryMetrics(session, { ...query, by: ['quarter'], compare: 'previous' });
    expect(rows.map((row) => row.dims.quarter)).toEqual(['2026Q2', '2026Q3']);
    expect(rows[1]?.comparison?.base.value).toBe(rows[0]?.value);
  });
});

describe('the others', () => {
  it('of a code are all other known codes', async () => {
    const query = { metrics: ['respond_citizen', 'archived.share', 'rating'], period: '2026Q3' };
    const rows = await queryMetrics(session, { ...query, by: ['sex'], compare: 'others' });
    const men = await queryMetrics(session, { ...query, by: [], where: { sex: 'm' } });
    for (const row of men) {
      const women = of(rows, `${row.metric}.${row.statistic}`, { sex: 'f' });
      expect(women?.comparison?.base).toMatchObject({ value: row.value, n: row.n, low: row.low });
    }
    for (const row of rows.filter(({ dims }) => dims.sex === 'unknown')) {
      expect(row.comparison).toBeUndefined();
    }
    const wait = of(rows, 'respond_citizen.median', { sex: 'f' })?.comparison;
    expect(wait).toMatchObject({ test: 'gray', clear: true });
    expect(wait?.difference).toBeGreaterThan(3);
    expect(wait?.low as number).toBeGreaterThan(0);
  });

  it('lie in the same agency-weeks: what those do to both widens nothing', async () => {
    const query = { metrics: ['archived.share'], by: ['sex' as const], period: '2026Q3' };
    const rows = await queryMetrics(session, { ...query, compare: 'others' });
    const known = reports.filter((report) => third(report) && report.sex !== 'unknown');
    const { variance, m, pooled, n } = paired(known, (report) => (isArchived(report) ? 1 : 0));
    const effect = variance / (pooled * (1 - pooled) * (1 / n.f + 1 / n.m));
    const found = of(rows, 'archived.share', { sex: 'f' })?.comparison;
    expect(found?.design_effect).toBeCloseTo(Math.max(1, effect), 9);
    expect(found?.df).toBe(m - 1);
    const loose = await queryMetrics(session, {
      ...{ ...query, by: ['sex', 'category'], compare: 'others' },
    });
    // Three codes and more: the others are joined by agency-week too.
    expect(
      of(loose, 'archived.share', { sex: 'f', category: 'jalan' })?.comparison?.df,
    ).toBeGreaterThan(5);
  });

  it('are those of the whole, whichever of them are given', async () => {
    const query = { metrics: ['archived.share'], by: ['sex' as const], period: '2026Q3' };
    const all = await queryMetrics(session, { ...query, compare: 'others' });
    const one = await queryMetrics(session, {
      ...{ ...query, compare: 'others', where: { sex: 'f' } },
    });
    expect(one.map(({ dims }) => dims.sex)).toEqual(['f']);
    const base = of(all, 'archived.share', { sex: 'f' })?.comparison?.base;
    expect(one[0]?.comparison?.base).toEqual(base);
    for (const by of [[], ['quarter' as const]]) {
      await expect(
        queryMetrics(session, { ...query, by, compare: 'others' }),
      ).rejects.toMatchObject({ key: 'metrics.compare-others' });
    }
    const states = await queryMetrics(session, {
      ...{ ...query, by: ['status'], compare: 'others' },
    });
    for (const { comparison } of states) expect(comparison?.p ?? null).toBeNull();
  });

  it('of a mean score lie in the same agency-weeks too: what is so of women is so of men', async () => {
    const query = { metrics: ['rating.mean'], by: ['sex' as const], period: '2026Q3' };
    const rows = await queryMetrics(session, { ...query, compare: 'others' });
    const rated = reports.filter(
      (report) => third(report) && report.sex !== 'unknown' && report.rating !== undefined,
    );
    const { variance, difference, m } = paired(rated, (report) => report.rating as number);
    const p = studentTwoSided(Math.abs(difference) / Math.sqrt(variance), m - 1);
    const [women, men] = ['f', 'm'].map((sex) => of(rows, 'rating.mean', { sex })?.comparison);
    for (const [found, sign] of [
      [women, 1],
      [men, -1],
    ] as const) {
      expect(found?.difference).toBeCloseTo(sign * difference, 12);
      expect(found).toMatchObject({ test: 'cluster_mean', df: m - 1, family: 1 });
      expect(found?.p).toBeCloseTo(p, 9);
    }
    expect(women?.low).toBeCloseTo(-(men?.high as number), 9);
    expect(women?.high as number).toBeGreaterThan(difference);
  });

  it('over time are none where a province was not there, or was another', async () => {
    const split = await fixtureWarehouse(
      Array.from({ length: 200 }, (_, i) => ({
        day: addDays('2026-04-01', (i * 11) % 180),
        province: ['92', '35'][i % 2] as string,
      })),
    );
    const rows = await queryMetrics(split, {
      ...{ metrics: ['received.count'], by: ['province'], period: '2026Q3', compare: 'previous' },
    });
    split.close();
    // 92 is there from July on.
    expect(of(rows, 'received.count', { province: '92' })?.comparison?.p).toBeNull();
    expect(of(rows, 'received.count', { province: '35' })?.comparison?.p).not.toBeNull();
  });

  it('of exports that lie differently after two periods are none', async () => {
    const exported = await fixtureWarehouse(
      reports.map((report) => ({ ...report, has_events: false })),
      [{ kind: 'complaint', known_to: '2026-10-23' }],
    );
    await exported.run(`update fct_complaint_status set basis = 'export';
      insert into fct_complaint_status values
        ('late', 'archived', 'a', 'kementerian', null, '2026-01-01', '2026-07-31', 'export')`);
    const rows = await queryMetrics(exported, {
      ...{ metrics: ['received.count', 'archived.share'], by: [], period: '2026Q3' },
      compare: 'previous',
    });
    exported.close();
    expect(rows[0]?.as_of).not.toBe(rows[0]?.comparison?.base.as_of);
    expect(of(rows, 'received.count')?.comparison?.p).not.toBeNull();
    expect(of(rows, 'archived.share')?.comparison).toMatchObject({ withheld: 'age', p: null });
  });

  it('of a reason share are those of the dimension asked for', async () => {
    const query = { metrics: ['unresolved_reason.share'], period: '2026Q3' };
    const rows = await queryMetrics(session, { ...query, by: ['sex'], compare: 'others' });
    const women = rows.find(({ dims }) => dims.sex === 'f' && dims.reason === 'other');
    const men = await queryMetrics(session, { ...query, by: [], where: { sex: 'm' } });
    const base = men.find(({ dims }) => dims.reason === 'other');
    expect(women?.comparison?.base).toMatchObject({
      ...{ value: base?.value, denominator: base?.denominator },
    });
  });

  it('of a reason share lie in the same agency-weeks too, also where one side lacks the reason', async () => {
    const query = { metrics: ['unresolved_reason.share'], by: ['sex' as const], period: '2026Q3' };
    const rows = await queryMetrics(session, { ...query, compare: 'others' });
    const known = reports.filter(
      (report) => third(report) && report.sex !== 'unknown' && isArchived(report),
    );
    for (const reason of ['duplicate', 'other', 'not_in_authority']) {
      const has = (report: FixtureReport) => (report.states?.[1]?.reason === reason ? 1 : 0);
      const { variance, difference, m, pooled, n } = paired(known, has);
      const effect = Math.max(1, variance / (pooled * (1 - pooled) * (1 / n.f + 1 / n.m)));
      const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / n.f + 1 / n.m) * effect);
      for (const sex of ['f', 'm'] as const) {
        const row = rows.find(({ dims }) => dims.sex === sex && dims.reason === reason);
        const found = row?.comparison;
        expect([row?.denominator, found?.base.denominator]).toEqual([n[sex], n.f + n.m - n[sex]]);
        expect(found?.difference).toBeCloseTo(sex === 'f' ? difference : -difference, 12);
        expect(found?.design_effect).toBeCloseTo(effect, 9);
        expect(found?.df).toBe(m - 1);
        expect(found?.p).toBeCloseTo(studentTwoSided(Math.abs(z), m - 1), 9);
      }
    }
    const none = rows.find(({ dims }) => dims.sex === 'f' && dims.reason === 'not_in_authority');
    expect(none).toMatchObject({ value: 0, numerator: 0 });
  });

  it('within each of the other dimensions', async () => {
    const query = { metrics: ['archived.share'], period: '2026Q3' };
    const rows = await queryMetrics(session, {
      ...{ ...query, by: ['sex', 'province'], compare: 'others' },
    });
    const aceh = of(rows, 'archived.share', { sex: 'f', province: '11' })?.comparison?.base;
    const rest = await queryMetrics(session, {
      ...{ ...query, by: [], where: { sex: 'f', province: '35' } },
    });
    expect(aceh).toMatchObject({ value: rest[0]?.value, n: rest[0]?.n });
  });
});
