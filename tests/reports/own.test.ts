import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../base/index.ts';
import { renderPage } from '../../reports/documents/page.ts';
import { ownDocuments, readOwnDocument } from '../../reports/own/definition.ts';
import { ownDocument } from '../../reports/own/document.ts';
import { renderText } from '../../reports/own/markdown.ts';
import { scaffoldDocument } from '../../reports/own/scaffold.ts';
import { createContext } from '../../reports/sections/context.ts';
import { fixture } from './fixture.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'bukti dokumen '));
const workspace = openWorkspace(root, {});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const context = createContext(fixture('full'), 'id');
const render = (text: string) => renderText(context, text, 'a.id.md');
const documentOf = (text: string) =>
  parseHTML(`<!doctype html><html><body>${render(text).body.text}</body></html>`).document;

describe('a text in Markdown', () => {
  it('has its title, its words and the figures of the release', () => {
    const text = render(
      '# Judul kita\n\nMasuk **{{ received.count }}** laporan.\n\n## Lanjut\n\n- satu',
    );
    expect(text.title).toBe('Judul kita');
    const figure = fixture('full').find('series', { metric: 'received', statistic: 'count' });
    expect(text.body.text).toContain(`value="${figure?.value}" data-id="${figure?.id}"`);
    expect(text.body.text).toContain('<h3>Lanjut</h3>');
    expect(text.body.text).toContain('<li>satu</li>');
    expect(text.typed).toEqual([]);
  });

  it('gives an interval, and a change only as the release judged it', () => {
    const page = documentOf(
      '# A\n\n{{ resolved.share | interval }} {{ resolved.share | change }} {{ resolved.share?quarter=before }}',
    );
    expect(page.querySelector('.ci')?.getAttribute('data-id')).toContain('resolved.share');
    expect(page.body.textContent).toContain('belum dapat dipastikan');
    const ids = [...page.querySelectorAll('data.f:not(.d)')].map((one) =>
      one.getAttribute('data-id'),
    );
    expect(ids).toContain('2026Q3/v1/resolved.share?quarter=2026Q2');
  });

  it('shows HTML and pictures as text, and links to the web alone', () => {
    const page = documentOf(
      '# A\n\n<script>alert(1)</script> <b onclick="x()">b</b> ![p](http://a.b/c.png)\n\n[a](javascript:alert(1)) [b](https://bps.go.id)',
    );
    expect(page.querySelectorAll('script, b, img').length).toBe(0);
    const links = [...page.querySelectorAll('a')].map((one) => one.getAttribute('href'));
    expect(links).toEqual(['https://bps.go.id']);
  });

  it('makes no element that is not ours of whatever is typed', () => {
    const ours =
      /^(p|h[1-6]|ul|ol|li|strong|em|del|code|pre|blockquote|hr|br|a|table|thead|tbody|tr|th|td|input|body|html|head)$/i;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const source = `# A\n\n${text.replaceAll('{{', '{ {')}`;
        for (const element of documentOf(source).querySelectorAll('*')) {
          expect(element.tagName).toMatch(ours);
          for (const { name } of element.attributes) expect(name).not.toMatch(/^on/i);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('names percentages that somebody typed', () => {
    expect(render('# A\n\nNaik 12,5 persen, lalu 3 % pada 2026.').typed).toEqual([
      '12,5 persen',
      '3 %',
    ]);
  });

  it('says which file and line is wrong', () => {
    const wrong = (text: string) => {
      try {
        render(text);
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    };
    expect(wrong('Tanpa judul')).toContain('a.id.md');
    expect(wrong('# A\n\n\n{{ received.nothing }}')).toMatch(/a\.id\.md.* 4: .*received\.nothing/);
    expect(wrong('# A\n{{ received }}')).toMatch(/a\.id\.md.* 2: .*received/);
    expect(wrong('# A\n{{ received.count | besar }}')).toMatch(/ 2: /);
  });
});

describe('a document of one’s own', () => {
  it('is scaffolded, found, and runs as it is in both languages', () => {
    const { files } = scaffoldDocument(workspace, 'rapat-mingguan');
    expect(files).toHaveLength(3);
    expect(ownDocuments(workspace)).toEqual(['rapat-mingguan']);
    const declared = readOwnDocument(workspace, 'rapat-mingguan');
    if (!declared) throw new Error('it was not read');
    for (const lang of ['id', 'en'] as const) {
      const typed: string[] = [];
      const made = ownDocument(declared, lang, (file) => typed.push(file));
      const { document } = parseHTML(renderPage(made, fixture('full'), lang));
      const sections = [...document.querySelectorAll('main section')].map((one) => one.id);
      expect(sections.slice(1, 5)).toEqual(['text-opening', 'volume', 'clocks', 'reasons']);
      expect(document.querySelector('.kind')?.textContent).toContain('rapat-mingguan');
      expect(typed).toEqual([]);
    }
    expect(() => scaffoldDocument(workspace, 'rapat-mingguan')).toThrow(/rapat-mingguan/);
    for (const bad of ['ksp', 'Rapat', '../x', 'con', '']) {
      expect(() => scaffoldDocument(workspace, bad)).toThrow();
    }
  });

  it('says what is wrong with its declaration', () => {
    const { files } = scaffoldDocument(workspace, 'salah');
    const file = files[0] as string;
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('- clocks', '- clock'));
    expect(() => readOwnDocument(workspace, 'salah')).toThrow(/sections\.2/);
    writeFileSync(file, `${good}\n  - [`);
    expect(() => readOwnDocument(workspace, 'salah')).toThrow(/document\.yml/);
    expect(readOwnDocument(workspace, 'tidak-ada')).toBeUndefined();
    expect(readOwnDocument(workspace, '../salah')).toBeUndefined();
  });
});
