import { queryMetrics, readContext } from '../metrics/index.ts';
import { publishCatalogue, publishedCells } from '../release/published/index.ts';
import { type Session, withPublished } from '../warehouse/index.ts';
import { crossesWorld } from './crosses/world.ts';
import { median } from './measure.ts';

const repeats = Number(process.env.BUKTI_REPEATS ?? 5);

/**
 * Prints what the exact cells of all published tables cost that go into protection (sums of record keys,
 * distinct complainants, secret reports) against the same tables as bare counts, by the same code and by the
 * planner of the metrics, for every quarter and whole year of `rows` reports: processor seconds, in turn in
 * one session, warmed up once, medians of five.
 */
export async function disclosureCells(
  root: string,
  rows: number,
  memory: string,
  print: (line: string) => void,
): Promise<void> {
  const workspace = await crossesWorld(root, rows, memory);
  const catalogue = publishCatalogue(workspace);
  await withPublished(workspace, async (session) => {
    const context = await readContext(session);
    const found = await session.rows<{ period: string; n: number }>(
      `select quarter as period, count(*) as n from fct_complaint where quarter is not null group by all
      union all select cast(year as varchar), count(*) from fct_complaint group by all having count(distinct quarter) = 4
      order by period`,
    );
    const all = { bare: 0, exact: 0, metrics: 0, cells: 0 };
    for (const { period, n } of found) {
      const cells = (isProtected: boolean) =>
        publishedCells(session, catalogue, period, 'own', { context, isProtected });
      const { tables } = await cells(true);
      const times = { bare: [] as number[], exact: [] as number[], metrics: [] as number[] };
      for (let run = 0; run < repeats; run++) {
        times.bare.push(await processor(() => cells(false)));
        times.exact.push(await processor(() => cells(true)));
      }
      const asked = tables.map(({ by, rates }) => ({ by, rates }));
      times.metrics.push(await processor(() => byPlanner(session, asked, period)));
      const [bare, exact, metrics] = [times.bare, times.exact, times.metrics].map(median) as [
        number,
        number,
        number,
      ];
      all.bare += bare;
      all.exact += exact;
      all.metrics += metrics;
      all.cells += tables.reduce((sum, table) => sum + table.cells.length, 0);
      print(
        `${period}: ${n} reports, bare counts ${bare.toFixed(2)} s, exact cells ${exact.toFixed(2)} s, ratio ${(exact / bare).toFixed(2)}; planner ${metrics.toFixed(2)} s`,
      );
    }
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    print(
      `all periods: ${all.cells} cells, exact ${all.exact.toFixed(2)} s of processor, bare counts by the same code ${all.bare.toFixed(2)} s (ratio ${(all.exact / all.bare).toFixed(2)}), shares and counts by the planner ${all.metrics.toFixed(2)} s (ratio ${(all.exact / all.metrics).toFixed(2)}); peak ${peak} MB`,
    );
  });

  /** The same tables, innermost cells alone, as a query each of the metrics. */
  async function byPlanner(
    session: Session,
    tables: readonly {
      by: Readonly<Record<string, string>>;
      rates: readonly { measure: string }[];
    }[],
    period: string,
  ): Promise<void> {
    const context = await readContext(session);
    for (const { by, rates } of tables) {
      const levels = Object.values(by).filter((level) => level !== 'quarter' && level !== 'year');
      const metrics = ['received.count', ...rates.map(({ measure }) => measure)];
      const names = levels.map((level) => (level === 'age_group' ? 'age_band' : level));
      await queryMetrics(session, { metrics, by: names as 'sex'[], period }, context);
    }
  }
}

async function processor(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
