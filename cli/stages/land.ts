import { existsSync } from 'node:fs';
import path from 'node:path';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { type LandResult, landFiles } from '../../pipelines/index.ts';
import type { Context } from '../context.ts';
import { checkDate } from '../parse.ts';

export interface LandOptions {
  mapping?: string;
  knownAt?: string;
  maxRejects?: number;
}

/** Takes files into the landing zone, all or none, and says what became of their rows. */
export async function landStage(
  context: Context,
  files: string[],
  options: LandOptions,
): Promise<LandResult> {
  checkDate('--known-at', options.knownAt);
  const missing = files.find((file) => !existsSync(file));
  if (missing) throw new BuktiError('cli.no-file', { file: missing }, exitStatus.input);
  const { progress, say } = context;
  progress.start(say('cli.stage.land', { file: path.basename(files[0] ?? '') }));
  try {
    const result = await landFiles(context.workspace, files, {
      ...(options.mapping === undefined ? {} : { mapping: options.mapping }),
      ...(options.knownAt === undefined ? {} : { knownAt: options.knownAt }),
      ...(options.maxRejects === undefined ? {} : { maxRejects: options.maxRejects }),
      onProgress: ({ file }) =>
        progress.update(say('cli.stage.land', { file: path.basename(file) })),
    });
    progress.done(say('cli.stage.land-done', landCounts(result)));
    for (const { file, outcome, batch } of result.files) {
      const name = path.basename(file);
      if (outcome === 'known' && options.knownAt !== undefined) {
        context.note('cli.known-at-ignored', { file: name, date: batch.known_at });
      } else if (outcome === 'landed' && batch.known_at_source === 'latest_date') {
        context.note('cli.known-at-guessed', { file: name, date: batch.known_at });
      }
    }
    for (const { file, outcome, batch } of result.files) {
      const n = batch.counts.suppressed ?? 0;
      if (outcome !== 'landed' || n === 0) continue;
      context.note('cli.land.suppressed', { file: path.basename(file), n });
    }
    if (result.keys.created) context.print('cli.keys-created', { file: result.keys.file });
    return result;
  } finally {
    progress.stop();
  }
}

/** Rows of the files that landed now; files that had landed before are only counted. */
export function landCounts(result: LandResult) {
  const fresh = result.files.filter((file) => file.outcome === 'landed');
  const sum = (name: keyof (typeof fresh)[number]['batch']['counts']) =>
    fresh.reduce((total, file) => total + (file.batch.counts[name] ?? 0), 0);
  return {
    files: fresh.length,
    known: result.files.length - fresh.length,
    read: sum('read'),
    landed: sum('landed'),
    rejected: sum('rejected'),
    duplicate: sum('duplicate'),
    suppressed: sum('suppressed'),
  };
}
