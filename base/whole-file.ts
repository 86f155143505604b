import { existsSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { isInUse, renameRetrying } from './atomic-file.ts';
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
    renameRetrying(temporary, file, attempts);
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

/** A virus scanner holds a new file for a moment; Excel holds an open one for good. */
const attempts = 8;

function sayable(error: unknown, file: string): unknown {
  if (error instanceof BuktiError) return error;
  if (isInUse(error) && existsSync(file)) {
    return new BuktiError('asking.file-in-use', { file });
  }
  const known = ['EISDIR', 'ENOSPC', 'EROFS', 'ENAMETOOLONG', 'ENOTDIR', 'ENOTEMPTY'];
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (isInUse(error) || known.includes(code))
    return new BuktiError('asking.cannot-write', { file, why: code });
  return error;
}
