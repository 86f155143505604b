import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { acrossOf, oneStatistic, shapeOf } from '../../cli/chart/shape.ts';
import type { DimensionName, MetricRow } from '../../metrics/index.ts';
import { dotPlot, standalone } from '../../reports/charts/index.ts';
import { rasterise } from '../../reports/charts/rasterise.ts';
import { sharedWorld } from '../world.ts';
import { emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

const row = (more: Partial<MetricRow>): MetricRow => ({
  metric: 'resolved',
  statistic: 'share',
  dims: {},
  value: 0.5,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  n: 10,
  unit: 'share',
  status: 'ok',
  provisional: false,
  as_of: '2026-10-21',
  ...more,
});

/** Elements that are opened and closed in order, and no bare `&`: what an XML parser asks for. */
function expectXml(svg: string): void {
  expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
  const open: string[] = [];
  for (const [, close, name = '', self] of svg.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!self) open.push(name);
  }
  expect(open).toEqual([]);
}

describe('the chart that fits an answer', () => {
  const shape = (by: DimensionName[], more: Partial<MetricRow> = {}) =>
    shapeOf([row(more)], by, true);

  it('is chosen by its shape', () => {
    expect(shape([])).toBe('dots');
    expect(shape(['sex'])).toBe('dots');
    expect(shape(['quarter'])).toBe('trend');
    expect(shape(['month'])).toBe('trend');
    expect(shape(['province'])).toBe('map');
    expect(shapeOf([row({})], ['province'], false)).toBe('dots');
    expect(shape(['province'], { unit: 'reports' })).toBe('dots');
    expect(shape(['category', 'quarter'])).toBe('heat');
    expect(shape(['sex', 'day'], { statistic: 'incidence' })).toBe('curve');
    expect(() => shape(['sex', 'category', 'province'])).toThrow(/at most two dimensions, not 3/);
    expect(() => shape([], { value: null })).toThrow(/no figure to draw/);
    expect(acrossOf([row({})], ['quarter', 'category'])).toEqual(['category', 'quarter']);
  });

  it('shows one statistic', () => {
    expect(oneStatistic('resolved', [])).toBe('resolved.share');
    expect(oneStatistic('received', ['sex'])).toBe('received.count');
    expect(oneStatistic('resolve', [])).toBe('resolve.incidence');
    expect(oneStatistic('resolve', ['sex'])).toBe('resolve.median');
    expect(oneStatistic('rating.share_rated', [])).toBe('rating.share_rated');
  });
});

describe('a chart that stands alone', () => {
  const drawn = dotPlot(
    [{ id: 'a?x=1&y=2', value: 3, text: '3', label: 'A & B <c>' }],
    { format: String },
    { key: 'k', title: 't', description: 'd' },
    'narrow',
  );
  const around = {
    title: 'Judul & <isi> 83,8 %',
    subtitle: 'anak',
    badge: 'SINTETIS',
    notes: ['Sumber: "x"'],
  };

  it('is XML with its words, without a style sheet, at the widths of a phone and of a page', () => {
    for (const [layout, width] of [
      ['narrow', 360],
      ['wide', 800],
    ] as const) {
      const svg = standalone(drawn, around, layout);
      expectXml(svg);
      expect(svg).toContain(`width="${width}"`);
      expect(svg).toContain('SINTETIS');
      expect(svg).toContain('Judul &amp; &lt;isi&gt; 83,8\u00a0%');
      expect(svg).not.toContain('var(--');
    }
  });

  it('is drawn as the same picture each time', async () => {
    const svg = standalone(drawn, around, 'narrow');
    const [one, two] = [await rasterise(svg), await rasterise(svg)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    const header = Buffer.from(one);
    expect(header.subarray(1, 4).toString()).toBe('PNG');
    expect(header.readUInt32BE(16)).toBe(720);
    // Its text is there: a picture without a typeface would be the same with other words.
    const other = standalone(drawn, { ...around, title: 'Lain' }, 'narrow');
    expect(Buffer.from(await rasterise(other)).equals(header)).toBe(false);
  });
});

describe('bukti chart', () => {
  let folder: string;
  beforeAll(async () => {
    ({ folder } = await sharedWorld());
  });
  const chart = (...args: string[]) => buktiHere(['chart', ...args, '--period', '2026Q3'], folder);

  it('draws each kind with title, n, source and label, and the figures that bukti metrics gives', async () => {
    for (const [args, kind] of [
      [['resolved', '--by', 'province'], 'map'],
      [['received', '--by', 'category', '--top', '5'], 'dots'],
      [['received', '--by', 'month'], 'trend'],
      [['received', '--by', 'agency_type,sex'], 'heat'],
      [['respond_citizen'], 'curve'],
      [['states'], 'states'],
    ] as const) {
      const result = await chart(...args);
      expect(result.status, result.stderr).toBe(0);
      expectXml(result.stdout);
      for (const word of ['SINTETIS', 'n = ', 'SP4N-LAPOR!', 'triwulan III 2026|Juli 2026']) {
        expect(result.stdout, kind).toMatch(new RegExp(word));
      }
    }
    const { rows } = JSON.parse(
      (
        await buktiHere(
          ['metrics', 'resolved.share', '--by', 'sex', '--period', '2026Q3', '--json'],
          folder,
        )
      ).stdout,
    ) as { rows: MetricRow[] };
    const { stdout: svg } = await chart('resolved', '--by', 'sex');
    for (const { dims, value } of rows) {
      expect(svg).toMatch(
        new RegExp(
          `data-value="${value}"[^>]*data-id="resolved.share\\?sex=${dims.sex}"|data-id="resolved.share\\?sex=${dims.sex}"[^>]*data-value="${value}"`,
        ),
      );
    }
  });

  it('writes PNG to a file alone, in the language of documents', async () => {
    const own = emptyWorkspace();
    const out = path.join(own, 'peta.png');
    const result = await chart('resolved', '--by', 'province', '--out', out, '--layout', 'social');
    expect(result.status, result.stderr).toBe(0);
    const png = readFileSync(out);
    const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect([png.subarray(1, 4).toString(), ...size]).toEqual(['PNG', 1200, 630]);
    expect((await chart('resolved', '--format', 'png')).stderr).toContain('Name a file with --out');
    expect((await chart('resolved', '--layout', 'tablet')).stderr).toContain(
      'Choose page, phone or social',
    );
    expect((await chart('states', '--by', 'sex')).stderr).toContain('draws one whole');
    expect((await chart('resolved', '--by', 'sex', '--lang', 'en')).stdout).toContain('Source:');
  });
});
