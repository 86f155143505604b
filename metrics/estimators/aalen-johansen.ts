/** Whole-day histogram of one group and clock; all three equally long, index = working day. */
export interface DayHistogram {
  /** Ended by the event that the clock waits for. */
  events: readonly number[];
  /** Ended by a competing end. */
  competing: readonly number[];
  /** Still open on the as-of day, `day` working days after the start. */
  censored: readonly number[];
}

export interface IncidencePoint {
  day: number;
  /** Cumulative incidence of the event by the end of the day, 0 to 1. */
  incidence: number;
  variance: number;
  /** Events up to and including the day. */
  events: number;
  /** Nothing was censored before this day: the incidence is the plain share of those who started. */
  complete: boolean;
}

/**
 * Cumulative incidence with competing ends, for day 0 to the last of the histogram.
 *
 * Aalen and Johansen (1978), Scand. J. Statistics 5, 141-150: F(t) = sum over s <= t of
 * S(s-) d(s) / Y(s), with S the Kaplan-Meier estimate of all ends and Y the number at risk. Open
 * cases alone are censored, at the end of their last day, so that ends of that day come before.
 * S(s-)/Y(s) changes only after a censoring, hence F is a plain share, exactly, before the first.
 *
 * Variance by the delta method: Dinse and Larson (1986), Biometrika 73, 379-386; as in Marubini and
 * Valsecchi (1995), Analysing Survival Data from Clinical Trials, formula 10.12.
 * @returns one point a day; empty where nothing started
 */
export function aalenJohansen(histogram: DayHistogram): IncidencePoint[] {
  const { events, competing, censored } = histogram;
  const started = sum(events) + sum(competing) + sum(censored);
  const points: IncidencePoint[] = [];
  if (started === 0) return points;

  let atRisk = started;
  let stretchStart = 0;
  let stretchEvents = 0;
  // S(s-)/Y(s) as a fraction, so that the first stretch divides once.
  let weight = { over: 1, under: started };
  let allEvents = 0;
  let complete = true;
  let a = 0;
  let b = 0;
  let c = 0;
  let own = 0;
  let crossPlain = 0;
  let crossWeighted = 0;
  let incidence = 0;
  let variance = 0;
  for (let day = 0; day < events.length; day++) {
    const target = events[day] ?? 0;
    const ends = target + (competing[day] ?? 0);
    const perCase = weight.over / weight.under;
    // Most days of a small group end nothing: then neither moves.
    if (ends > 0) {
      allEvents += target;
      stretchEvents += target;
      incidence = stretchStart + (stretchEvents * weight.over) / weight.under;
      const hazard = atRisk > ends ? ends / (atRisk * (atRisk - ends)) : 0;
      a += hazard;
      b += incidence * hazard;
      c += incidence * incidence * hazard;
      own += (perCase * perCase * (atRisk - target) * target) / atRisk;
      const cross = (perCase * target) / atRisk;
      crossPlain += cross;
      crossWeighted += incidence * cross;
      variance = Math.max(
        0,
        incidence * incidence * a -
          2 * incidence * b +
          c +
          own -
          2 * incidence * crossPlain +
          2 * crossWeighted,
      );
    }
    points.push({ day, incidence, variance, events: allEvents, complete });

    atRisk -= ends;
    const lost = censored[day] ?? 0;
    if (lost === 0) continue;
    complete = false;
    stretchStart = incidence;
    stretchEvents = 0;
    const left = atRisk - lost;
    if (left > 0) weight = { over: perCase * atRisk, under: left };
    atRisk = left;
  }
  return points;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
