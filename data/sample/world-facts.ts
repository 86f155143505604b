/**
 * What the power code needs to know of the world besides the sizes of groups: measured over 200 drawn
 * worlds of 60,000 reports (seeds 1001 to 1200) by `npx tsx bench/sample-power.ts`, which prints them.
 */
export const worldFacts = {
  /** Chance that a woman of the stratum waits longer than a man, ties counted half. */
  longer: 0.651,
  /** Variance over mean of the ministry's open reports. */
  backlogDispersion: 1.17,
  backlogBefore: 60,
  backlogAfter: 118,
  /** Share of the reason among archived reports before and after, and its design effect. */
  reasonBefore: 0.033,
  reasonAfter: 0.0685,
  reasonDesignEffect: 1.23,
  /** Share of the province's reports without sex before. */
  withoutSex: 0.51,
  /** Share of the 200 worlds in which the test finds the effect. */
  simulatedPower: { women_wait: 0.985, backlog: 0.99, reason: 0.99, sex_coverage: 0.985 },
} as const;
