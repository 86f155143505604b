import { type Session, sqlString } from '../../warehouse/index.ts';
import { dimensionColumns } from '../figure-file.ts';
import { type RowTypes, readRows } from '../row-file.ts';

/** Beside the tables of a release: what it says otherwise than the releases before it. */
export const revisionFile = 'revision.parquet';

type RevisionChange = 'moved' | 'otherwise' | 'added' | 'removed';

/** A figure that an earlier release sealed otherwise. */
export interface Revision {
  /** The release that sealed it: `2026Q2` and 1. */
  period: string;
  version: number;
  /** Its id there; null where it was not sealed then. */
  id: string | null;
  /** Its id here; null where it is no longer shown. */
  id_now: string | null;
  metric: string;
  statistic: string;
  unit: string;
  /** `otherwise`: the value stands, a count, an interval or a status does not. */
  change: RevisionChange;
  published: number | null;
  now: number | null;
  difference: number | null;
  n_published: number | null;
  n_now: number | null;
  status_published: string | null;
  status_now: string | null;
  as_of_published: string | null;
  as_of_now: string | null;
  /** Reports of its group that came late, changed or are gone; null where that is not known. */
  late: number | null;
  changed: number | null;
  deleted: number | null;
  /** With commas. */
  why: string;
}

const types: RowTypes<Revision> = {
  period: 'varchar',
  version: 'bigint',
  id: 'varchar',
  id_now: 'varchar',
  metric: 'varchar',
  statistic: 'varchar',
  unit: 'varchar',
  change: 'varchar',
  published: 'decimal(18, 6)',
  now: 'decimal(18, 6)',
  difference: 'decimal(18, 6)',
  n_published: 'bigint',
  n_now: 'bigint',
  status_published: 'varchar',
  status_now: 'varchar',
  as_of_published: 'date',
  as_of_now: 'date',
  late: 'bigint',
  changed: 'bigint',
  deleted: 'bigint',
  why: 'varchar',
};
const order = 'period, version, coalesce(id_now, id)';

/** Columns of `figure_change` that are called otherwise here. */
const sources: Partial<Record<keyof Revision, string>> = {
  id: 'id_before',
  published: 'value_before',
  now: 'value_now',
  n_published: 'n_before',
  status_published: 'status_before',
  as_of_published: 'as_of_before',
};

/** Adds the rows of `figure_change` to the table `revision`, as revisions of one earlier release. */
export async function keepRevisions(
  session: Session,
  { period, version }: Pick<Revision, 'period' | 'version'>,
): Promise<void> {
  const { period: _, version: __, ...rest } = types;
  const named = Object.keys(rest).map(
    (name) => `${sources[name as keyof Revision] ?? name} as ${name}`,
  );
  const select = `select ${sqlString(period)} as period, ${version}::bigint as version, ${named.join(', ')},
    ${[...dimensionColumns.keys()].join(', ')} from figure_change`;
  await session.run(`create temp table if not exists revision as ${select} limit 0`);
  await session.run(`insert into revision ${select}`);
}

/** Writes what was kept, in order, and forgets it. */
export async function writeRevisionFile(session: Session, file: string): Promise<number> {
  await session.run(
    `copy (select * from revision order by ${order})
    to ${sqlString(file)} (format parquet)`,
  );
  const count = await session.row<{ n: number }>('select count(*) as n from revision');
  await session.run('drop table revision');
  return count?.n ?? 0;
}

/** Reads them back, in order of release and id. */
export async function readRevisions(session: Session, file: string): Promise<Revision[]> {
  return await readRows(session, file, types, order);
}
