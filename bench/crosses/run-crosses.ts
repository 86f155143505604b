import type { Workspace } from '../../base/index.ts';
import { cohortsOf, type MetricsContext, queryMetrics, readContext } from '../../metrics/index.ts';
import { type Session, withPublished } from '../../warehouse/index.ts';
import { median } from '../measure.ts';
import { type Columns, differences, fetchColumns } from './compare.ts';
import { periods, type Question, questions } from './questions.ts';
import { crossesWorld } from './world.ts';

const repeats = Number(process.env.BUKTI_REPEATS ?? 5);
const asOfWorkingDays = 15;

/** Milliseconds; of the processor, over all cores, where the machine is not ours alone. */
interface Timed {
  planner: number;
  hand: number;
  plannerCpu: number;
  handCpu: number;
  groups: number;
  problems: string[];
}

/**
 * Prints twenty crosses of `rows` reports through the planner and by hand, in turn in one session, each
 * warmed up once; median seconds of five, and whether both count the same.
 * @param only a part of the names of the crosses to run
 */
export async function crosses(
  root: string,
  rows: number,
  memory: string,
  print: (line: string) => void,
  only = '',
): Promise<void> {
  await askCrosses(await crossesWorld(root, rows, memory), print, only);
}

/** The same over a workspace that is there already. */
async function askCrosses(
  workspace: Workspace,
  print: (line: string) => void,
  only = '',
): Promise<void> {
  await withPublished(workspace, async (session) => {
    const before = performance.now();
    const context = await readContext(session);
    print(`context read in ${seconds(performance.now() - before)} s`);
    print('planner s  by hand s  ratio  processor s  by hand  groups  cross');
    const asked = questions.filter((question) => nameOf(question).includes(only));
    const all: Timed[] = [];
    for (const question of asked) {
      const timed = await time(session, context, question);
      all.push(timed);
      print(line(nameOf(question), timed));
      for (const problem of timed.problems.slice(0, 5)) print(`  differs: ${problem}`);
    }
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    const of = (pick: (timed: Timed) => number) => all.map(pick);
    const ratios = of((timed) => timed.planner / timed.hand);
    print(
      `median planner ${seconds(median(of((timed) => timed.planner)))} s, by hand ${seconds(median(of((timed) => timed.hand)))} s; ratio median ${median(ratios).toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}; slowest ${seconds(Math.max(...of((timed) => timed.planner)))} s; peak ${peak} MB`,
    );
    print(
      all.every(({ problems }) => problems.length === 0)
        ? 'both count the same everywhere'
        : 'THE COUNTS DIFFER',
    );
  });
}

async function time(session: Session, context: MetricsContext, question: Question): Promise<Timed> {
  const { metrics, by, hand, span } = question;
  const period = periods[span];
  const sql = hand(cohortsOf(context, period, by, 'own', asOfWorkingDays));
  const described = await session.rows<{ column_name: string }>(`describe ${sql}`);
  const names = described.map((column) => column.column_name);
  const planner: number[] = [];
  const byHand: number[] = [];
  const cpu = { planner: [] as number[], hand: [] as number[] };
  let problems: string[] = [];
  let groups = 0;
  for (let round = 0; round <= repeats; round++) {
    const start = performance.now();
    const before = process.cpuUsage();
    const rows = await queryMetrics(session, { metrics, by, period, asOfWorkingDays }, context);
    const middle = performance.now();
    const between = process.cpuUsage();
    const columns: Columns = await fetchColumns(session, sql, names);
    const end = performance.now();
    if (round === 0) {
      problems = differences(rows, by, columns);
      groups = new Set(rows.map((row) => JSON.stringify(row.dims))).size;
      continue;
    }
    planner.push(middle - start);
    byHand.push(end - middle);
    cpu.planner.push(milliseconds(before, between));
    cpu.hand.push(milliseconds(between, process.cpuUsage()));
  }
  return {
    planner: median(planner),
    hand: median(byHand),
    plannerCpu: median(cpu.planner),
    handCpu: median(cpu.hand),
    groups,
    problems,
  };
}

function milliseconds(from: NodeJS.CpuUsage, to: NodeJS.CpuUsage): number {
  return (to.user - from.user + to.system - from.system) / 1000;
}

function nameOf({ metrics, by, span }: Question): string {
  const names = metrics.map((metric) => metric.split('.')[0]);
  const one = new Set(names).size > 1 ? 'states' : metrics.map((name) => name).join('+');
  return `${one} by ${by.join(' x ')}, ${span === 'all' ? '8 quarters' : periods[span].join()}`;
}

function line(name: string, timed: Timed): string {
  const { planner, hand, plannerCpu, handCpu, groups } = timed;
  const times = [seconds(planner), seconds(hand), (planner / hand).toFixed(2)];
  const cells = [...times, seconds(plannerCpu), seconds(handCpu), String(groups)];
  const widths = [9, 9, 5, 11, 7, 6];
  return `${cells.map((cell, index) => cell.padStart(widths[index] as number)).join('  ')}  ${name}`;
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3);
