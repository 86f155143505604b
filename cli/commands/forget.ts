import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { formatDate, wibTime } from '../../base/dates.ts';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import {
  type EraseRequest,
  type EraseResult,
  eraseReports,
  retentionCutoffs,
  retentionOf,
} from '../../erasure/index.ts';
import { activeBatches, isCurrent, publishedInfo, readLedger } from '../../warehouse/index.ts';
import { type Context, createContext } from '../context.ts';
import { checkDate } from '../parse.ts';
import { buildStage } from '../stages/build.ts';

interface ForgetOptions {
  from?: string;
  reporter?: boolean;
  register?: string;
  expired?: boolean;
  on?: string;
  reason?: string;
  dryRun?: boolean;
  deleteInputs?: boolean;
  build: boolean;
}

/** Erases reports and builds the warehouse anew; with `--dry-run` only says what would be erased. */
export async function forget(
  ids: string[],
  options: ForgetOptions,
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const { workspace, progress, say } = context;
  const request = requestOf(context, ids, options);
  progress.start(say('forget.look'));
  let result: EraseResult;
  try {
    result = await eraseReports(workspace, request, {
      dryRun: options.dryRun ?? false,
      deleteInputs: options.deleteInputs ?? false,
      onProgress: ({ done, total }) => progress.update(say('forget.write', { done, total })),
    });
  } finally {
    progress.stop();
  }
  tell(context, request, result);
  const stale = publishedInfo(workspace) !== undefined && !isCurrent(workspace);
  if (stale && !result.dryRun) {
    if (options.build && activeBatches(workspace).length > 0) await buildStage(context);
    else context.note('forget.stale');
  }
  context.result({ ...result, warehouse: warehouseOf(context) });
}

function warehouseOf({ workspace }: Context): 'none' | 'old' | 'current' {
  if (!publishedInfo(workspace)) return 'none';
  return isCurrent(workspace) ? 'current' : 'old';
}

function requestOf(context: Context, ids: string[], options: ForgetOptions): EraseRequest {
  const { reason = '' } = options;
  const usage = (key: 'forget.both' | 'forget.no-ids') => new BuktiError(key, {}, exitStatus.usage);
  const given = options.from === undefined ? ids : [...ids, ...readIds(options.from)];
  if (!options.expired) {
    if (given.length === 0) throw usage('forget.no-ids');
    const by = options.reporter ? 'reporter' : 'report';
    return { ground: 'request', ids: given, by, register: options.register, reason };
  }
  if (given.length > 0 || options.reporter) throw usage('forget.both');
  checkDate('--on', options.on);
  const today = wibTime(new Date()).slice(0, 10);
  const on = options.on ?? today;
  if (on > today && !options.dryRun) {
    throw new BuktiError('forget.on-future', { date: on }, exitStatus.usage);
  }
  return { ground: 'retention', retention: retentionOf(context.workspace), on, reason };
}

/** One id a line; empty lines and those that begin with # are left out. */
function readIds(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : path.resolve(file), 'utf8');
  } catch {
    throw new BuktiError('cli.no-file', { file }, exitStatus.input);
  }
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Files and numbers; never who. */
function tell(context: Context, request: EraseRequest, result: EraseResult): void {
  const { print, note, lang } = context;
  const { asked, already, unknown, records, folders, copies, inputs, rowExports } = result;
  if (request.ground === 'retention') {
    const landed = new Set(readLedger(context.workspace).map((batch) => batch.source));
    for (const { source, period, keptFrom } of retentionCutoffs(request)) {
      print('forget.retention', { source, period, day: formatDate(keptFrom, lang) });
      if (!landed.has(source)) note('forget.no-source', { source, known: [...landed].join(', ') });
    }
  } else {
    print('forget.asked', { asked, already, unknown });
    if (unknown > 0) note('forget.unknown', { unknown });
  }
  if (folders.length === 0) {
    print('forget.nothing');
    return;
  }
  for (const { folder, records: own, files } of folders) {
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    print('forget.folder', {
      folder: `${context.workspace.config.data}/${folder}`,
      records: own,
      rows,
      files: files.length,
    });
  }
  if (copies.length > 0) print('forget.copies', { copies: copies.length });
  const tombstones = result.tombstones.join(', ');
  if (result.dryRun) print('forget.would', { records, folders: folders.length });
  else print('forget.done', { records, folders: folders.length, tombstones });
  if (inputs.length > 0) {
    const named = { n: inputs.length, files: inputs.map((file) => path.basename(file)).join(', ') };
    note(result.inputsDeleted ? 'forget.inputs-deleted' : 'forget.inputs', named);
  }
  if (rowExports > 0) note('forget.exports', { n: rowExports });
  if (result.keyCreated) note('release.key-created', { file: context.workspace.signingKey });
}
