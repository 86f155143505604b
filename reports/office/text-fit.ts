import type { Paragraph } from './slide-xml.ts';

/** A letter's mean width and a line's height in parts of the size; somewhat more than Calibri's. */
const letter = 0.5;
const lineHeight = 1.2;

/** Inches that paragraphs take in a box of a width. */
export function heightOf(paragraphs: readonly Paragraph[], width: number): number {
  let points = 0;
  for (const { text, size, space = 0, bullet } of paragraphs) {
    const inner = width - (bullet ? 0.19 : 0);
    const perLine = Math.max(1, Math.floor((inner * 72) / (size * letter)));
    points += Math.ceil(text.length / perLine) * size * lineHeight + space;
  }
  return points / 72;
}

/** The largest of some sizes at which a text fits its box; the smallest where none does. */
export function fitSize(
  text: string,
  box: { w: number; h: number },
  sizes: readonly number[],
): number {
  const fits = sizes.find((size) => heightOf([{ text, size }], box.w) <= box.h);
  return fits ?? (sizes.at(-1) as number);
}

/** As many paragraphs as fit, with a last one that says that there are more. */
export function fitParagraphs(
  paragraphs: readonly Paragraph[],
  box: { w: number; h: number },
  more: Paragraph,
): Paragraph[] {
  if (heightOf(paragraphs, box.w) <= box.h) return [...paragraphs];
  const kept = [...paragraphs];
  while (kept.length > 0 && heightOf([...kept, more], box.w) > box.h) kept.pop();
  // A heading does not stand alone.
  while (kept.at(-1)?.bold) kept.pop();
  return [...kept, more];
}
