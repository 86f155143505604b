import type { Extract, Grid, GridCell, GridRow } from '../read/extract.ts';
import { readNumber } from '../read/public-number.ts';
import { type Columns, columnsOf } from './columns.ts';
import type { Limit, Observation, Place } from './observation.ts';
import { type PublicStructure, periodName } from './structure.ts';

/** Every statement of every table of the folder. */
export function observe(
  extract: Extract,
  releaseOf: (file: string) => string,
  structureOf: (release: string) => PublicStructure | undefined,
): Observation[] {
  return extract.grids.flatMap((raw, index) => {
    const release = releaseOf(raw.file);
    const structure = structureOf(release);
    const grid = { ...raw, header: raw.header.map((name) => dimensionName(name, structure)) };
    const known = (name: string) =>
      name === '*' ? structure?.names : structure?.dimension(name)?.codeSet;
    const columns = columnsOf(grid, known);
    const period = periodOf(grid, columns, release);
    const found = grid.rows.flatMap((row, line) =>
      observeRow(grid, columns, row).map(
        ({ fromId, ...one }): Observation => ({
          ...one,
          at: plainPeriods(period === undefined || fromId ? one.at : { ...one.at, period }, known),
          release,
          grid: index,
          row: line,
        }),
      ),
    );
    return withOneCount(found);
  });
}

/** SDMX writes dimensions in capitals, and the period its own way. */
function dimensionName(name: string, structure: PublicStructure | undefined): string {
  const plain = name.trim().toLowerCase();
  const names = [...(structure?.names ?? [])];
  if (names.includes(name)) return name;
  const same = names.find((one) => one.toLowerCase() === plain);
  return same ?? (plain === 'time_period' && names.includes('period') ? 'period' : name);
}

/** SDMX writes `2026-Q3` for what others call `2026Q3`: the code is the one that the structure has. */
function plainPeriods(at: Place, known: (name: string) => Set<string> | undefined): Place {
  const { period } = at;
  const parts = period === undefined ? null : /^(\d{4})-?([QS]\d)$/.exec(period);
  const codes = known('period');
  if (!parts || !codes || codes.has(period as string)) return at;
  const [, year = '', part = ''] = parts;
  const code = [year + part, `${year}-${part}`].find((one) => codes.has(one));
  return code === undefined ? at : { ...at, period: code };
}

/** A table that has one count calls it by whatever name; across tables it is the same count. */
function withOneCount(found: Observation[]): Observation[] {
  const names = new Set(found.map(({ measure }) => measure).filter((name) => counting.test(name)));
  if (names.size !== 1) return found;
  return found.map((one) => (names.has(one.measure) ? { ...one, measure: 'count' } : one));
}

const counting =
  /^(count|n|freq|jumlah|total|complaints?|reports?|laporan|pengaduan|aduan|cases|kasus|received(\.count)?)$/i;

type Part = Omit<Observation, 'release' | 'grid' | 'row'> & { fromId: boolean };

function observeRow(grid: Grid, columns: Columns, row: GridRow): Part[] {
  const textAt = (index: number | undefined) =>
    index === undefined ? '' : (row.cells[index]?.text ?? '').trim();
  const at: Record<string, string> = {};
  for (const index of columns.dimensions) {
    const code = textAt(index);
    at[grid.header[index]?.trim() ?? ''] = code === '' ? '_T' : code;
  }
  const status = columns.statuses.map(textAt).filter(Boolean).join(' ');
  const parts: Part[] = [];
  for (const index of columns.values) {
    const cell = row.cells[index] ?? { text: '' };
    const name = grid.header[index]?.trim() ?? '';
    const measure =
      columns.across === undefined ? textAt(columns.measure) || valueName(name) : 'count';
    const own = columns.across === undefined ? at : { ...at, [columns.across]: name };
    const part = partOf(grid, row, cell, measure, own, status);
    if (part === undefined) continue;
    const lower = limit(textAt(columns.lower), grid);
    const upper = limit(textAt(columns.upper), grid);
    // Limits without a value are a band.
    const limits =
      part.value === null
        ? {
            ...(lower ? { atLeast: lower.value } : {}),
            ...(upper ? { atMost: upper.value } : {}),
          }
        : { ...(lower ? { lower } : {}), ...(upper ? { upper } : {}) };
    parts.push({ ...part, ...limits });
  }
  return parts;
}

function partOf(
  grid: Grid,
  row: GridRow,
  cell: GridCell,
  measure: string,
  at: Record<string, string>,
  status: string,
): Part | undefined {
  const one = readNumber(cell.text, grid.numbers);
  const figure = cell.id === undefined ? undefined : readFigureId(cell.id);
  if (one === undefined && figure === undefined) return undefined;
  const impossible = /(^|\s)M(\s|$)/.test(status);
  const hidden = one === undefined || /(^|\s)Q(\s|$)/.test(status);
  return {
    file: grid.file,
    place: row.place,
    measure: figure?.measure ?? measure,
    at: figure?.at ?? at,
    fromId: figure !== undefined,
    value: impossible ? 0 : hidden ? null : one.value,
    decimals: one?.decimals ?? 0,
    percent: one?.percent ?? false,
    impossible,
    status,
    ...(one?.atMost === undefined ? {} : { atMost: one.atMost }),
    ...(one?.atLeast === undefined ? {} : { atLeast: one.atLeast }),
    ...(cell.colour === undefined ? {} : { colour: cell.colour }),
    notes: cell.notes ?? [],
  };
}

/** `2026Q3/v1/received.count?province=35&sex=f`: the measure is a count's metric or `metric.statistic`. */
function readFigureId(id: string) {
  const found = /^(?:(\d{4}(?:Q[1-4])?)\/)?(?:v\d+\/)?([\w.]+)(?:\?(.*))?$/.exec(id);
  if (!found) return undefined;
  const at: Record<string, string> = {};
  if (found[1]) at.period = found[1];
  for (const pair of found[3]?.split('&') ?? []) {
    const [name = '', code = ''] = pair.split('=').map(decodeURIComponent);
    at[name] = code;
  }
  return { measure: found[2] ?? '', at };
}

const plainValue = /^(obs_value|value|nilai|angka|figure)$/i;

function valueName(header: string): string {
  return plainValue.test(header) ? 'count' : header;
}

function limit(text: string, grid: Grid): Limit | undefined {
  const one = text === '' ? undefined : readNumber(text, grid.numbers);
  return one?.value == null ? undefined : { value: one.value, decimals: one.decimals };
}

/** The quarter in a release's folder is a coordinate of tables that have none of their own. */
function periodOf(grid: Grid, columns: Columns, release: string): string | undefined {
  const has = columns.dimensions.some((index) => periodName.test(grid.header[index]?.trim() ?? ''));
  if (has) return undefined;
  return /(?:^|\/)(\d{4}-?Q[1-4])(?:\/|$)/.exec(release)?.[1];
}

/** A release is a folder named as a version or a period, or one that holds structure.json; else all is one. */
export function releaseFinder(files: readonly string[]): (file: string) => string {
  const roots = new Set(
    files.filter((file) => /(^|\/)structure\.json$/.test(file)).map((file) => folderOf(file)),
  );
  return (file) => {
    const parts = folderOf(file).split('/').filter(Boolean);
    for (let depth = parts.length; depth > 0; depth--) {
      const name = parts[depth - 1] ?? '';
      if (/^v\d+$|^\d{4}-?Q[1-4](-v\d+)?$/.test(name)) return parts.slice(0, depth).join('/');
      const folder = parts.slice(0, depth).join('/');
      if (roots.has(folder)) return folder;
    }
    return '';
  };
}

function folderOf(file: string): string {
  return file.split('/').slice(0, -1).join('/');
}
