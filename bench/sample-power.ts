// Holds the power that TRUTH.md states against drawn worlds, and measures what the power code needs to
// know of the world. Prints the values of data/sample/world-facts.ts.
// npx tsx bench/sample-power.ts [worlds] [first seed]
import { openWorkspace } from '../base/index.ts';
import { fisherP, ratioZ, shareZ, waitZ } from '../data/sample/power.ts';
import { reportSql } from '../data/sample/report-sql.ts';
import {
  countBacklog,
  countReason,
  countWaits,
  countWithoutSex,
  type ShareCount,
  type WaitCounts,
} from '../data/sample/truth-sql.ts';
import { worldFacts } from '../data/sample/world-facts.ts';
import { loadWorld } from '../data/sample/world-tables.ts';
import { withSession } from '../warehouse/index.ts';

const worlds = Number(process.argv[2] ?? 200);
const firstSeed = Number(process.argv[3] ?? 1001);
const rows = 60_000;

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: number[]) => {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
};
const found = (z: number) => Math.abs(z) > 1.959964;

const waits: { women: WaitCounts; men: WaitCounts }[] = [];
const quiet: { women: WaitCounts; men: WaitCounts }[] = [];
const backlog: number[][] = [];
const reason: ShareCount[][] = [];
const sex: ShareCount[][] = [];
const workspace = openWorkspace();
await withSession({ threads: workspace.config.threads }, async (session) => {
  for (let seed = firstSeed; seed < firstSeed + worlds; seed++) {
    const world = await loadWorld(session, workspace, { seed, rows });
    await session.run(`CREATE OR REPLACE TABLE report AS ${reportSql(world, 1, rows)}`);
    waits.push(await countWaits(session, world, '2026Q3'));
    quiet.push(await countWaits(session, world, '2026Q1'));
    const quarters = ['2026Q1', '2026Q2', '2026Q3'];
    backlog.push(
      await Promise.all(quarters.map((quarter) => countBacklog(session, world, quarter))),
    );
    reason.push(await Promise.all(quarters.map((quarter) => countReason(session, world, quarter))));
    sex.push(await Promise.all(quarters.map((quarter) => countWithoutSex(session, quarter))));
    if ((seed - firstSeed) % 20 === 19) console.error(`${seed - firstSeed + 1} / ${worlds}`);
  }
});

const at = <T>(list: T[][], index: number): T[] => list.map((each) => each[index] as T);
const share = (counts: ShareCount[]) =>
  mean(counts.map(({ part }) => part)) / mean(counts.map(({ whole }) => whole));
const pairs = <T>(list: T[][]): [T, T][] => list.map((each) => [each[1] as T, each[2] as T]);
const before = <T>(list: T[][]): [T, T][] => list.map((each) => [each[0] as T, each[1] as T]);

console.log({
  longer: mean(
    waits.map(({ women, men }) => {
      const [n, m] = [women.started, men.started];
      return 0.5 + waitZ(women, men) / Math.sqrt((12 * n * m) / (n + m + 1));
    }),
  ),
  women: mean(waits.map(({ women }) => women.started)),
  men: mean(waits.map(({ men }) => men.started)),
  backlogDispersion: variance(at(backlog, 1)) / mean(at(backlog, 1)),
  backlogBefore: mean(at(backlog, 1)),
  backlogAfter: mean(at(backlog, 2)),
  reasonBefore: share(at(reason, 1)),
  reasonAfter: share(at(reason, 2)),
  reasonDesignEffect: variance(before(reason).map(([one, two]) => shareZ(one, two, 1))),
  withoutSex: share(at(sex, 1)),
  sexReports: mean(at(sex, 1).map(({ whole }) => whole)),
});
const power = (hits: boolean[]) => hits.filter(Boolean).length / hits.length;
const { backlogDispersion, reasonDesignEffect } = worldFacts;
console.log('found where planted', {
  women_wait: power(waits.map(({ women, men }) => found(waitZ(women, men)))),
  backlog: power(pairs(backlog).map(([one, two]) => found(ratioZ(one, two, backlogDispersion)))),
  reason: power(pairs(reason).map(([one, two]) => found(shareZ(one, two, reasonDesignEffect)))),
  sex_coverage: power(pairs(sex).map(([one, two]) => fisherP(one, two) <= 0.05)),
});
console.log('found where nothing is planted (a quarter before)', {
  women_wait: power(quiet.map(({ women, men }) => found(waitZ(women, men)))),
  backlog: power(before(backlog).map(([one, two]) => found(ratioZ(one, two, backlogDispersion)))),
  reason: power(before(reason).map(([one, two]) => found(shareZ(one, two, reasonDesignEffect)))),
  sex_coverage: power(before(sex).map(([one, two]) => fisherP(one, two) <= 0.05)),
});
