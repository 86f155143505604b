import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dotPlot,
  heatMap,
  incidenceCurve,
  type Layout,
  layouts,
  sparkline,
  stackedBar,
  tileMap,
  trend,
} from '../../reports/charts/index.ts';
import { classes, countClasses } from '../../reports/charts/shade.ts';
import { ticks } from '../../reports/charts/ticks.ts';
import { expectGolden } from './golden.ts';

const text = { key: 'c', title: 'Judul & <isi>', description: 'Satu kalimat "data".' };
const percent = (value: number) => `${Math.round(value * 100)} %`;
const long =
  'Badan Koordinasi Penanganan Pengaduan Masyarakat Daerah Perbatasan dan Kepulauan Terluar';

const points = [0.41, 0.44, 0.39, 0.46, 0.48, 0.45, 0.47, 0.5].map((value, index) => ({
  id: `r/v1/a?quarter=${index}&x=1`,
  value,
  low: value - 0.02,
  high: value + 0.02,
  text: percent(value),
  provisional: index === 7,
  period: `q${index}`,
  tick: index % 2 === 1 ? `${index}\n2026` : '',
}));

const rows = points.slice(0, 4).map((point, index) => ({
  ...point,
  label: index === 0 ? long : `Kelompok ${index}`,
  unknown: index === 3,
}));

const drawings: Record<string, (layout: Layout) => string> = {
  trend: (layout) =>
    trend(
      points,
      {
        format: percent,
        marks: [
          { period: 'q0', label: 'Lebaran' },
          { period: 'q1', label: 'Kabinet baru' },
        ],
      },
      text,
      layout,
    ),
  'dot-plot': (layout) =>
    dotPlot(
      rows,
      { format: percent, reference: { value: 0.45, label: 'semua 45 %', id: 'r/v1/n' } },
      text,
      layout,
    ),
  'tile-map': (layout) =>
    tileMap(
      ['Aceh', 'Gorontalo', 'DKI'].map((short, index) => ({
        id: `r/v1/p${index}`,
        value: index === 2 ? null : index + 0.5,
        text: String(index),
        short,
        code: String(11 + index),
        column: index * 8,
        row: index,
      })),
      { format: (value) => value.toFixed(1), noValue: 'putus-putus: tidak tersedia' },
      text,
      layout,
    ),
  'heat-map': (layout) =>
    heatMap(
      ['a', 'b'].flatMap((row, i) =>
        ['x', 'y', 'z'].map((column, j) => ({
          id: `r/v1/${row}${column}`,
          value: i * 40 + j * 9,
          text: String(i * 40 + j * 9),
          row,
          column,
        })),
      ),
      {
        rows: [
          { code: 'a', label: long },
          { code: 'b', label: 'Jalan' },
        ],
        columns: ['x', 'y', 'z'].map((code) => ({ code, label: `Wilayah ${code}` })),
        format: String,
      },
      text,
      layout,
    ),
  'stacked-bar': (layout) =>
    stackedBar(
      [0.5, 0.2, 0.14, 0.1, 0.05, 0.01].map((value, index) => ({
        id: `r/v1/s${index}`,
        value,
        text: percent(value),
        label: index === 2 ? 'terbuka, lewat batas waktu' : `bagian ${index}`,
        accent: index === 0,
      })),
      text,
      layout,
    ),
  'incidence-curve': (layout) =>
    incidenceCurve(
      [true, false].map((main) => ({
        label: main ? 'Triwulan III 2026' : 'Triwulan II 2026',
        main,
        points: Array.from({ length: 30 }, (_, day) => {
          const value = 1 - Math.exp(-day / (main ? 8 : 9));
          const id = `r/v1/i?day=${day}&m=${main}`;
          return {
            id,
            day,
            value,
            low: value * 0.95,
            high: value * 1.03,
            text: percent(value),
            provisional: day > 15,
          };
        }),
      })),
      { dayLabel: 'hari kerja', format: percent, labelledDays: [3, 5, 14, 60], lastDay: 20 },
      text,
      layout,
    ),
};

describe.each(Object.entries(drawings))('%s', (name, draw) => {
  it.each(layouts)('%s is as in its golden file', (layout) => {
    expectGolden(`${name}.${layout}.svg`, draw(layout));
  });

  it.each(layouts)('%s is drawn with the same bytes twice, is named and traceable', (layout) => {
    const svg = draw(layout);
    expect(draw(layout)).toBe(svg);
    expect(svg).toContain('role="img"');
    expect(svg).toContain(`aria-labelledby="c-${layout}-t c-${layout}-d"`);
    expect(svg).toContain('<title id="c-');
    expect(svg).toContain('Judul &amp; &lt;isi&gt;');
    expect(svg).not.toContain('<isi>');
    expect(svg).toMatch(/data-id="r\/v1\//);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(layouts)('%s has no text under 12 px', (layout) => {
    const sizes = [...draw(layout).matchAll(/font-size="([\d.]+)"/g)].map((match) =>
      Number(match[1]),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
});

describe('sparkline', () => {
  it('is as in its golden file', () => {
    expectGolden('sparkline.svg', sparkline(points));
  });

  it('keeps a gap where a quarter has no value', () => {
    const gap = points.map((point, index) =>
      index === 3 ? { ...point, value: null, low: null, high: null } : point,
    );
    expect(sparkline(gap).match(/<path d=/g)).toHaveLength(5);
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
