import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MetricRow, queryFamily, queryMetrics } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { reports, third } from './compare-fixture.ts';
import { addDays, type FixtureReport, fixtureWarehouse } from './fixture.ts';

let session: Session;
beforeAll(async () => {
  session = await fixtureWarehouse(reports);
});
afterAll(() => session.close());

describe('by sex over time', () => {
  it('nothing is compared where the share without a known sex moved by over 5 points', async () => {
    // One in five has no known sex from July on, none before.
    const moved = reports.slice(0, 500).map((report, i) => ({
      ...report,
      sex: third(report) && i % 5 === 0 ? 'unknown' : ['f', 'm'][i % 2],
    })) as FixtureReport[];
    const hole = await fixtureWarehouse(moved);
    const metrics = [
      'received',
      'archived',
      'respond_citizen.median',
      'backlog.count',
      'rating.mean',
    ];
    const query = { metrics, period: '2026Q3', compare: 'previous' as const };
    const rows = await queryMetrics(hole, { ...query, by: ['sex'] });
    const one = await queryMetrics(hole, { ...query, by: ['sex'], where: { sex: 'f' } });
    const women = await queryMetrics(hole, {
      ...{ ...query, by: [], where: { sex: 'f' } },
    });
    const ofPlaces = { ...query, metrics: ['received.count'], by: ['province' as const] };
    const places = await queryMetrics(hole, ofPlaces);
    const womensPlaces = await queryMetrics(hole, { ...ofPlaces, where: { sex: 'f' } });
    const all = await queryMetrics(hole, { ...query, by: [] });
    const others = await queryMetrics(hole, { ...query, by: ['sex'], compare: 'others' });
    hole.close();
    const ofWomen = rows.filter(({ dims }) => dims.sex === 'f');
    for (const row of ofWomen) {
      expect([row.statistic, row.comparison?.withheld]).toEqual([row.statistic, 'sex_coverage']);
      expect(row.comparison).toMatchObject({ difference: null, p: null });
    }
    // A filter to women is a comparison by sex, too.
    const given = ofWomen.filter(({ statistic }) => statistic !== 'per_100k');
    expect(one).toEqual(given);
    expect(women.map(({ dims }) => dims)).toEqual(women.map(() => ({})));
    expect(women.map(({ value }) => value)).toEqual(given.map(({ value }) => value));
    for (const { comparison } of women) expect(comparison?.withheld).toBe('sex_coverage');
    // Places without any report stay listed.
    expect(places.map(({ value }) => value)).toContain(0);
    expect(womensPlaces.map(({ dims }) => dims)).toEqual(places.map(({ dims }) => dims));
    for (const { comparison } of [...all, ...others]) {
      expect(comparison?.withheld).not.toBe('sex_coverage');
    }
    const steady = await queryMetrics(session, {
      ...{ ...query, metrics: ['received', 'archived', 'rating.mean'], by: ['sex'] },
    });
    for (const { comparison } of steady) expect(comparison?.withheld).not.toBe('sex_coverage');
  });
});

describe('bodies of different size', () => {
  it('stand in a funnel around the share of all, without those too small', async () => {
    const many = await fixtureWarehouse(
      Array.from({ length: 700 }, (_, i) => {
        const agency = `b${String(i % 14).padStart(2, '0')}`;
        const bad = agency === 'b03';
        return {
          day: addDays('2026-07-01', (i * 17) % 90),
          states: [
            { after: 0, status: 'forwarded', agency },
            {
              after: 5,
              status: (i * 7919) % 100 < (bad ? 75 : 30) ? 'archived' : 'resolved',
              agency,
            },
          ],
        };
      }).slice(0, 695),
    );
    const rows = await queryMetrics(many, {
      ...{ metrics: ['archived.share'], by: ['agency'], period: '2026Q3', compare: 'others' },
    });
    many.close();
    const total = rows.reduce((sum, row) => sum + (row.numerator ?? 0), 0);
    const n = rows.reduce((sum, row) => sum + (row.denominator ?? 0), 0);
    for (const row of rows) {
      const funnel = row.comparison?.funnel;
      expect(funnel?.target).toBeCloseTo(total / n, 12);
      expect(funnel?.beyond !== 'none').toBe(row.dims.agency === 'b03');
    }
    const worst = rows.find((row) => row.dims.agency === 'b03')?.comparison?.funnel;
    expect(worst).toMatchObject({ beyond: 'alarm', side: 'above' });
  });
});

describe('a family', () => {
  it('counts a hypothesis once: women and men, reports and their rate', async () => {
    const query = { period: '2026Q3' } as const;
    const [mirrored, volume, waits] = await queryFamily(session, [
      { ...query, metrics: ['archived.share'], by: ['sex'], compare: 'others' },
      {
        ...{ ...query, metrics: ['received.count', 'received.per_100k'], by: ['province'] },
        compare: 'previous',
      },
      // Of Aceh and of Jawa Timur are two, though neither is named in the rows.
      {
        ...query,
        metrics: ['archived.share'],
        by: [],
        compare: 'previous',
        where: { province: '11' },
      },
      {
        ...query,
        metrics: ['archived.share'],
        by: [],
        compare: 'previous',
        where: { province: '35' },
      },
    ]).then(([a = [], b = [], c = [], d = []]) => [a, b, [...c, ...d]]);
    const tested = (rows: MetricRow[] | undefined) =>
      (rows ?? []).flatMap(({ comparison }) => (comparison?.p != null ? [comparison] : []));
    const [women, men] = tested(mirrored);
    expect(women?.p).toBeCloseTo(men?.p as number, 12);
    const counts = tested(volume);
    expect(counts.length).toBe(4);
    const aceh = counts[0]?.p as number;
    const jawa = counts[1]?.p as number;
    expect(counts.map(({ p }) => p)).toEqual([aceh, jawa, aceh, jawa]);
    const [one, other] = tested(waits);
    expect(one?.p).not.toBeCloseTo(other?.p as number, 6);
    const hypotheses = [women?.p, aceh, jawa, one?.p, other?.p] as number[];
    const ordered = [...hypotheses].sort((a, b) => a - b);
    for (const comparison of [women, men, ...counts, one, other]) {
      const p = comparison?.p as number;
      const q = Math.min(1, ...ordered.map((x, i) => (x >= p - 1e-12 ? (x * 5) / (i + 1) : 1)));
      expect(comparison?.family).toBe(5);
      expect(comparison?.q).toBeCloseTo(q, 9);
    }
    expect(women?.q).toBe(men?.q);
  });

  it('is judged as a whole: q by Benjamini and Hochberg over all that was tested', async () => {
    const query = { period: '2026Q3', compare: 'previous' } as const;
    const answers = await queryFamily(session, [
      { ...query, metrics: ['archived.share', 'respond_citizen.within_limit'], by: ['province'] },
      { ...query, metrics: ['respond_citizen.median', 'respond_citizen.p90'], by: ['sex'] },
    ]);
    const tested = answers.flat().filter((row) => row.comparison?.p != null);
    const keyed = new Map(
      tested.map((row) => [
        JSON.stringify([row.metric, row.comparison?.test === 'gray' || row.statistic, row.dims]),
        row.comparison?.p as number,
      ]),
    );
    // Median and 90th percentile are one hypothesis.
    expect(keyed.size).toBeLessThan(tested.length);
    const sorted = [...keyed.values()].sort((a, b) => a - b);
    for (const row of tested) {
      const p = row.comparison?.p as number;
      const q = Math.min(
        1,
        ...sorted.map((one, i) => (one >= p ? (one * sorted.length) / (i + 1) : 1)),
      );
      expect(row.comparison?.q).toBeCloseTo(q, 12);
      expect(row.comparison?.family).toBe(sorted.length);
      expect(row.comparison?.clear).toBe(q <= 0.05);
      const { clear, fcr_low, fcr_high, low } = row.comparison ?? {};
      if (!clear) expect([fcr_low, fcr_high]).toEqual([null, null]);
      else if (low != null) expect(fcr_low).toBeLessThanOrEqual(low);
    }
  });
});
