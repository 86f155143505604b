import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Lang, Workspace } from '../../base/index.ts';
import { writeWhole } from '../../base/whole-file.ts';
import { openRelease, type Release } from '../../release/index.ts';
import { renderDeck } from '../office/deck.ts';
import { writeTablesBook } from '../office/tables-book.ts';
import { ownDocument } from '../own/document.ts';
import type { Paper } from '../pdf/paper.ts';
import { renderPdf } from '../pdf/render.ts';
import { type ChosenDocument, chooseDocuments } from './choose.ts';
import { renderReview } from './kemenko/review.ts';
import { renderBrief } from './ksp/brief.ts';
import { renderPage } from './page.ts';

export const reportFormats = ['html', 'pdf', 'xlsx', 'pptx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportRequest {
  /** `ksp`, `kemenko`, or a document that the workspace declares. */
  document: string;
  /** A coordinating ministry, `kemenko_pmk` or `pmk`; absent: all that the release has tables for. */
  name?: string;
  /** A quarter that has a sealed release, as `2026Q3`. */
  period: string;
  lang: Lang;
  /** One file each, in this order; the page alone where nothing is said. */
  formats?: readonly ReportFormat[];
  /** Of the PDF; A4 where nothing is said. */
  paper?: Paper;
}

export interface WrittenReport {
  /** In the order of the documents, and of the formats within each. */
  files: string[];
  /** Percentages that texts hold without an id. */
  typed: { file: string; numbers: readonly string[] }[];
}

/**
 * Writes documents from a sealed release, and nothing else, each as one HTML page that opens offline:
 * `data/publications/<period>/ksp-<period>-v<version>.<lang>.html`, of a review
 * `kemenko-pmk-<period>-v<version>.<lang>.html`; as a PDF that says the same (`.pdf`; `.f4.pdf` on F4);
 * its tables (`.xlsx`) and slides (`.pptx`) are made from that page and the release.
 * @throws BuktiError `release.*` where there is no release or its hashes are wrong; those of
 *   `chooseDocuments`; `reports.pdf.unavailable`; `asking.file-in-use` where a program holds a file
 */
export async function writeReport(
  workspace: Workspace,
  request: ReportRequest,
): Promise<WrittenReport> {
  const { document, name, period, formats = ['html'] } = request;
  const written: WrittenReport = { files: [], typed: [] };
  for (const chosen of chooseDocuments(workspace, document, period, name)) {
    const release = await openRelease(workspace, period, undefined, chosen.recipient);
    const page = render(chosen, release, request.lang, written);
    const folder = path.join(workspace.publications, release.period);
    mkdirSync(folder, { recursive: true });
    for (const format of formats) {
      const file = path.join(folder, fileName(chosen, release, request, format));
      await writeWhole(file, (aside) => write(format, aside, page, release, request));
      written.files.push(file);
    }
  }
  return written;
}

function render(
  { recipient, own }: ChosenDocument,
  release: Release,
  lang: Lang,
  written: WrittenReport,
): string {
  if (own) {
    const typed = (file: string, numbers: readonly string[]) =>
      written.typed.push({ file, numbers });
    return renderPage(ownDocument(own, lang, typed), release, lang);
  }
  return recipient === 'ksp' ? renderBrief(release, lang) : renderReview(release, lang);
}

function fileName(
  { key }: ChosenDocument,
  { period, version }: Release,
  { lang, paper = 'a4' }: ReportRequest,
  format: ReportFormat,
): string {
  const ending = format === 'pdf' && paper !== 'a4' ? `${paper}.pdf` : format;
  return `${key}-${period}-v${version}.${lang}.${ending}`;
}

async function write(
  format: ReportFormat,
  file: string,
  page: string,
  release: Release,
  { lang, paper = 'a4' }: ReportRequest,
): Promise<void> {
  if (format === 'xlsx') return await writeTablesBook(file, release, lang, page);
  if (format === 'pptx') return writeFileSync(file, renderDeck(release, lang, page));
  writeFileSync(file, format === 'pdf' ? await renderPdf(page, release, { lang, paper }) : page);
}
