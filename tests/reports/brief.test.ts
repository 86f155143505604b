import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Release } from '../../release/index.ts';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { figureText } from '../../reports/text/figure.ts';
import { createVoice } from '../../reports/text/voice.ts';
import { fixture, type Kind } from './fixture.ts';
import { expectGolden, readable } from './golden.ts';

const kinds: Kind[] = ['full', 'bare', 'foreign'];
const pages = new Map(kinds.map((kind) => [kind, renderBrief(fixture(kind), 'id')] as const));
const page = (kind: Kind) => pages.get(kind) as string;

interface Element {
  getAttribute(name: string): string | null;
  textContent: string;
  closest(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}
const parsed = new Map<string, ReturnType<typeof parseHTML>['document']>();
const all = (text: string, selector: string) => {
  const document = parsed.get(text) ?? parseHTML(text).document;
  parsed.set(text, document);
  return [...document.querySelectorAll(selector)] as unknown as Element[];
};

describe.each(kinds)('the brief (%s)', (kind) => {
  it('is as in its golden file', () => {
    expectGolden(`brief.${kind}.id.html`, readable(page(kind)));
  });

  it('is the same bytes twice, and English has the same parts', () => {
    expect(renderBrief(fixture(kind), 'id')).toBe(page(kind));
    const english = renderBrief(fixture(kind), 'en');
    const ids = (text: string) => all(text, 'section').map((section) => section.getAttribute('id'));
    expect(ids(english)).toEqual(ids(page(kind)));
    expect(english).toContain('<html lang="en">');
    expect(english).not.toMatch(/\{\w+\}/);
    expect(page(kind)).not.toMatch(/\{[a-z]+\}(?![^<]*<\/style>)/);
  });

  it('says a number once and the same in prose, chart and table', () => {
    const release = fixture(kind);
    const voice = createVoice('id');
    const places = new Map<string, Set<string>>();
    for (const element of all(page(kind), 'data.f:not(.d)')) {
      const figure = release.figure(element.getAttribute('data-id') as string);
      expect(Number(element.getAttribute('value'))).toBe(figure.value);
      const texts = [figureText(figure, voice, 'table'), figureText(figure, voice, 'prose')];
      expect(texts).toContain(element.textContent);
      note(places, figure.id, element.closest('table') ? 'table' : 'prose');
    }
    for (const element of all(page(kind), 'svg [data-id]')) {
      const figure = release.figure(element.getAttribute('data-id') as string);
      if (figure.value === null) expect(element.getAttribute('data-value')).toBeNull();
      else expect(Number(element.getAttribute('data-value'))).toBe(figure.value);
      note(places, figure.id, 'chart');
    }
    const everywhere = [...places.values()].filter((where) => where.size === 3);
    expect(everywhere.length).toBeGreaterThan(kind === 'foreign' ? 3 : 5);
  });

  it('gives the size of a change as the release has it', () => {
    const release = fixture(kind);
    for (const element of all(page(kind), 'data.d')) {
      const id = element.getAttribute('data-id');
      const comparison = release.comparisons.find((one) => one.id === id);
      expect(comparison?.clear).not.toBeNull();
      expect(Number(element.getAttribute('value'))).toBe(
        comparison?.ratio ?? comparison?.difference,
      );
    }
    expect(all(page(kind), 'data.d').length > 0).toBe(kind === 'full');
  });

  it('has no number in a table cell that is neither a figure nor explained', () => {
    for (const cell of all(
      page(kind),
      '#volume td, #clocks td, #states td, #people td, #places td',
    )) {
      if (!/\d/.test(cell.textContent)) continue;
      const inside = [...cell.querySelectorAll('[data-id]')];
      expect(inside.length, cell.textContent).toBeGreaterThan(0);
    }
  });

  it('links every definition to an anchor that is there, and every chart has its table', () => {
    const anchors = new Set(all(page(kind), '[id]').map((element) => element.getAttribute('id')));
    for (const link of all(page(kind), 'a[href^="#"]')) {
      expect(anchors).toContain((link.getAttribute('href') as string).slice(1));
    }
    const ids = all(page(kind), '[id]').map((element) => element.getAttribute('id'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(all(page(kind), 'figure + details table, figure + .table table').length).toBe(
      all(page(kind), 'figure').length,
    );
  });

  it('has as findings what is clear and nothing else, and a title that is a sentence', () => {
    const release = fixture(kind);
    const items = all(page(kind), 'ol.findings li');
    const clear = release.comparisons.filter((one) => one.clear);
    expect(items.length).toBe(clear.length);
    const keys = all(page(kind), 'ul.findings li');
    expect(keys.length).toBeGreaterThan(1);
    expect(items.length + keys.length).toBeLessThanOrEqual(5);
    const title = all(page(kind), 'h1')[0]?.textContent ?? '';
    expect(title).toMatch(/triwulan\u00a0III\u00a02026$/);
    expect(title.startsWith('Belum ada perubahan')).toBe(clear.length === 0);
  });

  it('gives no direction to what is not clear', () => {
    for (const item of all(page(kind), 'ul.findings li')) {
      expect(item.textContent).not.toMatch(/lebih (tinggi|rendah|banyak|sedikit)|naik|turun/);
    }
  });
});

function note(places: Map<string, Set<string>>, id: string, where: string): void {
  places.set(id, (places.get(id) ?? new Set()).add(where));
}

const sections = (text: string) => all(text, 'main section').map((one) => one.getAttribute('id'));

describe('what a release cannot say', () => {
  it('shows no section for it and names it in the one box', () => {
    // Where everything is there but much of it unknown, the box names only that.
    const full = all(page('full'), '#missing li').map((one) => one.textContent ?? '');
    expect(full.length).toBeGreaterThan(0);
    for (const line of full)
      expect(line).toMatch(/Tidak diketahui pada \S+\spersen laporan\. (Mintalah|Tanyakan)/);
    expect(sections(page('bare'))).not.toContain('clocks');
    expect(sections(page('bare'))).not.toContain('people');
    expect(page('bare')).toContain('Mintalah catatan peristiwa');
    expect(page('bare')).toContain('Mintalah berkas ciri pelapor');
    for (const kept of ['volume', 'states', 'places', 'topics', 'reasons', 'agencies', 'rating']) {
      expect(sections(page('bare'))).toContain(kept);
    }
  });

  it('draws no map for regions of the source’s own, and says whose they are', () => {
    expect(page('foreign')).not.toContain('id="chart-map"');
    expect(page('foreign')).toContain('id="chart-regions"');
    expect(page('foreign')).toContain('calendar: weekdays');
    expect(page('foreign')).toContain('regions: source');
    expect(page('foreign')).not.toContain('SINTETIS');
    expect(page('full')).toContain('SINTETIS');
    expect(page('foreign')).toContain('SEMENTARA');
  });

  it('is still a page where nothing at all is known', () => {
    const full = fixture('full');
    const empty: Release = {
      ...full,
      find: () => undefined,
      rows: () => [],
      labels: () => [],
      comparisons: [],
      compared: () => undefined,
    };
    const text = renderBrief(empty, 'id');
    expect(text).toContain('Belum ada angka yang cukup');
    expect(sections(text)).toContain('missing');
    expect(text).not.toContain('<figure');
  });

  it('escapes names that come from the data', () => {
    const full = fixture('full');
    const hostile: Release = {
      ...full,
      label: () => `<script>alert("x")</script> & 'y'`,
    };
    const text = renderBrief(hostile, 'id');
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
  });
});
