import {
  type ChartText,
  type Datum,
  dotPlot,
  heatMap,
  incidenceCurve,
  type Layout,
  smallMultiples,
  stackedBar,
  tileMap,
  trend,
} from '../../reports/charts/index.ts';

/**
 * What a chart is drawn of: `full` has a provisional point, one without a figure (withheld), one that
 * nobody recorded, and a name of 88 letters; `one` a single point; `none` nothing at all.
 */
export const cases = ['full', 'one', 'none'] as const;
export type Case = (typeof cases)[number];

export const longName =
  'Badan Koordinasi Penanganan Pengaduan Masyarakat Daerah Perbatasan dan Kepulauan Terluar';

const percent = (value: number) => `${Math.round(value * 100)} %`;

const count: Record<Case, number> = { full: Number.POSITIVE_INFINITY, one: 1, none: 0 };
const some = <T>(list: readonly T[], one: Case): T[] => list.slice(0, count[one]);

export const points = [0.41, 0.44, 0.39, null, 0.48, 0.45, 0.47, 0.5].map((value, index) => ({
  id: `r/v1/a?quarter=${index}&x=1`,
  value,
  low: value === null ? null : value - 0.02,
  high: value === null ? null : value + 0.02,
  text: value === null ? 'NA' : percent(value),
  provisional: index === 7,
  period: `q${index}`,
  tick: index % 2 === 1 ? `${['I', 'II', 'III', 'IV'][(index - 1) / 2]}\n2026` : '',
}));

const rows = [0, 1, 3, 7, 2].map((index, position) => ({
  ...(points[index] as (typeof points)[number]),
  label: position === 0 ? longName : `Kelompok ${position}`,
  unknown: position === 4,
}));

const places = ['11 Aceh 0 0', '35 Jatim 7 5', '75 Gorontalo 10 1', '94 Pateng 15 3', '31 DKI 6 4'];
const tiles = places.map((place, index) => {
  const [code = '', short = '', column, row] = place.split(' ');
  const value = index === 4 ? null : index * 1.4 + 0.5;
  const text = value === null ? '' : value.toFixed(1).replace('.', ',');
  return {
    id: `r/v1/p${code}`,
    value,
    text,
    short,
    code,
    column: Number(column),
    row: Number(row),
  };
});

const cells = ['a', 'b', 'unknown'].flatMap((row, i) =>
  ['x', 'y', 'z'].map((column, j) => {
    const value = i === 1 && j === 1 ? null : i * 40 + j * 9;
    return {
      id: `r/v1/${row}${column}`,
      value,
      text: value === null ? 'NA' : String(value),
      row,
      column,
    };
  }),
);

const segments = [0.5, 0.2, 0.14, 0.1, 0.05, 0.01].map((value, index) => ({
  id: `r/v1/s${index}`,
  value,
  text: percent(value),
  label: ['Selesai', longName, 'Terbuka, lewat batas waktu'][index] ?? `Bagian ${index}`,
  accent: index === 0,
}));

const curves = (one: Case) =>
  some([true, false], one).map((main) => ({
    label: main ? 'Triwulan III 2026' : longName,
    main,
    points: Array.from({ length: one === 'one' ? 1 : 30 }, (_, day): Datum & { day: number } => {
      const value = 1 - Math.exp(-day / (main ? 8 : 9));
      return {
        id: `r/v1/i?day=${day}&m=${main}`,
        day,
        value,
        low: value * 0.95,
        high: value * 1.03,
        text: percent(value),
        provisional: day > 15,
      };
    }),
  }));

type Draw = (one: Case, layout: Layout, text: ChartText) => string;

/** Every chart of the folder but the sparkline, which has no words of its own. */
export const drawings: Record<string, Draw> = {
  trend: (one, layout, text) =>
    trend(
      some(points, one),
      {
        format: percent,
        fractions: true,
        marks: [
          { period: 'q0', label: 'Lebaran' },
          { period: 'q1', label: 'Kabinet baru' },
          { period: 'q7', label: 'Perubahan undang-undang' },
        ],
      },
      text,
      layout,
    ),
  'dot-plot': (one, layout, text) => {
    const reference = { value: 0.45, label: 'semua laporan 45 %', id: 'r/v1/n' };
    const options = { format: percent, ...(one === 'none' ? {} : { reference }) };
    return dotPlot(some(rows, one), options, text, layout);
  },
  'tile-map': (one, layout, text) =>
    tileMap(
      some(tiles, one),
      { format: (value) => value.toFixed(1).replace('.', ','), noValue: 'Putus-putus: NA' },
      text,
      layout,
    ),
  'heat-map': (one, layout, text) =>
    heatMap(
      some(cells, one),
      {
        rows: some(
          [
            { code: 'a', label: longName },
            { code: 'b', label: 'Jalan' },
            { code: 'unknown', label: 'Tidak diketahui', unknown: true },
          ],
          one,
        ),
        columns: some(
          [
            { code: 'x', label: 'Wilayah barat' },
            { code: 'y', label: 'Tengah' },
            { code: 'z', label: layout === 'narrow' ? longName : 'Timur' },
          ],
          one,
        ),
        format: String,
      },
      text,
      layout,
    ),
  'stacked-bar': (one, layout, text) => stackedBar(some(segments, one), text, layout),
  'incidence-curve': (one, layout, text) =>
    incidenceCurve(
      curves(one),
      { dayLabel: 'hari kerja', format: percent, labelledDays: [3, 5, 14, 60], lastDay: 20 },
      text,
      layout,
    ),
  'small-multiples': (one, layout, text) =>
    smallMultiples(
      some(['Jalan', longName, 'Kesehatan', 'Tidak diketahui'], one).map((label, index) => ({
        label,
        unknown: index === 3,
        points: some(points, one).map((point) => ({
          ...point,
          id: `${point.id}&g=${index}`,
          value: point.value === null ? null : point.value / (index + 1),
          text: point.value === null ? 'NA' : percent(point.value / (index + 1)),
          low: point.low === null ? null : point.low / (index + 1),
          high: point.high === null ? null : point.high / (index + 1),
        })),
      })),
      { format: percent, from: 'IV 2024', to: 'III 2026' },
      text,
      layout,
    ),
};
