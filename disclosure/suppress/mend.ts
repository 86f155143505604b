import type { Highs } from 'highs';
import { cheapestSet, type OtherTable } from './cheapest-set.ts';
import {
  isProtected,
  type Known,
  missing,
  openOf,
  type Standard,
  slack,
  widen,
} from './interval.ts';
import { NearProgram } from './near-program.ts';
import { hideAsSecondary, type Problem } from './problem.ts';
import { type Candidate, candidates, cheapest } from './repair.ts';
import { simplePass } from './simple-pass.ts';

/** Attempts by single cells where no set does. Small problems begin with some: a little less is hidden then. */
const mostSingle = 8;
const singleFirst = 4;
const smallVariables = 2000;

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
  const program = new NearProgram(highs, problem, standard.floor);
  const [before, most] = problem.count > smallVariables ? [0, mostSingle] : [singleFirst, Infinity];
  try {
    for (let open = stillOpen(); open.length > 0; open = stillOpen()) {
      for (const variable of open) {
        if (isProtected(problem, standard, known, variable)) continue;
        for (let attempt = 0; ; attempt++) {
          const found = pinning(program, problem, standard, known, variable);
          if (found === 'protected') break;
          const set =
            attempt === before || attempt === most
              ? wholeSet(highs, problem, standard, known, variable, attempt === most)
              : undefined;
          done.programs += set ? 1 : 0;
          const chosen = attempt < most ? (found ?? lastResort(problem, variable)) : undefined;
          const chosenAll = set?.shown ?? (chosen === undefined ? [] : [chosen]);
          if (!set && chosenAll.length === 0) {
            stuck.add(variable);
            break;
          }
          for (const each of chosenAll) {
            hideAsSecondary(problem, each);
            if (problem.value[each] === 0) problem.width[each] = 0;
          }
          if (set) widen(known, set.variables, set.distances);
          const others = simplePass(problem, singletons);
          done.hidden += chosenAll.length + others.length;
          program.update([...chosenAll, ...others]);
        }
      }
    }
    done.programs += program.runs;
    return done;
  } finally {
    program.dispose();
  }
}

/** Cells that together give a gap the room it lacks: upwards, else downwards. */
function wholeSet(
  highs: Highs,
  problem: Problem,
  standard: Standard,
  known: Known,
  variable: number,
  everywhere: boolean,
): OtherTable | undefined {
  const { above, width } = missing(problem, standard, known, variable);
  const [low, high] = [known.low[variable] as number, known.high[variable] as number];
  const up = Math.ceil(high + Math.max(above, width) - slack);
  const set = cheapestSet(highs, problem, standard.floor, variable, up, everywhere);
  if (set || above > slack) return set;
  return cheapestSet(
    highs,
    problem,
    standard.floor,
    variable,
    Math.floor(low - width + slack),
    everywhere,
  );
}

/** The cell to hide for a gap, or that it needs none; undefined where the prices name none. */
function pinning(
  program: NearProgram,
  problem: Problem,
  standard: Standard,
  known: Known,
  variable: number,
): number | undefined | 'protected' {
  const take = (sign: 1 | -1): Candidate[] | 'protected' => {
    program.push(variable, sign, (distances) => {
      widen(known, program.variables, distances);
      return isProtected(problem, standard, known, variable);
    });
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
