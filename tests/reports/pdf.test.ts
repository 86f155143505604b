import { createHash } from 'node:crypto';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Release } from '../../release/index.ts';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { createCompiler } from '../../reports/pdf/compile.ts';
import { literal } from '../../reports/pdf/literal.ts';
import { renderPdf } from '../../reports/pdf/render.ts';
import { figureText } from '../../reports/text/figure.ts';
import { createVoice } from '../../reports/text/voice.ts';
import { fixture } from './fixture.ts';
import { fullBrief } from './full-brief.ts';
import { type ReadPdf, readPdf, spaced, tagged } from './pdf-reader.ts';

const release = fixture('full');
const html = renderBrief(release, 'id');
const { document } = parseHTML(html);
const all = (selector: string) => [...document.querySelectorAll(selector)];
const words = (selector: string) => all(selector).map((one) => spaced(one.textContent ?? ''));
/** The reader puts no space at the end of some lines. */
const dense = (said: string) => said.replaceAll(' ', '');
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const a4 = { lang: 'id', paper: 'a4' } as const;

let bytes: Uint8Array;
let pdf: ReadPdf;
const text = () => pdf.pages.map((page) => page.text).join(' ');
const tagsOf = (role: string) => pdf.pages.flatMap((page) => tagged(page.tags, role));

beforeAll(async () => {
  ({ bytes, pdf } = await fullBrief());
});

describe('text on its way to Typst', () => {
  it('comes back as it was, whatever it is', () => {
    const compiler = NodeCompiler.create({ workspace: import.meta.dirname });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.string({
              unit: fc.constantFrom('"', '\\', '#', ']', '[', '$', '*', '{', 'u', '\n'),
            }),
          ),
          { minLength: 20, maxLength: 40 },
        ),
        (texts) => {
          const source = `#metadata((${texts.map(literal).join(', ')}))<all>`;
          const back = compiler.query(
            { mainFileContent: source },
            { selector: '<all>', field: 'value' },
          );
          expect(back).toEqual([texts]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is right after another text that differs inside one letter', () => {
    const compiler = NodeCompiler.create({ workspace: import.meta.dirname });
    for (const text of ['\u2013', '\u2014', '\u2fff', '\u3fff', '\ud88f\udfff']) {
      const source = { mainFileContent: `#metadata(${literal(text)})<all>` };
      expect(compiler.query(source, { selector: '<all>', field: 'value' })).toEqual([text]);
    }
  });

  it('half a surrogate pair becomes the sign for what cannot be written', () => {
    expect(literal('a\ud800b')).toBe('"a\\u{fffd}b"');
  });
});

describe('the brief on paper', () => {
  it('is a PDF/UA-1 with title, language, day and embedded fonts', () => {
    expect(pdf.ua).toBe('1');
    expect(pdf.tagged).toBe(true);
    expect(spaced(pdf.title)).toBe(words('h1')[0]);
    expect(pdf.language).toBe('id');
    expect(pdf.created).toContain(release.manifest.as_of.replaceAll('-', ''));
    const fonts = pdf.pages.flatMap((page) => page.fonts);
    expect(fonts.length).toBeGreaterThan(pdf.pages.length);
    for (const font of fonts) {
      expect(font.name).toContain('PlusJakartaSans');
      expect(font.embedded).toBe(true);
    }
    expect(Buffer.from(bytes).includes('/Subtype/Image')).toBe(false);
  });

  it('has the headings of the page, and each chart its alternative text', () => {
    expect(tagsOf('H1').map((tag) => dense(tag.text))).toEqual(words('h1').map(dense));
    const sections = words('h2').map(dense);
    const written = tagsOf('H2').map((tag) => dense(tag.text));
    for (const title of sections) expect(written).toContain(title);
    expect(pdf.bookmarks.length).toBe(written.length);
    const alternatives = tagsOf('Figure').map((tag) => tag.alt ?? '');
    const descriptions = words('svg.wide desc');
    expect(alternatives.length).toBe(descriptions.length);
    for (const [index, sentence] of descriptions.entries()) {
      expect(spaced(alternatives[index] as string)).toContain(sentence);
    }
  });

  it('repeats marks, release and page on every page', () => {
    const marks = words('.marks strong');
    expect(marks).toContain('SINTETIS');
    for (const [index, page] of pdf.pages.entries()) {
      for (const mark of marks) expect(page.text).toContain(mark);
      expect(page.text).toContain(`${release.period} v${release.version}`);
      expect(page.text).toContain(`${index + 1} / ${pdf.pages.length}`);
    }
  });

  it('says on page one what was found, and nothing else is there', () => {
    const voice = createVoice('id');
    const [first] = pdf.pages;
    const big = all('.findings .big data');
    expect(big.length).toBeGreaterThan(2);
    for (const element of big) {
      const figure = release.figure(element.getAttribute('data-id') as string);
      expect(first?.text).toContain(spaced(figureText(figure, voice)));
    }
    for (const say of words('.findings .say p'))
      expect(dense(first?.text ?? '')).toContain(dense(say));
    const later = words('.rest h2').map((title) => title.replace(/^\d+ ?/, ''));
    for (const title of later) expect(first?.text).not.toContain(title);
    expect(first?.tags && tagged(first.tags, 'Table')).toEqual([]);
  });

  it('has contents that name the page of each section', () => {
    const entries = tagsOf('TOCI').map((tag) => tag.text);
    expect(pdf.pages[1]?.links).toBeGreaterThanOrEqual(entries.length);
    for (const section of words('.rest h2')) {
      const [, number, title] = /^(\d+) ?(.*)$/.exec(section) as unknown as [
        string,
        string,
        string,
      ];
      const entry = entries.find((one) => one.startsWith(number) && one.includes(title));
      const page = pdf.pages[Number(/(\d+)$/.exec(entry ?? '')?.[1]) - 1];
      const headings = tagged(page?.tags, 'H2').map((tag) => tag.text);
      expect(
        headings.some((heading) => heading.endsWith(title)),
        section,
      ).toBe(true);
    }
  });

  it('prints the codes of the page, and leads from them to ids', () => {
    const codes = words('caption .code, figcaption .code');
    expect(codes.length).toBe(all('figure, table').length);
    expect(new Set(codes).size).toBe(codes.length);
    const written = text();
    for (const code of codes) expect(written).toContain(code);
    const ids = all('data[data-id]')
      .filter((figure) => !figure.closest('table, svg'))
      .map((figure) => figure.getAttribute('data-id') as string);
    const appendix = written.slice(written.lastIndexOf('Lampiran: kode angka')).replaceAll(' ', '');
    for (const id of ids) expect(appendix).toContain(id);
  });

  it('has no text under 8 points and none beyond the margins', () => {
    for (const page of pdf.pages) {
      for (const word of page.words) {
        expect(word.size, word.text).toBeGreaterThan(7.99);
        expect(word.x, word.text).toBeGreaterThan(45);
        expect(word.x + word.width, word.text).toBeLessThan(page.width - 40);
        expect(word.y, word.text).toBeGreaterThan(40);
      }
    }
  });
});

describe('other releases on paper', () => {
  it('hold without clocks, in English, on F4: 215 x 330 mm', async () => {
    const bare = fixture('bare');
    const made = await renderPdf(renderBrief(bare, 'en'), bare, { lang: 'en', paper: 'f4' });
    const read = await readPdf(made, 3);
    expect([read.language, read.ua]).toEqual(['en', '1']);
    expect(read.pages[0]?.text).toContain('RESTRICTED');
    for (const page of read.pages) {
      expect((page.width / 72) * 25.4).toBeCloseTo(215, 1);
      expect((page.height / 72) * 25.4).toBeCloseTo(330, 1);
    }
  });

  it('hold with names in any script, and are the same bytes twice', async () => {
    const foreign = fixture('foreign');
    const hostile: Release = { ...foreign, label: () => '#panic("x") $]*_ \\ 漢 <b>&' };
    const page = renderBrief(hostile, 'id');
    const made = await renderPdf(page, hostile, a4);
    expect(hash(await renderPdf(page, hostile, a4))).toBe(hash(made));
    const read = await readPdf(made, 5);
    expect(read.tagged).toBe(true);
    expect(read.pages.map((one) => one.text).join(' ')).toContain('#panic("x") $]*_ \\');
  });

  it('repeat the header of a table on each of its pages, and leave it nowhere alone', async () => {
    const rows = (n: number) =>
      Array.from({ length: 38 }, (_, row) => {
        const name = `Baris ${n}.${row} ${'panjang sekali '.repeat(18)}`;
        return `<tr><th>${name}akhir-${n}.${row}</th><td>1</td></tr>`;
      }).join('');
    const parts = Array.from(
      { length: 9 },
      (_, n) =>
        `<p>${'Pengisi halaman. '.repeat(4 + 23 * n)}</p><table><caption>Judul ${n}</caption><thead><tr><th>Kepala ${n}</th><td>Nilai</td></tr></thead><tbody>${rows(n)}</tbody></table>`,
    );
    const page = `<!doctype html><html lang="id"><body><header><h1>Judul</h1></header><main><section id="findings"><h2>Temuan</h2></section><section id="a"><h2>A</h2>${parts.join('')}</section></main></body></html>`;
    const read = await readPdf(await renderPdf(page, release, a4));
    let continued = 0;
    for (const { text: said, words: all } of read.pages) {
      const shown = [...said.matchAll(/Baris (\d)\.(\d+) /g)];
      for (const [, n, row] of shown) {
        expect(said).toContain(`Kepala ${n}`);
        expect(said).toContain(`akhir-${n}.${row}`);
      }
      continued += shown[0] && shown[0][2] !== '0' ? 1 : 0;
      const lowest = Math.min(...all.map((word) => word.y));
      const line = all.filter((word) => word.y - lowest < 1).map((word) => word.text);
      expect(line.join(' ')).not.toMatch(/Kepala|Judul \d/);
    }
    expect(continued).toBeGreaterThan(8);
  });

  it('take a page that no document has yet', async () => {
    const page = `<!doctype html><html lang="id"><body><header><p class="marks"><strong>TERBATAS</strong></p>
      <p class="kind">Telaah</p><h1>Judul <em>miring</em></h1></header><main>
      <section id="findings"><h2>Temuan</h2><p>Tanpa temuan.<br>Baris kedua.</p></section>
      <nav aria-label="Isi"><ul><li><a href="#satu">Satu</a></li></ul></nav>
      <section id="satu"><h2>Satu</h2><blockquote>Kutipan <a href="#tidak-ada">mati</a></blockquote>
      <h4>Melompat</h4><ol><li>butir<ul><li>cucu</li></ul></li></ol><details><summary>Lipatan</summary><p>isi</p></details>
      <table><caption>Tabel</caption><thead><tr><th>a</th><th colspan="2">b dan c</th></tr></thead>
      <tbody><tr><th>x</th><td>1</td><td>2</td></tr><tr><th rowspan="2">y</th><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td></tr></tbody></table>
      <aside>Di samping, <a href="https://example.org">luar</a>.</aside></section></main></body></html>`;
    const read = await readPdf(await renderPdf(page, release, a4));
    expect([read.ua, spaced(read.title)]).toEqual(['1', 'Judul miring']);
    expect(read.pages[0]?.text).not.toContain('Kutipan');
    const rest = read.pages[1];
    const said = ['T1.1', 'Kutipan mati', 'Melompat', 'cucu', 'Lipatan', 'Di samping', 'b dan c'];
    for (const word of said) expect(rest?.text).toContain(word);
    expect(tagged(rest?.tags, 'H3').map((tag) => tag.text)).toContain('Melompat');
  });

  it('where the machine has no compiler, a sentence says how to print the page', async () => {
    const missing = createCompiler(() =>
      Promise.reject(new Error('Failed to load native binding')),
    );
    await expect(missing).rejects.toMatchObject({ key: 'reports.pdf.unavailable' });
  });
});
