import { type Datum, escapeAttribute, ink } from './frame.ts';

/**
 * Eight quarters as a small line over the pale band of its interval, 132 x 36 px, with the last
 * point marked (hollow where it is provisional). The band sets the height, so that noise looks like
 * noise. Gaps stay gaps. It says nothing that the sentence beside it does not say, so it is
 * hidden from screen readers.
 */
export function sparkline(points: readonly Datum[]): string {
  const width = 132;
  const height = 36;
  const values = points.flatMap((point) =>
    point.value === null ? [] : [point.value, point.low ?? point.value, point.high ?? point.value],
  );
  const high = Math.max(...values);
  const low = Math.min(...values);
  const span = high - low || 1;
  const x = (index: number) => 4 + (index / Math.max(1, points.length - 1)) * (width - 10);
  const y = (value: number) => height - 6 - ((value - low) / span) * (height - 12);
  const at = (value: number) => String(Math.round(value * 100) / 100);

  const banded = points.flatMap((point, index) =>
    point.low == null || point.high == null
      ? []
      : [{ x: x(index), low: point.low, high: point.high }],
  );
  const upper = banded.map((point) => `${at(point.x)} ${at(y(point.high))}`);
  const lower = banded.map((point) => `${at(point.x)} ${at(y(point.low))}`).reverse();
  const band =
    banded.length > 1 ? `<path fill="${ink.pale}" d="M${[...upper, ...lower].join('L')}Z"/>` : '';
  const lines: string[] = [];
  const dots: string[] = [];
  points.forEach((point, index) => {
    if (point.value === null) return;
    const before = points[index - 1];
    if (before && before.value !== null) {
      const dash = point.provisional ? ' stroke-dasharray="3 3"' : '';
      lines.push(
        `<path d="M${at(x(index - 1))} ${at(y(before.value))}L${at(x(index))} ${at(y(point.value))}"${dash}/>`,
      );
    }
    const isLast = index === points.length - 1;
    const fill = isLast && point.provisional ? ink.paper : ink.accent;
    const shown = isLast ? `r="3.5" fill="${fill}" stroke="${ink.accent}"` : 'r="0"';
    dots.push(
      `<circle cx="${at(x(index))}" cy="${at(y(point.value))}" ${shown} data-id="${escapeAttribute(point.id)}" data-value="${point.value}"/>`,
    );
  });
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false" xmlns="http://www.w3.org/2000/svg">${band}<g fill="none" stroke="${ink.accent}" stroke-width="1.75" stroke-linecap="round">${lines.join('')}</g><g stroke-width="1.75">${dots.join('')}</g></svg>`;
}
