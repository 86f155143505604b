import type { Highs } from 'highs';
import {
  isProtected,
  type Known,
  missing,
  openOf,
  type Standard,
  slack,
  widen,
} from './interval.ts';
import { GapProgram } from './linear-program.ts';
import { hideAsSecondary, type Problem } from './problem.ts';
import { type Candidate, candidates, cheapest } from './repair.ts';
import { simplePass } from './simple-pass.ts';

/** One gap's own programs: one persistent model, primal simplex, the objective alone changes. All factors are 1. */
export const singleCell = {
  solver: 'simplex',
  simplex_strategy: 4,
  simplex_scale_strategy: 0,
  presolve: 'off',
} as const;
/** No gap is followed further than this from its true value. */
export const farthest = 1000;

export interface Mended {
  programs: number;
  hidden: number;
}

/**
 * Steps D, single cells, and E: every gap not certified in the batch gets its own two programs; where its
 * interval is too narrow, the row prices name the published cells that pin it, and the cheapest is hidden.
 * @param stuck gaps that nothing can protect; added to
 */
export function mend(
  highs: Highs,
  problem: Problem,
  standard: Standard,
  known: Known,
  singletons: boolean,
  stuck: Set<number>,
): Mended {
  const done: Mended = { programs: 0, hidden: 0 };
  const stillOpen = () => openOf(problem, standard, known).filter((each) => !stuck.has(each));
  if (stillOpen().length === 0) return done;
  const program = new GapProgram(highs, problem, standard.floor, farthest, singleCell);
  try {
    for (let open = stillOpen(); open.length > 0; open = stillOpen()) {
      for (const variable of open) {
        for (;;) {
          const found = pinning(program, problem, standard, known, variable);
          if (found === 'protected') break;
          const chosen = found ?? lastResort(problem, variable);
          if (chosen === undefined) {
            stuck.add(variable);
            break;
          }
          hideAsSecondary(problem, chosen);
          if (problem.value[chosen] === 0) problem.width[chosen] = 0;
          done.hidden += 1 + simplePass(problem, singletons);
          program.update();
        }
      }
    }
    done.programs = program.runs;
    return done;
  } finally {
    program.dispose();
  }
}

/** The cell to hide for a gap, or that it needs none; undefined where the prices name none. */
function pinning(
  program: GapProgram,
  problem: Problem,
  standard: Standard,
  known: Known,
  variable: number,
): number | undefined | 'protected' {
  const take = (sign: 1 | -1): Candidate[] | 'protected' => {
    widen(known, program.variables, program.push(variable, sign));
    if (isProtected(problem, standard, known, variable)) return 'protected';
    return candidates(problem, program.rowPrices, standard.floor, true);
  };
  if (isProtected(problem, standard, known, variable)) return 'protected';
  const above = take(1);
  if (above === 'protected') return above;
  const lacking = missing(problem, standard, known, variable);
  if (lacking.above > slack) {
    const chosen = cheapest(
      problem,
      above.filter(({ variable: each }) => !problem.fixed[each]),
      Math.max(lacking.above, lacking.width),
    );
    if (chosen !== undefined) return chosen;
  }
  const below = take(-1);
  if (below === 'protected') return below;
  const { width } = missing(problem, standard, known, variable);
  const found = lacking.above > slack ? below : together(above, below);
  const deficit = Math.max(width, lacking.above);
  // Zeros only where nothing else is named: a gap that may as well be nothing protects little.
  return (
    cheapest(
      problem,
      found.filter(({ variable: each }) => !problem.fixed[each]),
      deficit,
    ) ?? cheapest(problem, together(above, below), deficit)
  );
}

/** Room upwards and room downwards both add to a width. */
function together(above: readonly Candidate[], below: readonly Candidate[]): Candidate[] {
  const gains = new Map<number, number>();
  for (const { variable, gain } of [...above, ...below]) {
    gains.set(variable, (gains.get(variable) ?? 0) + gain);
  }
  return [...gains].map(([variable, gain]) => ({ variable, gain }));
}

/** The cheapest cell that stands in a sum with the gap, zeros last. */
function lastResort(problem: Problem, variable: number): number | undefined {
  let best: number | undefined;
  let bestCost = Infinity;
  for (
    let start = problem.rowsOf.starts[variable] as number;
    start < (problem.rowsOf.starts[variable + 1] as number);
    start++
  ) {
    const row = problem.rowsOf.items[start] as number;
    for (const member of problem.rows.items.subarray(
      problem.rows.starts[row],
      problem.rows.starts[row + 1],
    )) {
      if (problem.hidden[member] || (problem.fixed[member] as number) > 1) continue;
      const cost = (problem.cost[member] as number) + (problem.fixed[member] ? 100 : 0);
      if (cost < bestCost) {
        best = member;
        bestCost = cost;
      }
    }
  }
  return best;
}
