import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';

/** @throws BuktiError `protect.folder-used` where the folder holds what an earlier run did not write */
export function checkFolder(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const sums = path.join(folder, 'SHA256SUMS');
  const own = existsSync(sums)
    ? readFileSync(sums, 'utf8')
        .split('\n')
        .map((line) => line.slice(66))
    : [];
  const strange = names.find((name) => name !== 'SHA256SUMS' && !own.includes(name));
  if (strange === undefined) return;
  throw new BuktiError('protect.folder-used', { folder }, exitStatus.usage);
}

/** Writes all files into a new folder and puts it in the place of the one before: all or none. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  checkFolder(folder);
  const target = path.resolve(folder);
  mkdirSync(path.dirname(target), { recursive: true });
  const fresh = `${target}.${process.pid}.tmp`;
  const old = `${target}.${process.pid}.old`;
  try {
    mkdirSync(fresh);
    for (const [name, text] of files) writeFileSync(path.join(fresh, name), text);
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
  } catch (error) {
    if (!existsSync(target) && existsSync(old)) renameSync(old, target);
    const why = (error as NodeJS.ErrnoException).code ?? '';
    throw new BuktiError('asking.cannot-write', { file: folder, why });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
