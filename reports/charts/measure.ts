/** Advance widths of ' ' to '~' in thousandths of the size: Plus Jakarta Sans 400 and 600, unkerned. */
const advances = {
  regular:
    '170 282 395 790 646 974 734 245 295 295 479 606 270 498 286 429 732 371 600 609 630 616 ' +
    '597 543 628 597 286 306 606 606 606 499 929 652 693 781 742 612 581 821 736 256 383 654 ' +
    '531 836 736 878 643 878 641 646 512 700 652 984 597 623 584 315 429 315 606 598 352 572 ' +
    '667 600 667 615 393 662 573 229 229 548 229 908 573 655 667 667 338 509 388 573 517 797 ' +
    '487 536 449 317 300 317 606',
  bold:
    '175 341 464 873 647 1022 774 289 351 351 520 642 328 566 347 481 716 392 598 611 646 615 ' +
    '601 554 631 601 347 367 642 642 642 555 928 692 692 777 741 601 584 813 734 272 390 671 ' +
    '539 874 739 878 646 878 654 647 532 712 682 1008 640 648 576 382 481 382 642 641 372 578 ' +
    '670 606 670 613 402 655 586 245 245 567 245 919 586 653 670 670 362 512 405 586 550 855 ' +
    '535 569 471 371 363 371 642',
} as const;

const tables = {
  regular: advances.regular.split(' ').map(Number),
  bold: advances.bold.split(' ').map(Number),
} as const;

export type Weight = keyof typeof tables;

/** Tabular figures have one width; a letter that the table does not have is taken for a wide one. */
const figure = 600;
const other = 640;

/** Width of a text in pixels at a size, as the shipped typeface sets it. */
export function textWidth(text: string, font: number, weight: Weight = 'regular'): number {
  let sum = 0;
  for (const letter of text) {
    const code = letter === '\u00a0' ? 32 : (letter.codePointAt(0) ?? 32);
    if (code >= 48 && code <= 57) sum += figure;
    else sum += tables[weight][code - 32] ?? other;
  }
  return (sum * font) / 1000;
}

/**
 * Cuts a text into lines of at most `width` pixels, at spaces, and after a slash or a hyphen where a
 * word alone is too long; a word without either is broken where the line ends.
 */
export function wrap(
  text: string,
  width: number,
  font: number,
  weight: Weight = 'regular',
): string[] {
  const fits = (line: string) => textWidth(line, font, weight) <= width;
  const lines: string[] = [];
  let line = '';
  const put = (piece: string, space: string) => {
    if (line && fits(line + space + piece)) line += space + piece;
    else {
      if (line) lines.push(line);
      line = piece;
    }
  };
  for (const word of text.split(/[^\S\u00a0]+/).filter(Boolean)) {
    const pieces = fits(word)
      ? [word]
      : word.split(/(?<=[/-])/).flatMap((part) => chop(part, fits));
    pieces.forEach((piece, index) => {
      put(piece, index === 0 ? ' ' : '');
    });
  }
  if (line) lines.push(line);
  return lines;
}

function chop(word: string, fits: (text: string) => boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part.length >= 2 && !fits(part + letter)) {
      parts.push(part);
      part = letter;
    } else part += letter;
  }
  return part ? [...parts, part] : parts;
}

/** No line ends between a number and its sign: `83,8 %` and `n = 8.798` stay together. */
export const tied = (text: string): string =>
  text.replaceAll(' %', '\u00a0%').replace(/ = (?=\d)/g, '\u00a0=\u00a0');

/** The text on one line of at most `width` pixels, its end cut with `…` where it does not fit. */
export function cut(text: string, width: number, font: number, weight: Weight = 'regular'): string {
  if (textWidth(text, font, weight) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, font, weight) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd().replace(/[,;:(]$/, '')}…`;
}

/** At most `most` lines; the last one is cut with `…` where the text goes on. */
export function wrapAtMost(
  text: string,
  most: number,
  width: number,
  font: number,
  weight: Weight = 'regular',
): string[] {
  const lines = wrap(text, width, font, weight);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), cut(rest, width, font, weight)];
}
