import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../base/index.ts';
import {
  countWeights,
  type MetricRow,
  queryMetrics,
  type StandardWeights,
  standardWeights,
} from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { addDays, type FixtureReport, fixtureWarehouse } from './fixture.ts';
import { workingDaysBetween } from './oracle.ts';

/** Women write about slow topics: the gap between the sexes is one of mix alone, within topics none. */
const reports: FixtureReport[] = Array.from({ length: 1200 }, (_, i) => {
  const woman = i % 2 === 0;
  const day = addDays('2026-01-05', (i * 53) % 260);
  const late = day >= '2026-07-01';
  const slowTopic = woman ? i % 10 < 8 : i % 10 < 3;
  const wait = (slowTopic ? 9 : 1) + ((i * 7) % 5) + (late && slowTopic ? 3 : 0);
  return {
    day,
    sex: woman ? 'f' : 'm',
    category: slowTopic ? 'bansos' : 'jalan',
    respond_citizen: [wait, 'responded'],
  };
});
/** What the standard says: half and half. */
const weights: StandardWeights = {
  ...{ format: 1, year: '2025', version: 1, known_to: null, reports: 1000 },
  categories: { bansos: 500, jalan: 500 },
};

let session: Session;
beforeAll(async () => {
  session = await fixtureWarehouse(reports);
});
afterAll(() => session.close());

const within = (list: FixtureReport[]) => {
  const kept = list.filter(
    ({ day, respond_citizen }) =>
      workingDaysBetween(day, addDays(day, respond_citizen?.[0] ?? 0)) <= 8,
  );
  return { part: kept.length, whole: list.length, share: kept.length / list.length };
};
const third = reports.filter(({ day }) => day >= '2026-07-01' && day <= '2026-09-30');
const second = reports.filter(({ day }) => day >= '2026-04-01' && day <= '2026-06-30');
const of = (list: FixtureReport[], sex: string, category: string) =>
  list.filter((report) => report.sex === sex && report.category === category);

describe('standardised gaps', () => {
  const ask = (metrics: string[], standard = weights): Promise<MetricRow[]> =>
    queryMetrics(session, {
      ...{ metrics, by: ['sex'], period: '2026Q3', compare: 'others', adjust: standard },
    });
  const women = (rows: MetricRow[]) => rows.find(({ dims }) => dims.sex === 'f')?.comparison;

  it('are what is left with the mix of the standard', async () => {
    const found = women(await ask(['respond_citizen.within_limit']));
    const gap = ['bansos', 'jalan'].map(
      (category) => within(of(third, 'f', category)).share - within(of(third, 'm', category)).share,
    ) as [number, number];
    expect(found?.adjusted?.difference).toBeCloseTo(0.5 * gap[0] + 0.5 * gap[1], 12);
    expect(found?.adjusted).toMatchObject({
      ...{ method: 'standardised', standard: 'category 2025 v1', covered_weight: 1, strata: 2 },
    });
    // The plain gap is large, the one within topics is not.
    expect(found?.difference as number).toBeLessThan(-0.2);
    expect(Math.abs(found?.adjusted?.difference as number)).toBeLessThan(0.08);
    expect(found?.adjusted?.low as number).toBeLessThan(0);
    expect(found?.adjusted?.high as number).toBeGreaterThan(0);
  });

  it('of waiting times come of the weighted curves', async () => {
    const found = women(await ask(['respond_citizen.median']));
    expect(found?.difference).toBeGreaterThan(3);
    const curve = (sex: string) => (day: number) =>
      ['bansos', 'jalan'].reduce((sum, category) => {
        const list = of(third, sex, category);
        const by = list.filter(
          ({ day: from, respond_citizen }) =>
            workingDaysBetween(from, addDays(from, respond_citizen?.[0] ?? 0)) <= day,
        );
        return sum + (0.5 * by.length) / list.length;
      }, 0);
    const median = (sex: string) =>
      [...Array(40).keys()].find((day) => curve(sex)(day) >= 0.5 - 1e-12) as number;
    expect(found?.adjusted?.difference).toBe(median('f') - median('m'));
  });

  it('within one category are the plain ones', async () => {
    const rows = await queryMetrics(session, {
      ...{ metrics: ['respond_citizen.within_limit'], by: ['sex'], period: '2026Q3' },
      ...{ compare: 'others', adjust: weights, where: { category: 'bansos' } },
    });
    const found = women(rows);
    expect(found?.adjusted).toMatchObject({ covered_weight: 1, strata: 1 });
    expect(found?.adjusted?.difference).toBeCloseTo(found?.difference as number, 12);
  });

  it('are none where the strata cover too little of the standard', async () => {
    const found = women(
      await ask(['respond_citizen.within_limit'], {
        ...{ ...weights, reports: 1200, categories: { ...weights.categories, other: 200 } },
      }),
    );
    expect(found?.adjusted).toMatchObject({ difference: null, low: null });
    expect(found?.adjusted?.covered_weight).toBeCloseTo(1000 / 1200, 12);
  });
});

describe('changes of a share', () => {
  it('are mix and performance, which add up to the change', async () => {
    const rows = await queryMetrics(session, {
      ...{ metrics: ['respond_citizen.within_limit', 'resolved.share'], by: [], adjust: weights },
      ...{ period: '2026Q3', compare: 'previous' },
    });
    const found = rows[0]?.comparison;
    const overall = within(third).share - within(second).share;
    expect(found?.difference).toBeCloseTo(overall, 12);
    const { mix, performance } = found?.adjusted ?? {};
    expect((mix as number) + (performance as number)).toBeCloseTo(overall, 12);
    const performed = ['bansos', 'jalan'].reduce((sum, category) => {
      const [a, b] = [third, second].map((list) =>
        list.filter((report) => report.category === category),
      ) as [FixtureReport[], FixtureReport[]];
      const weight = (a.length / third.length + b.length / second.length) / 2;
      return sum + (within(a).share - within(b).share) * weight;
    }, 0);
    expect(performance).toBeCloseTo(performed, 12);
    expect(performance as number).toBeLessThan(-0.05);
  });
});

describe('the standard', () => {
  it('is frozen when it is first asked for, and stays', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bukti bobot '));
    const workspace = openWorkspace(folder, { BUKTI_KEYS: path.join(folder, 'keys.json') });
    const whole = await fixtureWarehouse([
      ...reports,
      ...['2026-01-02', '2026-12-30'].map((day) => ({ day, category: 'jalan' })),
    ]);
    const first = await standardWeights(workspace, whole, 2027);
    expect(first).toEqual(await countWeights(whole, '2026'));
    expect(first.reports).toBe(reports.length + 2);
    whole.close();
    const other = await fixtureWarehouse(reports.slice(0, 500));
    expect(await standardWeights(workspace, other, 2027)).toEqual(first);
    other.close();
    const file = path.join(workspace.data, 'weights', 'category-2026.json');
    expect(JSON.parse(readFileSync(file, 'utf8')).year).toBe('2026');
    writeFileSync(file, '{');
    await expect(standardWeights(workspace, session, 2027)).rejects.toMatchObject({
      key: 'metrics.weights-broken',
    });
    // The reports end in September: that is no full year.
    await expect(countWeights(session, '2026')).rejects.toMatchObject({
      key: 'metrics.no-weights',
    });
    await expect(standardWeights(workspace, session, 2020)).rejects.toMatchObject({
      key: 'metrics.no-weights',
    });
    rmSync(folder, { recursive: true });
  });
});
