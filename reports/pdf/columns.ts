/** What a column of a table needs, in points at the table's size of text. */
export interface ColumnNeed {
  /** Under this, words or figures would be cut. */
  least: number;
  /** With this, it reads well. */
  wish: number;
}

export interface ColumnPlan {
  widths: number[];
  /** Points. */
  size: number;
  /** Even the smallest text does not fit upright. */
  landscape: boolean;
}

/** Between columns, in points. */
export const gutter = 9;
const sizes = [8.5, 8];
/** How much wider than its wish a column may become where the page has room. */
const slack = 26;

/**
 * Widths of a table's columns: what each wishes where there is room, else what each needs and a part
 * of what is left; smaller text, then a page on its side, where that is not enough.
 * @param needs at a text of one point
 * @param room width of the page's text in points, upright and on its side
 */
export function planColumns(
  needs: readonly ColumnNeed[],
  room: { upright: number; landscape: number },
): ColumnPlan {
  for (const size of sizes) {
    const widths = fit(needs, size, room.upright);
    if (widths) return { widths, size, landscape: false };
  }
  const size = sizes.at(-1) as number;
  const widths = fit(needs, size, room.landscape) ?? squeeze(needs, size, room.landscape);
  return { widths, size, landscape: true };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const gaps = (needs: readonly unknown[]) => gutter * Math.max(0, needs.length - 1);

function fit(needs: readonly ColumnNeed[], size: number, room: number): number[] | undefined {
  const free = room - gaps(needs);
  const least = needs.map((need) => need.least * size);
  const wish = needs.map((need) => Math.max(need.wish, need.least) * size);
  if (sum(least) > free) return undefined;
  if (sum(wish) <= free) {
    const extra = Math.min(slack, (free - sum(wish)) / needs.length);
    return wish.map((one) => one + extra);
  }
  const wanted = sum(wish) - sum(least);
  const share = wanted > 0 ? (free - sum(least)) / wanted : 0;
  return least.map((one, index) => one + ((wish[index] as number) - one) * share);
}

/** Too wide for any page: every column gives up the same part. */
function squeeze(needs: readonly ColumnNeed[], size: number, room: number): number[] {
  const factor = (room - gaps(needs)) / sum(needs.map((need) => need.least * size));
  return needs.map((need) => need.least * size * factor);
}

/** Width of a text at one point, a little more than the typeface takes. */
export function textEms(text: string): number {
  let ems = 0;
  for (const sign of text) {
    if (/[ilIj.,;:'|!()\u00a0 ]/.test(sign)) ems += 0.34;
    else if (/[mwMW%@]/.test(sign)) ems += 0.92;
    else if (/[A-Z]/.test(sign)) ems += 0.7;
    else ems += 0.62;
  }
  return ems;
}
