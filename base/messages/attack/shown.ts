/** A small count that nothing hides (disclosure/attack/methods/shown.ts). */
export const attackShownMessages = {
  'attack.finding.shown': {
    id: '{cell} terbit apa adanya padahal di bawah ambang {by}: {range}.',
    en: '{cell} is published as it is, though below the threshold of {by}: {range}.',
  },
} as const;
