import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../base/index.ts';
import { dayNumber, readCalendar } from '../../../data/sample/calendar.ts';
import {
  measureTruth,
  personalNeedles,
  plantedEffects,
  truthMarkdown,
  withDefaultWorld,
} from '../../../data/sample/index.ts';
import { plainWorkspace } from './support.ts';

describe('the calendar', () => {
  it('counts working days as the decrees have them', () => {
    const calendar = readCalendar(plainWorkspace());
    const w = (date: string) => calendar.ordinal[dayNumber(date)] as number;
    // Counted by hand with numpy.busday_count and the holidays of the decrees.
    expect(w('2026-10-21') - w('2026-09-30')).toBe(15);
    expect(w('2025-04-08') - w('2025-03-27')).toBe(1);
    expect(w('2026-03-25') - w('2026-03-17')).toBe(1);
    expect(w('2024-10-07') - w('2024-10-04')).toBe(1);
    expect(w('2026-09-30') - w('2024-09-30')).toBe(476);
    expect(calendar.dayOf[w('2026-10-21')]).toBe(dayNumber('2026-10-21'));
  });
});

describe('the default world', () => {
  it('looks like the country it imitates', async () => {
    const row = await withDefaultWorld(plainWorkspace(), (session, world) =>
      session.row<Record<string, number>>(`
        SELECT count(*) AS n, count(DISTINCT id) AS ids, min(id) AS first, max(id) AS last,
          avg((outcome = 'archived')::INTEGER) AS archived, avg((outcome = 'deleted')::INTEGER) AS deleted,
          avg(returned::INTEGER) AS returned, avg(has_attributes::INTEGER) AS attributes,
          avg((w_reopen IS NOT NULL)::INTEGER) AS reopened, avg((campaign IS NOT NULL)::INTEGER) AS campaign,
          quantile_disc(w_respond - w, 0.5) AS median, max(w_respond - w) AS longest,
          count(*) FILTER (quarter = 7) / count(*) FILTER (quarter = 3) AS growth,
          count(DISTINCT place) AS places, count(DISTINCT category) AS categories, count(DISTINCT agency) AS agencies,
          count(*) FILTER (w_verify < w OR w_return < w_verify OR w_forward < w_verify OR w_respond < w_forward
            OR w_end < coalesce(w_respond, w_forward, w_verify) OR w_reopen <= w_end OR w_end_again < w_reopen) AS backward,
          count(*) FILTER (w_end <= ${world.finalOrdinal}) AS ended
        FROM report`),
    );
    expect(row).toMatchObject({ n: 60_000, ids: 60_000, first: 1, last: 60_000, backward: 0 });
    const between = (name: string, low: number, high: number) => {
      expect(row?.[name], name).toBeGreaterThan(low);
      expect(row?.[name], name).toBeLessThan(high);
    };
    between('archived', 0.15, 0.2);
    between('deleted', 0.02, 0.03);
    between('returned', 0.06, 0.12);
    between('attributes', 0.65, 0.75);
    between('reopened', 0.01, 0.04);
    between('campaign', 0.02, 0.03);
    between('median', 3, 9);
    between('longest', 60, 2000);
    between('growth', 1.01, 1.25);
    between('places', 505, 515);
    between('categories', 34, 39);
    between('agencies', 500, 700);
  });

  it('holds every planted effect where it is announced, and at its size', async () => {
    const truth = await withDefaultWorld(plainWorkspace(), measureTruth);
    expect(plantedEffects.map(({ id }) => id)).toEqual([
      'women_wait',
      'backlog',
      'reason',
      'sex_coverage',
    ]);
    for (const each of truth.womenWait) {
      expect(each.z).toBeGreaterThan(1.96);
      expect(each.power).toBeGreaterThan(0.95);
      expect(each.power).toBeLessThan(0.99);
      expect(Math.min(each.women.started, each.men.started)).toBeGreaterThan(50);
    }
    expect(truth.backlog.after / truth.backlog.before).toBeGreaterThan(1.7);
    expect(truth.backlog.after / truth.backlog.before).toBeLessThan(2.3);
    expect(truth.reason.z).toBeGreaterThan(1.96);
    expect(truth.sexCoverage.after.part).toBe(truth.sexCoverage.after.whole);
    expect(truth.sexCoverage.before.whole).toBeGreaterThanOrEqual(10);
    expect(truth.sexCoverage.after.whole).toBeGreaterThanOrEqual(10);
    for (const { power } of [truth.backlog, truth.reason, truth.sexCoverage]) {
      expect(power).toBeGreaterThan(0.95);
      expect(power).toBeLessThan(0.99);
    }
  });

  it('is what TRUTH.md says', async () => {
    const page = readFileSync(path.join(packageRoot(), 'data', 'sample', 'TRUTH.md'), 'utf8');
    expect(await truthMarkdown(plainWorkspace())).toBe(page.replaceAll('\r\n', '\n'));
  });
});

describe('made-up names', () => {
  it('are in no seed, so that finding one means finding a person of the sample', () => {
    const folder = path.join(packageRoot(), 'models', 'seeds');
    const seeds = readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8').toLowerCase())
      .join('\n');
    const { names, texts, patterns } = personalNeedles();
    expect(names).toHaveLength(96);
    for (const needle of [...names, ...texts]) expect(seeds).not.toContain(needle.toLowerCase());
    for (const pattern of patterns) expect(seeds).not.toMatch(pattern);
  });

  it('tells a NIK from the digits of a number', () => {
    const nik = personalNeedles().patterns.at(-1);
    expect('NIK 3204990101900001.').toMatch(nik as RegExp);
    expect('"seconds": 2.8341999999999987').not.toMatch(nik as RegExp);
  });
});
