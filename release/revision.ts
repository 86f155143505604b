import { BuktiError, exitStatus, type Lang, message } from '../base/index.ts';
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

/**
 * Why a new version is made: the words of whoever answers for it, one text for both languages.
 * @throws BuktiError `release.needs-reason` where there are none
 */
export function statedReason(
  before: Manifest,
  now: Pick<Manifest, 'batches'>,
  own: string | undefined,
  changed: number,
): Record<Lang, string> {
  const text = own?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (text !== '') return { id: text, en: text };
  const params = { period: before.period, before: `v${before.version}`, changed };
  const batches = batchChanges(before, now);
  throw new BuktiError('release.needs-reason', { ...params, ...batches }, exitStatus.usage);
}

/** Batches that only one of two releases rests on. */
export function batchChanges(
  before: Pick<Manifest, 'batches'>,
  now: Pick<Manifest, 'batches'>,
): { added: number; removed: number } {
  const [old, current] = [before, now].map(
    ({ batches }) => new Set(batches.map((one) => one.batch)),
  );
  return {
    added: [...(current ?? [])].filter((one) => !old?.has(one)).length,
    removed: [...(old ?? [])].filter((one) => !current?.has(one)).length,
  };
}

/** What differs from the version before, in a sentence of our own. */
export function whatDiffers(before: Manifest, now: ManifestDraft): Record<Lang, string> {
  const { added, removed } = batchChanges(before, now);
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
