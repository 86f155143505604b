import type { Highs } from 'highs';
import { type Standard, slack, standardsOf } from './interval.ts';
import { inverse, prime, randomSolutions, times } from './kernel.ts';
import { NearProgram } from './near-program.ts';
import { hideAsSecondary, listAt, type Problem } from './problem.ts';
import { candidates, cheapest } from './repair.ts';
import { simplePass } from './simple-pass.ts';

/** What exact arithmetic finds: gaps that can be computed, and pairs of which each gives the other. */
export interface Exact {
  readonly computable: Set<number>;
  /** A gap whose records are all of one complainant, and another that this complainant can compute. */
  readonly betrayed: readonly { readonly by: number; readonly variable: number }[];
}

/**
 * Steps C and F over the whole system of sums, not each sum alone. Two gaps whose residues are in one
 * proportion in all random solutions move together: who knows one, knows the other. Gaps that are nothing but
 * what is left of two areas, and zeros, need no protection.
 */
export function exactRecovery(problem: Problem, random: () => number): Exact {
  const [first, second, third] = randomSolutions(problem, random, 3) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const same = sameRecords(problem);
  const computable = new Set<number>();
  const classes = new Map<string, number[]>();
  for (let variable = 0; variable < problem.count; variable++) {
    if (!problem.hidden[variable] || problem.width[variable] === 0) continue;
    const residues = [first, second, third].map((solution) => solution[variable] as number);
    if (residues.every((residue) => residue === 0)) {
      computable.add(variable);
      continue;
    }
    const scale = inverse(residues.find((residue) => residue !== 0) as number);
    const key = residues.map((residue) => times(residue, scale) % prime).join();
    const members = classes.get(key);
    if (members) members.push(variable);
    else classes.set(key, [variable]);
  }
  const betrayed: { by: number; variable: number }[] = [];
  for (const members of classes.values()) {
    for (const by of members) {
      if (!problem.single[by]) continue;
      for (const variable of members) {
        if (same[variable] !== same[by]) betrayed.push({ by, variable });
      }
    }
  }
  return { computable, betrayed };
}

/**
 * For each variable one that holds the same records: a total and its only part that is not zero, two totals of the
 * same parts (a province before and after a split that took nothing from it). Likewise a total and
 * its only part that an earlier release did not show: who adds himself to what all know learns of no one else.
 */
function sameRecords(problem: Problem): Int32Array {
  const first = Int32Array.from({ length: problem.count }, (_, variable) => variable);
  const root = (variable: number): number => {
    let at = variable;
    while (first[at] !== at) at = first[at] as number;
    return at;
  };
  const byParts = new Map<string, number>();
  for (let row = 0; row + 1 < problem.rows.starts.length; row++) {
    const [parent, ...children] = listAt(problem.rows, row);
    if (parent === undefined || isKnown(problem, parent)) continue;
    const filled = children.filter((each) => (problem.value[each] as number) > 0);
    const fresh = filled.filter((each) => !isKnown(problem, each));
    if (fresh.length === 1) first[root(fresh[0] as number)] = root(parent);
    const parts = filled.sort((a, b) => a - b).join();
    const other = byParts.get(parts);
    if (other !== undefined && filled.length > 0) first[root(other)] = root(parent);
    byParts.set(parts, parent);
  }
  return first.map((_, variable) => root(variable));
}

/** Shown by an earlier release. */
const isKnown = (problem: Problem, variable: number) =>
  problem.fixed[variable] === 2 && !problem.hidden[variable];

/**
 * Step F: a third gap for every pair that one complainant can solve, named by the prices of the program in which
 * that complainant's own count stands fixed.
 * @returns hidden cells and programs solved; pairs that nothing can part are added to `stuck`
 */
export function partPairs(
  highs: Highs,
  problem: Problem,
  betrayed: Exact['betrayed'],
  stuck: Set<string>,
): { hidden: number; programs: number } {
  const [outsider] = standardsOf(problem) as [Standard];
  let hidden = 0;
  let programs = 0;
  for (const { by, variable } of betrayed) {
    if (stuck.has(`${by},${variable}`)) continue;
    const program = new NearProgram(highs, problem, outsider.floor, by);
    try {
      for (;;) {
        const found = [];
        let room = 0;
        for (const sign of [1, -1] as const) {
          const before = room;
          program.push(variable, sign, (distances) => {
            room = before + sign * program.distanceOf(variable, distances);
            return room >= 1 - slack;
          });
          found.push(...candidates(problem, program.rowPrices, outsider.floor, true));
          if (room >= 1 - slack) break;
        }
        if (room >= 1 - slack) break;
        // Zeros only where nothing else is named.
        const filled = found.filter(({ variable: each }) => !problem.fixed[each]);
        const chosen = cheapest(problem, filled, 1) ?? cheapest(problem, found, 1);
        if (chosen === undefined) {
          stuck.add(`${by},${variable}`);
          break;
        }
        hideAsSecondary(problem, chosen);
        const others = simplePass(problem, true);
        hidden += 1 + others.length;
        program.update([chosen, ...others]);
      }
    } finally {
      programs += program.runs;
      program.dispose();
    }
  }
  return { hidden, programs };
}
