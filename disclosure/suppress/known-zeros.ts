import type { Highs } from 'highs';
import { type Standard, slack } from './interval.ts';
import { NearProgram } from './near-program.ts';
import type { Problem } from './problem.ts';

/**
 * Shows hidden zeros that can only be zeros, since no whole number above fits: everyone can tell, so the gap hides
 * nothing. Zeros are hidden where a breakdown says too much and as a last resort; what an outsider who counts in
 * whole numbers knows does not change by it.
 * @param stuck gaps that nothing could protect; what is shown leaves it
 */
export function showKnownZeros(
  highs: Highs,
  problem: Problem,
  outsider: Standard,
  stuck: Set<number>,
): { shown: number; programs: number } {
  const zeros = [...problem.hidden.keys()].filter(
    (variable) => problem.hidden[variable] && isOpenZero(problem, variable, stuck),
  );
  if (zeros.length === 0) return { shown: 0, programs: 0 };
  const program = new NearProgram(highs, problem, outsider.floor);
  let shown = 0;
  try {
    for (const variable of zeros) {
      const mayBeMore = (distances: Float64Array) =>
        program.distanceOf(variable, distances) >= 1 - slack;
      if (mayBeMore(program.push(variable, 1, mayBeMore)) || !program.isBest) continue;
      problem.hidden[variable] = 0;
      problem.secondary[variable] = 0;
      problem.width[variable] = 0;
      stuck.delete(variable);
      program.update([]);
      shown += 1;
    }
    return { shown, programs: program.runs };
  } finally {
    program.dispose();
  }
}

/** A published zero of which it is not yet certain that it may be something else. */
function isOpenZero(problem: Problem, variable: number, stuck: ReadonlySet<number>): boolean {
  if (problem.value[variable] !== 0 || (problem.fixed[variable] as number) > 1) return false;
  return stuck.has(variable) || problem.width[variable] === 0;
}
