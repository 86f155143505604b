import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { createContext } from '../../reports/sections/context.ts';
import { missingBox } from '../../reports/sections/missing.ts';
import { fixture } from './fixture.ts';

/** What the box says of each kind, under the heading of each. */
function box(kind: 'full' | 'foreign', keys: Parameters<typeof missingBox>[1]) {
  const { body } = missingBox(createContext(fixture(kind), 'id'), keys);
  const { document } = parseHTML(`<body>${body ?? ''}</body>`);
  return Object.fromEntries(
    [...document.querySelectorAll('h3')].map((head) => [
      head.textContent,
      [...(head.nextElementSibling?.querySelectorAll('li') ?? [])].map((one) => one.textContent),
    ]),
  );
}

describe('the box of what is not shown', () => {
  it('asks nobody for what the sources have, and too few reports hold', () => {
    const said = box('full', ['reason', 'limits']);
    const few = said['Terlalu sedikit untuk disajikan'] ?? [];
    expect(few).toHaveLength(1);
    expect(few[0]).toContain('Sumber mencatatnya');
    expect(few[0]).not.toContain('PANRB');
    expect(said['Tidak tersedia: sumber tidak memiliki datanya']).toHaveLength(1);
  });

  it('says of a source without it that it has none', () => {
    const said = box('foreign', ['reason']);
    expect(said['Tidak tersedia: sumber tidak memiliki datanya']?.[0]).toContain(
      'tidak mencatat alasan',
    );
    expect(said['Terlalu sedikit untuk disajikan']).toBeUndefined();
  });
});
