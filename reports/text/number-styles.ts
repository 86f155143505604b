import type { Figure } from '../../release/index.ts';

/** How a number of each unit looks in a cell of a workbook. */
export const numberStyles = {
  reports: 'whole',
  forwardings: 'whole',
  bodies: 'whole',
  share: 'percent',
  working_days: 'whole',
  per_100k: 'decimal',
  score: 'decimal',
} as const satisfies Record<Figure['unit'], string>;
