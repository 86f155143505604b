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
  /** Of the bytes of manifest.json; base64. */
  signature: z.string(),
});

export function signManifest(folder: string, key: SigningKey): void {
  const bytes = readFileSync(path.join(folder, manifestFile));
  const signature: z.infer<typeof signatureSchema> = {
    algorithm: 'Ed25519',
    key_id: key.keyId,
    public_key: publicPem(key.publicKey),
    signature: sign(null, bytes, key.privateKey).toString('base64'),
  };
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
  try {
    const signed = signatureSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const key = createPublicKey(signed.public_key);
    const keyId = keyIdOf(key);
    const bytes = readFileSync(path.join(folder, manifestFile));
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
