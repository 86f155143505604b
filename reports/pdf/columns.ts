/** What a column of a table needs, in points at a text of one point. */
export interface ColumnNeed {
  /** Under this, words or figures would be cut. */
  tight: number;
  /** Under this, a text takes too many lines. */
  least: number;
  /** With this, it reads well. */
  wish: number;
}

/** Columns of the table that stand side by side, by their place, and their widths in points. */
export interface Panel {
  columns: number[];
  widths: number[];
}

export interface TablePlan {
  /** Size of the text in points. */
  size: number;
  /** One; more where the table is too wide for the page: each repeats the first column. */
  panels: Panel[];
}

/** Between columns, in points. */
export const gutter = 9;
const sizes = [8.5, 8];
/** How much wider than its wish a column may become where the page has room. */
const slack = 26;

/**
 * Widths of a table's columns: what each wishes where there is room, else what each needs and a part
 * of what is left; smaller text, then a cut into panels one under the other, where that is not enough.
 * @param room width of the page's text in points
 */
export function planTable(needs: readonly ColumnNeed[], room: number): TablePlan {
  const columns = needs.map((_, index) => index);
  for (const size of sizes) {
    const widths = share(needs, size, room);
    if (widths) return { size, panels: [{ columns, widths }] };
  }
  const size = sizes.at(-1) as number;
  const whole = share(needs.map(tightened), size, room);
  if (whole) return { size, panels: [{ columns, widths: whole }] };
  for (let count = 2; count < columns.length; count += 1) {
    const panels = cut(columns, count).map((own) => {
      const widths = share(
        own.map((column) => needs[column] as ColumnNeed),
        size,
        room,
      );
      return widths && { columns: own, widths };
    });
    if (panels.every((panel) => panel !== undefined)) return { size, panels: panels as Panel[] };
  }
  return { size, panels: [{ columns, widths: squeeze(needs, size, room) }] };
}

const tightened = (need: ColumnNeed): ColumnNeed => ({ ...need, least: need.tight });

/** The columns after the first in `count` runs of about the same number, the first before each. */
function cut([first, ...rest]: readonly number[], count: number): number[][] {
  const each = Math.ceil(rest.length / count);
  return Array.from({ length: Math.ceil(rest.length / each) }, (_, index) => [
    first as number,
    ...rest.slice(index * each, (index + 1) * each),
  ]);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const gaps = (needs: readonly unknown[]) => gutter * Math.max(0, needs.length - 1);

/** Undefined where the columns do not fit. */
function share(needs: readonly ColumnNeed[], size: number, room: number): number[] | undefined {
  const free = room - gaps(needs);
  const least = needs.map((need) => need.least * size);
  const wish = needs.map((need) => Math.max(need.wish, need.least) * size);
  if (sum(least) > free) return undefined;
  if (sum(wish) <= free) {
    const extra = Math.min(slack, (free - sum(wish)) / needs.length);
    return wish.map((one) => one + extra);
  }
  // What is left goes to all alike, and none gets more than it wishes.
  const widths = [...least];
  const byWant = needs
    .map((_, index) => ({ index, want: (wish[index] as number) - (least[index] as number) }))
    .sort((a, b) => a.want - b.want);
  let left = free - sum(least);
  byWant.forEach(({ index, want }, done) => {
    const given = Math.min(want, left / (byWant.length - done));
    widths[index] = (least[index] as number) + given;
    left -= given;
  });
  return widths;
}

/** Two columns too wide for any page: both give up the same part. */
function squeeze(needs: readonly ColumnNeed[], size: number, room: number): number[] {
  const factor = (room - gaps(needs)) / sum(needs.map((need) => need.tight * size));
  return needs.map((need) => need.tight * size * factor);
}

const classes: readonly [RegExp, number][] = [
  [/[ \u00a0ijlI.,;:'|!]/, 0.28],
  [/[frt()[\]/J]/, 0.4],
  [/[sxyzvk*-]/, 0.54],
  [/[mwM%W@]/, 0.95],
  [/[A-Z]/, 0.74],
];

/** Width of a text at one point, a little more than the typeface takes. */
export function textEms(text: string): number {
  let ems = 0;
  for (const sign of text) ems += classes.find(([pattern]) => pattern.test(sign))?.[1] ?? 0.63;
  return ems;
}
