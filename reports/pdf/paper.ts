/** F4 is the Indonesian office's folio. */
export const papers = {
  a4: { width: 210, height: 297 },
  f4: { width: 215, height: 330 },
} as const;
export type Paper = keyof typeof papers;

/** Millimetres. */
export const margin = { top: 24, bottom: 18, side: 18 } as const;

/** Width of the text in points. */
export function roomOf(paper: Paper): number {
  return ((papers[paper].width - 2 * margin.side) * 72) / 25.4;
}

/** Height of the text in points. */
export function tallOf(paper: Paper): number {
  return ((papers[paper].height - margin.top - margin.bottom) * 72) / 25.4;
}
