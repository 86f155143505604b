import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { events } from '../../reports/sections/dated-events.ts';
import { fixture, type Kind } from './fixture.ts';
import { fullBrief } from './full-brief.ts';

const kinds: Kind[] = ['full', 'bare', 'foreign'];
const pages = kinds.flatMap((kind) =>
  (['id', 'en'] as const).map(
    (lang) => [kind, lang, parseHTML(renderBrief(fixture(kind), lang)).document] as const,
  ),
);
const full = pages[0]?.[2] as (typeof pages)[number][2];
const textOf = (element: { textContent: string | null } | null | undefined) =>
  element?.textContent ?? '';

describe.each(pages)('charts and tables of the brief (%s, %s)', (_, lang, page) => {
  it('say under every title of a chart on how many cases it stands', () => {
    const charts = [...page.querySelectorAll('figure')];
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) {
      const subtitle = textOf(chart.querySelector('figcaption p'));
      expect(subtitle).toMatch(/n = \d|minimum \d+ kasus|at least \d+ cases/);
    }
  });

  it('show no code of a population in place of its name', () => {
    const said = textOf(page.querySelector('#chart-map figcaption p'));
    if (said !== '')
      expect(said).toMatch(lang === 'id' ? /semester II 2024/ : /second half of 2024/);
    expect(textOf(page.querySelector('main'))).not.toMatch(/\d{4}S[12]\b/);
  });

  it('say what is drawn pale where an interval is, once, and not elsewhere', () => {
    for (const chart of page.querySelectorAll('figure')) {
      const drawn = [...chart.querySelectorAll('svg [stroke*="--pale"], svg [fill*="--pale"]')];
      // A bar of states and a map are shaded by other rules, and say them.
      if (chart.matches('#chart-map, #chart-heat, #chart-states')) continue;
      const said = textOf(chart.querySelector('figcaption p')).match(
        lang === 'id' ? /(batang|pita) pucat/g : /pale (bar|band)/g,
      );
      expect([chart.id, said?.length ?? 0]).toEqual([chart.id, drawn.length > 0 ? 1 : 0]);
    }
  });

  it('explain the star once where one stands, and nowhere else', () => {
    const parts = [...page.querySelectorAll('div.table')].map(
      (table) => [table, table.nextElementSibling] as const,
    );
    for (const [table, note] of parts) {
      const isNote = note?.matches('p.small') ? textOf(note) : '';
      expect(isNote.match(/\*/g)?.length ?? 0, textOf(table.querySelector('caption'))).toBe(
        table.querySelector('sup') ? 1 : 0,
      );
    }
    const first = page.querySelector('#findings');
    const notes = [...(first?.querySelectorAll(':scope > p.small') ?? [])].map(textOf).join(' ');
    expect(notes.includes('*')).toBe(first?.querySelector('sup') !== null);
  });
});

it('states by type of agency are all there: a row sums to all valid reports', () => {
  const table = [...full.querySelectorAll('#states table')].at(-1);
  const rows = [...(table?.querySelectorAll('tbody tr') ?? [])];
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) {
    const [, ...shares] = [...row.querySelectorAll('td data')].map((cell) =>
      Number(cell.getAttribute('value')),
    );
    const sum = shares.reduce((all, one) => all + one, 0);
    expect(Math.abs(sum - 1), textOf(row)).toBeLessThan(0.005);
  }
});

it('a dot on a curve of stages always has its value beside it', () => {
  const charts = [...full.querySelectorAll('#clocks figure svg')];
  expect(charts.length).toBeGreaterThan(2);
  for (const chart of charts) {
    const dots = [...chart.querySelectorAll('circle')].filter(
      (dot) => Number(dot.getAttribute('r')) > 0,
    );
    const written = [...chart.querySelectorAll('text[data-id]')].map((one) =>
      one.getAttribute('data-id'),
    );
    expect(dots.length).toBeGreaterThan(0);
    for (const dot of dots) expect(written).toContain(dot.getAttribute('data-id'));
  }
});

it('Lebaran is marked in the month that holds most of its holidays and collective leave', () => {
  const days = readFileSync('models/seeds/holiday.csv', 'utf8')
    .split('\n')
    .filter((line) => line.includes('Idul Fitri'))
    .map((line) => line.slice(0, 7));
  const years = [...new Set(days.map((month) => month.slice(0, 4)))];
  const expected = years.map((year) => {
    const months = days.filter((month) => month.startsWith(year));
    const size = (month: string) => months.filter((one) => one === month).length;
    return months.reduce((most, month) => (size(month) > size(most) ? month : most));
  });
  expect(events.filter(({ id }) => id === 'Lebaran').map(({ month }) => month)).toEqual(expected);
  expect(expected).toContain('2025-04');
});

it('the last page of a PDF holds more than the line of sources', async () => {
  const { pdf } = await fullBrief();
  const last = pdf.pages.at(-1);
  const lines = new Set(last?.words.map(({ y }) => Math.round(y)));
  expect(lines.size).toBeGreaterThanOrEqual(8);
});
