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
  'reason',
  'field',
  'day',
] as const satisfies readonly DimensionName[];

const texts = ['id', 'metric', 'statistic', ...figureDimensions];
const decimals = ['value', 'low', 'high'];
const wholes = ['numerator', 'denominator', 'n'];
const columns = [...texts, ...decimals, ...wholes, 'unit', 'status', 'provisional', 'as_of'];

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
      if ((figureDimensions as readonly string[]).includes(name)) {
        return figures.map((figure) => text(figure.dims[name as DimensionName]));
      }
      return figures.map((figure) => text(figure[name as 'metric']));
    }),
  );
  const typed = columns.map((name) => `cast(${name} as ${columnType(name)}) as ${name}`);
  await session.run(
    `copy (select ${typed.join(', ')} from figure order by id) to ${sqlString(file)} (format parquet)`,
  );
}

/** Reads a file of figures back, in order of id. */
export async function readFigures(session: Session, file: string): Promise<StoredFigure[]> {
  const figures: StoredFigure[] = [];
  const sql = `select ${columns.map(readable).join(', ')} from read_parquet(${sqlString(file)}) order by id`;
  for await (const chunk of session.chunks(sql)) {
    const column = Object.fromEntries(columns.map((name, index) => [name, chunk[index] as Cell[]]));
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
  for (const name of figureDimensions) {
    const code = cell(name);
    if (code !== null) dims[name] = String(code);
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
