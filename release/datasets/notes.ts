import { formatDate, type Lang, type MessageKey, message } from '../../base/index.ts';
import type { DatasetDescription } from './types.ts';

/** The licence of public datasets; an internal one has none. */
export const licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  path: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** The mark of what may not be passed on, the same word in both languages: it is a class of secrecy. */
export const restricted = 'TERBATAS';

/** Says first what a reader must not miss; empty where nothing has to be said. */
export function markOf({ edition, synthetic, release }: DatasetDescription, lang: Lang): string {
  return [
    ...(edition === 'internal' ? [restricted] : []),
    ...(synthetic ? [message(lang, 'reports.mark.synthetic')] : []),
    ...(release === null && edition === 'internal'
      ? [message(lang, 'export.mark.not-sealed')]
      : []),
  ].join(' · ');
}

/** What a dataset says of itself, as pairs of a name and a text. */
export function notes(dataset: DatasetDescription, lang: Lang): [string, string][] {
  const t = (key: MessageKey, params = {}) => message(lang, key, params);
  const { first, last, asOf, edition, synthetic, release, releaseSha256 } = dataset;
  const internal = edition === 'internal';
  return [
    ...(internal ? [[t('export.note.restriction'), t('export.note.restricted')]] : []),
    ...(dataset.rowLevel ? [[t('export.note.rows'), t('export.note.row-level')]] : []),
    ...(synthetic ? [[t('reports.mark.synthetic'), t('reports.note.synthetic')]] : []),
    [t('export.note.about'), dataset.description[lang]],
    [t('export.note.caveat'), t('reports.caveat.text')],
    ...dataset.caveats.map((caveat, index) => [
      index === 0 ? t('export.note.more') : '',
      caveat[lang],
    ]),
    [
      t('export.note.period'),
      t('export.note.days', { first: formatDate(first, lang), last: formatDate(last, lang) }),
    ],
    [t('export.note.as-of'), formatDate(asOf, lang)],
    [t('export.note.release'), release ?? t('export.note.not-sealed')],
    ...(releaseSha256 === undefined ? [] : [[t('export.note.sha256'), releaseSha256]]),
    [t('export.note.publisher'), dataset.publisher],
    [
      t('export.note.licence'),
      internal ? t('export.note.no-licence') : `${licence.title} (${licence.path})`,
    ],
    [t('export.note.empty-title'), t(internal ? 'export.note.empty' : 'export.public.empty')],
    [t('export.note.software'), dataset.software],
  ] as [string, string][];
}

/** What Parquet, Arrow and JSON carry in the file itself. */
export function metadataOf(dataset: DatasetDescription): Map<string, string> {
  const { edition, synthetic, release, releaseSha256, asOf, title, publisher } = dataset;
  return new Map([
    ['title_id', title.id],
    ['title_en', title.en],
    ...(edition === 'internal' ? ([['restriction', restricted]] as [string, string][]) : []),
    ...(edition === 'public' ? ([['license', licence.path]] as [string, string][]) : []),
    ['synthetic', String(synthetic)],
    ['release', release ?? 'not_sealed'],
    // In a public file a hash would point beyond the folder; its README has it.
    ...(releaseSha256 === undefined || edition === 'public'
      ? []
      : ([['release_sha256', releaseSha256]] as [string, string][])),
    ['as_of', asOf],
    ['publisher', publisher],
    ['software', dataset.software],
  ]);
}
