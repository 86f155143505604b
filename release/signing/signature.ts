import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { manifestFile } from '../places.ts';
import { keyIdOf, publicPem, type SigningKey } from './signing-key.ts';

/** Beside each manifest; the files it lists are signed through their hashes. */
export const signatureFile = 'manifest.sig.json';

const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  key_id: z.string().regex(/^[0-9a-f]{16}$/),
  /** PEM; worth as much as the place where the reader has it from. */
  public_key: z.string(),
  /** Of the bytes of the file that it stands beside; base64. */
  signature: z.string(),
});

type Signature = z.infer<typeof signatureSchema>;

/** A signature of some bytes, as its file holds it. */
export function signBytes(bytes: Buffer, key: SigningKey): Signature {
  return {
    algorithm: 'Ed25519',
    key_id: key.keyId,
    public_key: publicPem(key.publicKey),
    signature: sign(null, bytes, key.privateKey).toString('base64'),
  };
}

export function signManifest(folder: string, key: SigningKey): void {
  const signature = signBytes(readFileSync(path.join(folder, manifestFile)), key);
  writeFileSync(path.join(folder, signatureFile), `${JSON.stringify(signature, null, 2)}\n`);
}

/**
 * What a manifest's signature is worth: `trusted` (made with one of the keys given), `unknown-key` (it
 * holds, but by a key that nobody vouches for here), `wrong`, `none`.
 */
export interface SignatureCheck {
  outcome: 'trusted' | 'unknown-key' | 'wrong' | 'none';
  keyId?: string;
}

export function checkSignature(folder: string, trusted: readonly KeyObject[]): SignatureCheck {
  const file = path.join(folder, signatureFile);
  if (!existsSync(file)) return { outcome: 'none' };
  return checkBytes(readFileSync(path.join(folder, manifestFile)), readFileSync(file), trusted);
}

/** The same of any bytes; `signature` is the text of its file, undefined where there is none. */
export function checkBytes(
  bytes: Buffer,
  signature: Buffer | string | undefined,
  trusted: readonly KeyObject[],
): SignatureCheck {
  if (signature === undefined) return { outcome: 'none' };
  try {
    const signed = signatureSchema.parse(JSON.parse(signature.toString()));
    const key = createPublicKey(signed.public_key);
    const keyId = keyIdOf(key);
    const holds =
      keyId === signed.key_id &&
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, bytes, key, Buffer.from(signed.signature, 'base64'));
    if (!holds) return { outcome: 'wrong', keyId: signed.key_id };
    const known = trusted.some((one) => keyIdOf(one) === keyId);
    return { outcome: known ? 'trusted' : 'unknown-key', keyId };
  } catch {
    return { outcome: 'wrong' };
  }
}
