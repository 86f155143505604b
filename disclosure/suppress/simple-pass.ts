import { hideAsSecondary, listAt, type Problem } from './problem.ts';

/**
 * Steps B and F over each sum alone: a lone gap can be computed; small gaps whose sum is shown and below T are
 * no count an outsider may know; a gap beside the count of one complainant can be computed by that complainant.
 * Hides the cheapest member until no sum is left to mend.
 * @returns what was hidden, in that order
 */
export function simplePass(problem: Problem, singletons: boolean): number[] {
  const total = problem.rows.starts.length - 1;
  const queued = new Uint8Array(total).fill(1);
  const queue = Array.from({ length: total }, (_, row) => row);
  const hidden: number[] = [];
  for (let next = 0; next < queue.length; next++) {
    const row = queue[next] as number;
    queued[row] = 0;
    while (needsMore(problem, row, singletons)) {
      const cheapest = cheapestShown(problem, listAt(problem.rows, row));
      if (cheapest < 0) break;
      hideAsSecondary(problem, cheapest);
      hidden.push(cheapest);
      for (const other of listAt(problem.rowsOf, cheapest)) {
        if (queued[other] || other === row) continue;
        queued[other] = 1;
        queue.push(other);
      }
    }
  }
  return hidden;
}

function needsMore(problem: Problem, row: number, singletons: boolean): boolean {
  const members = listAt(problem.rows, row);
  let gaps = 0;
  let need = 0;
  let sum = 0;
  let smallest = 0;
  let single = false;
  for (const member of members) {
    if (!problem.hidden[member]) continue;
    gaps += 1;
    need = Math.max(need, problem.width[member] as number);
    smallest = Math.max(smallest, problem.upper[member] as number);
    sum += problem.value[member] as number;
    single ||= problem.single[member] === 1;
  }
  if (gaps === 0 || need === 0) return false;
  if (gaps === 1) return true;
  if (!problem.hidden[members[0] as number] && sum < smallest) return true;
  if (!singletons || !single || gaps !== 2) return false;
  // A total and its only part that is not zero: no one else is in it.
  const parent = members[0] as number;
  return !problem.hidden[parent] || 2 * (problem.value[parent] as number) !== sum;
}

/** The shown variable that costs least to hide, the first of equals; -1 where none may be hidden. */
function cheapestShown(problem: Problem, among: Iterable<number>): number {
  let best = -1;
  for (const member of among) {
    if (problem.hidden[member] || problem.fixed[member]) continue;
    const cost = problem.cost[member] as number;
    const least = best < 0 ? Infinity : (problem.cost[best] as number);
    if (cost < least || (cost === least && member < best)) best = member;
  }
  return best;
}
