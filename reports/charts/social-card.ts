import { escapeAttribute, sizes } from './frame.ts';
import { textWidth, tied, wrapAtMost } from './measure.ts';
import { escapeText, family, nested, type Surroundings } from './standalone.ts';

/** Every social network and messenger shows a card of this shape whole. */
const cardSize = { width: 1200, height: 630 } as const;

const margin = (cardSize.width - sizes.social.width) / 2;
const ink = { text: '#1b1f24', muted: '#57606a' } as const;

interface Line {
  text: string;
  size: number;
  height: number;
  weight: 400 | 700;
  fill: string;
}

const linesOf = (
  text: string,
  most: number,
  { size, height, weight, fill }: Omit<Line, 'text'>,
): Line[] =>
  wrapAtMost(tied(text), most, sizes.social.width, size, bold(weight)).map((one) => ({
    text: one,
    size,
    height,
    weight,
    fill,
  }));

const bold = (weight: number) => (weight > 500 ? ('bold' as const) : ('regular' as const));

/**
 * A chart as a card to share, 1200 x 630 px: its title in at most two lines, its subtitle in at most
 * two, the drawing in what is left, and at the foot marks, source and id, on one line where they fit. Its smallest text is
 * 32 px high, so that it can be read where a messenger shows it 360 px wide. Notes have no room, but
 * for the last, the source. `draw` gets the height that its drawing may take.
 */
export function socialCard(draw: (room: number) => string, around: Surroundings): string {
  const title = linesOf(around.title, 2, { size: 46, height: 56, weight: 700, fill: ink.text });
  const subtitle = linesOf(around.subtitle, 2, {
    size: 34,
    height: 42,
    weight: 400,
    fill: ink.muted,
  });
  const top = 30 + heightOf(title) + 2 + heightOf(subtitle) + 20;
  const foot = footOf(around);
  const bottom = cardSize.height - 26 - foot.length * footLine;
  const chart = draw(bottom - 18 - top);
  const parts: string[] = [];
  let y = 30;
  for (const line of [...title, ...subtitle]) {
    y += line.height;
    parts.push(written(line, y - line.size * 0.28));
    if (line === title.at(-1)) y += 2;
  }
  const [root] = nested(chart, margin, top);
  parts.push(
    root,
    rule(bottom - 8),
    ...foot.map((line, index) => line(bottom + 32 + index * footLine)),
  );
  const labels = /aria-labelledby="([^"]*)"/.exec(chart)?.[1] ?? '';
  const { width, height } = cardSize;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${escapeAttribute(labels)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}">` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>\n`
  );
}

const heightOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.height, 0);

const written = ({ text, size, weight, fill }: Line, y: number) =>
  `<text x="${margin}" y="${Math.round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeText(text)}</text>`;

const footSize = 32;
const footLine = 40;

const rule = (y: number) =>
  `<line x1="${margin}" x2="${cardSize.width - margin}" y1="${y}" y2="${y}" stroke="#d5d9de" stroke-width="2"/>`;

type FootLine = (y: number) => string;

interface Words {
  text: string;
  width: number;
  style: string;
}

/**
 * Marks (in bold), source and id on one line where they fit, else on two, the marks always first: the
 * last words of a line stand at its right. What fits on no two lines is cut at its end.
 */
function footOf({ badge = '', notes, id = '' }: Surroundings): FootLine[] {
  const muted = `fill="${ink.muted}"`;
  const words = (text: string, style: string, weight: 'regular' | 'bold'): Words[] =>
    text ? [{ text, style, width: textWidth(text, footSize, weight) }] : [];
  const mark = words(badge, `font-weight="700" fill="${ink.text}"`, 'bold');
  const source = words(notes.at(-1) ?? '', muted, 'regular');
  const own = words(id, muted, 'regular');
  const fits = (line: readonly Words[]) =>
    line.reduce((sum, one) => sum + one.width * 1.02 + gap, -gap) <= sizes.social.width;
  const ways = [
    [[...mark, ...source, ...own]],
    [[...mark, ...source], own],
    [[...mark, ...own], source],
    [mark, [...source, ...own]],
  ];
  const chosen = ways.find((lines) => lines.every(fits)) ?? [[...mark, ...source], own];
  return chosen.filter((line) => line.length > 0).map((line) => (y) => footText(line, y));
}

const gap = 22;

function footText(line: readonly Words[], y: number): string {
  const right = cardSize.width - margin;
  let x = margin;
  return line
    .map(({ text, width, style }, index) => {
      const isLast = index > 1 && index === line.length - 1;
      const [kept = ''] = wrapAtMost(text, 1, right - x, footSize);
      const place = isLast ? `x="${right}" text-anchor="end"` : `x="${Math.round(x)}"`;
      x += width * 1.02 + gap;
      return `<text ${place} y="${y}" font-size="${footSize}" ${style}>${escapeText(kept)}</text>`;
    })
    .join('');
}
