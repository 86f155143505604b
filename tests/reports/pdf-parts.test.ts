import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gutter, planTable } from '../../reports/pdf/columns.ts';
import { dimsWritten, metricsWritten, parseId } from '../../reports/pdf/figure-ids.ts';
import { printCodes } from '../../reports/text/codes.ts';

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
