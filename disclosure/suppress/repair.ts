import type { Problem } from './problem.ts';
import { listAt, signAt } from './problem.ts';

/** What hiding a cell would do for a gap: at most this much more room. */
export interface Candidate {
  readonly variable: number;
  readonly gain: number;
}

/**
 * The shown cells that pin a gap, from the row prices of its linear program: a cell that would move the optimum
 * has a reduced cost. One that would have to fall can fall by its own count at most (Fischetti and Salazar,
 * Solving the cell suppression problem on tabular data with linear constraints, Management Science 47, 2001:
 * these are the coefficients of their capacity inequalities).
 * @param lastResort zeros may be taken too
 */
export function candidates(
  problem: Problem,
  prices: Float64Array,
  floor: Float64Array,
  lastResort: boolean,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [variable, cost] of reducedCosts(problem, prices)) {
    if (problem.hidden[variable]) continue;
    const fixed = problem.fixed[variable] as number;
    if (fixed > 1 || (fixed === 1 && !lastResort)) continue;
    const room = (problem.value[variable] as number) - (floor[variable] as number);
    const gain = cost > 1e-7 ? Infinity : cost < -1e-7 ? -cost * room : 0;
    if (gain > 1e-7) found.push({ variable, gain });
  }
  return found;
}

/** The candidate that costs least for what it brings towards what is missing; the first of equals. */
export function cheapest(
  problem: Problem,
  found: readonly Candidate[],
  deficit: number,
): number | undefined {
  let best: number | undefined;
  let bestPrice = Infinity;
  for (const { variable, gain } of found) {
    const price = (problem.cost[variable] as number) / Math.min(1, gain / deficit);
    if (price < bestPrice || (price === bestPrice && variable < (best ?? Infinity))) {
      best = variable;
      bestPrice = price;
    }
  }
  return best;
}

/** What moving each variable by one would add to the last optimum, by the prices of the rows it stands in. */
export function reducedCosts(problem: Problem, prices: Float64Array): Map<number, number> {
  const reduced = new Map<number, number>();
  prices.forEach((price, row) => {
    if (Math.abs(price) < 1e-9) return;
    listAt(problem.rows, row).forEach((member, place) => {
      reduced.set(member, (reduced.get(member) ?? 0) - price * signAt(place));
    });
  });
  return reduced;
}
