import { BuktiError, exitStatus, type Workspace } from '../../base/index.ts';
import { sealedRecipients, sealedVersions } from '../../release/index.ts';
import { type OwnDocument, ownDocuments, readOwnDocument } from '../own/definition.ts';

/** A document to write: whose tables it reads, and what an analyst declared where it is their own. */
export interface ChosenDocument {
  /** Begins its file's name. */
  key: string;
  recipient: string;
  own?: OwnDocument;
}

/**
 * The documents that a person asks for: `ksp`; `kemenko`, all reviews or the one of `pmk` or
 * `kemenko_pmk`; a document of the workspace by its name.
 * @throws BuktiError `reports.unknown-document`, `reports.no-review`, `reports.no-reviews`, `reports.own.*`
 */
export function chooseDocuments(
  workspace: Workspace,
  document: string,
  period: string,
  name?: string,
): ChosenDocument[] {
  if (document === 'kemenko') return reviews(workspace, period, name);
  if (document === 'ksp') return [{ key: 'ksp', recipient: 'ksp' }];
  const own = readOwnDocument(workspace, document);
  if (own) return [{ key: own.key, recipient: own.release, own }];
  const known = ['ksp', 'kemenko', ...ownDocuments(workspace)].join(', ');
  throw new BuktiError('reports.unknown-document', { document, known }, exitStatus.usage);
}

function reviews(workspace: Workspace, period: string, name?: string): ChosenDocument[] {
  const version = sealedVersions(workspace, period).at(-1);
  // Without a release openRelease says so.
  if (version === undefined) return [{ key: 'kemenko', recipient: 'ksp' }];
  const there = sealedRecipients(workspace, period, version).filter((one) => one !== 'ksp');
  const asked = name?.toLowerCase().replaceAll('-', '_');
  const chosen = asked ? there.filter((one) => one === asked || one === `kemenko_${asked}`) : there;
  if (chosen.length > 0) {
    return chosen.map((recipient) => ({ key: recipient.replaceAll('_', '-'), recipient }));
  }
  const known = there.map((one) => one.replace(/^kemenko_/, '')).join(', ') || '-';
  const key = name === undefined ? 'reports.no-reviews' : 'reports.no-review';
  throw new BuktiError(key, { name: name ?? '', period, known }, exitStatus.usage);
}
