import type { Lang } from '../../base/locale.ts';
import { message } from '../../base/messages/index.ts';
import type { DimensionName, MetricRow as Figure } from '../../metrics/index.ts';
import {
  type ChartText,
  type Datum,
  dotPlot,
  heatMap,
  incidenceCurve,
  type Layout,
  stackedBar,
  type Tile,
  tileMap,
  trend,
} from '../../reports/charts/index.ts';
import type { Figures } from '../asking/ask.ts';
import { figureText, numberText } from '../asking/figure-text.ts';
import { acrossOf, type ChartKind } from './shape.ts';
import { capital, groupName, tickOf } from './words.ts';

/** What every drawing takes. */
export interface Sheet {
  figures: Figures;
  lang: Lang;
  layout: Layout;
  text: ChartText;
  tiles: readonly TilePlace[];
}

export interface TilePlace {
  code: string;
  short: string;
  column: number;
  row: number;
}

export interface Drawing {
  svg: string;
  /** What was left out for want of room. */
  notes: string[];
}

/** Figures as one of the report's charts. */
export function drawChart(kind: ChartKind, sheet: Sheet): Drawing {
  const draw = { dots, map, trend: line, heat, curve, states }[kind];
  return draw(sheet);
}

function datum(row: Figure, lang: Lang): Datum {
  const dims = Object.entries(row.dims).map(([name, code]) => `${name}=${code}`);
  return {
    id: `${row.metric}.${row.statistic}${dims.length > 0 ? `?${dims.join('&')}` : ''}`,
    value: row.value,
    low: row.value === null ? null : row.low,
    high: row.value === null ? null : row.high,
    text: figureText(row, lang),
    provisional: row.provisional,
  };
}

const format =
  (row: Figure | undefined, lang: Lang) =>
  (value: number): string =>
    row ? numberText(value, row.unit, lang).replace(/([.,]0)(?=\s?%|$)/, '') : String(value);

const mostDots = { narrow: 24, wide: 40, social: 40 } as const;

function dots({ figures, lang, layout, text }: Sheet): Drawing {
  const { by } = figures;
  const rows = [
    ...figures.rows.filter((row) => !isUnknown(row)),
    ...figures.rows.filter((row) => isUnknown(row)),
  ];
  const [name] = by;
  const shown = rows.slice(0, mostDots[layout]);
  const left = rows.length - shown.length;
  const [first] = rows;
  const svg = dotPlot(
    shown.map((row) => ({
      ...datum(row, lang),
      label: name === undefined ? '' : groupName(figures, name, row.dims[name] ?? '', lang),
      unknown: isUnknown(row),
    })),
    {
      format: format(first, lang),
      ...(first?.unit === 'score' ? { floor: 1, ceiling: 5 } : {}),
    },
    text,
    layout,
  );
  return { svg, notes: left > 0 ? [message(lang, 'asking.chart.note-rows', { n: left })] : [] };
}

function map({ figures, lang, layout, text: words, tiles }: Sheet): Drawing {
  const of = new Map(figures.rows.map((row) => [row.dims.province, row]));
  const placed = tiles.map((tile): Tile => {
    const row = of.get(tile.code);
    const own = row ? datum(row, lang) : { id: '', value: null, text: '' };
    // A tile has no room for the space before the sign; a card writes beside the map.
    const text = layout === 'social' ? own.text : own.text.replace(/\s%$/, '%');
    return { ...own, ...tile, text: own.value === null ? '' : text };
  });
  const options = {
    format: format(figures.rows[0], lang),
    noValue: message(lang, 'asking.chart.no-value'),
  };
  return { svg: tileMap(placed, options, words, layout), notes: [] };
}

function line({ figures, lang, layout, text }: Sheet): Drawing {
  const time = figures.by[0] as DimensionName;
  const rows = [...figures.rows].sort((a, b) =>
    (a.dims[time] ?? '') < (b.dims[time] ?? '') ? -1 : 1,
  );
  const every = Math.max(1, Math.ceil(rows.length / 5));
  const points = rows.map((row, index) => {
    const period = row.dims[time] ?? '';
    const hasTick = (rows.length - 1 - index) % every === 0;
    return { ...datum(row, lang), period, tick: hasTick ? tickOf(period, lang) : '' };
  });
  const fractions = ['share', 'per_100k', 'score'].includes(rows[0]?.unit ?? '');
  const options = { format: format(rows[0], lang), fractions };
  return { svg: trend(points, options, text, layout), notes: [] };
}

const mostColumns = { narrow: 6, wide: 24, social: 4 } as const;
const mostRows = { narrow: 25, wide: 40, social: 4 } as const;

function heat({ figures, lang, layout, text }: Sheet): Drawing {
  const { rows } = figures;
  const [down, across] = acrossOf(rows, figures.by);
  const isTime = /^(quarter|month|year)$/.test(across);
  const label = (name: DimensionName) => (code: string) => ({
    code,
    label: groupName(figures, name, code, lang),
    unknown: code === 'unknown',
  });
  const allColumns = codes(rows, across);
  const filled = rows.filter((row) => row.value !== null);
  const allRows = codes(filled, down);
  // Of time the latest are kept, of groups those that reach highest: the title names the highest.
  const columns = isTime
    ? [...allColumns].sort().slice(-mostColumns[layout])
    : reachHighest(rows, across, allColumns, mostColumns[layout]);
  const kept = reachHighest(rows, down, allRows, mostRows[layout]);
  const left = allColumns.length - columns.length + allRows.length - kept.length;
  const svg = heatMap(
    rows.map((row) => ({
      ...datum(row, lang),
      text: row.value === null ? '' : figureText(row, lang).replace(/\s?%$/, ''),
      row: row.dims[down] ?? '',
      column: row.dims[across] ?? '',
    })),
    {
      rows: kept.map(label(down)),
      columns: columns.map(label(across)),
      format: format(rows[0], lang),
      byRank: rows[0]?.unit !== 'reports',
    },
    text,
    layout,
  );
  return { svg, notes: left > 0 ? [message(lang, 'asking.chart.note-cells', { n: left })] : [] };
}

function curve({ figures, lang, layout, text }: Sheet): Drawing {
  const names = figures.by.filter((name) => name !== 'day');
  const groups = new Map<string, Figure[]>();
  for (const row of figures.rows) {
    const label = names.map((name) => groupName(figures, name, row.dims[name] ?? '', lang));
    const key = label.join(', ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const most = layout === 'wide' ? 5 : 3;
  // Where some groups are known, those whose group is not are no curve to compare with.
  const known = [...groups].filter(([, rows]) => !rows.some(isUnknown));
  const all = known.length > 0 ? known : [...groups];
  const curves = all.slice(0, most).map(([label, rows], index) => ({
    label,
    main: index === 0,
    points: rows
      .filter((row) => row.value !== null)
      .map((row) => ({ ...datum(row, lang), day: Number(row.dims.day) })),
  }));
  const left = all.length - curves.length;
  const options = {
    dayLabel: message(lang, 'asking.unit.working_days'),
    format: format(figures.rows[0], lang),
    lastDay: 60,
    labelledDays: [3, 5, 14, 60],
  };
  return {
    svg: incidenceCurve(curves, options, text, layout),
    notes: left > 0 ? [message(lang, 'asking.chart.note-rows', { n: left })] : [],
  };
}

function states({ figures, lang, layout, text }: Sheet): Drawing {
  const segments = figures.rows
    .filter((row) => row.value !== null && row.value > 0)
    .map((row, index) => ({
      ...datum(row, lang),
      label: capital(figures.labelOf('state', row.metric)),
      accent: index === 0,
    }));
  return { svg: stackedBar(segments, text, layout), notes: [] };
}

const isUnknown = (row: Figure) => Object.values(row.dims).includes('unknown');

/**
 * As many of the codes as there is room for: those with the highest figures, in their own order;
 * `unknown` is the first to go.
 */
function reachHighest(
  rows: readonly Figure[],
  name: DimensionName,
  all: readonly string[],
  most: number,
): string[] {
  if (all.length <= most) return [...all];
  const highest = new Map<string, number>();
  for (const { dims, value } of rows) {
    const code = dims[name] ?? '';
    if (code === 'unknown' || value === null) continue;
    highest.set(code, Math.max(highest.get(code) ?? Number.NEGATIVE_INFINITY, value));
  }
  const kept = new Set(
    [...highest]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([code]) => code),
  );
  return all.filter((code) => kept.has(code));
}

/** Codes in the order of the answer, `unknown` last. */
function codes(rows: readonly Figure[], name: DimensionName): string[] {
  const all = [...new Set(rows.map((row) => row.dims[name] ?? ''))];
  return [...all.filter((code) => code !== 'unknown'), ...all.filter((code) => code === 'unknown')];
}
