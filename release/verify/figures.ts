import { figureContent } from '../figure-content.ts';
import type { StoredFigure, TableName } from '../types.ts';
import type { Problem } from './problems.ts';

export interface PartFigures {
  folder: string;
  tables: ReadonlyMap<TableName, readonly StoredFigure[]>;
}

/** Ids that say one thing in one table or part of a version and another in the next. */
export function checkOneValue(parts: readonly PartFigures[]): Problem[] {
  const seen = new Map<string, { place: string; figure: StoredFigure }>();
  const problems: Problem[] = [];
  for (const { folder, tables } of parts) {
    for (const [table, figures] of tables) {
      const place = `${folder}/${table}`;
      for (const figure of figures) {
        const other = seen.get(figure.id);
        if (!other) seen.set(figure.id, { place, figure });
        else if (figureContent(other.figure) !== figureContent(figure)) {
          problems.push({
            key: 'release.verify.two-values',
            params: {
              ...{ id: figure.id, a: said(other.figure.value), b: said(figure.value) },
              ...{ first: other.place, second: place },
            },
          });
        }
      }
    }
  }
  return problems;
}

/** A value as a message shows it: as it is stored, never rounded. */
export function said(value: number | null | undefined): string {
  return value === null || value === undefined ? '...' : String(value);
}
