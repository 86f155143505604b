import { type Lang, type MessageKey, message } from '../../base/index.ts';
import { type Session, sqlName, sqlString } from '../../warehouse/index.ts';
import { scale, staged } from './stage.ts';
import type { DatasetColumn, DatasetDescription, FieldType, Role, Words } from './types.ts';
import { copyCsv, decimalText, neutralText } from './write-csv.ts';

/** Why a figure has no value is told by FIGURE_STATUS; the code list of SDMX has one code for all. */
const obsStatuses = { ok: 'A', provisional: 'P', available: 'L', missing: 'O', broken: 'B' };

/**
 * Writes the staged table as SDMX-CSV 2.0: STRUCTURE, STRUCTURE_ID, ACTION (`I`, information), FREQ and
 * the dimensions (`_T` where a figure is of all), TIME_PERIOD (`2026-Q3`, `2026-07`, `2026`), OBS_VALUE
 * with the digits that DECIMALS tells (a measure's own; in the public edition, where the size of the total decides
 * how far a share is rounded, the row's own), then attributes. Internal figures have CONF_STATUS `N`, not for
 * publication. Only where the table has a value per row.
 * @returns its columns
 * @param labels with a language, `ID: Name` in headers and `CODE: Name` in cells (the `labels=both` of SDMX)
 */
export async function writeSdmxCsv(
  session: Session,
  file: string,
  columns: readonly DatasetColumn[],
  dataset: DatasetDescription,
  labels?: Lang,
): Promise<{ name: string; type: FieldType }[]> {
  const of = (role: Role) => columns.filter((column) => column.role === role);
  const value = of('value')[0];
  if (!value) throw new Error(`no values in ${dataset.name}`);
  const measure = of('measure').map(({ name }) => sqlName(name));
  const measureText = measure.length > 1 ? `concat_ws('.', ${measure.join(', ')})` : measure[0];
  const parts: Part[] = [
    { id: 'FREQ', sql: periodSql(of('time'), dataset) },
    ...(measureText === undefined ? [] : [{ id: 'MEASURE', sql: measureText }]),
    ...of('dimension').map((column) => ({
      ...named(column),
      type: 'text' as const,
      sql: coded(column, labels),
    })),
    { id: 'TIME_PERIOD', sql: timeSql(of('time'), dataset) },
    { id: 'OBS_VALUE', sql: `fixed(${sqlName(value.name)}, decimals)`, type: 'decimal' },
    { id: 'DECIMALS', sql: 'decimals', type: 'integer' },
    ...of('unit').map((column) => ({ id: 'UNIT_MEASURE', sql: coded(column, labels) })),
    ...ends(of('low'), 'LOWER'),
    ...ends(of('high'), 'UPPER'),
    { id: 'OBS_STATUS', sql: obsStatusSql(of('status')[0], of('provisional')[0], of('break')[0]) },
    { id: 'CONF_STATUS', sql: confStatusSql(of('confidential')[0], dataset) },
    ...of('status')
      .filter(({ name }) => name !== 'OBS_STATUS')
      .map((column) => ({ id: 'FIGURE_STATUS', sql: coded(column, labels) })),
    ...of('attribute').map((column) => ({ ...named(column), sql: plain(column) })),
  ];
  await session.run(
    `create or replace macro fixed(x, digits) as case
      when digits = 0 then regexp_replace(cast(x as varchar), '\\.0*$', '')
      else left(cast(x as varchar), length(cast(x as varchar)) - ${scale} + digits) end`,
  );
  const fraction = `rtrim(split_part(cast(${sqlName(value.name)} as varchar), '.', 2), '0')`;
  const digits = `coalesce(length(${fraction}), 0)`;
  // A `25.0` for a share rounded to 25 would say more than is so: an attack takes it at its word.
  const over = measureText === undefined ? '' : `partition by ${measureText}`;
  const decimals = dataset.edition === 'public' ? digits : `max(${digits}) over (${over})`;
  const header = (part: Part) =>
    labels ? `${part.id}: ${(part.title ?? titleOf(part.id))[labels]}` : part.id;
  const cells = parts.map((part) => `${part.sql} as ${sqlName(header(part))}`);
  await copyCsv(
    session,
    `select 'dataflow' as STRUCTURE, ${sqlString(structureId(dataset))} as STRUCTURE_ID, 'I' as ACTION,
    ${cells.join(', ')} from (select *, ${decimals} as decimals,
    row_number() over () as place from ${staged}) order by place`,
    file,
  );
  const structural = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'].map((name) => ({
    name,
    type: 'text' as const,
  }));
  return [
    ...structural,
    ...parts.map((part) => ({ name: header(part), type: part.type ?? ('text' as const) })),
  ];
}

interface Part {
  id: string;
  sql: string;
  title?: Words;
  type?: FieldType;
}

const named = ({ name, title, type }: DatasetColumn) => ({ id: name.toUpperCase(), title, type });

const ends = (columns: readonly DatasetColumn[], id: string): Part[] =>
  columns.map(({ name }) => ({ id, sql: decimalText(sqlName(name)), type: 'decimal' }));

function plain({ name, type }: DatasetColumn): string {
  const column = sqlName(name);
  if (type === 'text') return neutralText(column);
  return type === 'decimal' ? decimalText(column) : column;
}

function titleOf(id: string): Words {
  const key = `export.sdmx.${id.toLowerCase()}` as MessageKey;
  return { id: message('id', key), en: message('en', key) };
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
function timeSql(times: readonly DatasetColumn[], dataset: DatasetDescription): string {
  const text = coalesced(times, dataset);
  return `regexp_replace(${text}, '^(\\d{4})Q([1-4])$', '\\1-Q\\2')`;
}

function periodSql(times: readonly DatasetColumn[], dataset: DatasetDescription): string {
  const text = coalesced(times, dataset);
  return `case when contains(${text}, 'Q') then 'Q' when contains(${text}, '-') then 'M' when ${text} is not null then 'A' end`;
}

/** Where no column tells a period, all is of the release's own quarter. */
function coalesced(times: readonly DatasetColumn[], { release }: DatasetDescription): string {
  const columns = times.map(({ name }) => `cast(${sqlName(name)} as varchar)`);
  const own =
    times.length === 0 && release !== null ? [sqlString(release.split('/')[0] ?? '')] : [];
  return `coalesce(${[...columns, ...own, 'null'].join(', ')})`;
}

function obsStatusSql(
  status: DatasetColumn | undefined,
  provisional: DatasetColumn | undefined,
  broken: DatasetColumn | undefined,
): string {
  if (!status) return `'A'`;
  const name = sqlName(status.name);
  if (status.name === 'OBS_STATUS') return name;
  // An observation has one code: that it does not compare with those before goes before its being provisional.
  const first = broken ? `when ${sqlName(broken.name)} then '${obsStatuses.broken}'` : '';
  const known = provisional
    ? `when ${sqlName(provisional.name)} then '${obsStatuses.provisional}'`
    : '';
  return `case when ${name} = 'not_available' then '${obsStatuses.available}' when ${name} <> 'ok' then '${obsStatuses.missing}' ${first} ${known} else '${obsStatuses.ok}' end`;
}

function confStatusSql(column: DatasetColumn | undefined, { edition }: DatasetDescription): string {
  if (column) return sqlName(column.name);
  return edition === 'internal' ? `'N'` : 'null';
}
