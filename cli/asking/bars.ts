import type { MetricRow as Figure } from '../../metrics/index.ts';
import { blocks } from './arrange.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of `part` (0 to 1) of `width` characters, in eighths; something is seen wherever there is something. */
export function bar(part: number, width: number): string {
  const units = Math.round(Math.min(1, Math.max(0, part)) * width * 8);
  const shown = part > 0 ? Math.max(1, units) : 0;
  return '█'.repeat(Math.floor(shown / 8)) + eighths[shown % 8];
}

/**
 * What fills a figure's bar: of shares the whole is 100 %, of all else the largest figure of the same
 * statistic. A figure without a value has no bar.
 * @returns by row a number from 0 to 1
 */
export function barParts(rows: readonly Figure[]): Map<Figure, number> {
  const parts = new Map<Figure, number>();
  for (const block of blocks(rows)) {
    const most =
      block[0]?.unit === 'share' ? 1 : Math.max(0, ...block.map((row) => row.value ?? 0));
    if (most === 0 || block.length < 2) continue;
    for (const row of block) if (row.value !== null) parts.set(row, row.value / most);
  }
  return parts;
}
