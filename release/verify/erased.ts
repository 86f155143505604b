import type { KeyObject } from 'node:crypto';
import { checkBytes, type SignatureCheck } from '../signing/signature.ts';
import {
  type FoundTombstone,
  readTombstones,
  type Tombstone,
  type TombstoneFolder,
} from '../tombstone/tombstone.ts';
import type { Problem } from './problems.ts';

/** An erasure as a folder's tombstone tells it. */
export interface Erasure {
  folder: string;
  id: string;
  /** `YYYY-MM-DD` */
  day: string;
  ground: Tombstone['ground'];
  reason: string;
  /** Distinct reports of this folder. */
  records: number;
  signature: SignatureCheck;
}

export interface Erased {
  erasures: Erasure[];
  /** By name: the hash that a file must have now. */
  hashes: Map<string, string>;
  problems: Problem[];
}

/**
 * What the tombstones of a folder say of its files. Each must be signed, and begin with the very hashes
 * that the manifest, or the tombstone before, ends with: so the way from what was sealed to what lies there
 * has no gap.
 * @param sealed the hashes of the manifest, by file; empty for a folder without one
 * @param isOwn which folder of a tombstone this is
 */
export function checkErased(
  folder: string,
  sealed: ReadonlyMap<string, string>,
  isOwn: (named: string) => boolean,
  trusted: readonly KeyObject[],
): Erased {
  const hashes = new Map(sealed);
  const erasures: Erasure[] = [];
  const problems: Problem[] = [];
  const steps: Step[] = [];
  for (const found of readTombstones(folder)) {
    const own = found.tombstone?.folders.find((one) => isOwn(one.folder));
    if (own && found.tombstone) steps.push({ ...found, tombstone: found.tombstone, own });
    else problems.push({ key: 'release.verify.tombstone', params: { file: found.file } });
  }
  const hasManifest = sealed.size > 0;
  while (steps.length > 0) {
    const [step] = steps.splice(nextStep(steps, hashes, hasManifest), 1) as [Step];
    const { file, bytes, signature: text, tombstone, own } = step;
    const signature = checkBytes(bytes, text, trusted);
    const { outcome, keyId: key = '?' } = signature;
    if (outcome === 'wrong' || outcome === 'none') {
      problems.push({ key: 'release.verify.tombstone-signature', params: { file } });
    } else if (outcome === 'unknown-key' && trusted.length > 0) {
      problems.push({ key: 'release.verify.wrong-key', params: { folder: file, key } });
    }
    const gap = follow(own, hashes, hasManifest);
    if (gap) problems.push({ key: 'release.verify.tombstone-gap', params: { file, name: gap } });
    const { id, ground, reason, erased_at } = tombstone;
    const { records } = own;
    erasures.push({ folder, id, day: erased_at.slice(0, 10), ground, reason, records, signature });
  }
  return { erasures, hashes, problems };
}

interface Step extends FoundTombstone {
  tombstone: Tombstone;
  own: TombstoneFolder;
}

/** Hashes say what came after what; a clock may have been put back. */
function nextStep(
  steps: readonly Step[],
  hashes: ReadonlyMap<string, string>,
  hasManifest: boolean,
): number {
  const fits = ({ own }: Step, index: number) =>
    own.files.every(({ name, old_sha256 }) => {
      const known = hashes.get(name);
      if (known !== undefined || hasManifest) return known === old_sha256;
      const isMade = (other: Step) =>
        other.own.files.some((one) => one.name === name && one.new_sha256 === old_sha256);
      return !steps.some((other, at) => at !== index && isMade(other));
    });
  return Math.max(0, steps.findIndex(fits));
}

/** @returns the first file whose hash before is not what was known of it */
function follow(
  { files }: TombstoneFolder,
  hashes: Map<string, string>,
  hasManifest: boolean,
): string | undefined {
  let gap: string | undefined;
  for (const { name, old_sha256, new_sha256 } of files) {
    const known = hashes.get(name);
    if (known !== old_sha256 && (known !== undefined || hasManifest)) gap ??= name;
    hashes.set(name, new_sha256);
  }
  return gap;
}
