import type { SealedComparison } from '../../release/index.ts';

/**
 * How findings are chosen, among the comparisons that the report declared before any was made:
 *
 * 1. certain: clear over the whole family (Benjamini-Hochberg, q at most 0.05);
 * 2. large: at least 2 percentage points, a tenth of a count, one working day, 0.1 of a rating;
 * 3. ranked by the reports that it concerns: the change of a count; the change of a share times its
 *    reports; all reports of a group whose median moved, up to one change as large as the median
 *    itself; the change of a rating as a part of its scale times the ratings;
 * 4. new before old: what was clear and went the same way a quarter before counts half;
 * 5. one a subject and group (of two mirrored groups the one that is worse off), at most two a subject.
 */
export const findingRule = {
  most: 5,
  mostOfSubject: 2,
  least: { share: 0.02, ratio: 1.1, working_days: 1, score: 0.1 },
  scale: 4,
} as const;

/** Metrics that speak of one thing. */
const subjects: Record<string, string> = {
  received: 'volume',
  backlog: 'backlog',
  resolved: 'resolution',
  resolve: 'resolution',
  archived: 'archiving',
  verify: 'verification',
  respond_citizen: 'response',
  respond_agency: 'response',
  returned: 'returns',
  rating: 'rating',
  unresolved_reason: 'reasons',
  unknown: 'coverage',
};

/** All that is clear, each once, the weightiest first: what page one says and what comes after it. */
export function clearFindings(comparisons: readonly SealedComparison[]): SealedComparison[] {
  return comparisons
    .filter((one) => one.clear === true && isWorseOff(one))
    .map((one) => ({ one, weight: weightOf(one) }))
    .sort((a, b) => b.weight - a.weight || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one }) => one);
}

/** The findings of page one, the weightiest first; none where nothing is clear. */
export function chooseFindings(comparisons: readonly SealedComparison[]): SealedComparison[] {
  const chosen: SealedComparison[] = [];
  for (const one of clearFindings(comparisons).filter(isLarge)) {
    const same = chosen.filter((other) => subjectOf(other) === subjectOf(one));
    if (chosen.length === findingRule.most) break;
    if (same.length === findingRule.mostOfSubject) continue;
    if (same.some((other) => groupOf(other) === groupOf(one))) continue;
    chosen.push(one);
  }
  return chosen;
}

/** What is clear and not on page one: beyond its five, said there in other words, or small. */
export function furtherFindings(comparisons: readonly SealedComparison[]): SealedComparison[] {
  const chosen = new Set(chooseFindings(comparisons));
  return clearFindings(comparisons).filter((one) => !chosen.has(one));
}

export function subjectOf({ figure }: SealedComparison): string {
  return subjects[figure.metric] ?? figure.metric;
}

/** The group without its time and state: `province=35`. A reason is one among all unresolved ones too. */
function groupOf({ figure, compare }: SealedComparison): string {
  const { quarter: _, status: __, ...dims } = figure.dims;
  const pairs = Object.entries(dims).map(([name, code]) => `${name}=${code}`);
  return [compare, ...pairs.sort()].join('&');
}

function isCounted({ unit }: SealedComparison['figure']): boolean {
  return unit !== 'share' && unit !== 'working_days' && unit !== 'score';
}

/** Large enough for page one (rule 2). */
export function isLarge({ figure, difference, ratio }: SealedComparison): boolean {
  const { least } = findingRule;
  // From nothing there is no ratio, to nothing none that says how much: both are as large as can be.
  if (isCounted(figure) && !ratio) return (difference ?? 0) !== 0;
  if (ratio !== null) return Math.max(ratio, 1 / ratio) >= least.ratio;
  if (difference === null) return false;
  const size = Math.abs(difference);
  if (figure.unit === 'share') return size >= least.share;
  if (figure.unit === 'working_days') return size >= least.working_days;
  return figure.unit === 'score' && size >= least.score;
}

/** Of a group and the only other one the same is said twice: it is said of the one worse off. */
function isWorseOff({ compare, base, figure, difference }: SealedComparison): boolean {
  if (compare !== 'others' || !base || difference === null) return true;
  return figure.unit === 'working_days' ? difference > 0 : difference < 0;
}

/** Reports that a change concerns. */
function weightOf(comparison: SealedComparison): number {
  const { figure, base_value, difference, ratio, novel } = comparison;
  const value = figure.value ?? 0;
  const reports = () => {
    if (ratio !== null && ratio > 0) return Math.abs(value - value / ratio);
    const size = Math.abs(difference ?? 0);
    if (figure.unit === 'share') return size * figure.n;
    if (isCounted(figure)) return size;
    if (figure.unit === 'score') return (size / findingRule.scale) * figure.n;
    return figure.n * Math.min(1, size / Math.max(base_value ?? 1, 1));
  };
  return reports() * (novel === false ? 0.5 : 1);
}
