import {
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/** Writes a small file so that a reader or a kill meets the old content or the new, never a part. */
export function writeAtomically(file: string, content: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(temporary, 'w');
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameRetrying(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Rename, over a file that is there. Windows refuses for the moment in which another process reads it or a virus
 * scanner looks at what is new. A folder that is there is never replaced, however long one waits.
 * @param attempts the waits between them grow by 25 ms: 20 take 5 seconds, 8 less than one
 */
export function renameRetrying(from: string, to: string, attempts = 20): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (process.platform !== 'win32' || attempt >= attempts || !isInUse(error)) throw error;
      if (statSync(to, { throwIfNoEntry: false })?.isDirectory()) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25 * attempt);
    }
  }
}

/** @returns false where the file is in use (Windows) */
export function tryRemove(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch (error) {
    if (isInUse(error)) return false;
    throw error;
  }
}

/** Whether another process holds a file: so Windows says; elsewhere it is a matter of rights. */
export function isInUse(error: unknown): boolean {
  return ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
}
