/** An interval; an end is null where there is none. */
export interface Interval {
  low: number | null;
  high: number | null;
}

export const noInterval: Interval = { low: null, high: null };

/** The 0.975 quantile of the standard normal distribution: intervals are of 95 % unless told. */
export const z95 = 1.959963984540054;
