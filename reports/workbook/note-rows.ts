import {
  formatDate,
  formatNumber,
  formatPercent,
  formatPeriod,
  type Lang,
  type MessageKey,
  type MessageParams,
  message,
} from '../../base/index.ts';
import { type BookCell, type BookColumn, sheetRowLimit } from '../../base/xlsx-book.ts';
import type { Release } from '../../release/index.ts';

export const noteColumns: readonly BookColumn[] = [
  { width: 38, style: 'strong' },
  { width: 110, style: 'wrap' },
];

const statuses = [
  'ok',
  'not_reached',
  'not_available',
  'below_minimum',
  'low_coverage',
  'bounds',
] as const;

/** TERBATAS always: an internal release; SINTETIS and SEMENTARA where the manifest says so. */
export function markOf({ manifest }: Release, lang: Lang): string {
  return [
    message(lang, 'reports.mark.restricted'),
    ...(manifest.synthetic ? [message(lang, 'reports.mark.synthetic')] : []),
    ...(manifest.provisional ? [message(lang, 'reports.mark.provisional')] : []),
  ].join(' · ');
}

/** What a reader must know: where the figures come from, what they mean, how to work with them. */
export function* noteRows(release: Release, lang: Lang, figures: number): Generator<BookCell[]> {
  const { manifest } = release;
  const t = (key: MessageKey, params?: MessageParams) => message(lang, key, params);
  const date = (day: string | null) => (day === null ? '-' : formatDate(day, lang));
  const quarter = formatPeriod(release.period, lang);
  const title = t('reports.workbook.title', { quarter });

  yield [{ value: markOf(release, lang), style: 'mark' }];
  yield [{ value: title, style: 'title' }];
  yield [t('reports.workbook.notes.marks'), t('reports.workbook.notes.restricted')];
  if (manifest.synthetic) yield [null, t('reports.note.synthetic')];
  if (manifest.coverage_short) yield [null, t('reports.note.coverage-short')];
  yield [t('reports.workbook.notes.caveat'), t('reports.caveat.text')];
  yield [];

  yield [t('reports.workbook.notes.sheets'), ...figuresLine(lang, figures)];
  const sheets = overflowSheets(figures, t('reports.workbook.sheet.figures'));
  if (sheets.length > 0) {
    const limit = sheetRowLimit;
    yield [null, t('reports.workbook.notes.overflow', { limit, sheets: sheets.join(', ') })];
  }
  const sheet = t('reports.workbook.sheet.definitions');
  yield [null, t('reports.workbook.notes.definitions-line', { sheet })];
  yield [];

  yield [t('reports.workbook.notes.pivot'), ...pivotLine(lang, 'one')];
  for (const name of ['sum', 'within', 'never', 'share', 'empty', 'age'] as const) {
    yield [null, ...pivotLine(lang, name)];
  }
  yield [];

  yield [t('reports.workbook.notes.statuses')];
  for (const status of statuses) {
    const label = t(`reports.workbook.status.${status}`);
    yield [`${status} (${label})`, t(`reports.workbook.meaning.${status}`)];
  }
  yield [t('reports.workbook.column.provisional'), t('reports.workbook.notes.provisional')];
  yield [];

  yield [t('reports.workbook.notes.release'), `${release.period} v${release.version}`];
  if (manifest.reason) yield [t('reports.workbook.notes.revision'), manifest.reason[lang]];
  const days = { first: date(manifest.first), last: date(manifest.last) };
  yield [
    t('reports.workbook.notes.period'),
    `${quarter}: ${t('reports.workbook.notes.days', days)}`,
  ];
  yield [t('reports.workbook.notes.as-of'), date(manifest.as_of)];
  yield [t('reports.workbook.notes.covered'), date(manifest.covered_to)];
  if (manifest.event_coverage !== null) {
    yield [t('reports.workbook.notes.log'), formatPercent(manifest.event_coverage, lang)];
  }
  yield [t('reports.workbook.notes.calendar'), manifest.calendars.join(', ')];
  if (manifest.population_vintage !== null) {
    yield [t('reports.workbook.notes.population'), manifest.population_vintage];
  }
  for (const source of manifest.sources) {
    const params = {
      source: source.source,
      kind: kindName(source.kind, lang),
      landed: source.rows_landed,
      rejected: source.rows_rejected,
      from: date(source.known_from),
      to: date(source.known_to),
    };
    yield [t('reports.workbook.notes.source'), t('reports.workbook.notes.source-line', params)];
  }
  const missing = manifest.fields.filter(({ available }) => !available);
  if (missing.length > 0) {
    const names = missing.map(({ field }) => release.label('field', field, lang));
    yield [t('reports.workbook.notes.field-missing'), names.join(', ')];
  }
  yield [t('reports.workbook.notes.hash'), release.sha256];
  yield [t('reports.workbook.notes.figures-hash'), manifest.figures_sha256];
  yield [
    t('reports.workbook.notes.definitions-source'),
    t('reports.workbook.notes.definitions-source-text'),
  ];
  const { software } = manifest;
  yield [t('reports.workbook.notes.software'), `${software.name} ${software.version}`];
}

function kindName(kind: string, lang: Lang): string {
  const known = kind === 'complaint' || kind === 'attribute' || kind === 'event';
  return known ? message(lang, `reports.workbook.kind.${kind}`) : kind;
}

/** Sheets that figures go on in, after the first. */
function overflowSheets(figures: number, sheet: string): string[] {
  const count = Math.ceil(figures / (sheetRowLimit - 1));
  return Array.from({ length: Math.max(0, count - 1) }, (_, index) => `${sheet} (${index + 2})`);
}

function figuresLine(lang: Lang, figures: number): string[] {
  const sheet = message(lang, 'reports.workbook.sheet.figures');
  const rows = formatNumber(figures, lang);
  return [message(lang, 'reports.workbook.notes.figures-line', { sheet, rows })];
}

type PivotLine = 'one' | 'sum' | 'within' | 'never' | 'share' | 'empty' | 'age';

/** Advice that names the columns as they are headed. */
function pivotLine(lang: Lang, name: PivotLine): string[] {
  const params = {
    by: message(lang, 'reports.workbook.column.by'),
    additive: message(lang, 'reports.workbook.column.additive'),
    yes: message(lang, 'reports.workbook.additive.yes'),
    within: message(lang, 'reports.workbook.additive.within_period'),
    status: message(lang, 'reports.workbook.column.status'),
    age: message(lang, 'reports.workbook.column.age'),
  };
  return [message(lang, `reports.workbook.notes.pivot.${name}`, params)];
}
