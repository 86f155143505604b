import {
  type IsoDate,
  type Lang,
  languages,
  type MessageKey,
  message,
  parsePeriod,
} from '../../base/index.ts';
import type { FigureDefinition } from '../../metrics/catalogue-definitions.ts';
import { type DimensionName, figureStatuses, type MetricRow, units } from '../../metrics/types.ts';
import type { Cell } from '../../warehouse/index.ts';
import { restricted } from './notes.ts';
import type {
  Code,
  CodeList,
  Dataset,
  DatasetColumn,
  DatasetDescription,
  Edition,
  FieldType,
  MeasureDefinition,
  Words,
} from './types.ts';

/** A figure, sealed or just computed. */
export type FigureRow = MetricRow & {
  id?: string;
  age_working_days?: number | null;
  /** It is the first observation after a break. */
  series_break?: boolean;
};

/** The words for codes: those of a release, or of the warehouse. */
export interface Naming {
  label(dimension: string, code: string, lang: Lang): string;
  /** All codes of a dimension in their own order; those in use where the whole list is not known. */
  codes(dimension: string): readonly Code[];
}

export interface FigureDatasetOptions
  extends Pick<
    DatasetDescription,
    | 'name'
    | 'title'
    | 'description'
    | 'edition'
    | 'synthetic'
    | 'release'
    | 'publisher'
    | 'software'
  > {
  caveats?: DatasetDescription['caveats'];
  releaseSha256?: string;
  asOf: IsoDate;
  naming: Naming;
  definitions: Record<Lang, readonly FigureDefinition[]>;
}

const times: readonly DimensionName[] = ['quarter', 'month', 'year'];
const measures = ['metric', 'statistic'] as const;

interface Part extends DatasetColumn {
  cell(row: FigureRow): Cell | undefined;
}

/**
 * Figures as a dataset, a row a figure: what it is, what it is of, value, ends, counts, and what has to
 * be said of each row where it is copied elsewhere: the release, TERBATAS, whether the data are made up.
 */
export function figureDataset(rows: readonly FigureRow[], options: FigureDatasetOptions): Dataset {
  const { name, title, description, edition, synthetic, release, asOf, publisher, software } =
    options;
  const dimensions = dimensionsOf(rows);
  const parts = figureParts(rows, dimensions, options);
  const [first, last] = spanOf(rows, asOf);
  const columns = parts.map(({ cell: _, ...column }) => column);
  return {
    name,
    title,
    description,
    edition,
    synthetic,
    release,
    ...(options.releaseSha256 === undefined ? {} : { releaseSha256: options.releaseSha256 }),
    first,
    last,
    asOf,
    codeLists: codeListsOf(rows, dimensions, options.naming),
    measures: measuresOf(rows, options),
    caveats: options.caveats ?? [],
    keywords: ['SP4N-LAPOR!', 'pengaduan publik', 'layanan publik', 'public complaints'],
    publisher,
    software,
    columns,
    chunks: chunksOf(rows, parts),
  };
}

/** The dimensions that some figure has, times first, the day of a curve last. */
export function dimensionsOf(rows: readonly FigureRow[]): DimensionName[] {
  const used = new Set(rows.flatMap(({ dims }) => Object.keys(dims) as DimensionName[]));
  const rank = (name: DimensionName) =>
    times.includes(name) ? times.indexOf(name) : name === 'day' ? 99 : 9;
  return [...used].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

const words = (key: MessageKey, params = {}): Words =>
  Object.fromEntries(languages.map((lang) => [lang, message(lang, key, params)])) as Words;

/** The state of a report has a column's name of its own: `status` is that of the figure. */
const columnOf = (name: string) => (name === 'status' ? 'report_status' : name);

function figureParts(
  rows: readonly FigureRow[],
  dimensions: readonly DimensionName[],
  { naming, release, edition, synthetic }: FigureDatasetOptions,
): Part[] {
  const sealed = rows.some(({ id }) => id !== undefined);
  const compared = rows.some(({ comparison }) => comparison);
  const part = (
    name: string,
    type: Part['type'],
    role: Part['role'],
    key: MessageKey,
    cell: Part['cell'],
    more: Partial<Part> = {},
  ): Part => ({ name, type, role, title: words(key), cell, ...more });
  const must = { required: true };
  const counts = sealed ? 'integer' : 'decimal';
  return [
    ...(sealed
      ? [part('id', 'text', 'id', 'reports.workbook.column.id', ({ id }) => id, must)]
      : []),
    ...measures.map((name) =>
      part(name, 'text', 'measure', `reports.workbook.column.${name}`, (row) => row[name], {
        ...must,
        codeList: name,
      }),
    ),
    ...dimensions.map((name): Part => {
      const title = Object.fromEntries(
        languages.map((lang) => [lang, naming.label('dimension', name, lang)]),
      ) as Words;
      const role = times.includes(name) ? 'time' : 'dimension';
      const base = { name: columnOf(name), role, title, description: words('export.column.total') };
      return name === 'day'
        ? {
            ...base,
            role,
            type: 'integer',
            cell: ({ dims }) => Number(dims.day ?? Number.NaN) || dayZero(dims.day),
          }
        : { ...base, role, type: 'text', codeList: columnOf(name), cell: ({ dims }) => dims[name] };
    }),
    part('value', 'decimal', 'value', 'reports.workbook.column.value', ({ value }) => value, {
      description: words('export.column.value'),
    }),
    part('low', 'decimal', 'low', 'reports.workbook.column.low', ({ low }) => low),
    part('high', 'decimal', 'high', 'reports.workbook.column.high', ({ high }) => high),
    ...(['numerator', 'denominator'] as const).map((name) =>
      part(name, counts, 'attribute', `reports.workbook.column.${name}`, (row) => row[name]),
    ),
    part('n', 'integer', 'attribute', 'reports.workbook.column.n', ({ n }) => n, must),
    part('unit', 'text', 'unit', 'reports.workbook.column.unit', ({ unit }) => unit, {
      ...must,
      codeList: 'unit',
    }),
    part('status', 'text', 'status', 'reports.workbook.column.status', ({ status }) => status, {
      ...must,
      codeList: 'figure_status',
    }),
    part(
      'provisional',
      'boolean',
      'provisional',
      'reports.workbook.column.provisional',
      ({ provisional }) => provisional,
      must,
    ),
    ...(rows.some(({ series_break }) => series_break)
      ? [
          part(
            ...(['series_break', 'boolean', 'break', 'release.break.column'] as const),
            ({ series_break }) => series_break === true,
            { ...must, description: words('release.break.column-text') },
          ),
        ]
      : []),
    part('as_of', 'date', 'attribute', 'reports.workbook.column.as_of', (row) => row.as_of, must),
    ...(sealed
      ? [
          part(
            'age_working_days',
            'integer',
            'attribute',
            'reports.workbook.column.age',
            (row) => row.age_working_days,
          ),
        ]
      : []),
    ...(compared ? comparisonParts(part) : []),
    ...markColumns(edition).map(
      (column): Part => ({
        ...column,
        cell: () =>
          ({ release: release ?? 'not_sealed', restriction: restricted, synthetic })[column.name] ??
          null,
      }),
    ),
  ];
}

type MakePart = (
  name: string,
  type: Part['type'],
  role: Part['role'],
  key: MessageKey,
  cell: Part['cell'],
) => Part;

/** What a live query was compared with; in a release comparisons are a table of their own. */
function comparisonParts(part: MakePart): Part[] {
  const key = 'export.column.compared';
  return [
    part('compare_with', 'text', 'attribute', key, ({ comparison }) => comparison?.with),
    part(
      'compare_base_value',
      'decimal',
      'attribute',
      key,
      ({ comparison }) => comparison?.base.value,
    ),
    part('compare_base_n', 'integer', 'attribute', key, ({ comparison }) => comparison?.base.n),
    part(
      'compare_difference',
      'decimal',
      'attribute',
      key,
      ({ comparison }) => comparison?.difference,
    ),
    part('compare_low', 'decimal', 'attribute', key, ({ comparison }) => comparison?.low),
    part('compare_high', 'decimal', 'attribute', key, ({ comparison }) => comparison?.high),
    part('compare_ratio', 'decimal', 'attribute', key, ({ comparison }) => comparison?.ratio),
    part('compare_clear', 'boolean', 'attribute', key, ({ comparison }) => comparison?.clear),
    part('compare_withheld', 'text', 'attribute', key, ({ comparison }) => comparison?.withheld),
  ];
}

/** What has to be said of each row, wherever it is copied. */
export function markColumns(edition: Edition): DatasetColumn[] {
  const column = (
    name: 'release' | 'restriction' | 'synthetic',
    type: FieldType,
  ): DatasetColumn => ({
    name,
    type,
    role: 'attribute',
    title: words(`export.column.${name}`),
    description: words(`export.column.${name}-text`),
    required: true,
  });
  return [
    column('release', 'text'),
    ...(edition === 'internal' ? [column('restriction', 'text')] : []),
    column('synthetic', 'boolean'),
  ];
}

const dayZero = (day: string | undefined) => (day === undefined ? null : 0);

const chunkRows = 8192;

function* chunksOf(rows: readonly FigureRow[], parts: readonly Part[]): Generator<Cell[][]> {
  for (let start = 0; start < rows.length; start += chunkRows) {
    const some = rows.slice(start, start + chunkRows);
    yield parts.map(({ cell }) => some.map((row) => cell(row) ?? null));
  }
}

function codeListsOf(
  rows: readonly FigureRow[],
  dimensions: readonly DimensionName[],
  naming: Naming,
): CodeList[] {
  const list = (name: string, title: Words, codes: readonly Code[]) => ({ name, title, codes });
  const used = (name: DimensionName) => new Set(rows.flatMap(({ dims }) => dims[name] ?? []));
  const named = (dimension: string, codes: Iterable<string>): Code[] => {
    const known = new Map(naming.codes(dimension).map((code) => [code.code, code]));
    for (const code of codes) {
      if (known.has(code)) continue;
      const [label_id = code, label_en = code] = languages.map((lang) =>
        naming.label(dimension, code, lang),
      );
      known.set(code, { code, label_id, label_en });
    }
    return [...known.values()].map(({ code, label_id, label_en, parent }) => ({
      code,
      label_id,
      label_en,
      parent: parent ?? null,
    }));
  };
  const told = (codes: readonly string[], key: (code: string) => MessageKey): Code[] =>
    codes.map((code) => {
      const { id, en } = words(key(code));
      return { code, label_id: id, label_en: en };
    });
  return [
    ...measures.map((name) => {
      const own = new Set(rows.map((row) => row[name]));
      const codes = named(name, own).filter(({ code }) => own.has(code));
      return list(name, words(`reports.workbook.column.${name}`), codes);
    }),
    ...dimensions
      .filter((name) => name !== 'day')
      .map((name) => {
        const title = Object.fromEntries(
          languages.map((lang) => [lang, naming.label('dimension', name, lang)]),
        ) as Words;
        return list(columnOf(name), title, named(name, used(name)));
      }),
    list(
      'unit',
      words('reports.workbook.column.unit'),
      told(units, (code) => `reports.workbook.unit.${code as MetricRow['unit']}`),
    ),
    list(
      'figure_status',
      words('reports.workbook.column.status'),
      told(figureStatuses, (code) => `reports.workbook.status.${code as MetricRow['status']}`),
    ),
  ];
}

function measuresOf(
  rows: readonly FigureRow[],
  { definitions, naming }: FigureDatasetOptions,
): MeasureDefinition[] {
  const codes = new Set(rows.map(({ metric, statistic }) => `${metric}.${statistic}`));
  const find = (lang: Lang, code: string) =>
    definitions[lang].find((one) => `${one.metric}.${one.statistic}` === code);
  return [...codes].flatMap((code) => {
    const [id, en] = [find('id', code), find('en', code)];
    if (!id || !en) return [];
    const label = Object.fromEntries(
      languages.map((lang) => [
        lang,
        `${naming.label('metric', id.metric, lang)}: ${naming.label('statistic', id.statistic, lang)}`,
      ]),
    ) as Words;
    return [{ code, label, id, en }];
  });
}

/** From the first day of the earliest period to the last of the latest. */
function spanOf(rows: readonly FigureRow[], asOf: IsoDate): [IsoDate, IsoDate] {
  const ids = new Set(rows.flatMap(({ dims }) => times.flatMap((name) => dims[name] ?? [])));
  const periods = [...ids].flatMap((id) => parsePeriod(id) ?? []);
  const first = periods.map((period) => period.first).sort()[0] ?? asOf;
  const last =
    periods
      .map((period) => period.last)
      .sort()
      .at(-1) ?? asOf;
  return [first, last];
}
