import type { MetricRow } from '../../metrics/index.ts';
import { addDays, type FixtureReport } from './fixture.ts';

/** Three quarters; from July on women wait longer and more is archived, agencies have bad weeks. */
export const reports: FixtureReport[] = Array.from({ length: 900 }, (_, i) => {
  const day = addDays('2026-01-01', (i * 61) % 273);
  const late = day >= '2026-07-01';
  const woman = i % 2 === 0;
  const week = Math.floor((Date.parse(day) - Date.parse('2026-01-01')) / (7 * 86_400_000));
  const agency = i % 3 ? 'a' : 'b';
  const badWeek = (week * 7 + (i % 3 ? 1 : 4)) % 5 === 0;
  const wait = ((i * 13) % 9) + (late && woman ? 6 : 0) + (badWeek ? 4 : 0);
  const archived = i % 10 < (late ? 5 : 2) || badWeek;
  // Only men's reports are ever outside anybody's authority.
  const reason = i % 14 === 1 ? 'not_in_authority' : i % 3 ? 'duplicate' : 'other';
  return {
    day,
    province: i % 4 ? '35' : '11',
    sex: i % 17 === 0 ? 'unknown' : woman ? 'f' : 'm',
    category: i % 5 ? 'jalan' : 'bansos',
    limit: 14,
    respond_citizen: [wait, 'responded'],
    ...(i % 4 ? { rating: 1 + ((i * 7) % 5) } : {}),
    states: [
      { after: 0, status: 'forwarded', agency },
      ...(archived
        ? [{ after: 4, status: 'archived', agency, reason }]
        : [{ after: 9, status: 'resolved', agency }]),
    ],
  };
});

export const of = (rows: MetricRow[], figure: string, dims: object = {}) =>
  rows.find(
    (row) =>
      `${row.metric}.${row.statistic}` === figure &&
      JSON.stringify(row.dims) === JSON.stringify(dims),
  );
const inQuarter = (report: FixtureReport, first: string, last: string) =>
  report.day >= first && report.day <= last;
export const third = (report: FixtureReport) => inQuarter(report, '2026-07-01', '2026-09-30');
export const second = (report: FixtureReport) => inQuarter(report, '2026-04-01', '2026-06-30');
export const isArchived = (report: FixtureReport) => report.states?.[1]?.status === 'archived';

/** Thirteen equal parts of the 91 or 92 days of a quarter. */
export const weekOf = (days: number, first: string) =>
  Math.floor((days * 13) / (first === '2026-07-01' ? 92 : 91));

/** Sums over agency-weeks of a period that begins on `first`, counted one by one. */
export function clusters(
  list: FixtureReport[],
  first: string,
  has: (report: FixtureReport) => boolean,
) {
  const cells = new Map<string, { n: number; x: number }>();
  for (const report of list) {
    const days = (Date.parse(report.day) - Date.parse(first)) / 86_400_000;
    const key = `${report.states?.[1]?.agency} ${weekOf(days, first)}`;
    const cell = cells.get(key) ?? { n: 0, x: 0 };
    cells.set(key, { n: cell.n + 1, x: cell.x + (has(report) ? 1 : 0) });
  }
  return [...cells.values()];
}

/** Variance between clusters of a share, m/(m-1) sum (x - p n)^2 / N^2. */
export function clusterVariance(cells: { n: number; x: number }[]) {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const p = cells.reduce((sum, cell) => sum + cell.x, 0) / n;
  const squares = cells.reduce((sum, cell) => sum + (cell.x - p * cell.n) ** 2, 0);
  return { p, n, variance: ((cells.length / (cells.length - 1)) * squares) / n ** 2 };
}

/** Women less men between the agency-weeks that both lie in, each cluster's residuals taken together. */
export function paired(list: FixtureReport[], score: (report: FixtureReport) => number) {
  const of = (sex: string) => list.filter((report) => report.sex === sex);
  const sum = (some: FixtureReport[]) => some.reduce((all, report) => all + score(report), 0);
  const n = { f: of('f').length, m: of('m').length };
  const mean = { f: sum(of('f')) / n.f, m: sum(of('m')) / n.m };
  const cells = new Map<string, number>();
  for (const report of list) {
    const days = (Date.parse(report.day) - Date.parse('2026-07-01')) / 86_400_000;
    const key = `${report.states?.[1]?.agency} ${weekOf(days, '2026-07-01')}`;
    const sex = report.sex as 'f' | 'm';
    const own = (score(report) - mean[sex]) / n[sex];
    cells.set(key, (cells.get(key) ?? 0) + (sex === 'f' ? own : -own));
  }
  const m = cells.size;
  const variance = (m / (m - 1)) * [...cells.values()].reduce((all, d) => all + d * d, 0);
  return { variance, m, n, difference: mean.f - mean.m, pooled: sum(list) / list.length };
}
