import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Release } from '../../release/index.ts';
import { renderReview } from '../../reports/documents/kemenko/review.ts';
import { fixture } from './fixture.ts';
import { agencies } from './fixture-world.ts';
import { expectGolden, readable } from './golden.ts';

const full = fixture('full');
const silent = 'kemenpariwisata';
const own = agencies
  .map(([code]) => code)
  .filter((code) => code.startsWith('kemen'))
  .slice(0, 3);
const names: Record<string, [string, string]> = {
  kemenko_contoh: ['Kementerian Koordinator Contoh', 'Example Coordinating Ministry'],
  [silent]: ['Kementerian Pariwisata', 'Ministry of Tourism'],
};

/** The fixture as a coordinating ministry's: three ministries that got reports, one that got none. */
const review: Release = {
  ...full,
  scope: { coordinator: 'kemenko_contoh' },
  manifest: { ...full.manifest, recipient: 'kemenko_contoh', coordinates: [...own, silent] },
  label: (dimension, code, lang) =>
    names[code]?.[lang === 'id' ? 0 : 1] ?? full.label(dimension, code, lang),
};

describe('a review', () => {
  it.each(['id', 'en'] as const)('is as in its golden file (%s)', (lang) => {
    const page = renderReview(review, lang);
    expect(own).toHaveLength(3);
    expect(page).not.toMatch(/\{[a-z]+\}(?![^<]*<\/style>)|undefined|NaN/);
    const { document } = parseHTML(page);
    const ministries = document.querySelector('#ministries');
    expect([...(ministries?.querySelectorAll('tbody th') ?? [])]).toHaveLength(3);
    expect(ministries?.textContent).toContain(names[silent]?.[lang === 'id' ? 0 : 1]);
    expectGolden(`review.${lang}.html`, readable(page));
  });

  it('of a ministry whose agencies got nothing says so, names them, and shows no chart', () => {
    const empty: Release = {
      ...review,
      find: () => undefined,
      rows: () => [],
      comparisons: [],
      compared: () => undefined,
    };
    const page = renderReview(empty, 'id');
    const { document } = parseHTML(page);
    expect(document.querySelector('h1')?.textContent).toContain('Belum ada angka yang cukup');
    expect(document.querySelectorAll('figure, main table').length).toBe(0);
    const said = document.querySelector('#ministries, #questions')?.textContent ?? '';
    expect(said).toContain('Kementerian Pariwisata');
  });
});
