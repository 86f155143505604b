import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { BuktiError, exitStatus, type Workspace } from '../../base/index.ts';
import { checkPrivate, createPrivate } from '../../base/private-file.ts';

/** The Ed25519 key of an institution: what it signs, anyone can check with the public half. */
export interface SigningKey {
  /** The first 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  keyId: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** As `SigningKey.keyId`, of a public key. */
export function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** As a PEM file, to be published where readers trust it. */
export function publicPem(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

/**
 * Reads a public key.
 * @param pem text of a PEM file; of a private key its public half is taken
 * @throws BuktiError `release.key-unreadable`
 */
export function readPublicKey(file: string): KeyObject {
  try {
    const key = createPublicKey(readFileSync(file, 'utf8'));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, in our words: a library's text may quote the file.
  }
  throw new BuktiError('release.key-unreadable', { file }, exitStatus.keys);
}

/**
 * The workspace's signing key; made (readable by its owner alone) where there is none.
 * @returns `created`: it is new, so the user must be told to back it up and to publish its public half
 * @throws BuktiError with exitStatus.keys: `release.key-unreadable`, `pipelines.keys-open`,
 *   `pipelines.keys-open-windows`
 */
export function openSigningKey(workspace: Workspace): SigningKey & { created: boolean } {
  const file = workspace.signingKey;
  const created = !existsSync(file);
  if (created) {
    const { privateKey } = generateKeyPairSync('ed25519');
    createPrivate(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  }
  checkPrivate(file);
  const publicKey = readPublicKey(file);
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(readFileSync(file, 'utf8'));
  } catch {
    throw new BuktiError('release.key-unreadable', { file }, exitStatus.keys);
  }
  return { keyId: keyIdOf(publicKey), privateKey, publicKey, created };
}
