import type { Highs } from 'highs';
import { isProtected, nothingKnown, type Standard, widen } from './interval.ts';
import { GapProgram } from './linear-program.ts';
import { farthest, singleCell } from './near-program.ts';
import { listAt, type Problem } from './problem.ts';
import { exactRecovery } from './singletons.ts';

/** Beyond so many gaps it takes too long: every attempt is an audit of its own. */
const mostGaps = 120;

/**
 * Shows secondaries again that later ones have made superfluous, the most costly first, as long as every gap
 * stays protected: what the repair of one cell after another hides too much (Kelly, Golden and Assad, Cell
 * suppression: disclosure protection for sensitive tabular data, Networks 22, 1992, call it clean-up).
 */
export function cleanUp(
  highs: Highs,
  problem: Problem,
  standards: readonly Standard[],
  singletons: boolean,
  random: () => number,
): { shown: number; programs: number } {
  const gaps = [...problem.hidden.keys()].filter((variable) => problem.hidden[variable]);
  const extra = gaps.filter((variable) => problem.secondary[variable]);
  if (gaps.length > mostGaps || extra.length === 0) return { shown: 0, programs: 0 };
  const cost = (variable: number) => problem.cost[variable] as number;
  extra.sort((a, b) => cost(b) - cost(a) || b - a);
  const programs = standards.map(
    ({ floor }) => new GapProgram(highs, problem, floor, farthest, singleCell),
  );
  const setBounds = (variable: number, shown: boolean) => {
    for (const program of programs) {
      const [low, high] = shown ? [0, 0] : program.bounds(variable);
      program.model.changeColBounds(program.columnOf[variable] as number, low, high);
    }
  };
  // Tables that fit what is shown, by standard: one in which a cell stands at its count fits when it is shown too.
  const pools: Float64Array[][] = standards.map(() => []);
  const column = (variable: number) => (programs[0] as GapProgram).columnOf[variable] as number;
  const fits = (variable: number) => (solution: Float64Array) =>
    Math.abs(solution[column(variable)] as number) < 1e-9;
  let shown = 0;
  try {
    for (const variable of extra) {
      problem.hidden[variable] = 0;
      setBounds(variable, true);
      const safe =
        standards.every((standard, index) =>
          allProtected(
            problem,
            standard,
            programs[index] as GapProgram,
            variable,
            pools[index] as Float64Array[],
            (pools[index] as Float64Array[]).filter(fits(variable)),
          ),
        ) &&
        (!singletons || exactRecovery(problem, random).betrayed.length === 0);
      if (safe) {
        problem.secondary[variable] = 0;
        problem.width[variable] = 0;
        shown += 1;
        pools.forEach((pool, index) => {
          pools[index] = pool.filter(fits(variable));
        });
      } else {
        problem.hidden[variable] = 1;
        setBounds(variable, false);
      }
    }
    return { shown, programs: programs.reduce((sum, { runs }) => sum + runs, 0) };
  } finally {
    for (const program of programs) program.dispose();
  }
}

/**
 * Every gap by its own programs, where the solutions that fit do not show it protected, those in a sum with the cell in
 * question first: they fail soonest.
 */
function allProtected(
  problem: Problem,
  standard: Standard,
  program: GapProgram,
  near: number,
  pool: Float64Array[],
  fitting: readonly Float64Array[],
): boolean {
  const known = nothingKnown(problem.count);
  for (const solution of fitting) widen(known, program.variables, solution);
  const order = new Set<number>();
  for (const row of listAt(problem.rowsOf, near)) {
    for (const member of listAt(problem.rows, row)) order.add(member);
  }
  for (const variable of program.variables) order.add(variable);
  for (const variable of order) {
    if (!problem.hidden[variable]) continue;
    for (const sign of [1, -1] as const) {
      if (isProtected(problem, standard, known, variable)) break;
      const solution = program.push(variable, sign);
      pool.push(solution);
      widen(known, program.variables, solution);
    }
    if (!isProtected(problem, standard, known, variable)) return false;
  }
  return true;
}
