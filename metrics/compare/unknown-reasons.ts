import type { ShareCount } from '../estimators/score-test.ts';
import type { Side } from './design.ts';
import { counted } from './interval.ts';

/**
 * What is tested of a figure and its base: their own counts, but for a reason. Exports tell why a report
 * was put aside only while it is; of an earlier period fewer reasons are known, and all of its reasons
 * seem to have grown since. What the move of the unknown could explain is no finding: so many of the
 * side with more unknown count for the reason as would make the difference smaller, at most until it
 * is none (the bound nearest to no difference; Manski 2003, Partial Identification, 1).
 */
export function withUnknownReasons(now: Side, base: Side): [ShareCount, ShareCount] {
  const [a, b] = [now, base].map(countOf) as [ShareCount, ShareCount];
  const isReason = now.row.metric === 'unresolved_reason' && now.row.dims.reason !== undefined;
  if (!isReason || now.row.dims.reason === 'unknown') return [a, b];
  const unknown = ({ frame }: Side) =>
    frame.reasons.all > 0 ? frame.reasons.unknown / frame.reasons.all : 0;
  const move = unknown(base) - unknown(now);
  const [share, baseShare] = [a.part / a.whole, b.part / b.whole];
  if (move > 0 && share > baseShare) {
    return [a, { ...b, part: Math.min(b.part + move * b.whole, share * b.whole) }];
  }
  if (move < 0 && share < baseShare) {
    return [{ ...a, part: Math.min(a.part - move * a.whole, baseShare * a.whole) }, b];
  }
  return [a, b];
}

function countOf(side: Side): ShareCount {
  const { row, frame } = side;
  if (row.metric === 'unresolved_reason') {
    return { part: row.numerator ?? 0, whole: frame.reasons.all };
  }
  return { part: row.numerator ?? counted(side), whole: row.denominator ?? row.n };
}
