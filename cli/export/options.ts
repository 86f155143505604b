import path from 'node:path';
import { BuktiError, exitStatus } from '../../base/index.ts';
import { type CsvStyle, type LabelPart, labelParts } from '../../release/datasets/index.ts';
import type { Context } from '../context.ts';
import { parseList } from '../parse.ts';

/** What the command line says, unread. */
export interface ExportOptions {
  period?: string;
  release?: string;
  recipient?: string;
  metrics?: string;
  by?: string;
  where?: string[];
  asOf?: string;
  known?: string;
  rows?: boolean;
  purpose?: string;
  format?: string;
  out?: string;
  labels?: string;
  wide?: string;
  decimal?: string;
  bom?: boolean;
  regionCodes?: string;
  forPublication?: boolean;
  log?: boolean;
}

const exportFormats = ['dataset', 'csv', 'xlsx', 'parquet', 'arrow', 'json', 'sdmx-csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const fileEndings: Record<Exclude<ExportFormat, 'dataset'>, string> = {
  csv: '.csv',
  xlsx: '.xlsx',
  parquet: '.parquet',
  arrow: '.arrow',
  json: '.json',
  'sdmx-csv': '.sdmx.csv',
};

/** How the files are to be written. */
export interface Shape {
  format: ExportFormat;
  style: CsvStyle;
  labels: LabelPart[];
  /** Labels were asked for, not only defaulted. */
  labelled: boolean;
  undotted: boolean;
  wide: string | undefined;
}

/** @throws BuktiError `export.bad-option`, `export.wide-format` */
export function readShape(options: ExportOptions, { reportLang }: Context): Shape {
  const format = options.format ?? guess(options.out) ?? 'dataset';
  const known = oneOf('--format', format, exportFormats);
  const labels =
    options.labels === undefined
      ? (['code', reportLang] as LabelPart[])
      : parseList(options.labels).map((part) => oneOf('--labels', part, labelParts));
  if (labels.length === 0) oneOf('--labels', options.labels ?? '', labelParts);
  const decimal = oneOf('--decimal', options.decimal ?? 'point', ['point', 'comma'] as const);
  const codes = oneOf('--region-codes', options.regionCodes ?? 'dotted', [
    'dotted',
    'undotted',
  ] as const);
  if (options.wide !== undefined && (known === 'dataset' || known === 'sdmx-csv')) {
    throw new BuktiError('export.wide-format', { format: known }, exitStatus.usage);
  }
  return {
    format: known,
    style: { decimalComma: decimal === 'comma', bom: options.bom ?? false },
    labels: labelParts.filter((part) => labels.includes(part)),
    labelled: options.labels !== undefined,
    undotted: codes === 'undotted',
    wide: options.wide,
  };
}

function guess(out: string | undefined): ExportFormat | undefined {
  if (out === undefined) return undefined;
  const name = path.basename(out).toLowerCase();
  const endings = Object.entries(fileEndings).sort(([, a], [, b]) => b.length - a.length);
  return endings.find(([, ending]) => name.endsWith(ending))?.[0] as ExportFormat | undefined;
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value.trim().toLowerCase());
  if (found !== undefined) return found;
  const params = { option, value, known: known.join(', ') };
  throw new BuktiError('export.bad-option', params, exitStatus.usage);
}
