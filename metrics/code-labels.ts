import type { Lang } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import type { MetricsCatalogue } from './catalogue.ts';

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
    union all select 'agency', agency_code, name_${lang} from dim_agency
    union all select 'category', category_code, name_${lang} from dim_category
    union all select dimension, code, label_${lang} from dim_code`,
  );
  const labels = new Map(rows.map((row) => [`${row.dimension}\n${row.code}`, row.label]));
  for (const { name, label } of catalogue.dimensions) labels.set(`dimension\n${name}`, label[lang]);
  return (dimension, code) =>
    labels.get(`${dimension}\n${code}`) ?? (code === 'unknown' ? catalogue.unknown[lang] : code);
}
