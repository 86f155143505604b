import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { Release } from '../../release/index.ts';
import { createContext } from '../../reports/sections/context.ts';
import { volume } from '../../reports/sections/volume.ts';
import { fixture } from './fixture.ts';

/** The same release, as it is where of the second quarter of 2026 only May's stragglers have landed. */
function withoutSpring(): Release {
  const whole = fixture('full');
  const manifest = { ...whole.manifest, thin_months: ['2026-04', '2026-05', '2026-06'] };
  return Object.create(whole, { manifest: { value: manifest } });
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

it('months and quarters that have not landed whole are gaps', () => {
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
