/** A 95 % interval; an end is null where there is none. */
export interface Interval {
  low: number | null;
  high: number | null;
}

export const noInterval: Interval = { low: null, high: null };

/** The 0.975 quantile of the standard normal distribution: every interval is of 95 %. */
export const z95 = 1.959963984540054;
