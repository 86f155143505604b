import type { FigureDefinition } from '../../../metrics/catalogue-definitions.ts';
import {
  type Dataset,
  type FigureDatasetOptions,
  type FigureRow,
  figureDataset,
} from '../../../release/datasets/index.ts';

const row = (
  dims: FigureRow['dims'],
  value: number | null,
  more: Partial<FigureRow> = {},
): FigureRow => ({
  id: `2026Q3/v1/resolve.share?${new URLSearchParams(dims as Record<string, string>)}`,
  metric: 'resolve',
  statistic: 'share',
  dims,
  value,
  low: value === null ? null : value / 2,
  high: null,
  numerator: value === null ? null : Math.round(value * 8),
  denominator: 8,
  n: 8,
  unit: 'share',
  status: value === null ? 'below_minimum' : 'ok',
  provisional: false,
  as_of: '2026-10-21',
  age_working_days: 15,
  ...more,
});

/** Six figures with everything that a file may get wrong: `35.10`, `35.01`, a formula, quotes, gaps. */
const figures: FigureRow[] = [
  row({ quarter: '2026Q3', sex: 'f', regency: '35.10' }, 0.25),
  row({ quarter: '2026Q3', sex: 'm', regency: '35.10' }, 0.5),
  row({ quarter: '2026Q3', sex: 'f', regency: '35.01' }, null),
  row({ quarter: '2026Q3', sex: 'm', regency: '=1+1' }, 1 / 3, { provisional: true }),
  row({ quarter: '2026Q2', sex: 'f' }, -0.125),
  row({ month: '2026-07' }, 1234, {
    id: '2026Q3/v1/received.count?month=2026-07',
    metric: 'received',
    statistic: 'count',
    unit: 'reports',
    status: 'ok',
  }),
];

const names: Record<string, [id: string, en: string]> = {
  'sex f': ['perempuan', 'female'],
  'sex m': ['laki-laki', 'male'],
  'regency 35.10': ['Banyuwangi', 'Banyuwangi'],
  'regency 35.01': ['Pacitan', 'Pacitan'],
  'regency =1+1': ['"Kab", -satu', '@two'],
};

const definition: FigureDefinition = {
  metric: 'resolve',
  statistic: 'share',
  meaning: 'Arti | makna',
  formula: 'x / n',
  unit: 'share',
  population: 'reports',
  clock: null,
  minimum_n: null,
  direction: 'up_is_better',
  additive: 'no',
  caveats: [],
  source: 'Wilson (1927)',
};

function options(more: Partial<FigureDatasetOptions> = {}): FigureDatasetOptions {
  return {
    name: 'by_regency',
    title: { id: 'Judul', en: 'Title' },
    description: { id: 'Uraian', en: 'Description' },
    edition: 'internal',
    synthetic: true,
    release: '2026Q3/v1',
    publisher: 'Kantor Staf Presiden',
    software: 'bukti 0.0.0',
    asOf: '2026-10-21',
    naming: {
      label: (dimension, code, lang) =>
        names[`${dimension} ${code}`]?.[lang === 'id' ? 0 : 1] ?? code,
      codes: (dimension) =>
        dimension === 'regency'
          ? [{ code: '35.01', label_id: 'Pacitan', label_en: 'Pacitan', parent: '35' }]
          : [],
    },
    definitions: { id: [definition], en: [definition] },
    ...more,
  };
}

export const dataset = (more: Partial<FigureDatasetOptions> = {}): Dataset =>
  figureDataset(figures, options(more));

/** The same; the first figure is the first observation after a break. */
export const brokenDataset = (): Dataset =>
  figureDataset(
    figures.map((figure, index) => (index === 0 ? { ...figure, series_break: true } : figure)),
    options(),
  );
