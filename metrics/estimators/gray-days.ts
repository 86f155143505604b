import type { DayHistogram } from './aalen-johansen.ts';

/** One day with an end, as Gray's test needs it; lists by group. */
export interface EndDay {
  events: number[];
  competing: number[];
  /** Y: cases at risk. */
  atRisk: number[];
  /** h: cases at risk over the share that has not ended before the day; 0 where none is at risk. */
  weight: number[];
  /** R = h (1 - F): of those, the share without the event before the day. */
  risk: number[];
  /** S: share not ended, before and after the day. */
  before: number[];
  after: number[];
  /** F0: pooled incidence before the day, and its step, all events over all weights. */
  pooled: number;
  step: number;
}

/**
 * The days on which something ended, as long as two groups are at risk and the pooled incidence is
 * below 1 (it may reach 1 where a group has ended early).
 *
 * Source: Gray (1988), Annals of Statistics 16, 1141-1154, section 2 (grayScores).
 */
export function endDays(groups: readonly DayHistogram[]): EndDay[] {
  const days: EndDay[] = [];
  let atRisk = groups.map(({ events, competing, censored }) =>
    total([...events, ...competing, ...censored]),
  );
  let before = groups.map(() => 1);
  let incidence = groups.map(() => 0);
  let pooled = 0;
  const length = Math.max(0, ...groups.map(({ events }) => events.length));
  for (let day = 0; day < length && pooled < 1 - 1e-12; day++) {
    if (atRisk.filter((n) => n > 0).length < 2) break;
    const events = groups.map((group) => group.events[day] ?? 0);
    const competing = groups.map((group) => group.competing[day] ?? 0);
    const ends = events.map((n, i) => n + at(competing, i));
    if (total(ends) > 0) {
      const weight = atRisk.map((n, i) => (n > 0 ? n / at(before, i) : 0));
      const risk = weight.map((h, i) => h * (1 - at(incidence, i)));
      const after = before.map((share, i) => share * (1 - over(at(ends, i), at(atRisk, i))));
      const step = total(events) / total(weight);
      days.push({ events, competing, atRisk, weight, risk, before, after, pooled, step });
      incidence = incidence.map((f, i) => f + over(at(events, i), at(weight, i)));
      before = after;
      pooled += step;
    }
    atRisk = atRisk.map((n, i) => n - at(ends, i) - (groups[i]?.censored[day] ?? 0));
  }
  return days;
}

function over(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

export function at(list: readonly number[], i: number): number {
  return list[i] as number;
}

export function total(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
