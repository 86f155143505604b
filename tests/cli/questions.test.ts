import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../base/index.ts';
import { dayNumber } from '../../data/sample/calendar.ts';
import { measureTruth, type TruthFigures, withDefaultWorld } from '../../data/sample/index.ts';
import type { MetricRow } from '../../metrics/index.ts';
import { withSession } from '../../warehouse/index.ts';
import { sharedWorld, type World } from '../world.ts';
import { buktiHere } from './run-here.ts';

/** The answer of `bukti query --json`. */
interface Answer {
  steps: { rows: MetricRow[]; left_out?: Record<string, number> }[];
}

/** Counts of the drawn world and the landed files; neither warehouse nor metrics had a hand in them. */
interface Counts {
  truth: TruthFigures;
  categories: Record<string, { now: number; before: number }>;
  provinces: Record<string, number>;
  womenOf35: number;
  returned: number;
  openBeyond: number;
  /** Pending with the ministry alone; and with it and another that it was sent to at the same second. */
  pending: { now: number; before: number; tiedNow: number; tiedBefore: number };
  /** Agencies that something was forwarded to in the quarter, and those that ever had anything. */
  forwardedTo: Set<string>;
  everUsed: Set<string>;
  agencies: Set<string>;
}

const period = '2026Q3';
let world: World;
let counts: Counts;
beforeAll(async () => {
  world = await sharedWorld();
  counts = await withDefaultWorld(world.workspace, async (session, drawn) => {
    const { ordinal } = drawn.calendar;
    const at = (day: string) => ordinal[dayNumber(day)] as number;
    const [end, before] = [at('2026-09-30'), at('2026-06-30')];
    const cut = end + 15;
    const numbers = async <T>(sql: string) => (await session.rows<T>(sql)) as T[];
    const quarters = await numbers<{ category: number; now: number; before: number }>(
      `SELECT category, count(*) FILTER (quarter = 7) AS now, count(*) FILTER (quarter = 6) AS before
       FROM report GROUP BY category`,
    );
    const provinces = await numbers<{ province: number; n: number }>(
      'SELECT province, count(*) AS n FROM report WHERE quarter = 7 GROUP BY province',
    );
    const one = async (sql: string) =>
      (await numbers<{ n: number }>(`SELECT count(*) AS n FROM report WHERE ${sql}`))[0]?.n ?? 0;
    const kemnaker = drawn.agencies.findIndex(({ code }) => code === 'kemnaker');
    // Sent to two agencies at the same second, nobody can say which of them holds it.
    const heldBy = (day: number, tied: boolean) =>
      one(`agency = ${kemnaker} AND (second_agency IS NOT NULL) = ${tied} AND w_forward <= ${day} AND (w_end IS NULL OR w_end > ${day}
        OR w_reopen <= ${day} AND (w_end_again IS NULL OR w_end_again > ${day}))`);
    const limit = `CASE classification WHEN 'permintaan' THEN 5 WHEN 'tidak berkadar' THEN 14 ELSE 60 END`;
    const openOn = `(w_end IS NULL OR w_end > ${cut} OR w_reopen <= ${cut} AND coalesce(w_end_again > ${cut}, true))
      AND NOT (coalesce(w_postpone <= ${cut}, false) AND (w_end IS NULL OR w_end > ${cut}))`;
    const codes = async (sql: string) =>
      new Set((await numbers<{ a: number }>(sql)).map(({ a }) => drawn.agencies[a]?.code ?? ''));
    const desks = (from: number, to: number) => `
      SELECT DISTINCT first_agency AS a FROM report WHERE w_verify > ${from} AND w_verify <= ${to} AND intake = ''
      UNION SELECT agency FROM report WHERE w_forward > ${from} AND w_forward <= ${to}`;
    return {
      truth: await measureTruth(session, drawn),
      categories: Object.fromEntries(
        quarters.map((row) => [
          drawn.categories[row.category],
          { now: row.now, before: row.before },
        ]),
      ),
      provinces: Object.fromEntries(provinces.map((row) => [String(row.province), row.n])),
      womenOf35: await one(
        'quarter = 7 AND province = 35 AND female AND has_attributes AND NOT sex_left_out',
      ),
      returned: await one(`quarter = 7 AND w_return <= ${cut}`),
      openBeyond: await one(`quarter = 7 AND ${openOn} AND ${cut} - w > ${limit}`),
      pending: {
        now: await heldBy(end, false),
        before: await heldBy(before, false),
        tiedNow: await heldBy(end, true),
        tiedBefore: await heldBy(before, true),
      },
      forwardedTo: await codes(desks(before, end)),
      everUsed: await codes(desks(-1, 100_000)),
      agencies: new Set(drawn.agencies.map(({ code }) => code)),
    };
  });
});

async function ask(name: string, ...args: string[]): Promise<Answer> {
  const result = await buktiHere(
    ['query', name, '--period', period, '--json', ...args],
    world.folder,
  );
  expect(result.status, result.stderr).toBe(0);
  return JSON.parse(result.stdout) as Answer;
}

const step = (answer: Answer, index: number, statistic?: string): MetricRow[] =>
  (answer.steps[index]?.rows ?? []).filter(
    (row) => statistic === undefined || `${row.metric}.${row.statistic}` === statistic,
  );

describe('the twelve questions, against the truth of the sample', () => {
  it('what grew: the counts of both quarters, the largest rise first', async () => {
    const rows = step(await ask('what-grew'), 0);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const { dims, value, comparison } of rows) {
      const { now, before } = counts.categories[dims.category ?? ''] ?? { now: -1, before: -1 };
      expect([value, comparison?.base.value], dims.category).toEqual([now, before]);
    }
    const rises = Object.values(counts.categories).map(({ now, before }) => now - before);
    rises.sort((a, b) => b - a);
    expect(rows.map((row) => row.comparison?.difference)).toEqual(rises.slice(0, rows.length));
  });

  it('where: the provinces in order, and rates by the official population', async () => {
    const answer = await ask('where');
    const rows = step(answer, 0, 'received.count');
    const order = Object.entries(counts.provinces).sort(([, a], [, b]) => b - a);
    expect(rows.slice(0, 5).map((row) => row.dims.province)).toEqual(
      order.slice(0, 5).map(([code]) => code),
    );
    const file = path.join(packageRoot(), 'models', 'seeds', 'population.csv');
    const people = new Map(
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.split(','))
        .map(([code = '', , , , total]) => [code, Number(total)]),
    );
    for (const { dims, value } of rows) {
      // A few reports do not say where.
      const drawn = counts.provinces[dims.province ?? ''] ?? 0;
      expect(value, dims.province).toBeLessThanOrEqual(drawn);
      expect(value, dims.province).toBeGreaterThan(drawn * 0.95);
      const rate = step(answer, 0, 'received.per_100k').find(
        (row) => row.dims.province === dims.province,
      );
      if (!rate) continue;
      expect(rate.value).toBeCloseTo(
        ((value ?? 0) * 100_000) / (people.get(dims.province ?? '') ?? 0),
        9,
      );
    }
  });

  it('who waits longer: women, where it is planted; not all women', async () => {
    const median = (answer: Answer, sex: string) =>
      step(answer, 0, 'respond_citizen.median').find((row) => row.dims.sex === sex);
    const planted = await ask(
      'who-waits-longer',
      '--where',
      'category=social_welfare',
      '--where',
      'province=32,33,35',
    );
    const { women, men } = counts.truth.womenWait.find(
      ({ quarter }) => quarter === period,
    ) as TruthFigures['womenWait'][0];
    const day = (waits: { started: number; byDay: number[] }) => {
      let sum = 0;
      return waits.byDay.findIndex((n) => {
        sum += n;
        return sum * 2 >= waits.started;
      });
    };
    expect(median(planted, 'f')?.value).toBe(day(women));
    expect(median(planted, 'm')?.value).toBe(day(men));
    expect(median(planted, 'f')?.comparison).toMatchObject({
      clear: true,
      difference: day(women) - day(men),
    });
    const country = await ask('who-waits-longer');
    expect(median(country, 'f')?.comparison?.clear).toBe(false);
    expect(step(country, 2)[0]?.dims).toEqual({ category: 'social_welfare', sex: 'f' });
  });

  it('which reasons: the one that surges is clear', async () => {
    const archived = step(await ask('which-reasons'), 1);
    const row = archived.find(({ dims }) => dims.reason === 'reporter_unreachable');
    const { after, before } = counts.truth.reason;
    // A handful are written in words that the seed takes for another reason, or for this one.
    expect(Math.abs((row?.value ?? 0) - after.part)).toBeLessThan(0.1 * after.part);
    expect(Math.abs((row?.comparison?.base.value ?? 0) - before.part)).toBeLessThan(
      0.2 * before.part,
    );
    expect(row?.comparison?.clear).toBe(true);
    expect(archived[0]).toBe(row);
  });

  it('which agency turned: the ministry whose backlog doubles, and whose answers are late', async () => {
    const answer = await ask('which-agency-turned');
    const [backlog] = step(answer, 0);
    expect(backlog?.dims.agency).toBe('kemnaker');
    const { now, before, tiedNow, tiedBefore } = counts.pending;
    expect(tiedNow + tiedBefore).toBeLessThan(8);
    expect(backlog?.value).toBeGreaterThanOrEqual(now);
    expect(backlog?.value).toBeLessThanOrEqual(now + tiedNow);
    expect(backlog?.comparison?.base.value).toBeGreaterThanOrEqual(before);
    expect(backlog?.comparison?.base.value).toBeLessThanOrEqual(before + tiedBefore);
    expect(backlog?.comparison?.ratio_low).toBeGreaterThan(1);
    const [late] = step(answer, 1);
    // One office's six bad weeks can look so: among all agencies asked about it is not called clear.
    expect(late).toMatchObject({ dims: { agency: 'kemnaker' }, comparison: { clear: false } });
    expect(late?.comparison?.difference).toBeLessThan(-0.3);
    expect(late?.comparison?.p).toBeLessThan(0.01);
  });

  it('what was returned: as often as it was drawn', async () => {
    const reports = step(await ask('what-was-returned'), 2);
    const returned = reports.filter(({ dims }) => /^[1-9]/.test(dims.returns ?? ''));
    expect(returned.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(counts.returned);
  });

  it('open beyond the limit: counted from the drawn courses', async () => {
    const [all] = step(await ask('open-beyond-limit'), 0, 'open_beyond.count');
    expect(all?.value).toBe(counts.openBeyond);
  });

  it('zero reporters: none that was sent anything, all that never had anything', async () => {
    const silent = new Set(
      step(await ask('zero-reporters'), 1).map(({ dims }) => dims.agency ?? ''),
    );
    expect([...silent].filter((code) => counts.forwardedTo.has(code))).toEqual([]);
    const local = [...counts.agencies].filter((code) => /^(prov|kab|kota)-/.test(code));
    const never = local.filter((code) => !counts.everUsed.has(code));
    expect(never.filter((code) => !silent.has(code))).toEqual([]);
    expect(silent.size).toBeGreaterThan(30);
  });

  it('raters: those who gave a score, by sex, counted in the landed files', async () => {
    const landed = await landedRatings('2026-07-01', '2026-10-01', '2026-12-31');
    for (const row of step(await ask('raters'), 0, 'rating.share_rated')) {
      const own = landed.filter(({ sex }) => sex === row.dims.sex);
      expect([row.numerator, row.denominator], row.dims.sex).toEqual([
        own.reduce((sum, each) => sum + each.rated, 0),
        own.reduce((sum, each) => sum + each.n, 0),
      ]);
    }
  });

  it('share unknown: the province that stopped recording sex comes first', async () => {
    const [first] = step(await ask('share-unknown'), 1);
    const { after, before } = counts.truth.sexCoverage;
    expect(first?.dims).toMatchObject({ province: '91', field: 'sex' });
    expect([first?.numerator, first?.denominator]).toEqual([after.part, after.whole]);
    expect([first?.comparison?.base.numerator, first?.comparison?.base.denominator]).toEqual([
      before.part,
      before.whole,
    ]);
  });

  it('what was revised: scores that came later', async () => {
    const result = await buktiHere(
      ['query', 'what-was-revised', '--period', '2026Q2', '--json'],
      world.folder,
    );
    expect(result.status, result.stderr).toBe(0);
    const rows = step(JSON.parse(result.stdout) as Answer, 0, 'rating.share_rated');
    const rated = async (known: string) =>
      (await landedRatings('2026-04-01', '2026-07-01', known)).reduce(
        (sum, row) => sum + row.rated,
        0,
      );
    expect(rows[0]?.comparison?.with).toBe('2026-07-23');
    const [then, now] = [await rated('2026-07-23'), await rated('2026-12-31')];
    expect([rows[0]?.comparison?.base.numerator, rows[0]?.numerator]).toEqual([then, now]);
    expect(now).toBeGreaterThan(then);
  });

  it('free cross: its cells add up to all reports', async () => {
    const rows = step(await ask('free-cross', '--by', 'province,sex'), 0, 'received.count');
    const drawn = Object.values(counts.provinces).reduce((sum, n) => sum + n, 0);
    expect(rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(drawn);
    const women = rows.find(({ dims }) => dims.province === '35' && dims.sex === 'f')?.value ?? 0;
    expect(women).toBeLessThanOrEqual(counts.womenOf35);
    expect(women).toBeGreaterThan(counts.womenOf35 * 0.95);
  });
});

/** Reports of a span by sex, and those with a score in their newest row known by a day. */
async function landedRatings(from: string, to: string, known: string) {
  const files = path.join(world.workspace.landing, 'lapor', 'batch=*', 'part*.parquet');
  return withSession({}, (session) =>
    session.rows<{ sex: string; n: number; rated: number }>(
      `WITH landed AS (
        FROM read_parquet('${files.replaceAll("'", "''")}', union_by_name = true)
        WHERE known_at <= DATE '${known}'
      ), report AS (
        SELECT complaint_key, arg_max(coalesce(rating, ''), known_at) AS rating
        FROM landed WHERE submitted_at >= '${from}' AND submitted_at < '${to}' GROUP BY complaint_key
      ), person AS (
        SELECT complaint_key, max(CASE lower(sex)[1] WHEN 'p' THEN 'f' WHEN 'l' THEN 'm' END) AS sex
        FROM landed WHERE submitted_at IS NULL AND sex IS NOT NULL GROUP BY complaint_key
      )
      SELECT coalesce(sex, 'unknown') AS sex, count(*) AS n,
        count(*) FILTER (regexp_matches(rating, '^[1-5]')) AS rated
      FROM report LEFT JOIN person USING (complaint_key) GROUP BY ALL`,
    ),
  );
}
