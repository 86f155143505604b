import type { DayHistogram } from './aalen-johansen.ts';
import { at, type EndDay, endDays, total } from './gray-days.ts';

/** Scores of Gray's test and their covariance, one row and column a group. */
export interface GrayScores {
  /** Events less those expected if all groups had one incidence; they add up to 0. */
  scores: number[];
  covariance: number[][];
  /** The group was at risk on a day with an event, beside others. */
  compared: boolean[];
}

/**
 * Scores z_i = sum over days of L (d_i - d R_i / R) with L = (1 - F0-)^rho, and their covariance under
 * one incidence F0: sum over groups r and days of a_i a_j dF0 / h_r + b_i b_j dF2_r / h_r, where
 * D_ir = L ([i = r] - h_i / h) h_r, C_ir its sum against dF0 / (1 - F0-),
 * a_i = D_ir + (1 - (1 - F0) / S_r) (C_ir(end) - C_ir), b_i = -(1 - F0) / S_r (C_ir(end) - C_ir).
 *
 * Source: Gray (1988), A class of K-sample tests for comparing the cumulative incidence of a competing
 * risk, Annals of Statistics 16, 1141-1154, section 2. Ties: the factor of finite sampling
 * 1 - (m - 1) / (n - 1), for events with n the cases that h stands for, for competing ends the group's.
 * @param leastFactor where that factor, negative where h stands for fewer cases than ended, is cut;
 * with 0 the covariance is one at any rate
 */
export function grayScores(
  groups: readonly DayHistogram[],
  rho: number,
  leastFactor = Number.NEGATIVE_INFINITY,
): GrayScores {
  const indices = groups.map((_, i) => i);
  const scores = groups.map(() => 0);
  const compared = groups.map(() => false);
  const covariance = groups.map(() => groups.map(() => 0));
  const days = endDays(groups);
  for (const day of days) {
    const events = total(day.events);
    const part = events / total(day.risk);
    const factor = (1 - day.pooled) ** rho;
    for (const i of indices) {
      scores[i] = at(scores, i) + factor * (at(day.events, i) - at(day.risk, i) * part);
      if (events > 0 && at(day.weight, i) > 0) compared[i] = true;
    }
  }
  for (const r of indices) {
    const passed = days.map((day) => drift(day, rho, r));
    // From the last day back: what C_ir still gains after the day.
    const later = groups.map(() => 0);
    for (const [k, day] of [...days.entries()].reverse()) {
      const own = passed[k] as number[];
      if (at(day.weight, r) > 0) addDay(covariance, day, r, own, later, leastFactor);
      const hazard = day.step / (1 - day.pooled);
      for (const i of indices) later[i] = at(later, i) + at(own, i) * hazard;
    }
  }
  return { scores, covariance, compared };
}

/** D_ir of a day, a list by i. */
function drift(day: EndDay, rho: number, r: number): number[] {
  const factor = (1 - day.pooled) ** rho;
  const all = total(day.weight);
  return day.weight.map((h, i) => factor * ((i === r ? 1 : 0) - h / all) * at(day.weight, r));
}

function addDay(
  covariance: number[][],
  day: EndDay,
  r: number,
  own: readonly number[],
  later: readonly number[],
  least: number,
): void {
  const left = Math.max(0, 1 - day.pooled - day.step);
  const ratio = at(day.after, r) > 0 ? left / at(day.after, r) : 0;
  const weight = at(day.weight, r);
  const cases = total(day.weight) * at(day.before, r);
  const competing = at(day.competing, r);
  addProduct(
    covariance,
    own.map((value, i) => value + (1 - ratio) * at(later, i)),
    (day.step / weight) * ties(total(day.events), cases, least),
  );
  addProduct(
    covariance,
    later.map((value) => ratio * value),
    (competing / weight ** 2) * ties(competing, at(day.atRisk, r), least),
  );
}

function ties(ends: number, cases: number, least: number): number {
  return ends > 1 ? Math.max(least, 1 - (ends - 1) / (cases - 1)) : 1;
}

function addProduct(matrix: number[][], vector: readonly number[], scale: number): void {
  if (scale === 0) return;
  for (const [i, a] of vector.entries()) {
    const row = matrix[i] as number[];
    for (const [j, b] of vector.entries()) row[j] = at(row, j) + a * b * scale;
  }
}
