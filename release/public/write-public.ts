import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { languages, previousQuarter, type Workspace } from '../../base/index.ts';
import { withWriteLock } from '../../warehouse/index.ts';
import { removeAbandoned } from '../abandoned.ts';
import { describeFile } from '../hashes.ts';
import { manifestFile } from '../places.ts';
import type { Recipient } from '../recipients.ts';
import { signManifest } from '../signing/signature.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { Manifest, ManifestFile } from '../types.ts';
import { passGate } from './gate.ts';
import { ledgerFile, ownLedger } from './ledger-file.ts';
import { publicFolder, publicRoot, publicVersions, unfinishedVersions } from './places.ts';
import type { PublicDraft } from './prepare-public.ts';
import { commitmentTo, contentHash, listed, type PublicManifest } from './public-manifest.ts';
import { toFile } from './redrawn.ts';
import { writeFiles } from './write-files.ts';

export interface PublicInput {
  readonly draft: PublicDraft;
  readonly recipients: readonly Recipient[];
}

/** Public files that lie aside, and what the vault keeps of them. */
export interface PublicPart {
  readonly temporary: string;
  readonly final: string;
  /** For the vault's manifest. */
  readonly told: { manifest_sha256: string; content_sha256: string };
  readonly files: ManifestFile[];
}

/**
 * Makes the public files of a version, lets the attacker at them, and writes them aside, signed. What the operator
 * alone may know (the ledger, the decisions, what was lost) goes into the vault.
 * @param scratch a folder for the attack, removed
 * @throws BuktiError `release.public.broken`
 */
export async function writePublic(
  workspace: Workspace,
  { draft, recipients }: PublicInput,
  manifest: Omit<Manifest, 'files'>,
  vault: { folder: string; salt: string; parts: readonly { folder: string; sha256: string }[] },
  key: SigningKey,
  scratch: string,
): Promise<PublicPart> {
  const { period, version, provisional, synthetic } = manifest;
  const commitment = commitmentTo(vault.salt, vault.parts);
  const before = publicVersions(workspace, period);
  const head = { period, version, provisional, synthetic };
  const passed = await passGate({
    place: `${period}/v${version}`,
    parts: draft.parts,
    recipients,
    earlier: publicAlready(workspace, draft, period),
    scratch,
    make: (redrawn) => {
      const made = draft.protect(redrawn);
      const files = draft.files(made, head);
      const told: PublicManifest = {
        format: 1,
        part: 'public',
        ...{ period, version, first: manifest.first, last: manifest.last },
        as_of: draft.asOf,
        ...{ provisional, synthetic },
        licence: 'CC-BY-4.0',
        catalogue_version: draft.catalogue.version,
        software: manifest.software,
        embargo_until: manifest.embargo_until ?? null,
        reason: manifest.reason,
        supersedes: before.at(-1) ?? null,
        files: listed(files),
        commitment,
      };
      const text = `${JSON.stringify(told, null, 2)}\n`;
      return { made, files: new Map([...files, [manifestFile, text]]) };
    },
  });
  const final = publicFolder(workspace, period, version);
  const temporary = path.join(path.dirname(final), `.tmp-v${version}-${process.pid}`);
  rmSync(temporary, { recursive: true, force: true });
  writeFiles(temporary, passed.files);
  signManifest(temporary, key);
  const { made } = passed;
  const ledger = ownLedger(made.at(-1)?.tables.ledger ?? draft.ledger, period);
  const gate = {
    rounds: passed.rounds,
    cells: passed.cells,
    drawn_again: toFile(passed.redrawn),
    attacked_as: ['outsider', ...recipients.slice(1).map(({ name }) => name)],
  };
  const kept = new Map([
    [ledgerFile, `${JSON.stringify(ledger)}\n`],
    ['disclosure/ledger-read.json', `${JSON.stringify(draft.ledger)}\n`],
    ['disclosure/design.yml', stringify(draft.decisions, { lineWidth: 110 })],
    ['disclosure/gate.json', `${JSON.stringify(gate, null, 2)}\n`],
    ...languages.map((lang) => [`disclosure/report.${lang}.md`, draft.report(made, lang)] as const),
  ]);
  writeFiles(vault.folder, kept);
  const [own] = listed(new Map([[manifestFile, passed.files.get(manifestFile) as string]]));
  return {
    temporary,
    final,
    told: { manifest_sha256: own?.sha256 ?? '', content_sha256: contentHash(passed.files) },
    files: [...kept.keys()].map((name) => describeFile(vault.folder, name, 1)),
  };
}

/** What is public of the periods that the release has tables of: its own earlier versions, the newest of others. */
function publicAlready(
  workspace: Workspace,
  { parts }: PublicDraft,
  quarter: string,
): ReadonlyMap<string, string> {
  const others = parts.flatMap(({ plan }) => (plan.folder === '' ? [] : [plan.period.id]));
  // The release after this one may have published more of this quarter.
  const quarters = [quarter, ...others, previousQuarter(quarter, -1)];
  const places = quarters.flatMap((own) => {
    const versions = publicVersions(workspace, own);
    return (own === quarter ? versions : versions.slice(-1)).map((one) => [own, one] as const);
  });
  return new Map(places.map(([own, one]) => [`${own}/v${one}`, publicFolder(workspace, own, one)]));
}

/** The first of two renames: without the sealed release, which comes second, the folder is unfinished. */
export function sealPublic({ temporary, final }: PublicPart): void {
  mkdirSync(path.dirname(final), { recursive: true });
  rmSync(final, { recursive: true, force: true });
  renameSync(temporary, final);
}

/**
 * Removes what a run that was stopped has left: folders aside, and public folders without their sealed release. Under
 * the lock, within which both get their names: the folder may be of another that is sealing now.
 * @throws BuktiError `warehouse.locked`
 */
export async function removeUnfinished(workspace: Workspace, period: string): Promise<void> {
  if (unfinishedVersions(workspace, period).length > 0) {
    await withWriteLock(workspace, async () => {
      for (const version of unfinishedVersions(workspace, period)) {
        rmSync(publicFolder(workspace, period, version), { recursive: true, force: true });
      }
    });
  }
  removeAbandoned(path.join(publicRoot(workspace), period));
}
