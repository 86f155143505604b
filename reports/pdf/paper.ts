/** F4 is the Indonesian office's folio. */
export const papers = {
  a4: { width: 210, height: 297 },
  f4: { width: 215, height: 330 },
} as const;
export type Paper = keyof typeof papers;

/** Millimetres. */
export const margin = { top: 24, bottom: 18, side: 18 } as const;

export interface Sheet {
  /** Width of the text in points. */
  room: { upright: number; landscape: number };
}

const points = (millimetres: number) => (millimetres * 72) / 25.4;

export function sheetOf(paper: Paper): Sheet {
  const { width, height } = papers[paper];
  return {
    room: {
      upright: points(width - 2 * margin.side),
      landscape: points(height - 2 * margin.side),
    },
  };
}
