import { type Lang, message } from '../base/index.ts';
import type { KeyedRows } from './compute.ts';
import { figureContent } from './figure-content.ts';
import { keyOfId } from './figure-id.ts';
import type { ManifestDraft } from './manifest.ts';
import { type Manifest, type Release, type RevisedFigure, tableNames } from './types.ts';

/** Figures that are new, gone or different from a sealed release. */
export function countChanges(before: Release, tables: Iterable<KeyedRows>): number {
  const old = new Map<string, string>();
  for (const name of tableNames) {
    for (const figure of before.rows(name)) old.set(keyOfId(figure.id), figureContent(figure));
  }
  const now = new Map<string, string>();
  for (const rows of tables) for (const [key, row] of rows) now.set(key, figureContent(row));
  let changes = 0;
  for (const [key, text] of now) if (old.get(key) !== text) changes++;
  for (const key of old.keys()) if (!now.has(key)) changes++;
  return changes;
}

/** Figures of the quarter's totals whose value is not what the version before had, in order of key. */
export function revisedFigures(before: Release, headline: KeyedRows): RevisedFigure[] {
  const old = new Map(before.rows('headline').map(({ id, value }) => [keyOfId(id), value]));
  return headline.flatMap(([key, { value: now }]) => {
    const value = old.get(key);
    return value === undefined || value === now ? [] : [{ key, before: value, now }];
  });
}

/** Why a new version is made, in a sentence: the user's own, else what differs from the one before. */
export function revisionReason(
  before: Manifest,
  now: ManifestDraft,
  own: string | undefined,
): Record<Lang, string> {
  if (own !== undefined) return { id: own, en: own };
  const known = new Set(before.batches.map((batch) => batch.batch));
  const still = new Set(now.batches.map((batch) => batch.batch));
  const added = now.batches.filter((batch) => !known.has(batch.batch)).length;
  const removed = before.batches.filter((batch) => !still.has(batch.batch)).length;
  const sentence = (lang: Lang) => {
    if (added > 0 || removed > 0) {
      return message(lang, 'release.reason-batches', { added, removed });
    }
    const [from, to] = [before.software.version, now.software.version];
    if (from !== to) return message(lang, 'release.reason-software', { from, to });
    return message(lang, 'release.reason-models');
  };
  return { id: sentence('id'), en: sentence('en') };
}
