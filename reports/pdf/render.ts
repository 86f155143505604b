import type { Lang } from '../../base/index.ts';
import type { Release } from '../../release/index.ts';
import { printCodes } from '../text/codes.ts';
import { appendix } from './appendix.ts';
import { compile } from './compile.ts';
import { parsePage } from './dom.ts';
import { type Paper, roomOf } from './paper.ts';
import { shorten } from './shorten.ts';
import { typstSource } from './source.ts';

/**
 * A page of a document, as its HTML, on paper: a tagged PDF that says the same, with contents, page
 * numbers and an appendix of printed codes. The same bytes for the same page and release.
 * @throws BuktiError `reports.pdf.unavailable`
 */
export async function renderPdf(
  html: string,
  release: Release,
  options: { lang: Lang; paper: Paper },
): Promise<Uint8Array> {
  const page = parsePage(printCodes(html));
  shorten(page, roomOf(options.paper), options.lang);
  const codes = appendix(page, release, options.lang).text;
  const source = typstSource(page, {
    paper: options.paper,
    release: `${release.period} v${release.version}`,
    date: release.manifest.as_of,
    appendix: parsePage(`<!doctype html><html><body>${codes}</body></html>`).body,
  });
  return compile(source);
}
