import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Lang, Workspace } from '../../base/index.ts';
import { openRelease } from '../../release/index.ts';
import { renderBrief } from './ksp/brief.ts';

export interface ReportRequest {
  document: 'ksp';
  /** A quarter that has a sealed release, as `2026Q3`. */
  period: string;
  lang: Lang;
}

/**
 * Writes a document from a sealed release, and nothing else, as one HTML page that opens offline:
 * `data/publications/<period>/ksp-<period>-v<version>.<lang>.html`.
 * @throws BuktiError `release.*` where there is no release or its hashes are wrong
 */
export async function writeReport(
  workspace: Workspace,
  request: ReportRequest,
): Promise<{ file: string }> {
  const release = await openRelease(workspace, request.period);
  const folder = path.join(workspace.publications, release.period);
  const name = `${request.document}-${release.period}-v${release.version}.${request.lang}.html`;
  const file = path.join(folder, name);
  mkdirSync(folder, { recursive: true });
  const aside = path.join(folder, `.tmp-${name}`);
  writeFileSync(aside, renderBrief(release, request.lang));
  renameSync(aside, file);
  return { file };
}
