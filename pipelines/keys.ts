import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { BuktiError, exitStatus, type Workspace } from '../base/index.ts';
import { checkPrivate, createPrivate } from '../base/private-file.ts';
import { readLedger } from '../warehouse/index.ts';

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
  createPrivate(file, `${JSON.stringify(content, null, 2)}\n`);
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
