/** How far the moments of a distribution may be from what was asked for. */
const tolerance = 1e-12;

/**
 * The distribution on the given steps that has mean 0, the given variance and, of all those, the largest
 * entropy: p_v = exp(a v + b v^2) / sum. Found by Newton's method on (a, b), which minimises the convex
 * log(sum exp(a v + b (v^2 - V))); a step that does not lower it is halved.
 *
 * @param steps distinct whole numbers
 * @returns p, in the order of the steps; `undefined` where no distribution on these steps has those moments
 */
export function maximumEntropy(steps: readonly number[], variance: number): number[] | undefined {
  let [a, b] = [0, 0];
  let current = evaluate(steps, variance, a, b);
  for (let round = 0; round < 500; round++) {
    const [m1, m2] = current.gradient;
    if (Math.abs(m1) < tolerance && Math.abs(m2) < tolerance) return current.p;
    const { h11, h12, h22 } = current;
    const determinant = h11 * h22 - h12 * h12;
    // On the edge of what is possible all but two or three steps fade out and the curvature with them.
    if (!(determinant > 0)) break;
    const [da, db] = [-(h22 * m1 - h12 * m2) / determinant, -(h11 * m2 - h12 * m1) / determinant];
    let size = 1;
    let next = evaluate(steps, variance, a + da, b + db);
    while (!(next.value <= current.value) && size > 1e-10) {
      size /= 2;
      next = evaluate(steps, variance, a + size * da, b + size * db);
    }
    if (!(next.value <= current.value)) break;
    [a, b] = [a + size * da, b + size * db];
    // They run away where there is no such distribution; on the edge of what is possible they stay below 100.
    if (Math.abs(a) + Math.abs(b) > 1000) break;
    current = next;
  }
  const [m1, m2] = current.gradient;
  // 1e-9 moves a bound by at most a few of 2^32.
  return Math.abs(m1) < 1e-9 && Math.abs(m2) < 1e-9 ? current.p : undefined;
}

function evaluate(steps: readonly number[], variance: number, a: number, b: number) {
  const logs = steps.map((v) => a * v + b * (v * v - variance));
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const p = weights.map((weight) => weight / total);
  const mean = (f: (v: number) => number) =>
    steps.reduce((sum, v, index) => sum + (p[index] as number) * f(v), 0);
  const m1 = mean((v) => v);
  const m2 = mean((v) => v * v) - variance;
  return {
    value: most + Math.log(total),
    gradient: [m1, m2] as const,
    h11: mean((v) => (v - m1) ** 2),
    h12: mean((v) => (v - m1) * (v * v - variance - m2)),
    h22: mean((v) => (v * v - variance - m2) ** 2),
    p,
  };
}
