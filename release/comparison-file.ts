import type { Session } from '../warehouse/index.ts';
import type { KeyedComparison } from './comparisons.ts';
import { figureId } from './figure-id.ts';
import { type RowTypes, readRows, writeRows } from './row-file.ts';
import type { StoredComparison } from './types.ts';

export const comparisonFile = 'comparison.parquet';

const types: RowTypes<StoredComparison> = {
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
};
const names = Object.keys(types) as (keyof StoredComparison)[];

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
  await writeRows(session, file, types, comparisons, 'id');
}

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
  return await readRows(session, file, types, 'id');
}
