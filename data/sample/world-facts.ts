/**
 * What the power code needs to know of the world besides the sizes of groups: measured over 200 drawn
 * worlds of 60,000 reports (seeds 1001 to 1200) by `npx tsx bench/sample-power.ts`, which prints them.
 */
export const worldFacts = {
  /** Standard deviation of the log of (working days + 1/2) to the first response, in the stratum. */
  waitSd: 1,
  /** Share of the stratum's reports that get a response within the time looked at. */
  responding: 0.87,
  /** Variance over mean of the ministry's open reports. */
  backlogDispersion: 1.2,
  backlogBefore: 59,
  backlogAfter: 118,
  /** Share of the reason among archived reports before and after, and its design effect. */
  reasonBefore: 0.034,
  reasonAfter: 0.066,
  reasonDesignEffect: 1,
  /** Share of the province's reports without sex before. */
  withoutSex: 0.43,
  /** Share of the 200 worlds in which the test finds the effect. */
  simulatedPower: { women_wait: 0, backlog: 0, reason: 0, sex_coverage: 0 },
} as const;
