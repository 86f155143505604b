import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../base/index.ts';
import type { Release } from '../../release/index.ts';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { renderDeck } from '../../reports/office/deck.ts';
import { fixture, type Kind } from './fixture.ts';
import { sheetsOf, texts, unescapeXml, unzipText } from './office-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'bukti-deck-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Doc = ReturnType<typeof parseHTML>['document'];
const kinds: Kind[] = ['full', 'bare', 'foreign'];
const decks = new Map<Kind, Uint8Array>();
const documents = new Map<Kind, Doc>();
const deckOf = (release: Release, lang: Lang) =>
  renderDeck(release, lang, renderBrief(release, lang));
beforeAll(() => {
  for (const kind of kinds) {
    const page = renderBrief(fixture(kind), 'id');
    decks.set(kind, renderDeck(fixture(kind), 'id', page));
    documents.set(kind, parseHTML(page).document);
  }
});

/** The points of a list of a chart: `c:cat`, `c:val`, `c:plus`. */
function points(xml: string, list: string): string[] {
  const body = new RegExp(`<c:${list}>.*?</c:${list}>`, 's').exec(xml)?.[0] ?? '';
  return texts(body, 'c:v');
}

describe.each(kinds)('slides, %s', (kind) => {
  const release = fixture(kind);
  const deck = () => decks.get(kind) as Uint8Array;

  it('are five, each with a sentence as its title, the marks, the source and the release', () => {
    const parts = unzipText(deck());
    const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(5);
    const document = documents.get(kind) as Doc;
    const headline = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim();
    for (const name of slides) {
      const xml = parts.get(name) as string;
      const title = /<p:sp>(?:(?!<p:sp>).)*?<p:ph type="title"\/>.*?<\/p:sp>/s.exec(xml)?.[0] ?? '';
      const [said] = texts(title, 'a:t');
      expect(said?.split(' ').length).toBeGreaterThan(4);
      if (name.endsWith('/slide1.xml')) expect(said).toBe(headline);
      const all = texts(xml, 'a:t').join('\n');
      expect(all).toContain(kind === 'foreign' ? 'TERBATAS · SEMENTARA' : 'TERBATAS · SINTETIS');
      expect(all).toContain('rilis 2026Q3 v1');
      expect(all).toContain(kind === 'foreign' ? 'nyc311' : 'SP4N-LAPOR!');
      expect(all).not.toMatch(/undefined|\bnull\b|NaN|\{\w+\}/);
    }
  });

  it('have a figure in orange where the page says worse, and nowhere else', () => {
    const slide = unzipText(deck()).get('ppt/slides/slide2.xml') as string;
    const orange = [
      ...slide.matchAll(/<a:rPr[^>]*>(?:(?!<\/a:rPr>).)*C8641B.*?<a:t>(.*?)<\/a:t>/gs),
    ];
    const worse = [...(documents.get(kind)?.querySelectorAll('.big.worse data') ?? [])];
    expect(orange.map(([, text]) => unescapeXml(text as string))).toEqual(
      worse.map(({ textContent }) => textContent),
    );
  });

  it('have charts whose values are those of the release, in the chart, its workbook and the notes', async () => {
    const raw = unzipSync(deck());
    const parts = unzipText(deck());
    let charts = 0;
    for (const [name, xml] of parts) {
      const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1];
      if (slide === undefined) continue;
      const notes = texts(parts.get(`ppt/notesSlides/notesSlide${slide}.xml`) ?? '', 'a:t');
      const links = parts.get(`ppt/slides/_rels/slide${slide}.xml.rels`) ?? '';
      const targets = [...links.matchAll(/Target="\.\.\/charts\/(chart\d+)\.xml"/g)];
      expect([...xml.matchAll(/<p:graphicFrame>.*?descr="([^"]{20,})"/gs)]).toHaveLength(
        targets.length,
      );
      for (const [, chart] of targets) {
        charts++;
        const drawn = parts.get(`ppt/charts/${chart}.xml`) as string;
        const held = parts.get(`ppt/charts/_rels/${chart}.xml.rels`) ?? '';
        const book = /embeddings\/([^"]+)/.exec(held)?.[1] as string;
        const file = path.join(folder, `${kind}-${book}`);
        writeFileSync(file, raw[`ppt/embeddings/${book}`] as Uint8Array);
        const [head, ...rows] = (await sheetsOf(file)).get('Data') ?? [];
        expect(head?.at(-1)).toBe('id');
        const values = points(drawn, 'val');
        const plus = points(drawn, 'plus');
        expect(points(drawn, 'cat')).toEqual(rows.map((row) => row[0]));
        expect(values).toHaveLength(rows.length);
        rows.forEach((row, index) => {
          const figure = release.figure(row[6] as string);
          expect(Number(values[index])).toBe(figure.value);
          expect(Number(row[1])).toBe(figure.value);
          expect(row[2] === null ? null : Number(row[2])).toBe(figure.low);
          expect(row[3] === null ? null : Number(row[3])).toBe(figure.high);
          if (plus.length > 0) {
            expect(Number(plus[index])).toBeCloseTo((figure.high ?? 0) - (figure.value ?? 0), 12);
          }
          expect(notes).toContain(`${figure.id} = ${figure.value}`);
        });
      }
    }
    expect(charts).toBe(kind === 'foreign' ? 3 : 4);
  });

  it('name the ids of the findings in the notes, with their values', () => {
    const notes = texts(unzipText(deck()).get('ppt/notesSlides/notesSlide2.xml') ?? '', 'a:t');
    const document = documents.get(kind) as Doc;
    const shown = [...document.querySelectorAll('#findings li')].slice(0, 5);
    expect(shown.length).toBeGreaterThan(2);
    for (const item of shown) {
      for (const data of item.querySelectorAll('data')) {
        const [id, value] = [data.getAttribute('data-id'), data.getAttribute('value')];
        if (release.comparisons.some((one) => one.id === id)) {
          expect(notes.some((line) => line.startsWith(`${id} = `))).toBe(true);
        } else expect(notes).toContain(`${id} = ${value}`);
      }
    }
    expect(notes.join('\n')).toContain('bukti workbook 2026Q3');
    expect(notes.join('\n')).toContain(release.sha256);
  });

  it('are well formed and hold together: every relation leads to a part of a known type', () => {
    const parts = unzipText(deck());
    const types = parts.get('[Content_Types].xml') ?? '';
    // PowerPoint repairs a file without these two.
    expect([...parts.keys()]).toEqual(
      expect.arrayContaining(['ppt/presProps.xml', 'ppt/viewProps.xml']),
    );
    for (const [name, xml] of parts) {
      if (name.endsWith('.xlsx')) continue;
      expect(isBalanced(xml), name).toBe(true);
      if (!name.endsWith('.rels')) {
        if (name !== '[Content_Types].xml') expect(types).toContain(`PartName="/${name}"`);
        continue;
      }
      const base = name.replace(/_rels\/[^/]+$/, '');
      for (const [, target] of xml.matchAll(/Target="([^"]+)"/g)) {
        expect(parts.has(path.posix.join(base, target as string)), `${name} ${target}`).toBe(true);
      }
    }
  });
});

/** Whether every tag that opens closes, in order. */
function isBalanced(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, self] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!self) open.push(name as string);
  }
  return open.length === 0;
}

describe('slides', () => {
  it('give the same bytes again, without days of this machine or its folders', () => {
    const again = deckOf(fixture('foreign'), 'id');
    expect(Buffer.from(again).equals(Buffer.from(decks.get('foreign') as Uint8Array))).toBe(true);
    for (const [name, text] of unzipText(again)) {
      expect(text, name).not.toMatch(/dcterms|\/tmp\/|\/home\/|file:\/\/|\\Users\\/);
    }
  });

  it('speak English when asked', () => {
    const parts = unzipText(deckOf(fixture('foreign'), 'en'));
    const xml = parts.get('ppt/slides/slide5.xml') ?? '';
    expect(texts(xml, 'a:t')[0]).toBe(
      'Complaints show what is reported, not what all citizens meet with',
    );
    expect(xml).toContain('lang="en-GB"');
    expect(xml).not.toContain('id-ID');
  });

  it('say in an orderly way what cannot be shown', () => {
    const release = fixture('foreign');
    const empty: Release = {
      ...release,
      rows: () => [],
      find: () => undefined,
      comparisons: [],
      compared: () => undefined,
    };
    const parts = unzipText(deckOf(empty, 'id'));
    const titles = [1, 2, 3, 4, 5].map(
      (number) => texts(parts.get(`ppt/slides/slide${number}.xml`) ?? '', 'a:t')[0],
    );
    expect(titles[2]).toBe('Perkembangan antartriwulan belum dapat ditampilkan');
    expect(titles[3]).toBe('Rincian wilayah dan alasan belum dapat ditampilkan');
    expect([...parts.keys()].some((name) => name.startsWith('ppt/charts/'))).toBe(false);
    expect(texts(parts.get('ppt/notesSlides/notesSlide3.xml') ?? '', 'a:t')[0]).toBe(
      'Salindia ini tidak memuat angka dari rilis.',
    );
  });

  it('keep the place of a quarter of which there is nothing, and cut long names, not intervals', () => {
    const release = fixture('full');
    const gone = '2026Q1';
    const tail =
      ' dan Urusan Pemerintahan yang Berkaitan dengan Pelayanan Dasar di Seluruh Kepulauan';
    const odd: Release = {
      ...release,
      find: (table, query) => {
        const figure = release.find(table, query);
        return figure?.dims.quarter === gone ? undefined : figure;
      },
      label: (dimension, code, lang) => {
        const own = release.label(dimension, code, lang);
        return dimension === 'province' ? (own + tail).slice(0, 80) : own;
      },
    };
    const page = renderBrief(odd, 'id');
    const charts = [...unzipText(renderDeck(odd, 'id', page))].filter(([name]) =>
      /^ppt\/charts\/chart\d+\.xml$/.test(name),
    );
    let gaps = 0;
    let cut = 0;
    for (const [, xml] of charts) {
      const labels = points(xml, 'cat');
      const at = labels.indexOf('I 2026');
      if (at >= 0) {
        gaps += 1;
        const list = /<c:val>.*?<\/c:val>/s.exec(xml)?.[0] ?? '';
        expect(list).toContain(`<c:ptCount val="${labels.length}"/>`);
        expect(list).toContain(`<c:pt idx="${at - 1}">`);
        expect(list).not.toContain(`<c:pt idx="${at}">`);
      }
      for (const label of labels) {
        expect(label.length).toBeLessThan(60);
        if (!label.includes('\u2026')) continue;
        cut += 1;
        expect(label).toMatch(/^[A-Z]\S+ .*\u2026 \([\d,]+ s\.d\. [\d,]+\)$/);
      }
    }
    expect([gaps, cut]).toEqual([2, 10]);
    const { document } = parseHTML(page);
    const row = [...document.querySelectorAll('#volume tr')].find(({ textContent }) =>
      /^Triwulan\sI\s2026/.test(textContent ?? ''),
    );
    expect(row?.textContent?.replace(/\s/g, '')).toBe('TriwulanI2026.........');
    expect(document.querySelector('#volume')?.textContent).toContain('tidak memuat laporan');
  });

  it('read back what they write', () => {
    expect(unescapeXml('a &amp; b &lt;c&gt; &quot;d&quot;')).toBe('a & b <c> "d"');
  });
});
