import path from 'node:path';
import type { Command } from 'commander';
import { formatDate } from '../../base/dates.ts';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { problemsOf, readPublicKey, verifyReleases } from '../../release/index.ts';
import { createContext } from '../context.ts';

/** At most so many problems are written out; `--json` has them all. */
const shown = 50;

/** Checks what a folder holds of releases, and says what it could not check. */
export async function verify(
  target: string,
  options: { key?: string },
  command: Command,
): Promise<void> {
  const context = createContext(command);
  const { progress, say, lang } = context;
  const trusted = options.key === undefined ? [] : [readPublicKey(path.resolve(options.key))];
  const folder = path.resolve(target);
  const nameOf = (place: string) => path.relative(process.cwd(), place) || place;
  progress.start(say('release.verify.stage', { folder: target }));
  let checked: Awaited<ReturnType<typeof verifyReleases>>;
  try {
    checked = await verifyReleases(folder, {
      trusted,
      onProgress: (place) => progress.start(say('release.verify.stage', { folder: nameOf(place) })),
    });
  } finally {
    progress.stop();
  }
  const unknown = new Set<string>();
  const known = new Set<string>();
  for (const { folder: place, files, figures, signature } of checked.parts) {
    context.print('release.verify.part', { folder: nameOf(place), files, figures });
    const { outcome, keyId: key = '?' } = signature ?? {};
    if (outcome === 'none') context.print('release.verify.unsigned', { folder: nameOf(place) });
    if (outcome === 'trusted') known.add(key);
    if (outcome === 'unknown-key' && trusted.length === 0) unknown.add(key);
  }
  const parts = checked.parts.map((part) => ({ ...part, sealed: part.signature?.keyId }));
  const batches = checked.batches.map((batch) => ({ ...batch, sealed: undefined }));
  for (const { folder: where, erasures, sealed } of [...parts, ...batches]) {
    const place = nameOf(where);
    for (const { day, records, reason, ground, signature } of erasures) {
      const said = { folder: place, records, day: formatDate(day, lang), reason };
      context.print(erasedKey[ground], said);
      const { outcome, keyId = '?' } = signature;
      if (outcome === 'trusted') known.add(keyId);
      if (outcome === 'unknown-key' && trusted.length === 0) unknown.add(keyId);
      if (sealed === undefined || sealed === keyId) continue;
      context.print('release.verify.tombstone-other-key', { folder: place, sealed, key: keyId });
    }
  }
  for (const key of known) context.print('release.verify.signed', { key });
  for (const key of unknown) context.print('release.verify.signed-unknown', { key });
  for (const { figures, problems, otherCode } of checked.derivations) {
    if (problems.length === 0) context.print('release.verify.derived', { figures });
    else if (otherCode) context.print('release.verify.other-code');
  }
  if (checked.parts.length > 0 && checked.derivations.length === 0)
    context.print('release.verify.underived');
  const problems = problemsOf(checked);
  for (const { key, params } of problems.slice(0, shown)) context.print(key, params);
  context.result({ ...checked, equal: problems.length === 0 });
  if (problems.length > 0) {
    throw new BuktiError(
      'release.verify.failed',
      { problems: problems.length },
      exitStatus.unverified,
    );
  }
  const files = checked.parts.reduce((sum, part) => sum + part.files, 0);
  if (files > 0) context.print('release.verify.whole', { files });
  else context.print('release.verify.erased-whole', { batches: checked.batches.length });
}

const erasedKey = {
  request: 'release.verify.erased-request',
  retention: 'release.verify.erased-retention',
} as const;
