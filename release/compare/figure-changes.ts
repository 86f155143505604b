import path from 'node:path';
import { type Session, sqlString } from '../../warehouse/index.ts';
import { dimensionColumns, figureColumns } from '../figure-file.ts';
import { monthsOf } from '../spans.ts';
import { type Manifest, tableNames } from '../types.ts';
import type { Side } from './side.ts';

const columns = [...dimensionColumns.keys()];

/** A figure's value and what belongs to it: where one of these differs, another thing is said. */
const content = ['value', 'low', 'high', 'numerator', 'denominator', 'n', 'status', 'provisional'];

/** Tables of figures and the manifest that lists them. */
export type Figures = Pick<Side, 'folder'> & {
  manifest: Pick<Manifest, 'period' | 'files'>;
};

export interface FigureCounts {
  /** Their value differs. */
  moved: number;
  /** The value is the same; the count, the interval or the status is not. */
  otherwise: number;
  added: number;
  removed: number;
  same: number;
  /** Of periods or groups that only one of the two speaks of. */
  only_before: number;
  only_now: number;
}

/**
 * Makes the table `figure_change`: every figure that two releases say otherwise, with `change`
 * (`moved`, `otherwise`, `added`, `removed`), the ids and all values before and now. A figure is the
 * same by what it is, not by its id: that of the second quarter in the release of the third is compared
 * with that in its own.
 * @param quarter only figures of this quarter and its months
 */
export async function figureChanges(
  session: Session,
  before: Figures,
  now: Figures,
  quarter?: string,
): Promise<FigureCounts> {
  await readSide(session, 'figure_before', before, quarter);
  await readSide(session, 'figure_now', now, quarter);
  const dims = ['metric', 'statistic', 'unit', ...columns];
  const differs = content.map((name) => `b.${name} is distinct from n.${name}`).join(' or ');
  await session.run(`
    create or replace temp table joined as
    select ${dims.map((name) => `coalesce(n.${name}, b.${name}) as ${name}`).join(', ')},
      b.id as id_before, n.id as id_now,
      ${[...content, 'as_of'].map((name) => `b.${name} as ${name}_before, n.${name} as ${name}_now`).join(', ')},
      case when b.id is null then 'added' when n.id is null then 'removed'
        when b.value is distinct from n.value then 'moved'
        when ${differs} then 'otherwise' else 'same' end as change,
      coalesce(n.shape, b.shape) as shape
    from figure_before as b full join figure_now as n on b.key = n.key`);
  // Between quarters a figure is missing only where the other release speaks of its like (same kind,
  // same period), and it is not of a group in which nothing was counted.
  const ownPeriod = before.manifest.period === now.manifest.period;
  await session.run(`
    create or replace temp table figure_change as
    select *, cast(value_now - value_before as decimal(18, 6)) as difference
    from joined where change in ('moved', 'otherwise')
      or (change in ('added', 'removed') and (${ownPeriod}
        or coalesce(n_now, n_before) > 0 and shape in (select shape from figure_before intersect select shape from figure_now)))`);
  const count = await session.row<FigureCounts>(`
    with told as (select change from figure_change), every as (select change from joined)
    select
      (select count(*) from told where change = 'moved') as moved,
      (select count(*) from told where change = 'otherwise') as otherwise,
      (select count(*) from told where change = 'added') as added,
      (select count(*) from told where change = 'removed') as removed,
      (select count(*) from every where change = 'same') as same,
      (select count(*) from every where change = 'removed')
        - (select count(*) from told where change = 'removed') as only_before,
      (select count(*) from every where change = 'added')
        - (select count(*) from told where change = 'added') as only_now`);
  await session.run(`drop table joined`);
  return count as FigureCounts;
}

/** Every figure once; a figure may stand in several tables, and is the same in all. */
async function readSide(
  session: Session,
  name: string,
  { folder, manifest }: Figures,
  only: string | undefined,
): Promise<void> {
  const files = tableNames
    .map((table) => `${table}.parquet`)
    .filter((file) => manifest.files.some((one) => one.name === file))
    .map((file) => sqlString(path.join(folder, file)));
  const source = `read_parquet([${files.join(', ')}], union_by_name = true)`;
  const there = await session.rows<{ column_name: string }>(`describe select * from ${source}`);
  // Older files lack the newer dimensions.
  const typed = figureColumns.map((column) =>
    there.some(({ column_name }) => column_name === column)
      ? `any_value(${column}) as ${column}`
      : `cast(null as varchar) as ${column}`,
  );
  const shape = columns
    .filter((column) => column !== 'quarter' && column !== 'month')
    .map((column) => `case when ${column} is not null then '${column}' end`);
  const key = ['metric', 'statistic', ...columns.map((column) => `coalesce(${column}, '')`)];
  await session.run(`
    create or replace temp table ${name} as
    select *, concat_ws(chr(31), ${key.join(', ')}) as key,
      concat_ws(',', metric, statistic, coalesce(quarter, month), ${shape.join(', ')}) as shape
    from (select ${typed.filter((one) => !one.endsWith(' as id')).join(', ')}, id
      from ${source} ${only === undefined ? '' : `where ${ofQuarter(only)}`} group by id)`);
}

function ofQuarter(quarter: string): string {
  const months = monthsOf(quarter).map(sqlString);
  return `(quarter = ${sqlString(quarter)} or month in (${months.join(', ')}))`;
}
