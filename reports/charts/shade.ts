/** Five steps of the one accent, from paper to full; a grey photocopy still reads them in order. */
export const steps = ['#edf2f8', '#c9d9ec', '#94b5da', '#5288c2', '#1f5fa8'] as const;

/** Text on a step: dark on the three pale ones, white on the two dark ones. */
export const textOn = (step: number): string => (step >= 3 ? '#ffffff' : '#1b1f24');

/**
 * Classes of equal size (quintiles by rank; equal values fall into the same class).
 * @returns the lower bounds of the five classes, and the class (0 to 4) of a value
 */
export function classes(values: readonly number[]): {
  bounds: number[];
  of: (value: number) => number;
} {
  const sorted = [...values].sort((a, b) => a - b);
  const bounds = steps.map((_, step) => sorted[Math.floor((step * sorted.length) / 5)] ?? 0);
  return {
    bounds,
    of: (value) => {
      for (let step = 4; step > 0; step -= 1) if (value >= (bounds[step] as number)) return step;
      return 0;
    },
  };
}
