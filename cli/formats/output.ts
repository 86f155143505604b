import path from 'node:path';
import { BuktiError, exitStatus } from '../../base/index.ts';
import { nearest } from '../../base/nearest.ts';

const formats = ['table', 'csv', 'json', 'parquet', 'arrow', 'xlsx', 'md'] as const;
type Format = (typeof formats)[number];

/** Those that are no text, so that a terminal cannot show them. */
const binary: readonly Format[] = ['parquet', 'arrow', 'xlsx'];

const extensions: Record<string, Format> = {
  '.txt': 'table',
  '.csv': 'csv',
  '.json': 'json',
  '.parquet': 'parquet',
  '.arrow': 'arrow',
  '.arrows': 'arrow',
  '.feather': 'arrow',
  '.ipc': 'arrow',
  '.xlsx': 'xlsx',
  '.md': 'md',
};

export interface Output {
  format: Format;
  /** The whole path; on stdout where absent. */
  out: string | undefined;
}

/**
 * Where an answer goes and in what form: `--format`, else as the extension of `--out` says, else a
 * table for the terminal (with `--json` one JSON object).
 * @throws BuktiError `asking.unknown-format`, `asking.needs-out`, `asking.unknown-extension`
 */
export function readOutput(options: { format?: string; out?: string; json?: boolean }): Output {
  const out = options.out === undefined ? undefined : path.resolve(options.out);
  const format = options.format ?? (options.json ? 'json' : undefined) ?? guess(out);
  const known = formats.find((one) => one === format);
  if (!known) {
    const params = { format, near: nearest(format, formats), known: formats.join(', ') };
    throw new BuktiError('asking.unknown-format', params, exitStatus.usage);
  }
  if (binary.includes(known) && out === undefined) {
    throw new BuktiError('asking.needs-out', { format: known }, exitStatus.usage);
  }
  return { format: known, out };
}

function guess(out: string | undefined): string {
  if (out === undefined) return 'table';
  const extension = path.extname(out).toLowerCase();
  const format = extensions[extension];
  if (format) return format;
  const params = { file: path.basename(out), known: formats.join(', ') };
  throw new BuktiError('asking.unknown-extension', params, exitStatus.usage);
}
