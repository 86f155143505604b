import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../base/index.ts';
import type { Figure, Release, RevisedRelease, Revision } from '../../release/index.ts';
import { createContext } from '../../reports/sections/context.ts';
import { revisions } from '../../reports/sections/revisions.ts';
import { fixture } from './fixture.ts';

const full = fixture('full');
const find = (metric: string, statistic: string, dims = {}) =>
  full.find(Object.keys(dims).length > 0 ? 'by_sex' : 'series', {
    ...{ metric, statistic, dims: { quarter: '2026Q2', ...dims } },
  }) as Figure;

/** As the release of the second quarter would have sealed the figure. */
function revision(figure: Figure, published: number, more: Partial<Revision> = {}): Revision {
  const { id, metric, statistic, unit, value: now, n, status, as_of } = figure;
  return {
    ...{ period: '2026Q2', version: 2, metric, statistic, unit, change: 'moved' },
    ...{ id: id.replace('2026Q3/v1', '2026Q2/v2').replace('quarter=2026Q2&', ''), id_now: id },
    ...{ published, now, difference: (now ?? 0) - published },
    ...{ n_published: n, n_now: n, status_published: status, status_now: status },
    ...{ as_of_published: as_of, as_of_now: as_of, late: 3, changed: 0, deleted: 0, why: 'late' },
    ...more,
  };
}

const told: RevisedRelease = {
  ...{ period: '2026Q2', version: 2, as_of: '2026-07-21' },
  figures: { moved: 4, otherwise: 1, added: 0, removed: 0, same: 1205 },
  records: { late: 3, changed: 11, deleted: 2 },
};
const received = find('received', 'count');
const share = find('resolved', 'share');
const later: Release = {
  ...full,
  manifest: { ...full.manifest, revisions: [told] },
  find: full.find.bind(full),
  findById: full.findById.bind(full),
  revisions: [
    revision(received, 7400),
    // Another value, but none that a reader would see.
    revision(share, (share.value ?? 0) + 0.000004),
    // Later course, and a figure of a group: no row.
    revision(find('resolve', 'median'), 99, { as_of_published: '2026-07-20', why: 'as_of' }),
    revision(find('received', 'count', { sex: 'f' }), 12),
  ],
};

const sectionOf = (release: Release, lang: Lang) => {
  const { body } = revisions(createContext(release, lang));
  return body && parseHTML(`<html><body>${body}</body></html>`).document.body;
};

describe('the revisions of earlier quarters', () => {
  it.each([
    [
      'id',
      'Rilis 2026Q2 v2 (triwulan II 2026, hari acuan 21 Juli 2026): dari 1.210 angka yang juga dimuat di sini, yang kini lain nilainya 3. Yang kini diikuti lebih lama, sehingga nilainya lain: 1; itu perkembangan sesudahnya, bukan perbaikan. Laporan sampai hari acuan itu: terlambat masuk 3, berubah 11, tidak ada lagi 2.',
      ['Received: count', 'Triwulan II 2026', '7.400', '7.420'],
    ],
    [
      'en',
      'Release 2026Q2 v2 (the second quarter of 2026, as-of day 21 July 2026): of 1,210 figures that stand here too, 3 now have another value. Followed for longer by now, and of another value for that: 1; this is later course, no revision. Reports up to that as-of day: late 3, changed 11, gone 2.',
      ['Received: count', 'The second quarter of 2026', '7,400', '7,420'],
    ],
  ] as const)(
    'are counted, and totals that a reader sees differ are shown (%s)',
    (lang, said, cells) => {
      const section = sectionOf(later, lang);
      const plain = (text: string | null | undefined) =>
        (text ?? '').replaceAll(/[\s\u00a0]+/g, ' ').trim();
      expect(
        [...(section?.querySelectorAll('li') ?? [])].map((one) => plain(one.textContent)),
      ).toEqual([said]);
      const rows = [...(section?.querySelectorAll('tbody tr') ?? [])].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => plain(cell.textContent)),
      );
      expect(rows).toEqual([cells]);
      expect(section?.querySelector('[data-before]')?.getAttribute('data-before')).toMatch(
        /^2026Q2\/v2\/received\.count/,
      );
      expect(section?.querySelector('td [data-id]')?.getAttribute('data-id')).toBe(received.id);
    },
  );

  it('are said to be none where nothing moved, and not spoken of in the first release', () => {
    const same = { ...told, figures: { ...told.figures, moved: 0 }, records: null };
    const none = { ...later, manifest: { ...later.manifest, revisions: [same] }, revisions: [] };
    const text = sectionOf(none, 'en')?.textContent;
    expect(text).toContain('None of the figures of whole quarters was revised.');
    expect(text).not.toContain('gone');
    const first = { ...later, manifest: { ...later.manifest, revisions: [] }, revisions: [] };
    expect(sectionOf(first, 'en')).toBeUndefined();
  });
});
