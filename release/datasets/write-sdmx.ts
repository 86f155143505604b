import type { Lang } from '../../base/index.ts';
import { type Session, sqlName, sqlString } from '../../warehouse/index.ts';
import { scale, staged } from './stage.ts';
import type { DatasetColumn, DatasetDescription, Role } from './types.ts';
import { copyCsv, neutralText } from './write-csv.ts';

/** Why a figure has no value is told by FIGURE_STATUS; the code list of SDMX has one code for all. */
const obsStatuses = { ok: 'A', provisional: 'P', available: 'L', missing: 'O' };

/**
 * Writes the staged table as SDMX-CSV 2.0: STRUCTURE, STRUCTURE_ID, ACTION (`I`, information), FREQ and
 * the dimensions (`_T` where a figure is of all), TIME_PERIOD (`2026-Q3`, `2026-07`, `2026`), OBS_VALUE
 * with the digits that DECIMALS tells, then attributes. Internal figures have CONF_STATUS `N`, not for
 * publication. Only where the table has a value per row.
 * @param labels with a language, `ID: Name` in headers and `CODE: Name` in cells (the `labels=both` of SDMX)
 */
export async function writeSdmxCsv(
  session: Session,
  file: string,
  columns: readonly DatasetColumn[],
  dataset: DatasetDescription,
  labels?: Lang,
): Promise<void> {
  const of = (role: Role) => columns.filter((column) => column.role === role);
  const value = of('value')[0];
  if (!value) throw new Error(`no values in ${dataset.name}`);
  const measure = of('measure').map(({ name }) => sqlName(name));
  const measureText = measure.length > 1 ? `concat_ws('.', ${measure.join(', ')})` : measure[0];
  const parts: [id: string, sql: string, title?: DatasetColumn | undefined][] = [
    ['STRUCTURE', `'dataflow'`],
    ['STRUCTURE_ID', sqlString(structureId(dataset))],
    ['ACTION', `'I'`],
    ['FREQ', periodSql(of('time'), `'Q'`, `'M'`, `'A'`)],
    ...(measureText === undefined ? [] : [['MEASURE', measureText] as [string, string]]),
    ...of('dimension').map((column): [string, string, DatasetColumn] => [
      column.name.toUpperCase(),
      coded(column, labels),
      column,
    ]),
    ['TIME_PERIOD', timeSql(of('time'))],
    ['OBS_VALUE', `fixed(${sqlName(value.name)}, decimals)`],
    ['DECIMALS', 'decimals'],
    ...of('unit').map((column): [string, string, DatasetColumn] => [
      'UNIT_MEASURE',
      coded(column, labels),
      column,
    ]),
    ...of('low').map(({ name }): [string, string] => [
      'LOWER',
      `fixed(${sqlName(name)}, decimals)`,
    ]),
    ...of('high').map(({ name }): [string, string] => [
      'UPPER',
      `fixed(${sqlName(name)}, decimals)`,
    ]),
    ['OBS_STATUS', obsStatusSql(of('status')[0], of('provisional')[0])],
    ['CONF_STATUS', confStatusSql(of('confidential')[0], dataset)],
    ...of('status')
      .filter(({ name }) => name !== 'OBS_STATUS')
      .map(({ name }): [string, string] => ['FIGURE_STATUS', sqlName(name)]),
    ...of('attribute').map((column): [string, string, DatasetColumn] => [
      column.name.toUpperCase(),
      column.type === 'text' ? neutralText(sqlName(column.name)) : sqlName(column.name),
      column,
    ]),
  ];
  const numbers = [value, ...of('low'), ...of('high')].map(({ name }) => sqlName(name));
  await session.run(
    `create or replace macro fixed(x, digits) as case
      when digits = 0 then regexp_replace(cast(x as varchar), '\\.0*$', '')
      else left(cast(x as varchar), length(cast(x as varchar)) - ${scale} + digits) end`,
  );
  const digits = numbers.map(
    (name) => `coalesce(length(rtrim(split_part(cast(${name} as varchar), '.', 2), '0')), 0)`,
  );
  const over = measureText === undefined ? '' : `partition by ${measureText}`;
  const named = parts.map(([id, sql, column]) => {
    const title = labels && column ? `${id}: ${column.title[labels]}` : id;
    return `${sql} as ${sqlName(title)}`;
  });
  await copyCsv(
    session,
    `select ${named.join(', ')} from (select *, max(greatest(${digits.join(', ')})) over (${over}) as decimals,
    row_number() over () as place from ${staged}) order by place`,
    file,
  );
}

/** Agency, dataflow and the version of its structure; that of the data is in the attributes. */
function structureId({ name }: DatasetDescription): string {
  return `BUKTI:${name.toUpperCase()}(1.0.0)`;
}

function coded({ name, codeList }: DatasetColumn, labels: Lang | undefined): string {
  const column = `coalesce(cast(${sqlName(name)} as varchar), '_T')`;
  if (!labels || codeList === undefined) return column;
  const label = `(select label_${labels} from code_list where list = ${sqlString(codeList)} and code = ${column})`;
  return `concat_ws(': ', ${column}, ${label})`;
}

/** The time columns of figures: quarter `2026Q3`, month `2026-07`, year `2026`; one of them is there. */
function timeSql(times: readonly DatasetColumn[]): string {
  const text = coalesced(times);
  return `regexp_replace(${text}, '^(\\d{4})Q([1-4])$', '\\1-Q\\2')`;
}

function periodSql(times: readonly DatasetColumn[], quarter: string, month: string, year: string) {
  const text = coalesced(times);
  return `case when contains(${text}, 'Q') then ${quarter} when contains(${text}, '-') then ${month} else ${year} end`;
}

function coalesced(times: readonly DatasetColumn[]): string {
  return times.length === 0
    ? 'null'
    : `coalesce(${times.map(({ name }) => `cast(${sqlName(name)} as varchar)`).join(', ')})`;
}

function obsStatusSql(
  status: DatasetColumn | undefined,
  provisional: DatasetColumn | undefined,
): string {
  if (!status) return `'A'`;
  const name = sqlName(status.name);
  if (status.name === 'OBS_STATUS') return name;
  const known = provisional
    ? `when ${sqlName(provisional.name)} then '${obsStatuses.provisional}'`
    : '';
  return `case when ${name} = 'not_available' then '${obsStatuses.available}' when ${name} <> 'ok' then '${obsStatuses.missing}' ${known} else '${obsStatuses.ok}' end`;
}

function confStatusSql(column: DatasetColumn | undefined, { edition }: DatasetDescription): string {
  if (column) return sqlName(column.name);
  return edition === 'internal' ? `'N'` : 'null';
}
