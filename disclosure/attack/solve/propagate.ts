import type { System } from './system.ts';

/**
 * Narrows the bounds equation by equation until nothing moves. What it says is true, though not always all that is
 * true. A row that contradicts the others is left out of account.
 * @param fixed called when a variable becomes known, with the row that says so
 * @returns rows that contradict
 */
export function propagate(
  system: System,
  fixed: (variable: number, row: number) => void = () => undefined,
): Set<number> {
  const { lower, upper, rows } = system;
  const uses: number[][] = Array.from({ length: lower.length }, () => []);
  for (const [row, { members }] of rows.entries()) {
    for (const member of members) uses[member]?.push(row);
  }
  const wrong = new Set<number>();
  const passes = new Uint16Array(rows.length);
  let queue = rows.map((_, row) => row);
  const waiting = new Uint8Array(rows.length).fill(1);
  while (queue.length > 0) {
    const next: number[] = [];
    for (const row of queue) {
      waiting[row] = 0;
      const pass = (passes[row] ?? 0) + 1;
      passes[row] = pass;
      if (wrong.has(row) || pass > 60) continue;
      const changed = narrow(system, row);
      if (changed === undefined) {
        wrong.add(row);
        continue;
      }
      for (const variable of changed) {
        if (lower[variable] === upper[variable]) fixed(variable, row);
        for (const other of uses[variable] ?? []) {
          if (other === row || waiting[other]) continue;
          waiting[other] = 1;
          next.push(other);
        }
      }
    }
    queue = next;
  }
  return wrong;
}

/** The variables whose bounds one row moves; undefined where it cannot hold. */
function narrow({ lower, upper, rows }: System, index: number): number[] | undefined {
  const { members, signs } = rows[index] as System['rows'][number];
  let least = 0;
  let most = 0;
  let openLeast = 0;
  let openMost = 0;
  const low = (at: number) => boundOf(at, -1);
  const high = (at: number) => boundOf(at, 1);
  const boundOf = (at: number, side: number): number => {
    const sign = signs[at] as number;
    const variable = members[at] as number;
    return sign * ((sign * side > 0 ? upper[variable] : lower[variable]) as number);
  };
  for (let at = 0; at < members.length; at++) {
    if (low(at) === -Infinity) openLeast++;
    else least += low(at);
    if (high(at) === Infinity) openMost++;
    else most += high(at);
  }
  if ((openLeast === 0 && least > 0) || (openMost === 0 && most < 0)) return undefined;
  const changed: number[] = [];
  const moves: [number, number, number][] = [];
  for (let at = 0; at < members.length; at++) {
    const variable = members[at] as number;
    const sign = signs[at] as number;
    const restLeast =
      low(at) === -Infinity ? rest(openLeast - 1, least) : rest(openLeast, least - low(at));
    const restMost =
      high(at) === Infinity ? rest(openMost - 1, most) : rest(openMost, most - high(at));
    // sign * x = -rest
    const ends = [
      restMost === undefined ? -Infinity : -restMost,
      restLeast === undefined ? Infinity : -restLeast,
    ].map((end) => end * sign + 0);
    const newLower = Math.max(lower[variable] as number, Math.min(...ends));
    const newUpper = Math.min(upper[variable] as number, Math.max(...ends));
    if (newLower > newUpper) return undefined;
    if (newLower > (lower[variable] as number) || newUpper < (upper[variable] as number))
      moves.push([variable, newLower, newUpper]);
  }
  for (const [variable, newLower, newUpper] of moves) {
    lower[variable] = newLower;
    upper[variable] = newUpper;
    changed.push(variable);
  }
  return changed;
}

function rest(open: number, sum: number): number | undefined {
  return open > 0 ? undefined : sum;
}
