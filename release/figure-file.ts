import type { DimensionName, Dims, FigureStatus, MetricRow, Unit } from '../metrics/index.ts';
import { type Cell, type Session, sqlString } from '../warehouse/index.ts';
import { type ColumnType, readable, textOf, writeColumns } from './row-file.ts';
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
const types: Readonly<Record<string, ColumnType>> = {
  ...ofType('varchar', ['id', 'metric', 'statistic', ...dimensionColumns.keys()]),
  ...ofType('decimal(18, 6)', ['value', 'low', 'high']),
  ...ofType('bigint', ['numerator', 'denominator', 'n']),
  ...ofType('varchar', ['unit', 'status']),
  provisional: 'boolean',
  as_of: 'date',
};
/** The columns of a file of figures, in their order. */
export const figureColumns: readonly string[] = Object.keys(types);

function ofType(type: ColumnType, names: readonly string[]): Record<string, ColumnType> {
  return Object.fromEntries(names.map((name) => [name, type]));
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
  const columns = Object.entries(types).map(([name, type]) => {
    const dimension = dimensionColumns.get(name);
    return figures.map((figure) =>
      textOf(dimension ? figure.dims[dimension] : figure[name as 'metric'], type),
    );
  });
  await writeColumns(session, file, types, columns, 'id');
}

/** Reads a file of figures back, in order of id; older files lack the newer dimensions. */
export async function readFigures(session: Session, file: string): Promise<StoredFigure[]> {
  const figures: StoredFigure[] = [];
  const source = `read_parquet(${sqlString(file)})`;
  const there = await session.rows<{ column_name: string }>(`describe select * from ${source}`);
  const kept = figureColumns.filter((name) => there.some((one) => one.column_name === name));
  const select = kept.map((name) => readable(name, types[name] as ColumnType));
  const sql = `select ${select.join(', ')} from ${source} order by id`;
  for await (const chunk of session.chunks(sql)) {
    const column = Object.fromEntries(kept.map((name, index) => [name, chunk[index] as Cell[]]));
    const length = chunk[0]?.length ?? 0;
    for (let row = 0; row < length; row++) figures.push(figureOf(column, row));
  }
  return figures;
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
