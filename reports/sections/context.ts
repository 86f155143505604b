import {
  formatDate,
  formatNumber,
  formatPeriod,
  type Lang,
  type MessageKey,
  type MessageParams,
  previousQuarter,
} from '../../base/index.ts';
import type { Figure, FigureQuery, Release, TableName } from '../../release/index.ts';
import { figureHtml, figureText, intervalHtml, type Style } from '../text/figure.ts';
import { type Html, html, type Part } from '../text/html.ts';
import { capital, createVoice, lowerFirst, tie, type Voice } from '../text/voice.ts';

type Dims = Figure['dims'];
export type Dimension = keyof Dims;

/** What a section works with: a release, a language, and short ways to both. */
export interface Context {
  release: Release;
  voice: Voice;
  lang: Lang;
  /** The release's quarter, the one before, and all of the last eight in order. */
  period: string;
  before: string;
  quarters: string[];
  t(key: MessageKey, params?: MessageParams): string;
  h(key: MessageKey, params?: Record<string, Part>): Html;
  /** The name of a code; `unknown` in words. */
  label(dimension: Dimension, code: string): string;
  find(table: TableName, metric: string, statistic: string, dims?: Dims): Figure | undefined;
  rows(table: TableName, where: Partial<FigureQuery>): Figure[];
  figure(figure: Figure | undefined, style?: Style): Html | undefined;
  /** Empty where there is none. */
  interval(figure: Figure | undefined): Html;
  /** The cases that a figure stands on. */
  sampleSize(figure: Figure): Html;
  /** A number of the manifest, which is no figure and has no id. */
  count(value: number): string;
  date(date: string): string;
  written(figure: Figure | undefined, style?: Style): string;
  quarterName(quarter: string): string;
}

export function createContext(release: Release, lang: Lang): Context {
  const voice = createVoice(lang);
  const { period } = release;
  const quarters = Array.from({ length: 8 }, (_, index) => previousQuarter(period, 7 - index));
  return {
    release,
    voice,
    lang,
    period,
    before: previousQuarter(period),
    quarters,
    t: voice.text,
    h: voice.html,
    label: (dimension, code) =>
      code === 'unknown' ? voice.text('reports.unknown') : release.label(dimension, code, lang),
    find: (table, metric, statistic, dims) =>
      release.find(table, { metric, statistic, ...(dims ? { dims } : {}) }),
    rows: (table, where) => release.rows(table, where),
    figure: (figure, style) => figure && figureHtml(figure, voice, style),
    interval: (figure) => (figure && intervalHtml(figure, voice)) ?? html``,
    sampleSize: (figure) =>
      html`<span data-id="${figure.id}" data-n="${figure.n}">${formatNumber(figure.n, lang)}</span>`,
    count: (value) => formatNumber(value, lang),
    date: (date) => formatDate(date, lang),
    written: (figure, style) => (figure ? figureText(figure, voice, style) : '...'),
    quarterName: (quarter) => tie(formatPeriod(quarter, lang)),
  };
}

/** The last eight quarters of one figure of the nation; quarters without one are left out. */
export function series(context: Context, metric: string, statistic: string): Figure[] {
  return context.quarters.flatMap((quarter) => {
    const figure = context.find('series', metric, statistic, { quarter });
    return figure ? [figure] : [];
  });
}

/** One figure of each code of a dimension, own quarter, biggest first, `unknown` last. */
export function groups(
  context: Context,
  table: TableName,
  dimension: Dimension,
  metric: string,
  statistic: string,
  quarter = context.period,
): Figure[] {
  const rows = context.rows(table, { metric, statistic, dims: { quarter } });
  const isUnknown = (figure: Figure) => figure.dims[dimension] === 'unknown';
  return rows.sort(
    (a, b) =>
      Number(isUnknown(a)) - Number(isUnknown(b)) ||
      (b.value ?? -1) - (a.value ?? -1) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Something a reader might look for and does not find: named in the one box. */
export type MissingKey =
  | 'sex'
  | 'age_band'
  | 'disability'
  | 'clocks'
  | 'low_coverage'
  | 'limits'
  | 'map'
  | 'regency'
  | 'reason'
  | 'rating'
  | 'channel'
  | 'category'
  | 'agency';

/** A part of the document; `body` is absent where there is nothing to show. */
export interface Section {
  id: string;
  title: string;
  body?: Html | undefined;
  missing?: MissingKey[];
}

export { capital, lowerFirst };
