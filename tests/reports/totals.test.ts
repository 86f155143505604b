import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { fixture } from './fixture.ts';

const release = fixture('full');
const page = (lang: 'id' | 'en') => parseHTML(renderBrief(release, lang)).document;

describe('total rows', () => {
  const rows = [...page('id').querySelectorAll('tr.total')].filter(
    (row) => row.querySelector('th')?.textContent === 'Semua laporan',
  );

  it('stand last in their tables, and show sealed figures of all reports by id', () => {
    expect(rows.length).toBeGreaterThanOrEqual(8);
    const sealed = new Map(release.rows('series', {}).map((figure) => [figure.id, figure]));
    for (const row of rows) {
      expect(row.nextElementSibling).toBeNull();
      // Crosses have a total a column too; the last one is of everything in each table.
      const mark = [...row.querySelectorAll('data')].at(-1);
      const figure = sealed.get(mark?.getAttribute('data-id') ?? '');
      expect(figure, row.textContent).toBeDefined();
      expect(mark?.getAttribute('value')).toBe(String(figure?.value));
    }
  });

  it('count as many reports as their rows do: channels, each report has one', () => {
    const table = rows
      .map((row) => row.closest('table'))
      .find((one) => one?.querySelector('caption')?.textContent.includes('menurut kanal'));
    const values = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      Number(row.querySelector('td data')?.getAttribute('value')),
    );
    const total = values.pop() ?? 0;
    expect(values.length).toBeGreaterThan(3);
    // The hand-made figures are rounded by channel.
    const sum = values.reduce((a, b) => a + b, 0);
    expect(Math.abs(sum - total)).toBeLessThanOrEqual(values.length);
  });
});

describe('the table of provinces', () => {
  it.each([
    ['id', 'tunggu terlama di atas', 'Tidak diketahui'],
    ['en', 'the longest wait on top', 'Unknown'],
  ] as const)('says its order and keeps it, %s', (lang, said, unknown) => {
    const section = page(lang).querySelector('section#places');
    expect(section?.textContent).toContain(said);
    const rows = [...(section?.querySelectorAll('tbody tr') ?? [])];
    const end = rows.findIndex((row) => row.className === 'total');
    const own = rows.slice(0, end);
    expect(own.at(-1)?.className).toBe('unknown');
    expect(own.at(-1)?.querySelector('th')?.textContent).toBe(unknown);
    const shares = own.slice(0, -1).flatMap((row) => {
      const mark = row.querySelector('data[data-id*="resolve.incidence_14"]');
      return mark ? [Number(mark.getAttribute('value'))] : [];
    });
    expect(shares.length).toBeGreaterThan(20);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});
