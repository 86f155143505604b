import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gutter, planTable } from '../../reports/pdf/columns.ts';
import { parsePage, plain } from '../../reports/pdf/dom.ts';
import { dimsWritten, metricsWritten, parseId } from '../../reports/pdf/figure-ids.ts';
import { breakable } from '../../reports/pdf/inline.ts';
import { shorten } from '../../reports/pdf/shorten.ts';
import { printCodes } from '../../reports/text/codes.ts';

describe('a word too long for a line', () => {
  it('may be cut after its signs, or every so many letters, and loses none', () => {
    const name = 'Kementerianpembangunandaerahtertinggaldantransmigrasinasionalrepublikindonesia';
    expect(name.length).toBeGreaterThan(75);
    expect(breakable(`${name} di Papua`).length).toBeGreaterThan(3);
    expect(breakable('Kementerian Pembangunan Daerah Tertinggal')).toHaveLength(1);
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 40 }), (text, run) => {
        const all = `${text} ${'x'.repeat(run * 3)}_${'y'.repeat(run)}`;
        const parts = breakable(all);
        expect(parts.join('')).toBe(all);
        for (const part of parts) {
          for (const word of part.split(/[ _/&?=.]/)) expect(word.length).toBeLessThanOrEqual(30);
        }
      }),
    );
  });
});

describe('columns on paper', () => {
  it('fit the page and are all there, each once, beside the first', () => {
    const need = fc.record({
      tight: fc.double({ min: 1, max: 9, noNaN: true }),
      least: fc.double({ min: 9, max: 12, noNaN: true }),
      wish: fc.double({ min: 1, max: 40, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 45 }), (needs) => {
        const room = 493;
        const plan = planTable(needs, room);
        expect(plan.size).toBeGreaterThanOrEqual(8);
        for (const { columns, widths } of plan.panels) {
          const used = widths.reduce((sum, width) => sum + width, gutter * (widths.length - 1));
          expect(used).toBeLessThanOrEqual(room + 0.001);
          columns.forEach((column, index) => {
            const least = (needs[column]?.tight ?? 0) * plan.size;
            expect(widths[index]).toBeGreaterThanOrEqual(least - 0.001);
          });
          expect(columns[0]).toBe(0);
        }
        const shown = plan.panels.flatMap((panel) => panel.columns.slice(1));
        expect(shown).toEqual(needs.slice(1).map((_, index) => index + 1));
      }),
    );
  });

  it('are not cut into panels where smaller text is enough', () => {
    const needs = Array.from({ length: 10 }, () => ({ tight: 4, least: 5, wish: 5 }));
    expect(planTable(needs, 493)).toMatchObject({ size: 8, panels: [{ columns: { length: 10 } }] });
  });
});

describe('printed codes', () => {
  const section = (id: string, body: string) =>
    `<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">T</h2>${body}</section>`;
  const table = '<table><caption><span>C</span></caption></table>';
  const chart = '<figure><figcaption><h3>S</h3><p class="small">U</p></figcaption></figure>';
  const page = printCodes(
    section('findings', '') + section('a', chart + table + table) + section('b', table + chart),
  );

  it('count sections after page one, and charts and tables apart', () => {
    const codes = [...page.matchAll(/<b class="code">([^<]*)<\/b>/g)].map((match) => match[1]);
    expect(codes).toEqual(['1', 'G1.1', 'T1.1', 'T1.2', '2', 'T2.1', 'G2.1']);
    expect(page).toContain('<caption><span><b class="code">T1.2</b> C');
    expect(page).toContain('<p class="small"><b class="code">G2.1</b> U');
  });

  it('are not given twice', () => {
    expect(printCodes(page)).toBe(page);
  });
});

describe('ids of a table, written short', () => {
  const ids = [
    '2026Q3/v1/received.count?month=2026-02&province=35',
    '2026Q3/v1/received.count?month=2026-09&province=36',
    '2026Q3/v1/resolve.median?month=2026-03&province=35&sex=f',
    '2026Q3/v1/verify.median',
  ].map(parseId);

  it('name metrics with their statistics, and codes by a star or their span', () => {
    expect(metricsWritten(ids)).toBe('received.count; {resolve, verify}.median');
    expect(dimsWritten(ids)).toBe('month=2026-02..2026-09, province=*, sex=f');
  });
});

describe('what paper has no room for', () => {
  const page = (head: string, rows: string, more = '') =>
    parsePage(
      printCodes(
        `<!doctype html><html><body><main><section id="a"><h2>A</h2><div class="table"><table${more}><caption>Judul</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div></section></main></body></html>`,
      ),
    );
  const cells = (root: ReturnType<typeof page>) =>
    [...root.querySelectorAll('tr')].map((row) => [...row.children].map(plain));

  it('is a matrix, turned: each column a row, from the first rows as many as fit', () => {
    const heads = Array.from({ length: 39 }, (_, column) => `<th>Daerah${column}</th>`).join('');
    const rows = Array.from({ length: 30 }, (_, row) => {
      const own = Array.from({ length: 39 }, (_, column) => {
        const code = column === 38 ? 'unknown' : column;
        return `<td><data data-id="x?province=${code}">${row * 100 + column}</data></td>`;
      });
      return `<tr><th>Ketenagakerjaan${row}</th>${own.join('')}</tr>`;
    });
    const root = page(`<th>Kategori</th>${heads}`, rows.join(''), ' data-across="Wilayah"');
    shorten(root, 493, 'id');
    const [head, ...body] = cells(root);
    const shown = (head?.length ?? 0) - 1;
    expect(shown).toBeGreaterThan(2);
    expect(shown).toBeLessThan(12);
    expect(head?.slice(0, 2)).toEqual(['Wilayah', 'Ketenagakerjaan0']);
    expect(body).toEqual(
      Array.from({ length: 39 }, (_, column) => [
        `Daerah${column}`,
        ...Array.from({ length: shown }, (_, row) => String(row * 100 + column)),
      ]),
    );
    expect([...root.querySelectorAll('tr.unknown')].map(plain)[0]).toContain('Daerah38');
    expect(plain(root.querySelector('p.small'))).toContain(
      `Di kertas: kategori ke-1 sampai ke-${shown} dari 30. Semuanya ada pada lembar T1.1`,
    );
  });

  it('is the end of a long list, but not its total and its unknown', () => {
    const rows = Array.from({ length: 61 }, (_, row) => `<tr><th>R${row}</th><td>${row}</td></tr>`);
    const last =
      '<tr class="unknown"><th>Tidak diketahui</th><td>1</td></tr><tr class="total"><th>Semua</th><td>9</td></tr>';
    const root = page('<th>Nama</th><th>n</th>', rows.join('') + last);
    shorten(root, 493, 'en');
    const names = cells(root).map(([name]) => name);
    const kept = Array.from({ length: 40 }, (_, row) => `R${row}`);
    expect(names).toEqual(['Nama', ...kept, 'Tidak diketahui', 'Semua']);
    expect(plain(root.querySelector('p.small'))).toMatch(
      /^On paper: the first 40 rows of 61\. .*T1\.1/,
    );
    const short = page('<th>Nama</th><th>n</th>', rows.slice(1).join('') + last);
    shorten(short, 493, 'en');
    expect(cells(short).length).toBe(63);
    expect(short.querySelector('p.small')).toBeNull();
  });

  it('is what a table declares for paper, its total aside', () => {
    const rows = Array.from({ length: 12 }, (_, row) => `<tr><th>R${row}</th><td>${row}</td></tr>`);
    const total = '<tr class="total"><th>Semua</th><td>9</td></tr>';
    const root = page('<th>Nama</th><th>n</th>', rows.join('') + total);
    const element = root.querySelector('table') as unknown as {
      setAttribute(name: string, value: string): void;
    };
    element.setAttribute('data-paper', '10');
    shorten(root, 493, 'id');
    const kept = Array.from({ length: 10 }, (_, row) => `R${row}`);
    expect(cells(root).map(([name]) => name)).toEqual(['Nama', ...kept, 'Semua']);
    expect(plain(root.querySelector('p.small'))).toMatch(/^Di kertas: 10 baris pertama dari 12\./);
  });
});
