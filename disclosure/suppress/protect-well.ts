import type { Highs } from 'highs';
import type { Problem } from './problem.ts';
import { type Outcome, protect } from './protect.ts';
import { randomStream } from './random.ts';

/** Small problems are solved so often, with costs shaken a little, and the cheapest result is kept. */
const attempts = 5;
const smallVariables = 200;

/**
 * `protect`, on small problems from several starts: a cell by cell choice of the cheapest is short-sighted
 * where few cells are hidden, and there another attempt takes milliseconds.
 */
export function protectWell(
  highs: Highs,
  problem: Problem,
  steps: { audit: boolean; singletons: boolean },
): Outcome {
  const fresh = copyOf(problem);
  let best = protect(highs, problem, steps);
  if (!steps.audit || problem.count > smallVariables || best.failing.length > 0) return best;
  if (!problem.secondary.some((each) => each === 1)) return best;
  const random = randomStream(2_718_281);
  const costOf = ({ hidden }: Problem) =>
    hidden.reduce((sum, each, variable) => sum + each * (problem.cost[variable] as number), 0);
  let least = costOf(problem);
  for (let attempt = 1; attempt < attempts; attempt++) {
    const other = copyOf(fresh);
    other.cost.forEach((cost, variable) => {
      other.cost[variable] = cost * (0.5 + random() / 2 ** 32);
    });
    const outcome = protect(highs, other, steps);
    const cost = costOf(other);
    if (outcome.failing.length > 0 || outcome.betrayed > best.betrayed || cost > least - 1e-9)
      continue;
    least = cost;
    best = outcome;
    problem.hidden.set(other.hidden);
    problem.secondary.set(other.secondary);
    problem.width.set(other.width);
  }
  return best;
}

function copyOf(problem: Problem): Problem {
  const { cost, hidden, secondary, width } = problem;
  return {
    ...problem,
    cost: cost.slice(),
    hidden: hidden.slice(),
    secondary: secondary.slice(),
    width: width.slice(),
  };
}
