import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { renderPdf } from '../../reports/pdf/render.ts';
import { madeOnce } from '../made-once.ts';
import { fixture } from './fixture.ts';
import { type ReadPdf, readPdf } from './pdf-reader.ts';

interface FullBrief {
  html: string;
  bytes: Uint8Array;
  pdf: ReadPdf;
}

/** The brief of the full fixture in Indonesian, its PDF on A4 and that PDF read back; made once a run. */
export async function fullBrief(): Promise<FullBrief> {
  const folder = await madeOnce('brief', async (own) => {
    const release = fixture('full');
    const html = renderBrief(release, 'id');
    const bytes = await renderPdf(html, release, { lang: 'id', paper: 'a4' });
    writeFileSync(path.join(own, 'brief.html'), html);
    writeFileSync(path.join(own, 'brief.pdf'), bytes);
    writeFileSync(path.join(own, 'read.json'), JSON.stringify(await readPdf(bytes)));
  });
  const at = (name: string) => readFileSync(path.join(folder, name));
  return {
    html: at('brief.html').toString(),
    bytes: at('brief.pdf'),
    pdf: JSON.parse(at('read.json').toString()) as ReadPdf,
  };
}
