import type { Grid, GridCell } from '../read/extract.ts';
import { readNumber } from '../read/public-number.ts';

/** What each column of a table is. */
export interface Columns {
  readonly dimensions: readonly number[];
  /** Columns of values; the name is the measure (in a cross table: the code of `across`). */
  readonly values: readonly number[];
  readonly measure?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly statuses: readonly number[];
  /** The dimension that runs over the columns of a cross table. */
  readonly across?: string;
}

export const totalWords =
  /^(_T|_Z|T|TOT(AL)?|total|jumlah( total)?|semua|seluruh(nya)?|keseluruhan|all|nasional|indonesia)$/i;
const names = {
  measure: /^(measure|ukuran|metrik|metric|indicator|indikator)$/i,
  value: /^(obs_value|value|nilai|angka)$/i,
  lower: /^(lower|low|batas[ _]bawah|ci_low(er)?|lower_limit)$/i,
  upper: /^(upper|high|batas[ _]atas|ci_(high|upper)|upper_limit)$/i,
  status: /^(obs_status|conf_status|status|flag|keterangan)$/i,
  ignored:
    /^(structure|structure_id|action|synthetic|unit|unit_measure|as_of|decimals|mark|note)$/i,
  code: /(^|[_ ])(code|kode|id|year|tahun|month|bulan|quarter|triwulan|periode?|time_period|week|day)$/i,
};

/** Finds the roles by the header and, where it says nothing, by what the cells hold. */
export function columnsOf(
  grid: Grid,
  known: (dimension: string) => Set<string> | undefined,
): Columns {
  const header = grid.header.map((name) => name.trim());
  const find = (pattern: RegExp) => {
    const index = header.findIndex((name) => pattern.test(name));
    return index < 0 ? undefined : index;
  };
  const value = find(names.value);
  const statuses = indices(header, (name) => names.status.test(name));
  const roles = {
    ...optional('measure', find(names.measure)),
    ...optional('lower', find(names.lower)),
    ...optional('upper', find(names.upper)),
    statuses,
  };
  const said = indices(
    header,
    (name, index) =>
      isIgnored(name) ||
      isRelease(grid, name, index) ||
      (known(name) === undefined && isFrequency(grid, name, index)),
  );
  const taken = new Set([...Object.values(roles).flat(), ...said]);
  const free = indices(header, (name, index) => name !== '' && !taken.has(index));
  if (value !== undefined) {
    const dimensions = withoutLabels(
      header,
      free.filter((index) => index !== value),
    );
    return { ...roles, values: [value], dimensions };
  }
  const isDimension = (index: number, position: number) =>
    known(header[index] ?? '') !== undefined ||
    (position === 0 && grid.header[0] !== 'figure') ||
    names.code.test(header[index] ?? '') ||
    !isNumeric(grid, index);
  const texts = free.filter(isDimension);
  const dimensions = withoutLabels(header, texts);
  const values = free.filter((index) => !texts.includes(index));
  const across = acrossOf(header, values, known);
  return { ...roles, dimensions, values, ...(across === undefined ? {} : { across }) };
}

/** The columns are codes of a dimension where one is a total or all are known codes of one. */
function acrossOf(
  header: readonly string[],
  values: readonly number[],
  known: (dimension: string) => Set<string> | undefined,
): string | undefined {
  const codes = values.map((index) => header[index] ?? '');
  if (codes.length < 2) return undefined;
  const all = known('*');
  for (const name of all ?? []) {
    const own = known(name);
    if (own && codes.every((code) => own.has(code) || totalWords.test(code))) return name;
  }
  const total = codes.some((code) => totalWords.test(code));
  return total && codes.length > 2 ? 'column' : undefined;
}

/** `province_label` beside `province` names the same thing twice. */
function withoutLabels(header: readonly string[], columns: readonly number[]): number[] {
  const labels = columns.filter((index) =>
    /(^|[_ ])(label|name|nama|nama_id|label_id|label_en|name_id|name_en)$/i.test(
      header[index] ?? '',
    ),
  );
  return labels.length < columns.length
    ? columns.filter((index) => !labels.includes(index))
    : [...columns];
}

function isNumeric(grid: Grid, index: number): boolean {
  let seen = false;
  for (const row of grid.rows) {
    const cell: GridCell | undefined = row.cells[index];
    const one = readNumber(cell?.text ?? '', grid.numbers);
    if (one === undefined) return false;
    if (one.value !== null || one.atMost !== undefined) seen = true;
  }
  return seen;
}

function isIgnored(name: string): boolean {
  return names.ignored.test(name);
}

/** A column that says of every row alike which release it is of tells no cells apart. */
function isRelease({ rows }: Grid, name: string, index: number): boolean {
  const first = rows[0]?.cells[index]?.text;
  return /^(release|rilis)$/i.test(name) && rows.every(({ cells }) => cells[index]?.text === first);
}

/** The frequency of SDMX (Q, M, A), where each period has but one, tells no cells apart. */
function isFrequency({ header, rows }: Grid, name: string, index: number): boolean {
  const period = header.findIndex((one) => /^(time_)?period$/i.test(one.trim()));
  if (period < 0 || !/^freq(uency)?$/i.test(name)) return false;
  const of = new Map<string, string>();
  return rows.every(({ cells }) => {
    const [code, when] = [cells[index]?.text ?? '', cells[period]?.text ?? ''];
    if (!of.has(when)) of.set(when, code);
    return /^[A-Z]$/.test(code) && of.get(when) === code;
  });
}

function indices(header: readonly string[], want: (name: string, index: number) => boolean) {
  return header.map((_, index) => index).filter((index) => want(header[index] ?? '', index));
}

function optional<K extends string>(key: K, value: number | undefined) {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, number>>;
}
