import type { KeyObject } from 'node:crypto';
import { checkSignature, type SignatureCheck } from '../signing/signature.ts';
import type { Problem } from './problems.ts';

/**
 * What the signature of a part says.
 * @param trusted keys that the reader trusts; without any, an unknown key is told, not a problem
 */
export function checkSigned(
  folder: string,
  trusted: readonly KeyObject[],
): { signature: SignatureCheck; problems: Problem[] } {
  const signature = checkSignature(folder, trusted);
  const { outcome, keyId: key = '?' } = signature;
  const problems: Problem[] = [];
  if (outcome === 'wrong') {
    problems.push({ key: 'release.verify.signature-wrong', params: { folder } });
  }
  // Releases sealed before there were signatures have none.
  if (outcome === 'none' && trusted.length > 0) {
    problems.push({ key: 'release.verify.unsigned', params: { folder } });
  }
  if (outcome === 'unknown-key' && trusted.length > 0) {
    problems.push({ key: 'release.verify.wrong-key', params: { folder, key } });
  }
  return { signature, problems };
}
