import { type Cell, type Session, sqlString } from '../../warehouse/index.ts';
import { dimensionColumns } from '../figure-file.ts';

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

const columns: Record<keyof Revision, string> = {
  period: 'period',
  version: 'version',
  id: 'id_before',
  id_now: 'id_now',
  metric: 'metric',
  statistic: 'statistic',
  unit: 'unit',
  change: 'change',
  published: 'value_before',
  now: 'value_now',
  difference: 'difference',
  n_published: 'n_before',
  n_now: 'n_now',
  status_published: 'status_before',
  status_now: 'status_now',
  as_of_published: 'as_of_before',
  as_of_now: 'as_of_now',
  late: 'late',
  changed: 'changed',
  deleted: 'deleted',
  why: 'why',
};

/** Adds the rows of `figure_change` to the table `revision`, as revisions of one earlier release. */
export async function keepRevisions(
  session: Session,
  { period, version }: Pick<Revision, 'period' | 'version'>,
): Promise<void> {
  const { period: _, version: __, ...rest } = columns;
  const named = Object.entries(rest).map(([name, column]) => `${column} as ${name}`);
  const select = `select ${sqlString(period)} as period, ${version}::bigint as version, ${named.join(', ')},
    ${[...dimensionColumns.keys()].join(', ')} from figure_change`;
  await session.run(`create temp table if not exists revision as ${select} limit 0`);
  await session.run(`insert into revision ${select}`);
}

/** Writes what was kept, in order, and forgets it. */
export async function writeRevisionFile(session: Session, file: string): Promise<number> {
  await session.run(
    `copy (select * from revision order by period, version, coalesce(id_now, id))
    to ${sqlString(file)} (format parquet)`,
  );
  const count = await session.row<{ n: number }>('select count(*) as n from revision');
  await session.run('drop table revision');
  return count?.n ?? 0;
}

/** Reads them back, in order of release and id. */
export async function readRevisions(session: Session, file: string): Promise<Revision[]> {
  const numbers = ['published', 'now', 'difference'];
  const days = ['as_of_published', 'as_of_now'];
  const select = Object.keys(columns).map((name) => {
    if (numbers.includes(name)) return `cast(${name} as double) as ${name}`;
    return days.includes(name) ? `cast(${name} as varchar) as ${name}` : name;
  });
  const rows = await session.rows<Record<keyof Revision, Cell>>(
    `select ${select.join(', ')} from read_parquet(${sqlString(file)})
    order by period, version, coalesce(id_now, id)`,
  );
  return rows as unknown as Revision[];
}
