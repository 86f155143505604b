import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { Figure, Release } from '../../release/index.ts';
import { createContext } from '../../reports/sections/context.ts';
import { volume } from '../../reports/sections/volume.ts';
import { fixture } from './fixture.ts';

/** The same release, as it is where nothing of the second quarter of 2026 has landed. */
function withoutSpring(): Release {
  const whole = fixture('full');
  const none = (figure: Figure): Figure => {
    const { quarter = '', month = '' } = figure.dims;
    const isThen = quarter === '2026Q2' || ['2026-04', '2026-05', '2026-06'].includes(month);
    return isThen && figure.metric.startsWith('received') ? { ...figure, value: 0 } : figure;
  };
  const rows: Release['rows'] = (...asked) => whole.rows(...asked).map(none);
  const find: Release['find'] = (...asked) => {
    const figure = whole.find(...asked);
    return figure && none(figure);
  };
  return Object.create(whole, { rows: { value: rows }, find: { value: find } });
}

/** Rows of all tables, as their cells are written. */
function tableRows(release: Release): string[][] {
  const { document } = parseHTML(`<body>${volume(createContext(release, 'id')).body ?? ''}</body>`);
  return [...document.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) =>
      (cell.textContent ?? '').replaceAll('\u00a0', ' ').trim(),
    ),
  );
}

it('months and quarters of which nothing has landed are gaps, not none', () => {
  const named = (rows: string[][]) =>
    rows.filter(([name]) => /^(April|Mei|Juni) 2026$|^Triwulan II 2026$/.test(name ?? ''));
  const before = named(tableRows(fixture('full')));
  const now = named(tableRows(withoutSpring()));
  expect(now.map(([name]) => name)).toEqual(before.map(([name]) => name));
  expect(now.length).toBeGreaterThanOrEqual(4);
  for (const [name, ...cells] of before) {
    expect(
      cells.some((cell) => /[1-9]/.test(cell)),
      name,
    ).toBe(true);
  }
  for (const [name, ...cells] of now) {
    expect(
      cells.every((cell) => !/[0-9]/.test(cell)),
      `${name}: ${cells}`,
    ).toBe(true);
  }
});
