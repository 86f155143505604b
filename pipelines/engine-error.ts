import { BuktiError, exitStatus } from '../base/index.ts';
import type { Head } from './head.ts';

const kinds: [RegExp, 'csv-quotes' | 'csv-columns' | 'csv-long'][] = [
  [/Expected Number of Columns|MISSING COLUMNS|TOO MANY COLUMNS/, 'csv-columns'],
  [/unterminated quote|UNQUOTED VALUE|quote/i, 'csv-quotes'],
  [/Maximum line size/i, 'csv-long'],
];

/** The reader met a state that only its lenient mode can read (line ends of both kinds). */
export function needsLooseCsv(error: unknown): boolean {
  return error instanceof Error && error.message.includes('invalid state');
}

/**
 * A failure of the engine as a sentence. Its own text quotes the row, so nothing of it is passed on
 * but the kind and the row's number.
 */
export function engineError(file: string, format: Head['format'], error: unknown): unknown {
  if (error instanceof BuktiError || !(error instanceof Error)) return error;
  const { message } = error;
  const row = Number(/CSV Error on Line: (\d+)/.exec(message)?.[1] ?? 0);
  if (/not utf-8|Invalid unicode|byte sequence/i.test(message)) {
    return new BuktiError(row ? 'pipelines.not-utf8-row' : 'pipelines.not-utf8', { file, row });
  }
  if (row || message.includes('CSV')) {
    const body = message.replace(/Original Line:[\s\S]*?\n(?=Expected|Value|Maximum|\n)/, '');
    const kind = kinds.find(([pattern]) => pattern.test(body))?.[1] ?? 'csv-quotes';
    return new BuktiError(`pipelines.${kind}`, { file, row });
  }
  const json = /Malformed JSON in file .*? at byte \d+ in (?:record\/value|line) (\d+)/.exec(
    message,
  );
  if (json) return new BuktiError('pipelines.json-broken', { file, row: Number(json[1]) });
  if (format === 'parquet' && /magic bytes|snappy|zstd|thrift|corrupt|footer/i.test(message)) {
    return new BuktiError('pipelines.truncated', { file });
  }
  if (/Out of Memory|No space left|could not allocate/i.test(message)) {
    return new BuktiError('pipelines.no-room', { file });
  }
  const engine = /^([A-Z]\w*(?: \w+)* Error):/.exec(message);
  if (!engine) return error;
  return new BuktiError('pipelines.engine', { file, kind: engine[1] ?? '' }, exitStatus.internal);
}
