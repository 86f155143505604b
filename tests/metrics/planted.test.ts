import { beforeAll, describe, expect, it } from 'vitest';
import { previousQuarter, type Workspace } from '../../base/index.ts';
import { type PlantedEffect, plantedEffects } from '../../data/sample/index.ts';
import { type MetricQuery, type MetricRow, newcombe, queryMetrics } from '../../metrics/index.ts';
import { withPublished } from '../../warehouse/index.ts';
import { sharedWorld } from '../world.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = (await sharedWorld()).workspace;
});

const ask = (query: MetricQuery): Promise<MetricRow[]> =>
  withPublished(workspace, (session) => queryMetrics(session, query));

function planted(id: PlantedEffect['id']): PlantedEffect {
  const effect = plantedEffects.find((one) => one.id === id);
  if (!effect) throw new Error(`The sample has no effect ${id}.`);
  return effect;
}

const last = '2026Q3';

/** Quarters from the first with an effect to the last, and as many before. */
function aroundStart(from: string): { before: string[]; after: string[] } {
  const after: string[] = [];
  for (let quarter = last; quarter >= from; quarter = previousQuarter(quarter)) after.push(quarter);
  return { after, before: after.map((quarter) => previousQuarter(quarter, after.length)) };
}

/** Difference of two shares with Newcombe's interval, from their parts. */
function difference(first: MetricRow | undefined, second: MetricRow | undefined) {
  const parts = [first?.numerator, first?.denominator, second?.numerator, second?.denominator];
  const [a = 0, n = 0, b = 0, m = 0] = parts.map((part) => part ?? 0);
  return newcombe(a, n, b, m);
}

describe('the planted effects are read back', () => {
  it('women wait longer for one category in three provinces, from one quarter on', async () => {
    const { where, from } = planted('women_wait');
    const { before, after } = aroundStart(from);
    const of = async (period: string[]) =>
      await ask({
        metrics: ['respond_citizen.median', 'respond_citizen.incidence_5'],
        by: ['sex'],
        where: { category: where.category ?? '', province: where.provinces ?? [] },
        period,
      });
    const get = (rows: MetricRow[], statistic: string, sex: string) =>
      rows.find((row) => row.statistic === statistic && row.dims.sex === sex);
    const gap = (rows: MetricRow[]) =>
      difference(get(rows, 'incidence_5', 'f'), get(rows, 'incidence_5', 'm'));
    const later = await of(after);
    expect(get(later, 'median', 'f')?.value).toBeGreaterThan(
      get(later, 'median', 'm')?.value as number,
    );
    expect(gap(later).high).toBeLessThan(0);
    const earlier = gap(await of(before));
    expect(earlier.low).toBeLessThan(0);
    expect(earlier.high).toBeGreaterThan(0);
  });

  it("one ministry's backlog doubles", async () => {
    const { where, from } = planted('backlog');
    const quarters = Array.from({ length: 8 }, (_, steps) => previousQuarter(last, steps));
    const openOn = async (asOf: string, agency?: string) => {
      const rows = await ask({
        metrics: ['open_within.count', 'open_beyond.count'],
        by: [],
        ...(agency ? { where: { agency } } : {}),
        period: quarters,
        asOf,
      });
      return rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
    };
    expect(from).toBe(last);
    const [start, end] = ['2026-06-30', '2026-09-30'];
    const [before, after] = [await openOn(start, where.agency), await openOn(end, where.agency)];
    const country = (await openOn(end)) / (await openOn(start));
    expect(country).toBeGreaterThan(0.8);
    expect(country).toBeLessThan(1.2);
    const ratio = after / before / country;
    expect(ratio).toBeGreaterThan(1.4);
    expect(Math.log(ratio) / Math.sqrt(1 / before + 1 / after)).toBeGreaterThan(1.96);
  });

  it('a reason for archiving surges', async () => {
    const { where, from } = planted('reason');
    const { before, after } = aroundStart(from);
    const shareOf = async (period: string[]) => {
      const rows = await ask({ metrics: ['archived.count'], by: ['reason'], period });
      const count = (list: MetricRow[]) => list.reduce((sum, row) => sum + (row.value ?? 0), 0);
      const own = rows.filter((row) => row.dims.reason === where.reason);
      return { ...(rows[0] as MetricRow), numerator: count(own), denominator: count(rows) };
    };
    const found = difference(await shareOf(after), await shareOf(before));
    expect(found.low).toBeGreaterThan(0);
    expect(found.value).toBeGreaterThan(0.015);
  });

  it('one province stops recording sex', async () => {
    const { where, from } = planted('sex_coverage');
    const unknownSex = async (period: string, province?: string[]) => {
      const rows = await ask({
        metrics: ['unknown.share'],
        by: [],
        ...(province ? { where: { province } } : {}),
        period,
      });
      return rows.find((row) => row.dims.field === 'sex');
    };
    const [before, after] = [previousQuarter(from), from];
    const there = difference(
      await unknownSex(after, where.provinces),
      await unknownSex(before, where.provinces),
    );
    expect(there.low).toBeGreaterThan(0);
    expect((await unknownSex(after, where.provinces))?.value).toBeGreaterThan(0.95);
    const country = difference(await unknownSex(after), await unknownSex(before));
    expect(Math.abs(country.value)).toBeLessThan(0.05);
  });
});

describe('the warehouse of the sample', () => {
  it('holds a mature cohort whose incidence is the plain share on every day', async () => {
    const rows = await ask({
      metrics: ['resolve.incidence', 'resolve.started'],
      by: [],
      period: '2025Q3',
      asOf: '2026-09-30',
      curveDays: 150,
    });
    const curve = rows.filter((row) => row.statistic === 'incidence');
    expect(curve.length).toBeGreaterThan(140);
    for (const { value, numerator, denominator } of curve) {
      expect(value).toBe((numerator as number) / (denominator as number));
    }
  });

  it('puts every report in one state', async () => {
    const metrics = ['received.count', 'resolved.count', 'archived.count', 'postponed.count'];
    metrics.push('open_within.count', 'open_beyond.count', 'withdrawn.count', 'deleted.count');
    metrics.push('status_unknown.count');
    const [received, ...parts] = await ask({ metrics, by: [], period: last });
    expect(parts.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(received?.value);
  });
});
