import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { renderPdf } from '../../reports/pdf/render.ts';
import { fixture } from './fixture.ts';
import { type ReadPdf, readPdf } from './pdf-reader.ts';

interface FullBrief {
  html: string;
  bytes: Uint8Array;
  pdf: ReadPdf;
}

let made: Promise<FullBrief> | undefined;

/** The brief of the full fixture in Indonesian, its PDF on A4 and that PDF read back; made once. */
export function fullBrief(): Promise<FullBrief> {
  made ??= make();
  return made;
}

async function make(): Promise<FullBrief> {
  const release = fixture('full');
  const html = renderBrief(release, 'id');
  const bytes = await renderPdf(html, release, { lang: 'id', paper: 'a4' });
  return { html, bytes, pdf: await readPdf(bytes) };
}
