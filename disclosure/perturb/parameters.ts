/** What the noise is like. All three may be published; the record keys may not. */
export interface NoiseParameters {
  /** D: no value is moved by more than this. */
  readonly deviation: number;
  /** V: variance of the noise, the same for every count but 0. */
  readonly variance: number;
  /** js: values 1..js are never published. */
  readonly hidden: number;
}

export const defaultNoise: NoiseParameters = { deviation: 5, variance: 3, hidden: 2 };

/** T: a cell of fewer complaints, or of fewer complainants, is small. */
export const defaultThreshold = 5;
