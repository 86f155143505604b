import { roundHalfAway, type Workspace } from '../../base/index.ts';
import { type Session, withSession } from '../../warehouse/index.ts';
import { backlogDelay, plantedEffect, plantedEffects, reasonSurge, womenDelay } from './effects.ts';
import { defaultRows, defaultSeed } from './make-sample.ts';
import { fisherP, powerOf, ratioZ, shareZ, stoppedPower, waitPower, waitZ } from './power.ts';
import { reportSql } from './report-sql.ts';
import {
  countBacklog,
  countReason,
  countWaits,
  countWithoutSex,
  quarterBefore,
  type ShareCount,
  type WaitCounts,
} from './truth-sql.ts';
import { worldFacts } from './world-facts.ts';
import { loadWorld, type World } from './world-tables.ts';

/** Opens a session that holds the default sample's table `report`. */
export async function withDefaultWorld<T>(
  workspace: Workspace,
  work: (session: Session, world: World) => Promise<T>,
): Promise<T> {
  return withSession({ threads: workspace.config.threads }, async (session) => {
    const world = await loadWorld(session, workspace, { seed: defaultSeed, rows: defaultRows });
    await session.run(`CREATE TABLE report AS ${reportSql(world, 1, defaultRows)}`);
    return work(session, world);
  });
}

/** What the default sample holds of each effect, and the power of the best test that knows it. */
export interface TruthFigures {
  womenWait: { quarter: string; women: WaitCounts; men: WaitCounts; z: number; power: number }[];
  backlog: { before: number; after: number; z: number; power: number };
  reason: { before: ShareCount; after: ShareCount; z: number; power: number };
  sexCoverage: { before: ShareCount; after: ShareCount; p: number; power: number };
}

/** Counts the effects where they are announced, straight from the drawn world. */
export async function measureTruth(session: Session, world: World): Promise<TruthFigures> {
  const facts = worldFacts;
  const womenWait = [];
  for (const quarter of ['2026Q2', '2026Q3']) {
    const { women, men } = await countWaits(session, world, quarter);
    const power = waitPower(women.started, men.started, facts.longer);
    womenWait.push({ quarter, women, men, z: waitZ(women, men), power });
  }

  const last = plantedEffect('backlog').from;
  const before = await countBacklog(session, world, quarterBefore(last));
  const after = await countBacklog(session, world, last);
  const expected = ratioZ(facts.backlogBefore, facts.backlogAfter, facts.backlogDispersion);
  const backlog = {
    before,
    after,
    z: ratioZ(before, after, facts.backlogDispersion),
    power: powerOf(expected),
  };

  const from = plantedEffect('reason').from;
  const reasonBefore = await countReason(session, world, quarterBefore(from));
  const reasonAfter = await countReason(session, world, from);
  const planned = shareZ(
    { part: facts.reasonBefore * reasonBefore.whole, whole: reasonBefore.whole },
    { part: facts.reasonAfter * reasonAfter.whole, whole: reasonAfter.whole },
    facts.reasonDesignEffect,
  );
  const reason = {
    before: reasonBefore,
    after: reasonAfter,
    z: shareZ(reasonBefore, reasonAfter, facts.reasonDesignEffect),
    power: powerOf(planned),
  };

  const stopped = plantedEffect('sex_coverage').from;
  const sexBefore = await countWithoutSex(session, quarterBefore(stopped));
  const sexAfter = await countWithoutSex(session, stopped);
  const sexCoverage = {
    before: sexBefore,
    after: sexAfter,
    p: fisherP(sexBefore, sexAfter),
    power: stoppedPower(sexBefore.whole, sexAfter.whole, facts.withoutSex),
  };
  return { womenWait, backlog, reason, sexCoverage };
}

function medianDay(waits: WaitCounts): string {
  let sum = 0;
  for (const [day, count] of waits.byDay.entries()) {
    sum += count;
    if (sum * 2 >= waits.started) return String(day);
  }
  return 'not reached';
}

const fixed = (value: number, decimals = 2) => roundHalfAway(value, decimals).toFixed(decimals);
const percent = ({ part, whole }: ShareCount) => `${fixed((100 * part) / whole, 1)} %`;
const factor = (milli: number) => fixed(Math.exp(milli / 1000), 1);
const smallP = (p: number) => (p < 0.0001 ? 'below 0.0001' : fixed(p, 4));

/** A Markdown table as the formatter has it: columns padded to their widest cell. */
function table(head: string[], rows: (string | number)[][]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, index) =>
    Math.max(3, ...cells.map((row) => (row[index] ?? '').length)),
  );
  const line = (row: string[]) =>
    `| ${widths.map((width, index) => (row[index] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join(
    '\n',
  );
}

/**
 * TRUTH.md: what is planted in the default sample, counted from the drawn world itself.
 * @example writeFileSync('data/sample/TRUTH.md', await truthMarkdown(openWorkspace()))
 */
export async function truthMarkdown(workspace: Workspace): Promise<string> {
  const figures = await withDefaultWorld(workspace, measureTruth);
  const { womenWait, backlog, reason, sexCoverage } = figures;
  const simulated = worldFacts.simulatedPower;
  const [women, ministry, why, coverage] = plantedEffects;
  const waits = womenWait.map((each) => [
    each.quarter,
    `${each.women.started} women, ${each.men.started} men`,
    `median ${medianDay(each.women)} and ${medianDay(each.men)} working days`,
    `z = ${fixed(each.z)}`,
    fixed(each.power, 3),
  ]);
  return `# What the sample hides

Made by \`truthMarkdown()\` in data/sample/truth.ts; a test holds this page to it. All of the sample is synthetic (SINTETIS): ${defaultRows} reports, seed ${defaultSeed}, submitted 2024-10-01 to 2026-09-30, known up to 2026-10-23. No person, report or figure in it is real; places, populations, categories and agencies are.

Four effects are planted. Each is announced at one level, given below with the number of reports there. "Power" is that of the best test that knows the truth: it knows where, when and what to compare, compares only that, two-sided at 5 %, and allows for the over-dispersion of the world (whole weeks of an agency are slow, campaigns repeat themselves). A search that does not know where to look has less. The seed is one whose counts lie near what the world expects.

## 1. Women wait longer (\`${women?.id}\`)

- **Where**: category \`${women?.where.category}\`, provinces ${women?.where.provinces?.join(', ')} (Jawa Barat, Jawa Tengah, Jawa Timur) together; reports whose reporter's sex is known.
- **From**: reports submitted in ${women?.from} and later.
- **What**: the time from forwarding to the agency's first response is ${factor(womenDelay)} times as long for women (log-time + ${fixed(womenDelay / 1000, 3)}). Verification, archiving and the later course are the same for both.
- **Announced at**: quarter x category x the three provinces x sex, clock \`respond_citizen\`, cohort by submission, as of 15 working days after the quarter.
- **Test**: Wilcoxon's rank-sum on working days to the first response, who has none waiting longest; ties corrected. Sex varies within agency-weeks, so these widen nothing.

${table(['quarter', 'n', 'seen', 'test', 'power'], waits)}

Power by Noether's formula with P(a woman waits longer) = ${fixed(worldFacts.longer, 3)}. Found in ${fixed(100 * simulated.women_wait, 1)} % of 200 drawn worlds.

## 2. A ministry's backlog doubles (\`${ministry?.id}\`)

- **Where**: agency \`${ministry?.where.agency}\` (Kementerian Ketenagakerjaan).
- **From**: reports submitted in ${ministry?.from} and later.
- **What**: its responses take ${factor(backlogDelay)} times as long (log-time + ${fixed(backlogDelay / 1000, 2)}), its resolutions and archivings ${factor(backlogDelay * 0.6)} times. That doubles what lies open with it at the quarter's end: forwarded to it, neither ended nor postponed (or reopened and not ended again).
- **Announced at**: agency, open reports on the evening of a quarter's last day, against the quarter before.
- **Test**: log of the ratio of the two counts, variance ${fixed(worldFacts.backlogDispersion)} times Poisson's.

${table(
  ['', '2026Q2', '2026Q3', 'test', 'power'],
  [
    ['open in the default sample', backlog.before, backlog.after, `z = ${fixed(backlog.z)}`, ''],
    ['expected', worldFacts.backlogBefore, worldFacts.backlogAfter, '', fixed(backlog.power, 3)],
  ],
)}

Found in ${fixed(100 * simulated.backlog, 1)} % of 200 drawn worlds.

## 3. A reason for archiving surges (\`${why?.id}\`)

- **Where**: nationwide, reason \`${why?.where.reason}\`.
- **From**: reports submitted in ${why?.from} and later.
- **What**: an archived report bears this reason instead of its own with probability ${fixed(reasonSurge, 3)} (not duplicates of campaigns, nor those given up after a return).
- **Announced at**: quarter, nation: its share of the reports received in the quarter and archived within 15 working days of its end, against the quarter before.
- **Test**: score test for two shares, design effect ${fixed(worldFacts.reasonDesignEffect)}.

${table(
  ['quarter', 'archived', 'with the reason', 'share', 'test', 'power'],
  [
    ['2026Q2', reason.before.whole, reason.before.part, percent(reason.before), '', ''],
    [
      '2026Q3',
      reason.after.whole,
      reason.after.part,
      percent(reason.after),
      `z = ${fixed(reason.z)}`,
      fixed(reason.power, 3),
    ],
  ],
)}

Power with the expected shares ${fixed(100 * worldFacts.reasonBefore, 1)} % and ${fixed(100 * worldFacts.reasonAfter, 1)} %. Found in ${fixed(100 * simulated.reason, 1)} % of 200 drawn worlds.

## 4. A province stops recording sex (\`${coverage?.id}\`)

- **Where**: province ${coverage?.where.provinces?.join(', ')} (Papua), small on purpose: a full stop in a large one is seen with certainty.
- **From**: reports submitted in ${coverage?.from} and later.
- **What**: the attributes file still has its reporters, with age and disability, but never their sex.
- **Announced at**: quarter x province, share of reports without sex, against the quarter before.
- **Test**: Fisher's exact test.

${table(
  ['quarter', 'reports', 'without sex', 'share', 'test', 'power'],
  [
    [
      '2026Q2',
      sexCoverage.before.whole,
      sexCoverage.before.part,
      percent(sexCoverage.before),
      '',
      '',
    ],
    [
      '2026Q3',
      sexCoverage.after.whole,
      sexCoverage.after.part,
      percent(sexCoverage.after),
      `P ${smallP(sexCoverage.p)}`,
      fixed(sexCoverage.power, 3),
    ],
  ],
)}

Power by enumeration at these sizes with ${fixed(100 * worldFacts.withoutSex, 0)} % without sex before. Found in ${fixed(100 * simulated.sex_coverage, 1)} % of 200 drawn worlds, whose sizes vary.

## How the power was checked

\`npx tsx bench/sample-power.ts\` draws 200 whole worlds (seeds 1001 to 1200), runs the four tests in each and prints how often they find the effect, how often they cry out a quarter earlier, where nothing is planted, and the figures in data/sample/world-facts.ts that the power code uses.
`;
}
