import type { Grid, GridRow, Metadata } from './extract.ts';

type Flat = Record<string, string | number | boolean | null>;

/** Every array of flat objects is a table; the document as a whole is metadata where it has none. */
export function readJson(file: string, value: unknown): { grids: Grid[]; metadata: Metadata[] } {
  const grids: Grid[] = [];
  const rest = cut(value, '$', (name, rows) => grids.push(gridOf(file, name, rows)));
  const holds = rest !== undefined && !(Array.isArray(rest) && rest.length === 0);
  return { grids, metadata: holds ? [{ file, value: rest }] : [] };
}

/** The document without its tables, each of which is handed over with the path to it. */
function cut(value: unknown, path: string, take: (name: string, rows: Flat[]) => void): unknown {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isFlat) && hasNumbers(value)) {
      take(path, value);
      return undefined;
    }
    return value.map((item, index) => cut(item, `${path}[${index}]`, take));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, cut(item, `${path}.${key}`, take)]),
  );
}

function isFlat(value: unknown): value is Flat {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((item) => typeof item !== 'object' || item === null)
  );
}

/** A list of files or of columns holds descriptions; a table holds numbers beside codes. */
function hasNumbers(rows: Flat[]): boolean {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const described = ['path', 'href', 'url', 'sha256', 'hash', 'format', 'type', 'bytes'];
  if (described.some((name) => names.has(name))) return false;
  const numeric = rows.filter((row) =>
    Object.values(row).some((item) => typeof item === 'number' || item === null),
  );
  return numeric.length > 0 && rows.some((row) => Object.values(row).some(isText));
}

function isText(item: unknown): boolean {
  return typeof item === 'string';
}

function gridOf(file: string, name: string, rows: Flat[]): Grid {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    file,
    name,
    numbers: 'raw',
    header,
    rows: rows.map(
      (row, index): GridRow => ({
        place: `${name}[${index}]`,
        cells: header.map((key) => ({ text: row[key] == null ? '' : String(row[key]) })),
      }),
    ),
  };
}
