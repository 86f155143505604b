import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { BuktiError } from './errors.ts';
import { exitStatus } from './exit-status.ts';
import { othersInAcl } from './windows-acl.ts';

function windowsUser(): string {
  const { USERDOMAIN: domain, USERNAME: name = '' } = process.env;
  return domain ? `${domain}\\${name}` : name;
}

/** @throws BuktiError `pipelines.keys-open`, `pipelines.keys-open-windows` where others may read a file */
export function checkPrivate(file: string): void {
  if (process.platform === 'win32') {
    const acl = execFileSync('icacls', [file], { encoding: 'utf8', windowsHide: true });
    const others = othersInAcl(acl, file, windowsUser());
    if (others.length === 0) return;
    const params = { file, others: others.join(', '), user: windowsUser() };
    throw new BuktiError('pipelines.keys-open-windows', params, exitStatus.keys);
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new BuktiError('pipelines.keys-open', { file }, exitStatus.keys);
  }
}

/** Writes a file that its owner alone may read; where another process was quicker, its file stands. */
export function createPrivate(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
    closeSync(handle);
    if (process.platform === 'win32') {
      const grant = `${windowsUser()}:F`;
      execFileSync('icacls', [temporary, '/inheritance:r', '/grant:r', grant], {
        stdio: 'ignore',
        windowsHide: true,
      });
    }
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}
