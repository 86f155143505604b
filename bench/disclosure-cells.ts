import { perturb } from '../disclosure/index.ts';
import { queryMetrics, readContext } from '../metrics/index.ts';
import { distinctCells, publishCatalogue, publishedCells } from '../release/published/index.ts';
import { type Session, withPublished } from '../warehouse/index.ts';
import { crossesWorld } from './crosses/world.ts';
import { median } from './measure.ts';

const repeats = Number(process.env.BUKTI_REPEATS ?? 5);

/**
 * Prints what the protected tables of the whole catalogue cost (cells with sums of record keys, distinct
 * complainants, secret reports; then `perturb` of all of them) against the same tables as bare counts by the same
 * code, and by the planner of the metrics, for every quarter and whole year of `rows` reports: processor and wall
 * seconds, in turn in one session, warmed up once, medians of five.
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
    const all = { cells: 0, planner: 0, bare: none, exact: none, perturbed: none };
    for (const { period, n } of found) {
      const cellsOf = (isProtected: boolean) =>
        publishedCells(session, catalogue, period, 'own', { context, isProtected });
      const warm = await cellsOf(true);
      perturb(warm.structure, distinctCells(warm));
      const times = { bare: [] as Time[], exact: [] as Time[], perturbed: [] as Time[] };
      for (let run = 0; run < repeats; run++) {
        times.bare.push((await timed(() => cellsOf(false))).time);
        const { time, result } = await timed(() => cellsOf(true));
        times.exact.push(time);
        const noise = async () => perturb(result.structure, distinctCells(result));
        times.perturbed.push((await timed(noise)).time);
      }
      const asked = warm.tables.map(({ by, rates }) => ({ by, rates }));
      const planner = (await timed(() => byPlanner(session, asked, period))).time;
      const [bare, exact, perturbed] = [times.bare, times.exact, times.perturbed].map(middle) as [
        Time,
        Time,
        Time,
      ];
      all.cells += warm.tables.reduce((sum, table) => sum + table.cells.length, 0);
      all.bare = plus(all.bare, bare);
      all.exact = plus(all.exact, exact);
      all.perturbed = plus(all.perturbed, perturbed);
      all.planner += planner.processor;
      print(`${period}: ${n} reports, ${line(bare, exact, perturbed)}`);
    }
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    print(
      `all periods: ${all.cells} cells, ${line(all.bare, all.exact, all.perturbed)}; innermost cells by the planner ${all.planner.toFixed(2)} s of processor; peak ${peak} MB`,
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

interface Time {
  processor: number;
  wall: number;
}

const none: Time = { processor: 0, wall: 0 };

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; time: Time }> {
  const [before, started] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - started) / 1000;
  return { result, time: { processor: (user + system) / 1e6, wall } };
}

function middle(times: readonly Time[]): Time {
  return {
    processor: median(times.map(({ processor }) => processor)),
    wall: median(times.map(({ wall }) => wall)),
  };
}

function plus(a: Time, b: Time): Time {
  return { processor: a.processor + b.processor, wall: a.wall + b.wall };
}

function line(bare: Time, exact: Time, perturbed: Time): string {
  const part = (kind: keyof Time) => {
    const whole = exact[kind] + perturbed[kind];
    return `${kind}: bare counts ${bare[kind].toFixed(2)} s, exact cells ${exact[kind].toFixed(2)} s, perturbation ${perturbed[kind].toFixed(2)} s, ratio ${(whole / bare[kind]).toFixed(2)}`;
  };
  return `${part('processor')}; ${part('wall')}`;
}
