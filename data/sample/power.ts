/**
 * The best test that knows the truth, for each planted effect: it knows where, when and which way to
 * look, compares just that, two-sided at 5 %, and allows for the over-dispersion of the world. Its
 * power is computed here; bench/sample-power.ts holds it against 200 drawn worlds.
 */
const critical = 1.959964;

/** Standard normal distribution function; W. J. Cody's rational forms are not needed to 1e-7. */
export function normalCdf(x: number): number {
  // Abramowitz and Stegun 26.2.17, absolute error below 7.5e-8.
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}

/** Power of a two-sided 5 % test whose statistic has this mean and standard deviation 1. */
export function powerOf(meanZ: number): number {
  return normalCdf(meanZ - critical) + normalCdf(-meanZ - critical);
}

/**
 * z of Wilcoxon's rank-sum test with the correction for ties; who never responds waits longest.
 * Sex varies within agency-weeks, so bad weeks hit both sexes alike and widen nothing.
 */
export function waitZ(
  women: { started: number; byDay: number[] },
  men: { started: number; byDay: number[] },
): number {
  const [n, m] = [women.started, men.started];
  const all = n + m;
  const length = Math.max(women.byDay.length, men.byDay.length);
  const never = (group: { started: number; byDay: number[] }) =>
    group.started - group.byDay.reduce((sum, count) => sum + count, 0);
  const of = (group: { started: number; byDay: number[] }, day: number) =>
    day === length ? never(group) : (group.byDay[day] ?? 0);
  let below = 0;
  let rankSum = 0;
  let ties = 0;
  for (let day = 0; day <= length; day++) {
    const here = of(women, day) + of(men, day);
    rankSum += of(women, day) * (below + (here + 1) / 2);
    ties += here ** 3 - here;
    below += here;
  }
  const variance = ((n * m) / 12) * (all + 1 - ties / (all * (all - 1)));
  return (rankSum - (n * (all + 1)) / 2) / Math.sqrt(variance);
}

/**
 * Power of that test; G. E. Noether, JASA 82 (1987) 645.
 * @param longer chance that a woman waits longer than a man, ties counted half
 */
export function waitPower(women: number, men: number, longer: number): number {
  return powerOf((longer - 0.5) * Math.sqrt((12 * women * men) / (women + men + 1)));
}

/** z of the logarithm of a ratio of two counts whose variance is `dispersion` times their mean. */
export function ratioZ(before: number, after: number, dispersion: number): number {
  return Math.log(after / before) / Math.sqrt(dispersion * (1 / before + 1 / after));
}

/** z of the score test for two shares, its variance times a design effect. */
export function shareZ(
  before: { part: number; whole: number },
  after: { part: number; whole: number },
  designEffect: number,
): number {
  const pooled = (before.part + after.part) / (before.whole + after.whole);
  const variance = pooled * (1 - pooled) * (1 / before.whole + 1 / after.whole);
  return (
    (after.part / after.whole - before.part / before.whole) / Math.sqrt(designEffect * variance)
  );
}

function logFactorials(upTo: number): number[] {
  const logs = [0];
  for (let n = 1; n <= upTo; n++) logs.push((logs[n - 1] as number) + Math.log(n));
  return logs;
}

/** Two-sided P of Fisher's exact test: tables no more probable than the one seen. */
export function fisherP(
  before: { part: number; whole: number },
  after: { part: number; whole: number },
): number {
  const logs = logFactorials(before.whole + after.whole);
  const choose = (n: number, k: number) =>
    (logs[n] as number) - (logs[k] as number) - (logs[n - k] as number);
  const part = before.part + after.part;
  const chance = (inBefore: number) =>
    Math.exp(
      choose(before.whole, inBefore) +
        choose(after.whole, part - inBefore) -
        choose(before.whole + after.whole, part),
    );
  const seen = chance(before.part);
  let sum = 0;
  for (
    let inBefore = Math.max(0, part - after.whole);
    inBefore <= Math.min(before.whole, part);
    inBefore++
  ) {
    const each = chance(inBefore);
    if (each <= seen * (1 + 1e-9)) sum += each;
  }
  return Math.min(sum, 1);
}

/** Power of Fisher's test where nobody's sex is recorded afterwards: summed over what came before. */
export function stoppedPower(before: number, after: number, share: number): number {
  const logs = logFactorials(before);
  let power = 0;
  for (let part = 0; part <= before; part++) {
    const chance = Math.exp(
      (logs[before] as number) -
        (logs[part] as number) -
        (logs[before - part] as number) +
        part * Math.log(share) +
        (before - part) * Math.log(1 - share),
    );
    const p = fisherP({ part, whole: before }, { part: after, whole: after });
    if (p <= 0.05) power += chance;
  }
  return power;
}
