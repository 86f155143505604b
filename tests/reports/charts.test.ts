import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cut,
  type Layout,
  layouts,
  socialCard,
  sparkline,
  textWidth,
  tileMap,
  wrap,
} from '../../reports/charts/index.ts';
import { classes, countClasses } from '../../reports/charts/shade.ts';
import { ticks } from '../../reports/charts/ticks.ts';
import { type Case, cases, drawings, longName, points } from './chart-drawings.ts';
import { expectGolden } from './golden.ts';

const text = { key: 'c', title: 'Judul & <isi>', description: 'Satu kalimat "data".' };

const around = {
  title: `${longName}: 45 % & <isi>`,
  subtitle: 'Bagian laporan yang selesai dalam 14 hari kerja, triwulan III 2026, n = 8.798',
  badge: 'TERBATAS · SINTETIS · SEMENTARA',
  notes: ['Sumber: SP4N-LAPOR!, rilis 2026Q3 v8'],
  id: '2026Q3/v8/resolve.incidence_14',
};

/** On a page the chart alone; to share, the card with all its words. */
function drawn(name: string, one: Case, layout: Layout): string {
  const draw = drawings[name] as (typeof drawings)[string];
  if (layout !== 'social') return draw(one, layout, text);
  return socialCard((room) => draw(one, layout, { ...text, room }), around);
}

const attributes = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(` ${name}="(-?[\\d.]+)`, 'g'))].map((match) => Number(match[1]));

describe.each(Object.keys(drawings))('%s', (name) => {
  const all = layouts.flatMap((layout) => cases.map((one) => [layout, one] as const));

  it.each(all)('%s, %s, is as in its golden file', (layout, one) => {
    const svg = drawn(name, one, layout);
    expectGolden(`charts/${name}.${one}.${layout}.svg`, svg);
    expect(svg).toContain('role="img"');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    // A card is read where it is shown 360 px wide: 32 px are 9.6 there.
    expect(Math.min(...attributes(svg, 'font-size'))).toBeGreaterThanOrEqual(
      layout === 'social' ? 32 : 12,
    );
    if (one !== 'none') expect(svg).toMatch(/data-id="r\/v1\//);
  });

  it.each(layouts)('%s is drawn with the same bytes twice, is named and escaped', (layout) => {
    const svg = drawn(name, 'full', layout);
    expect(drawn(name, 'full', layout)).toBe(svg);
    expect(svg).toContain(`aria-labelledby="c-${layout}-t c-${layout}-d"`);
    expect(svg).toContain('<title id="c-');
    expect(svg).toContain('Judul &amp; &lt;isi&gt;');
    expect(svg).not.toContain('<isi>');
    if (layout === 'social') {
      for (const word of ['TERBATAS', 'SP4N-LAPOR!', 'n = 8.798', '2026Q3/v8/']) {
        expect(svg.replaceAll('\u00a0', ' ')).toContain(word);
      }
      // The drawing ends above the line over the foot.
      const [, y = 0] = /<svg x="\d+" y="(\d+)"/.exec(svg)?.map(Number) ?? [];
      const height = attributes(svg, 'height')[2] ?? 0;
      const rule = Number(/<line x1="36" x2="1164" y1="(\d+)"/.exec(svg)?.[1]);
      expect(y + height).toBeLessThanOrEqual(rule);
      expect(attributes(svg, 'width')[0]).toBe(1200);
    }
  });

  it('has three layouts of its own: no two of one shape', () => {
    const shapes = layouts.map((layout) => {
      const [width = 1, height = 1] = [/ width="(\d+)/, / height="(\d+)/].map((part) =>
        Number(part.exec(drawings[name]?.('full', layout, text) ?? '')?.[1]),
      );
      return Math.round((100 * width) / height);
    });
    expect(new Set(shapes).size).toBe(3);
  });
});

describe('sparkline', () => {
  it.each(layouts)('%s is as in its golden files', (layout) => {
    for (const [index, one] of cases.entries()) {
      const own = points.slice(0, [8, 1, 0][index]);
      const svg =
        layout === 'social'
          ? socialCard((room) => sparkline(own, layout, room), around)
          : sparkline(own, layout);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expectGolden(`charts/sparkline.${one}.${layout}.svg`, svg);
    }
  });

  it('keeps a gap where a quarter has no value', () => {
    // Seven of eight quarters are known: no line to the missing one nor from it.
    expect(sparkline(points.map((one) => ({ ...one, low: null }))).match(/<path d=/g)).toHaveLength(
      5,
    );
  });
});

describe('text', () => {
  it('is as wide as the typeface says: 652 + 573 + 615 thousandths and a space of 170', () => {
    expect(textWidth('An e', 1000)).toBe(652 + 573 + 170 + 615);
    expect(textWidth('100', 10)).toBe(18);
  });

  it('is wrapped and cut within its width, and loses no letter', () => {
    const words = fc.string({ unit: fc.constantFrom(...'aei mnW/-.'), maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 300 }), (sample, width) => {
        for (const line of wrap(sample, width, 12)) {
          expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        }
        const bare = (some: string) => some.replace(/\s/g, '');
        expect(bare(wrap(sample, width, 12).join(''))).toBe(bare(sample));
        expect(textWidth(cut(sample, width, 12), 12)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('ticks', () => {
  it('are at most five, round and inside', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e7, noNaN: true }), (high) => {
        const made = ticks(0, high);
        expect(made.length).toBeLessThanOrEqual(5);
        expect(made.length).toBeGreaterThanOrEqual(2);
        expect(made[0]).toBe(0);
        expect(made.at(-1)).toBeLessThanOrEqual(high * (1 + 1e-9));
      }),
    );
  });
});

describe('classes', () => {
  it('rise with the value and use 0 to 4', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        for (const { of } of [classes(list), countClasses(list)]) {
          const sorted = [...list].sort((a, b) => a - b).map(of);
          expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
          expect(Math.min(...sorted)).toBeGreaterThanOrEqual(0);
          expect(Math.max(...sorted)).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('of counts go 1, 3, 10, 30, 100', () => {
    expect(countClasses([1, 250]).bounds).toEqual([1, 3, 10, 30, 100]);
    expect(countClasses([4000]).bounds).toEqual([1, 100, 300, 1000, 3000]);
    expect(countClasses([2]).bounds).toEqual([1]);
  });
});

describe('a map of tiles', () => {
  it('gives equal printed values one shade, whatever stands behind them', () => {
    const values = [1.0, 2.0, 2.58, 2.61, 2.64, 2.66, 3.0, 3.4, 4.0, 5.0];
    const tiles = values.map((value, index) => ({
      ...{ id: `t${index}`, value, text: value.toFixed(1), short: `T${index}` },
      ...{ code: `1${index}`, column: index, row: 0 },
    }));
    const options = { format: (value: number) => value.toFixed(1), noValue: 'none' };
    const svg = tileMap(tiles, options, text, 'wide');
    const shade = new Map(
      [...svg.matchAll(/<rect [^>]*>/g)].flatMap(([rect]) => {
        const [id, fill] = [/data-id="([^"]*)"/.exec(rect)?.[1], /fill="([^"]*)"/.exec(rect)?.[1]];
        return id && fill ? [[id, fill] as const] : [];
      }),
    );
    expect(shade.size).toBe(tiles.length);
    const of = (printed: string) =>
      new Set(tiles.filter((tile) => tile.text === printed).map(({ id }) => shade.get(id)));
    expect(of('2.6').size).toBe(1);
    expect(of('2.6')).not.toEqual(of('5.0'));
  });
});
