/** Five steps of the one accent, from paper to full; a grey photocopy still reads them in order. */
export const steps = ['#edf2f8', '#c9d9ec', '#94b5da', '#5288c2', '#1f5fa8'] as const;

/** Text in cells: 12 px still where a page's chart is shown 675 pixels wide. */
export const smallest = { narrow: 12, wide: 12.8 } as const;

/** The same steps for what nobody recorded. */
export const greySteps = ['#f1f3f5', '#dadee2', '#b6bdc5', '#7d868f', '#57606a'] as const;

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

/**
 * Classes of counts that span orders of magnitude: bounds 1, 3, 10, 30, 100 and so on, the highest
 * of them the largest that some value reaches.
 */
export function countClasses(values: readonly number[]): {
  bounds: number[];
  of: (value: number) => number;
} {
  const highest = Math.max(1, ...values);
  const ladder = [1];
  for (let bound = 3, next = 10; bound <= highest; [bound, next] = [next, bound * 10]) {
    ladder.push(bound);
  }
  const bounds = ladder.length <= 5 ? ladder : [1, ...ladder.slice(-4)];
  const shift = steps.length - bounds.length;
  return {
    bounds,
    of: (value) => shift + bounds.filter((bound) => value >= bound).length - 1,
  };
}
