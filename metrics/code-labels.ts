import { BuktiError, exitStatus, type Lang } from '../base/index.ts';
import { suggestion } from '../base/nearest.ts';
import type { Session } from '../warehouse/index.ts';
import type { MetricsCatalogue } from './catalogue.ts';
import type { Where } from './plan/spec.ts';
import type { DimensionName } from './types.ts';

/** How a code of a dimension is written for people; the code itself where nothing names it. */
export type LabelOf = (dimension: string, code: string) => string;

/**
 * Labels of places, agencies, categories, coded values and of the dimensions themselves
 * (`labelOf('dimension', 'sex')`), from a session that has the tables of the warehouse.
 */
export async function readCodeLabels(
  session: Session,
  catalogue: MetricsCatalogue,
  lang: Lang,
): Promise<LabelOf> {
  const rows = await session.rows<{ dimension: string; code: string; label: string }>(
    `select level as dimension, region_code as code, name as label from dim_region
    union all select unnest(['agency', 'coordinator']), agency_code, name_${lang} from dim_agency
    union all select 'category', category_code, name_${lang} from dim_category
    union all select dimension, code, label_${lang} from dim_code`,
  );
  const labels = new Map(rows.map((row) => [`${row.dimension}\n${row.code}`, row.label]));
  for (const { name, label } of catalogue.dimensions) labels.set(`dimension\n${name}`, label[lang]);
  return (dimension, code) =>
    labels.get(`${dimension}\n${code}`) ?? (code === 'unknown' ? catalogue.unknown[lang] : code);
}

const timeDimensions: readonly string[] = ['quarter', 'month', 'year'];

/**
 * What a person typed as a filter, as codes: a code, or its name in either language (`Jawa Timur`,
 * `perempuan`); several with commas between them.
 * @throws BuktiError `metrics.unknown-code` with the nearest, so that no filter silently gives nothing
 */
export async function readCodes(
  session: Session,
  texts: Partial<Record<DimensionName, string>>,
): Promise<Where> {
  const rows = await session.rows<{ dimension: string; code: string; names: string[] }>(
    `select level as dimension, region_code as code, [name, short_name] as names from dim_region
    union all select unnest(['agency', 'coordinator']), agency_code, [name_id, name_en] from dim_agency
    union all select 'category', category_code, [name_id, name_en] from dim_category
    union all select 'sector', sector, [sector] from dim_category group by sector
    union all select dimension, code, [label_id, label_en] from dim_code`,
  );
  const where: Where = {};
  for (const [dimension, text] of Object.entries(texts) as [DimensionName, string][]) {
    if (timeDimensions.includes(dimension)) {
      where[dimension] = text;
      continue;
    }
    const own = rows.filter((row) => row.dimension === dimension);
    const whole = codeFor(own, text);
    const parts = whole === undefined ? text.split(',').map((part) => part.trim()) : [text];
    where[dimension] = parts.map((part) => {
      const code = codeFor(own, part);
      if (code !== undefined) return code;
      const codes = [...new Set(own.map((row) => row.code)), 'unknown'];
      const known = suggestion(part, [...codes, ...own.flatMap(({ names }) => names ?? [])]);
      throw new BuktiError(
        'metrics.unknown-code',
        { code: part, dimension, known },
        exitStatus.usage,
      );
    });
  }
  return where;
}

function codeFor(rows: { code: string; names: string[] }[], text: string): string | undefined {
  if (text === 'unknown') return text;
  const wanted = text.toLowerCase();
  const found = rows.find(
    ({ code, names }) =>
      code.toLowerCase() === wanted || names.some((name) => name?.toLowerCase() === wanted),
  );
  return found?.code;
}
