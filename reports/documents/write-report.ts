import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, type Lang, type Workspace } from '../../base/index.ts';
import {
  openRelease,
  type Release,
  sealedRecipients,
  sealedVersions,
} from '../../release/index.ts';
import { renderReview } from './kemenko/review.ts';
import { renderBrief } from './ksp/brief.ts';

export const documentNames = ['ksp', 'kemenko'] as const;
type DocumentName = (typeof documentNames)[number];

export interface ReportRequest {
  document: DocumentName;
  /** A coordinating ministry, `kemenko_pmk` or `pmk`; absent: all that the release has tables for. */
  name?: string;
  /** A quarter that has a sealed release, as `2026Q3`. */
  period: string;
  lang: Lang;
}

/**
 * Writes documents from a sealed release, and nothing else, each as one HTML page that opens offline:
 * `data/publications/<period>/ksp-<period>-v<version>.<lang>.html`, of a review
 * `kemenko-pmk-<period>-v<version>.<lang>.html`.
 * @returns the files, one a document
 * @throws BuktiError `release.*` where there is no release or its hashes are wrong,
 *   `reports.no-review` where it has no tables for the ministry
 */
export async function writeReport(
  workspace: Workspace,
  request: ReportRequest,
): Promise<{ files: string[] }> {
  const files: string[] = [];
  for (const recipient of recipientsOf(workspace, request)) {
    const release = await openRelease(workspace, request.period, undefined, recipient);
    files.push(writePage(workspace, release, request.lang));
  }
  return { files };
}

/** Whom the documents are for, as the release names them. */
function recipientsOf(workspace: Workspace, { document, name, period }: ReportRequest): string[] {
  if (document === 'ksp') return ['ksp'];
  const version = sealedVersions(workspace, period).at(-1);
  // Without a release openRelease says so.
  if (version === undefined) return ['ksp'];
  const reviews = sealedRecipients(workspace, period, version).filter((one) => one !== 'ksp');
  const asked = name?.toLowerCase().replaceAll('-', '_');
  const chosen = asked
    ? reviews.filter((one) => one === asked || one === `kemenko_${asked}`)
    : reviews;
  if (chosen.length > 0) return chosen;
  const known = reviews.map((one) => one.replace(/^kemenko_/, '')).join(', ') || '-';
  const key = name === undefined ? 'reports.no-reviews' : 'reports.no-review';
  throw new BuktiError(key, { name: name ?? '', period, known }, exitStatus.usage);
}

function writePage(workspace: Workspace, release: Release, lang: Lang): string {
  const { period, version, manifest } = release;
  const folder = path.join(workspace.publications, period);
  const document = manifest.recipient.replaceAll('_', '-');
  const name = `${document}-${period}-v${version}.${lang}.html`;
  const file = path.join(folder, name);
  mkdirSync(folder, { recursive: true });
  const aside = path.join(folder, `.tmp-${name}`);
  const render = manifest.recipient === 'ksp' ? renderBrief : renderReview;
  writeFileSync(aside, render(release, lang));
  renameSync(aside, file);
  return file;
}
