import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, type Workspace } from '../base/index.ts';
import { readLedger } from '../warehouse/index.ts';
import { othersInAcl } from './windows-acl.ts';

/** The secrets that turn ids into keys. `k2` never changes for an existing record. */
export interface Keys {
  /** Names the pair of keys without giving anything of them away; stands in every batch. */
  keyId: string;
  /** 32 bytes. */
  k1: Buffer;
  k2: Buffer;
}

function keyIdOf(k1: string, k2: string): string {
  return createHash('sha256').update(`bukti key id\n${k1}\n${k2}`).digest('hex').slice(0, 16);
}

function windowsUser(): string {
  const { USERDOMAIN: domain, USERNAME: name = '' } = process.env;
  return domain ? `${domain}\\${name}` : name;
}

function checkPrivate(file: string): void {
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

function readKeys(file: string): Keys {
  checkPrivate(file);
  let parsed: { format?: unknown; key_id?: unknown; k1?: unknown; k2?: unknown };
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new BuktiError('pipelines.keys-broken', { file }, exitStatus.keys);
  }
  const { k1, k2 } = parsed;
  const hex = /^[0-9a-f]{64}$/;
  const whole = typeof k1 === 'string' && typeof k2 === 'string' && hex.test(k1) && hex.test(k2);
  if (parsed.format !== 1 || !whole || parsed.key_id !== keyIdOf(k1, k2)) {
    throw new BuktiError('pipelines.keys-broken', { file }, exitStatus.keys);
  }
  return { keyId: parsed.key_id, k1: Buffer.from(k1, 'hex'), k2: Buffer.from(k2, 'hex') };
}

/** Writes new keys; where another process was quicker, its keys stand. */
function createKeys(file: string): void {
  const [k1, k2] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const content = { format: 1, key_id: keyIdOf(k1, k2), k1, k2 };
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`);
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

/**
 * The workspace's keys; created (file 0600, folder 0700) only while nothing has landed.
 * @returns `created`: nothing had landed before, so the user must be told to back the file up
 * @throws BuktiError with exitStatus.keys: `pipelines.keys-missing`, `pipelines.keys-other`,
 *   `pipelines.keys-open`, `pipelines.keys-open-windows`, `pipelines.keys-broken`
 */
export function openKeys(workspace: Workspace): { keys: Keys; created: boolean } {
  const file = workspace.keys;
  const landed = readLedger(workspace)[0];
  if (!existsSync(file)) {
    if (landed) {
      const params = { file, key: landed.key_id };
      throw new BuktiError('pipelines.keys-missing', params, exitStatus.keys);
    }
    createKeys(file);
  }
  const keys = readKeys(file);
  if (landed && landed.key_id !== keys.keyId) {
    const params = { file, key: landed.key_id, found: keys.keyId };
    throw new BuktiError('pipelines.keys-other', params, exitStatus.keys);
  }
  return { keys, created: !landed };
}
