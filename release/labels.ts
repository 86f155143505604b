import { formatPeriod, languages } from '../base/index.ts';
import type { MetricsCatalogue, MetricsContext, NamedEntry } from '../metrics/index.ts';
import type { Session } from '../warehouse/index.ts';
import type { KeyedRows } from './compute.ts';
import { figureDimensions } from './figure-file.ts';
import { type RowTypes, readRows, writeRows } from './row-file.ts';
import type { Label } from './types.ts';

const types: RowTypes<Label> = {
  dimension: 'varchar',
  code: 'varchar',
  label_id: 'varchar',
  label_en: 'varchar',
  short_label: 'varchar',
  sort: 'integer',
  parent: 'varchar',
  tile_column: 'integer',
  tile_row: 'integer',
  extra: 'varchar',
};

// Labels of places, agencies, categories and codes, in one shape.
const labelSql = `
select level as dimension, region_code as code, name as label_id, name as label_en,
  short_name as short_label, row_number() over (partition by level order by region_code) as sort,
  case when level = 'regency' then province_code end as parent, tile_column, tile_row,
  cast(population_total as varchar) as extra
from dim_region
union all
select 'agency', agency_code, name_id, coalesce(name_en, name_id), null,
  row_number() over (order by agency_code), agency_type, null, null, region_code
from dim_agency
union all
select 'category', category_code, name_id, coalesce(name_en, name_id), null,
  row_number() over (order by category_code), sector, null, null,
  case when sensitive then 'sensitive' end
from dim_category
union all
select 'coordinator', agency_code, name_id, coalesce(name_en, name_id), null,
  row_number() over (order by agency_code), null, null, null, null
from dim_agency where agency_code in (select coordinator_code from dim_coordination)
union all
select dimension, code, label_id, label_en, null, sort, null, null, null, null from dim_code`;

/**
 * Labels of every code that the tables use, of all provinces and coded values (for maps and orders),
 * and of the dimensions, metrics and statistics themselves. In order of dimension, sort and code.
 * @param agencies that are named though no figure is of them
 */
export async function gatherLabels(
  session: Session,
  tables: Iterable<KeyedRows>,
  catalogue: MetricsCatalogue,
  context: MetricsContext,
  agencies: readonly string[] = [],
): Promise<Label[]> {
  const used = usedCodes(tables);
  used.set('agency', new Set([...(used.get('agency') ?? []), ...agencies]));
  const whole = new Set(['province', ...figureDimensions.filter(isCoded)]);
  const known = await knownLabels(session);
  const labels = new Map<string, Label>();
  const put = (label: Label) => {
    const key = `${label.dimension}\n${label.code}`;
    if (!labels.has(key)) labels.set(key, label);
  };
  for (const label of known) {
    const isUsed = used.get(label.dimension)?.has(label.code);
    const foreign = label.dimension === 'province' && context.calendarName !== 'indonesia';
    if (isUsed || (whole.has(label.dimension) && !foreign)) put(label);
  }
  for (const label of catalogueLabels(catalogue)) put(label);
  for (const dimension of ['quarter', 'month']) {
    for (const code of used.get(dimension) ?? []) {
      const [id = code, en = code] = languages.map((lang) => formatPeriod(code, lang));
      put({ ...plain(dimension, code, id, en), sort: periodOrder(code) });
    }
  }
  for (const [dimension, codes] of used) {
    if (dimension === 'day') continue;
    for (const code of codes) put(plain(dimension, code, ...nameless(catalogue, code)));
  }
  return [...labels.values()].sort(
    (a, b) => compare(a.dimension, b.dimension) || a.sort - b.sort || compare(a.code, b.code),
  );
}

/** Labels of every place, agency, category and coded value that the warehouse knows. */
export async function knownLabels(session: Session): Promise<Label[]> {
  return await session.rows<Label>(labelSql);
}

/** Writes labels in the order given; the session must have one thread. */
export async function writeLabels(
  session: Session,
  file: string,
  labels: readonly Label[],
): Promise<void> {
  await writeRows(session, file, types, labels);
}

export async function readLabels(session: Session, file: string): Promise<Label[]> {
  return await readRows(session, file, types);
}

function usedCodes(tables: Iterable<KeyedRows>): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const rows of tables) {
    for (const [, { dims }] of rows) {
      for (const [dimension, code] of Object.entries(dims)) {
        const codes = used.get(dimension) ?? new Set();
        used.set(dimension, codes.add(code));
      }
    }
  }
  return used;
}

function catalogueLabels(catalogue: MetricsCatalogue): Label[] {
  const of = (dimension: string, items: readonly Pick<NamedEntry, 'name' | 'label'>[]) =>
    items.map(({ name, label }, sort) => ({ ...plain(dimension, name, label.id, label.en), sort }));
  return [
    ...of('dimension', catalogue.dimensions),
    ...of('field', catalogue.fields),
    ...of('metric', catalogue.metrics),
    ...of('statistic', catalogue.statistics),
  ];
}

/** `unknown` in words; any other code stands for itself. */
function nameless(catalogue: MetricsCatalogue, code: string): [string, string] {
  return code === 'unknown' ? [catalogue.unknown.id, catalogue.unknown.en] : [code, code];
}

function plain(dimension: string, code: string, label_id: string, label_en: string): Label {
  return {
    dimension,
    code,
    label_id,
    label_en,
    short_label: null,
    sort: code === 'unknown' ? 99_999 : 0,
    parent: null,
    tile_column: null,
    tile_row: null,
    extra: null,
  };
}

function isCoded(dimension: string): boolean {
  return !['quarter', 'month', 'regency', 'agency', 'category', 'day'].includes(dimension);
}

function periodOrder(code: string): number {
  return Number(code.replace(/\D/g, ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
