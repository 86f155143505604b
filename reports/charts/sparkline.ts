import { type Datum, escapeAttribute, ink, type Layout, sizes, socialRoom } from './frame.ts';
import { textWidth } from './measure.ts';
import { runsOf } from './runs.ts';

interface Shape {
  width: number;
  height: number;
  pen: number;
  /** The first and the last value are written beside the line. */
  written: boolean;
}

/** A phone's is as wide as a large figure leaves room for at 320 px; a card's is the whole drawing. */
const shapes: Record<Layout, Shape> = {
  narrow: { width: 104, height: 32, pen: 1, written: false },
  wide: { width: 132, height: 36, pen: 1, written: false },
  social: { width: sizes.social.width, height: socialRoom, pen: 2.5, written: true },
};

/**
 * Eight quarters as a small line over the pale band of its interval, with the last point marked
 * (hollow where it is provisional). The band sets the height, so that noise looks like noise. Gaps
 * stay gaps. It says nothing that the sentence beside it does not say, so it is hidden from screen
 * readers. On a card, where it stands alone, the first and the last value are written.
 */
export function sparkline(
  points: readonly Datum[],
  layout: Layout = 'wide',
  room = shapes[layout].height,
): string {
  const { width, pen, written } = shapes[layout];
  const height = layout === 'social' ? room : shapes[layout].height;
  const values = points.flatMap((point) =>
    point.value === null ? [] : [point.value, point.low ?? point.value, point.high ?? point.value],
  );
  const high = values.length > 0 ? Math.max(...values) : 1;
  const low = values.length > 0 ? Math.min(...values) : 0;
  const span = high - low || 1;
  const known = points.filter((point) => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  const { font } = sizes.social;
  const beside = (point: Datum | undefined) =>
    written && point ? textWidth(point.text, font, 'bold') + 20 : 0;
  const left = 4 * pen + beside(first === last ? undefined : first);
  const right = 6 * pen + beside(last);
  const inset = 6 * pen;
  const x = (index: number) =>
    left + (index / Math.max(1, points.length - 1)) * (width - left - right);
  const y = (value: number) => height - inset - ((value - low) / span) * (height - 2 * inset);
  const at = (value: number) => String(Math.round(value * 100) / 100);

  const placed = points.map((point, index) => ({ ...point, x: x(index) }));
  const band = runsOf(placed, (point) => point.low != null && point.high != null)
    .filter((run) => run.length > 1)
    .map((run) => {
      const upper = run.map((point) => `${at(point.x)} ${at(y(point.high as number))}`);
      const lower = run.map((point) => `${at(point.x)} ${at(y(point.low as number))}`).reverse();
      return `<path fill="${ink.pale}" d="M${[...upper, ...lower].join('L')}Z"/>`;
    })
    .join('');
  const lines: string[] = [];
  const dots: string[] = [];
  const texts: string[] = [];
  points.forEach((point, index) => {
    if (point.value === null) return;
    const before = points[index - 1];
    if (before && before.value !== null) {
      const dash = point.provisional ? ` stroke-dasharray="${3 * pen} ${3 * pen}"` : '';
      lines.push(
        `<path d="M${at(x(index - 1))} ${at(y(before.value))}L${at(x(index))} ${at(y(point.value))}"${dash}/>`,
      );
    }
    const isLast = index === points.length - 1;
    const fill = isLast && point.provisional ? ink.paper : ink.accent;
    const shown = isLast ? `r="${3.5 * pen}" fill="${fill}" stroke="${ink.accent}"` : 'r="0"';
    dots.push(
      `<circle cx="${at(x(index))}" cy="${at(y(point.value))}" ${shown} data-id="${escapeAttribute(point.id)}" data-value="${point.value}"/>`,
    );
    if (written && (point === first || point === last)) {
      const atEnd = point === last;
      const place = atEnd ? x(index) + 20 : x(index) - 16;
      texts.push(
        `<text x="${at(place)}" y="${at(y(point.value) + font * 0.35)}" text-anchor="${atEnd ? 'start' : 'end'}" font-size="${font}" font-weight="600" fill="${ink.text}">${escapeAttribute(point.text)}</text>`,
      );
    }
  });
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false" xmlns="http://www.w3.org/2000/svg">${band}<g fill="none" stroke="${ink.accent}" stroke-width="${1.75 * pen}" stroke-linecap="round">${lines.join('')}</g><g stroke-width="${1.75 * pen}">${dots.join('')}</g>${texts.join('')}</svg>`;
}
