import type { CompareMode, TestName, Withheld } from '../metrics/index.ts';
import { type Cell, type Session, sqlString } from '../warehouse/index.ts';
import type { KeyedComparison } from './comparisons.ts';
import { figureId } from './figure-id.ts';
import type { StoredComparison } from './types.ts';

export const comparisonFile = 'comparison.parquet';

const columns = {
  id: 'varchar',
  figure_id: 'varchar',
  base_id: 'varchar',
  compare: 'varchar',
  withheld: 'varchar',
  base_value: 'decimal(18, 6)',
  base_low: 'decimal(18, 6)',
  base_high: 'decimal(18, 6)',
  base_n: 'bigint',
  base_as_of: 'date',
  difference: 'decimal(18, 6)',
  low: 'decimal(18, 6)',
  high: 'decimal(18, 6)',
  ratio: 'decimal(18, 6)',
  ratio_low: 'decimal(18, 6)',
  ratio_high: 'decimal(18, 6)',
  test: 'varchar',
  design_effect: 'decimal(18, 6)',
  df: 'decimal(18, 6)',
  p: 'decimal(18, 6)',
  q: 'decimal(18, 6)',
  clear: 'boolean',
  fcr_low: 'decimal(18, 6)',
  fcr_high: 'decimal(18, 6)',
  family: 'bigint',
  novel: 'boolean',
} as const satisfies Record<keyof StoredComparison, string>;
const names = Object.keys(columns) as (keyof StoredComparison)[];

/** A comparison as its file holds it, under the ids of a release's version. */
export function storedComparison(
  period: string,
  version: number,
  comparison: KeyedComparison,
): StoredComparison {
  const id = (key: string) => figureId(period, version, key);
  const { base, key, figure, base_figure, with: compare, ...rest } = comparison;
  return {
    ...rest,
    compare,
    id: id(key),
    figure_id: id(figure),
    base_id: base_figure === null ? null : id(base_figure),
    base_value: base.value,
    base_low: base.low,
    base_high: base.high,
    base_n: base.n,
    base_as_of: base.as_of,
  };
}

/** Writes comparisons in order of id as one Parquet file; the session must have one thread. */
export async function writeComparisons(
  session: Session,
  file: string,
  comparisons: readonly StoredComparison[],
): Promise<void> {
  await session.run(
    `create or replace temp table comparison (${names.map((name) => `"${name}" varchar`).join(', ')})`,
  );
  const text = (value: string | number | boolean | null) =>
    value === null ? null : typeof value === 'number' ? decimal(value) : String(value);
  await session.appendText(
    'comparison',
    names.map((name) => comparisons.map((one) => text(one[name]))),
  );
  const typed = names.map((name) => `cast("${name}" as ${columns[name]}) as "${name}"`);
  await session.run(
    `copy (select ${typed.join(', ')} from comparison order by id) to ${sqlString(file)} (format parquet)`,
  );
}

const decimal = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(6));

/** What a comparison's file says of it, in one text: equal text, equal comparison. */
export function comparisonContent(one: StoredComparison): string {
  const held = names.map((name) => {
    const value = one[name];
    return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(6)) : value;
  });
  return JSON.stringify(held);
}

/** Reads them back, in order of id. */
export async function readComparisons(session: Session, file: string): Promise<StoredComparison[]> {
  const select = names.map((name) => {
    if (columns[name].startsWith('decimal')) return `cast("${name}" as double) as "${name}"`;
    return name === 'base_as_of' ? `cast(base_as_of as varchar) as base_as_of` : `"${name}"`;
  });
  const rows = await session.rows<Record<keyof StoredComparison, Cell>>(
    `select ${select.join(', ')} from read_parquet(${sqlString(file)}) order by id`,
  );
  return rows.map((row) => ({
    ...(row as unknown as StoredComparison),
    compare: row.compare as CompareMode,
    withheld: row.withheld as Withheld | null,
    test: row.test as TestName | null,
  }));
}
