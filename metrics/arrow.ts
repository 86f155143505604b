import {
  bool,
  type DataType,
  dateDay,
  dictionary,
  float64,
  int32,
  type Table,
  tableFromArrays,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { IsoDate } from '../base/index.ts';
import { type DimensionName, dimensionNames, type MetricRow } from './types.ts';

interface Column {
  name: string;
  type: DataType;
  /** null where the figure has no such thing. */
  cell(row: MetricRow, index: number): unknown;
}

const text = () => dictionary(utf8());
const day = (date: IsoDate) => new Date(`${date}T00:00:00Z`);

// Counts fit 32 bits; 64 would come as BigInt to most readers in JavaScript.
const figureColumns: Column[] = [
  { name: 'value', type: float64(), cell: (row) => row.value },
  { name: 'low', type: float64(), cell: (row) => row.low },
  { name: 'high', type: float64(), cell: (row) => row.high },
  { name: 'numerator', type: float64(), cell: (row) => row.numerator },
  { name: 'denominator', type: float64(), cell: (row) => row.denominator },
  { name: 'n', type: int32(), cell: (row) => row.n },
  { name: 'unit', type: text(), cell: (row) => row.unit },
  { name: 'status', type: text(), cell: (row) => row.status },
  { name: 'provisional', type: bool(), cell: (row) => row.provisional },
  { name: 'as_of', type: dateDay(), cell: (row) => day(row.as_of) },
];

/**
 * Figures as an Arrow table: `metric`, `statistic`, a column per dimension that some row has (null:
 * not part of that figure), `value`, `low`, `high`, `numerator`, `denominator` (float64), `n` (int32),
 * `unit`, `status`, `provisional` (bool), `as_of` (date32). Text is dictionary-encoded. Where rows hold
 * a comparison, its parts follow as `compare_*`.
 * @param dimensions the columns of dimensions, where they shall be the same whatever the rows
 */
export function figureTable(
  rows: readonly MetricRow[],
  dimensions: readonly DimensionName[] = dimensionsOf(rows),
): Table {
  const columns: Column[] = [
    { name: 'metric', type: text(), cell: (row) => row.metric },
    { name: 'statistic', type: text(), cell: (row) => row.statistic },
    ...dimensions.map((name) => ({
      name,
      type: text(),
      cell: (row: MetricRow) => row.dims[name] ?? null,
    })),
    ...figureColumns,
    ...comparisonColumns(rows),
  ];
  const arrays = columns.map(({ name, cell }): [string, unknown[]] => [name, rows.map(cell)]);
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]));
  return tableFromArrays(arrays, { types });
}

/**
 * The same table in the Arrow IPC file format, as pyarrow, R's arrow, DuckDB and browsers read it
 * (`pyarrow.ipc.open_file`). The same rows give the same bytes.
 */
export function figureIpc(
  rows: readonly MetricRow[],
  dimensions?: readonly DimensionName[],
): Uint8Array {
  return tableToIPC(figureTable(rows, dimensions), { format: 'file' }) as Uint8Array;
}

function dimensionsOf(rows: readonly MetricRow[]): DimensionName[] {
  const used = new Set(rows.flatMap((row) => Object.keys(row.dims)));
  return dimensionNames.filter((name) => used.has(name));
}

/** Parts of a comparison that are no numbers. */
const comparedTypes: Partial<Record<string, () => DataType>> = {
  with: text,
  withheld: text,
  base_status: text,
  base_as_of: dateDay,
  test: text,
  clear: bool,
  adjusted_method: text,
  adjusted_standard: text,
  funnel_beyond: text,
  funnel_side: text,
};

/** `base.value` of a comparison becomes `compare_base_value`. */
function comparisonColumns(rows: readonly MetricRow[]): Column[] {
  const flats = rows.map((row) => flat(row.comparison));
  const names = new Set(flats.flatMap((cells) => Object.keys(cells)));
  return [...names].map((name) => {
    const type = comparedTypes[name]?.() ?? float64();
    return {
      name: `compare_${name}`,
      type,
      cell(_, index) {
        const cell = flats[index]?.[name] ?? null;
        return name === 'base_as_of' && cell !== null ? day(String(cell)) : cell;
      },
    };
  });
}

/** Nested names joined by `_`; what is undefined is null. */
function flat(value: object | undefined, prefix = ''): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [name, cell] of Object.entries(value ?? {})) {
    const whole = prefix + name;
    if (typeof cell === 'object' && cell !== null) Object.assign(cells, flat(cell, `${whole}_`));
    else cells[whole] = cell ?? null;
  }
  return cells;
}
