import {
  formatPeriod,
  type Lang,
  languages,
  type MessageKey,
  message,
  type Period,
  parsePeriod,
} from '../../base/index.ts';
import { parseCsv, publicNote } from '../../disclosure/index.ts';
import type { FigureDefinition } from '../../metrics/catalogue-definitions.ts';
import type { Cell } from '../../warehouse/index.ts';
import type { PublicManifest } from '../public/public-manifest.ts';
import type { OpenedPublic, PublicStructureFile } from '../public/read-public.ts';
import { countMeasure } from '../public/table-measures.ts';
import { markColumns } from './figure-dataset.ts';
import { codeListsOf, structureOf } from './public-codes.ts';
import type { Dataset, DatasetColumn, FurtherFile, MeasureDefinition, Words } from './types.ts';

export interface PublicDatasetOptions {
  readonly publisher: string;
  readonly software: string;
  readonly definitions: Record<Lang, readonly FigureDefinition[]>;
  readonly names: PublicNaming;
}

/** What dimensions, metrics and statistics are called; undefined where that is not known. */
export type PublicNaming = (
  kind: 'dimension' | 'metric' | 'statistic',
  code: string,
) => Words | undefined;

const words = (key: MessageKey, params = {}): Words =>
  Object.fromEntries(languages.map((lang) => [lang, message(lang, key, params)])) as Words;
const chunkRows = 8192;
const numeric = ['OBS_VALUE', 'LOWER', 'UPPER'];

/**
 * One published table as a dataset: the rows of the public file as they are, in its own columns, with the
 * unit, the release and whether the data are made up beside them.
 * @param table a table of the structure
 */
export function publicDataset(
  opened: OpenedPublic,
  table: string,
  options: PublicDatasetOptions,
): Dataset {
  const { manifest, manifestSha256, structures, disclosure } = opened;
  const { version, synthetic, provisional, as_of: asOf } = manifest;
  const structure = structures.find(({ tables }) => tables.some(({ name }) => name === table));
  const design = structure?.tables.find(({ name }) => name === table);
  if (!structure || !design) throw new Error(`no public table ${table}`);
  // A table may be of the year, or of the quarter before.
  const { id: period, first, last } = periodOf(structure, manifest);
  const [header = [], ...rows] = parseCsv(opened.text(design.file));
  const release = `${manifest.period}/v${version}`;
  const label = tableLabel(opened, design.file, table);
  const codes = [...new Set(rows.map(([measure = '']) => measure))];
  const measures = measuresOf(codes, options);
  const units = new Map(codes.map((code) => [code, unitOf(code, options)]));
  const marks = markColumns('public');
  const columns = [...header.flatMap(columnOf(options)), ...marks];
  const told = { release, synthetic } as Record<string, Cell>;
  return {
    name: table,
    title: inBoth((lang) =>
      message(lang, 'export.public.title', {
        label: label[lang],
        period: formatPeriod(period, lang),
      }),
    ),
    description: words('export.public.description', { table, release }),
    edition: 'public',
    synthetic,
    release,
    releaseSha256: manifestSha256,
    ...{ first, last, asOf, columns, measures },
    codeLists: codeListsOf({ structure, text: opened.text }, design, measures, options.names),
    caveats: [
      words('export.public.protected'),
      ...(provisional ? [words('release.public.provisional')] : []),
    ],
    keywords: ['SP4N-LAPOR!', 'pengaduan publik', 'layanan publik', 'public complaints'],
    publisher: options.publisher,
    software: options.software,
    more: furtherFiles(opened, structureOf(structure, design, codes)),
    chunks: chunksOf(),
  };

  function* chunksOf(): Generator<Cell[][]> {
    for (let start = 0; start < rows.length; start += chunkRows) {
      const some = rows.slice(start, start + chunkRows);
      yield columns.map(({ name }) => {
        const at = header.indexOf(name);
        if (name === 'UNIT_MEASURE') return some.map(([code = '']) => units.get(code) ?? null);
        if (at < 0) return some.map(() => told[name] ?? null);
        return some.map((row) => {
          const cell = row[at] ?? '';
          if (cell === '') return null;
          return numeric.includes(name) ? Number(cell) : cell;
        });
      });
    }
  }

  function furtherFiles({ text }: OpenedPublic, own: string): FurtherFile[] {
    return [
      { name: 'structure.json', text: own, about: words('export.file.structure') },
      {
        name: 'disclosure.json',
        text: text('disclosure.json'),
        about: words('export.file.disclosure'),
      },
      {
        name: 'DISCLOSURE.id.md',
        text: publicNote(disclosure, 'id'),
        about: words('export.file.disclosure-note'),
      },
      {
        name: 'DISCLOSURE.md',
        text: publicNote(disclosure, 'en'),
        about: words('export.file.disclosure-note-en'),
      },
    ];
  }
}

const inBoth = (make: (lang: Lang) => string): Words =>
  Object.fromEntries(languages.map((lang) => [lang, make(lang)])) as Words;

function periodOf({ dimensions }: PublicStructureFile, { period }: PublicManifest): Period {
  const total = dimensions.find(({ name }) => name === 'period')?.total ?? period;
  return parsePeriod(total) as Period;
}

/** The READMEs of a public folder name its tables. */
function tableLabel({ text }: OpenedPublic, file: string, table: string): Words {
  return inBoth((lang) => {
    const readme = text(lang === 'id' ? 'README.id.md' : 'README.md');
    const start = `- \`${file}\`: `;
    const line = readme.split('\n').find((one) => one.startsWith(start));
    return line?.slice(start.length) ?? table;
  });
}

function columnOf({ names }: PublicDatasetOptions): (name: string) => DatasetColumn[] {
  const column = (
    name: string,
    role: DatasetColumn['role'],
    title: Words,
    more: Partial<DatasetColumn> = {},
  ): DatasetColumn => ({ name, type: 'text', role, title, ...more });
  const limit = { type: 'decimal' as const, description: words('export.public.limit') };
  const must = { required: true };
  return (name) => {
    if (name === 'MEASURE') {
      const list = { ...must, codeList: 'measure' };
      return [column(name, 'measure', words('export.public.measure'), list)];
    }
    if (name === 'OBS_VALUE') {
      const more = { type: 'decimal' as const, description: words('export.public.value') };
      return [
        column(name, 'value', words('reports.workbook.column.value'), more),
        column('UNIT_MEASURE', 'unit', words('reports.workbook.column.unit'), {
          ...must,
          codeList: 'unit_measure',
        }),
      ];
    }
    if (name === 'LOWER') return [column(name, 'low', words('export.public.lower'), limit)];
    if (name === 'UPPER') return [column(name, 'high', words('export.public.upper'), limit)];
    if (name === 'OBS_STATUS') {
      const list = { ...must, codeList: 'obs_status' };
      return [column(name, 'status', words('reports.workbook.column.status'), list)];
    }
    if (name === 'CONF_STATUS') {
      const list = { codeList: 'conf_status' };
      return [column(name, 'confidential', words('export.public.conf'), list)];
    }
    const title = names('dimension', name) ?? { id: name, en: name };
    const role = name === 'period' ? 'time' : 'dimension';
    return [column(name, role, title, { ...must, codeList: name })];
  };
}

/** What a published measure is: its metric and statistic, or the count of reports. */
function figureOf(code: string): [metric: string, statistic: string] {
  const [metric = '', statistic = ''] = (code === countMeasure ? 'received.count' : code).split(
    '.',
  );
  return [metric, statistic];
}

function definitionOf(
  code: string,
  lang: Lang,
  { definitions }: PublicDatasetOptions,
): FigureDefinition | undefined {
  const [metric, statistic] = figureOf(code);
  return definitions[lang].find((one) => one.metric === metric && one.statistic === statistic);
}

function measuresOf(codes: readonly string[], options: PublicDatasetOptions): MeasureDefinition[] {
  return codes.flatMap((code) => {
    const [id, en] = languages.map((lang) => definitionOf(code, lang, options));
    if (!id || !en) return [];
    const [metric, statistic] = figureOf(code).map((name, index) =>
      options.names(index === 0 ? 'metric' : 'statistic', name),
    );
    const label = inBoth((lang) =>
      [metric?.[lang] ?? id.metric, statistic?.[lang] ?? id.statistic].join(': '),
    );
    if (id.unit !== 'share') return [{ code, label, id, en }];
    const unit = { code: 'percent', label: words('export.public.unit.percent') };
    return [{ code, label, id, en, unit }];
  });
}

/** Published shares are in percent. */
function unitOf(code: string, options: PublicDatasetOptions): string {
  if (code === countMeasure) return 'reports';
  const unit = definitionOf(code, 'en', options)?.unit;
  return unit === 'share' || unit === undefined ? 'percent' : unit;
}
