import type { DimensionName, Dims, FigureStatus, MetricRow, Unit } from '../metrics/index.ts';
import { type Cell, type Session, sqlString } from '../warehouse/index.ts';
import type { StoredFigure } from './types.ts';

/** The columns of dimensions in a release's tables, in their order. */
export const figureDimensions = [
  'quarter',
  'month',
  'province',
  'regency',
  'sex',
  'age_band',
  'disability',
  'category',
  'classification',
  'channel',
  'anonymity',
  'agency',
  'agency_type',
  'coordinator',
  'reason',
  'status',
  'field',
  'day',
] as const satisfies readonly DimensionName[];

/** The state of a report has a column's name of its own: `status` is that of the figure. */
const columnOf = (dimension: string) => (dimension === 'status' ? 'report_status' : dimension);
export const dimensionColumns: ReadonlyMap<string, DimensionName> = new Map<string, DimensionName>(
  figureDimensions.map((dimension) => [columnOf(dimension), dimension]),
);
const texts = ['id', 'metric', 'statistic', ...dimensionColumns.keys()];
const decimals = ['value', 'low', 'high'];
const wholes = ['numerator', 'denominator', 'n'];
const columns = [...texts, ...decimals, ...wholes, 'unit', 'status', 'provisional', 'as_of'];
/** The columns of a file of figures, in their order. */
export const figureColumns: readonly string[] = columns;

function columnType(name: string): string {
  if (decimals.includes(name)) return 'decimal(18, 6)';
  if (wholes.includes(name)) return 'bigint';
  if (name === 'provisional') return 'boolean';
  return name === 'as_of' ? 'date' : 'varchar';
}

/**
 * Writes figures, sorted by id, as one Parquet file. The same figures give the same bytes: the
 * session must have one thread.
 */
export async function writeFigures(
  session: Session,
  file: string,
  figures: readonly StoredFigure[],
): Promise<void> {
  await session.run(
    `create or replace temp table figure (${columns.map((name) => `${name} varchar`).join(', ')})`,
  );
  const text = (value: string | number | boolean | null | undefined) =>
    value === null || value === undefined ? null : String(value);
  const decimal = (value: number | null) => (value === null ? null : value.toFixed(6));
  await session.appendText(
    'figure',
    columns.map((name) => {
      if (decimals.includes(name)) {
        return figures.map((figure) => decimal(figure[name as 'value']));
      }
      const dimension = dimensionColumns.get(name);
      if (dimension) return figures.map((figure) => text(figure.dims[dimension]));
      return figures.map((figure) => text(figure[name as 'metric']));
    }),
  );
  const typed = columns.map((name) => `cast(${name} as ${columnType(name)}) as ${name}`);
  await session.run(
    `copy (select ${typed.join(', ')} from figure order by id) to ${sqlString(file)} (format parquet)`,
  );
}

/** Reads a file of figures back, in order of id; older files lack the newer dimensions. */
export async function readFigures(session: Session, file: string): Promise<StoredFigure[]> {
  const figures: StoredFigure[] = [];
  const source = `read_parquet(${sqlString(file)})`;
  const there = await session.rows<{ column_name: string }>(`describe select * from ${source}`);
  const kept = columns.filter((name) => there.some(({ column_name }) => column_name === name));
  const sql = `select ${kept.map(readable).join(', ')} from ${source} order by id`;
  for await (const chunk of session.chunks(sql)) {
    const column = Object.fromEntries(kept.map((name, index) => [name, chunk[index] as Cell[]]));
    const length = chunk[0]?.length ?? 0;
    for (let row = 0; row < length; row++) figures.push(figureOf(column, row));
  }
  return figures;
}

/** Decimals and days in the shape that JavaScript has them. */
function readable(name: string): string {
  if (decimals.includes(name)) return `cast(${name} as double) as ${name}`;
  return name === 'as_of' ? 'cast(as_of as varchar) as as_of' : name;
}

function figureOf(column: Record<string, Cell[]>, row: number): StoredFigure {
  const cell = (name: string) => column[name]?.[row] as Cell;
  const number = (name: string) => cell(name) as number | null;
  const dims: Dims = {};
  for (const [name, dimension] of dimensionColumns) {
    const code = cell(name);
    if (code !== null && code !== undefined) dims[dimension] = String(code);
  }
  const figure: MetricRow = {
    metric: String(cell('metric')),
    statistic: String(cell('statistic')),
    dims,
    value: number('value'),
    low: number('low'),
    high: number('high'),
    numerator: number('numerator'),
    denominator: number('denominator'),
    n: number('n') ?? 0,
    unit: cell('unit') as Unit,
    status: cell('status') as FigureStatus,
    provisional: cell('provisional') === true,
    as_of: String(cell('as_of')),
  };
  return { id: String(cell('id')), ...figure };
}
