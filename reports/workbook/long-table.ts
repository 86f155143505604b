import { type Figure, type Release, type TableName, tableNames } from '../../release/index.ts';

export type Dimension = keyof Figure['dims'];

/** The figures of a release, each once: where they stand, and the dimensions that some of them have. */
export interface LongTable {
  /** By id, in the order of the release's tables. */
  tablesOf: ReadonlyMap<string, TableName[]>;
  /** Times first, the day of a curve last. */
  dimensions: Dimension[];
}

export const times: readonly Dimension[] = ['quarter', 'month', 'year'];

export function longTable(release: Release): LongTable {
  const tablesOf = new Map<string, TableName[]>();
  const used = new Set<Dimension>();
  for (const table of tableNames) {
    for (const { id, dims } of release.rows(table)) {
      const tables = tablesOf.get(id);
      if (tables) tables.push(table);
      else tablesOf.set(id, [table]);
      for (const name in dims) used.add(name as Dimension);
    }
  }
  const rank = (name: Dimension) => {
    const place = times.indexOf(name);
    return place >= 0 ? place : name === 'day' ? 99 : 9;
  };
  const dimensions = [...used].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return { tablesOf, dimensions };
}

/** The figures one by one, as they are asked for. */
export function* eachFigure({ tablesOf }: LongTable, release: Release): Generator<Figure> {
  for (const id of tablesOf.keys()) yield release.figure(id);
}
