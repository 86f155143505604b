import { existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BuktiError } from './errors.ts';
import { exitStatus } from './exit-status.ts';

/**
 * Lets `write` make a file beside the target and renames it: a reader, or a kill half-way, meets the
 * old file or the new one, never a part.
 * @throws BuktiError `asking.no-folder`, `asking.file-in-use` (open in Excel on Windows), `asking.cannot-write`
 */
export async function writeWhole(
  file: string,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const folder = path.dirname(file);
  if (!existsSync(folder)) throw new BuktiError('asking.no-folder', { folder }, exitStatus.usage);
  const temporary = path.join(folder, `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    await write(temporary);
    await renameOver(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw sayable(error, file);
  }
}

/** Writes pieces of text as UTF-8. */
export async function writePieces(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for await (const piece of pieces) await handle.write(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const inUse = ['EBUSY', 'EPERM', 'EACCES'];

/** A virus scanner holds a new file for a moment; Excel holds an open one for good. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (attempt >= 5 || !inUse.includes(codeOf(error))) throw error;
      await setTimeout(60 * attempt);
    }
  }
}

function sayable(error: unknown, file: string): unknown {
  if (error instanceof BuktiError) return error;
  const code = codeOf(error);
  if (inUse.includes(code) && existsSync(file)) {
    return new BuktiError('asking.file-in-use', { file });
  }
  const known = [...inUse, 'EISDIR', 'ENOSPC', 'EROFS', 'ENAMETOOLONG', 'ENOTDIR', 'ENOTEMPTY'];
  if (known.includes(code)) return new BuktiError('asking.cannot-write', { file, why: code });
  return error;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
