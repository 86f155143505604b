import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { BuktiError, exitStatus, message } from '../../base/index.ts';
import { nearest } from '../../base/nearest.ts';
import { writePieces, writeWhole } from '../../base/whole-file.ts';
import { type MetricsCatalogue, metricsCatalogue } from '../../metrics/index.ts';
import { type Layout, socialCard, standalone } from '../../reports/charts/index.ts';
import { type Session, withPublished } from '../../warehouse/index.ts';
import { arrange, readSort } from '../asking/arrange.ts';
import { ask, type Figures, isSynthetic, readAsker } from '../asking/ask.ts';
import { type AskingOptions, readQuestion } from '../asking/options.ts';
import { drawChart, type TilePlace } from '../chart/draw.ts';
import { titleOf } from '../chart/sentences.ts';
import { type ChartKind, oneStatistic, shapeOf, stateMetrics, statesName } from '../chart/shape.ts';
import { cardSource, notesOf, subtitleOf } from '../chart/words.ts';
import { type Context, createContext } from '../context.ts';
import { checkDate } from '../parse.ts';

interface ChartOptions extends AskingOptions {
  format?: string;
  out?: string;
  layout?: string;
  title?: string;
  sort?: string;
  top?: number;
}

/** One of the report's charts, of a question to the published warehouse. */
export async function chart(name: string, options: ChartOptions, command: Command): Promise<void> {
  const context = createContext(command);
  const format = readFormat(options);
  const layout = readLayout(options.layout);
  checkDate('--known', options.known);
  const { svg, kind } = await withPublished(
    context.workspace,
    (session) => draw(session, context, name, options, layout),
    { known: options.known },
  );
  const { out } = options;
  if (out === undefined) process.stdout.write(svg);
  else {
    await writeWhole(out, async (file) => {
      if (format === 'svg') return writePieces(file, oneOf(svg));
      const { rasterise } = await import('../../reports/charts/rasterise.ts');
      // A card is asked for in pixels; the others are drawn for screens of today.
      await writeFile(file, await rasterise(svg, layout === 'social' ? 1 : 2));
    });
    context.result({ file: out, kind, format });
    context.note('asking.written', { file: out });
  }
}

async function draw(
  session: Session,
  context: Context,
  name: string,
  options: ChartOptions,
  layout: Layout,
): Promise<{ svg: string; kind: ChartKind }> {
  const { workspace } = context;
  const lang = context.reportLang;
  const catalogue = metricsCatalogue(workspace);
  const isStates = name === statesName;
  const names = isStates ? stateMetrics.map((state) => `${state}.share`) : [name];
  const question = readQuestion(names, options);
  if (!isStates) question.metrics = question.metrics.map((one) => oneStatistic(one, question.by));
  if (isStates && question.by.length > 0) {
    throw new BuktiError('asking.chart.states-by', {}, exitStatus.usage);
  }
  const asker = await readAsker(session, workspace, catalogue, lang);
  const asked = await ask(asker, question);
  const sort = options.sort === undefined ? undefined : readSort(options.sort, asked.by);
  const figures: Figures = {
    ...asked,
    rows: arrange(asked.rows, { sort, top: options.top }, asked.labelOf).rows,
    labelOf: withStates(asked.labelOf, catalogue, lang),
  };
  const tiles = await readTiles(session);
  const kind = isStates ? 'states' : shapeOf(figures.rows, figures.by, tiles.length > 0);
  if (kind === 'dots' && sort === undefined) figures.rows = byValue(figures);
  if (kind === 'trend') Object.assign(figures, withoutEmptyEnd(figures));
  const title = options.title ?? titleOf(kind, figures, catalogue, lang);
  const subtitle = subtitleOf(figures, figures.rows[0]?.unit ?? 'reports', lang);
  const text = { key: 'bukti', title, description: subtitle };
  const sources = await readSources(session);
  const around = (further: readonly string[]) => ({
    title,
    subtitle,
    badge: marksOf(figures.rows, isSynthetic(workspace), layout, lang),
    notes: notesOf(kind, figures.rows, sources, further, lang),
    id: repeat(name, options),
  });
  if (layout === 'social') {
    const drawOn = (room: number) =>
      drawChart(kind, { figures, lang, layout, text: { ...text, room }, tiles }).svg;
    const card = { ...around([]), notes: [cardSource(sources, lang)] };
    return { svg: socialCard(drawOn, card), kind };
  }
  const drawing = drawChart(kind, { figures, lang, layout, text, tiles });
  return { svg: standalone(drawing.svg, around(drawing.notes), layout), kind };
}

/**
 * What the reader must not miss: invented data, provisional figures; on a card, which travels, also
 * that figures straight from the warehouse are not for everyone.
 */
function marksOf(
  rows: Figures['rows'],
  synthetic: boolean,
  layout: Layout,
  lang: Context['lang'],
): string | undefined {
  const marks = [
    ...(layout === 'social' ? [message(lang, 'reports.mark.restricted')] : []),
    ...(synthetic ? [message(lang, 'reports.mark.synthetic')] : []),
    ...(rows.some((row) => row.provisional) ? [message(lang, 'reports.mark.provisional')] : []),
  ];
  return marks.length > 0 ? marks.join(' · ') : undefined;
}

/** The command that draws these figures again: what leads from a card back to them. */
function repeat(name: string, { by, period, where }: ChartOptions): string {
  const filters = [where ?? []].flat().map((one) => `--where ${one}`);
  const parts = [by && `--by ${by}`, period && `--period ${period}`, ...filters];
  return ['bukti chart', name, ...parts.filter(Boolean)].join(' ');
}

/** Groups without an order of their own stand by value, the largest on top. */
function byValue({ rows, by, labelOf }: Figures): Figures['rows'] {
  const own = ['age_band', 'day', 'returns', 'quarter', 'month', 'year'];
  if (by.some((name) => own.includes(name))) return rows;
  return arrange(rows, { sort: '-value' }, labelOf).rows;
}

/** Periods that nothing is known of yet are no part of a line. */
function withoutEmptyEnd({ rows, by, periods }: Figures): Pick<Figures, 'rows' | 'periods'> {
  const time = by[0] ?? 'quarter';
  const last = rows
    .filter((row) => row.n > 0)
    .map((row) => row.dims[time] ?? '')
    .sort()
    .at(-1);
  if (last === undefined) return { rows, periods };
  return {
    rows: rows.filter((row) => (row.dims[time] ?? '') <= last),
    periods: periods.filter(({ period }) => period <= last),
  };
}

function withStates(
  labelOf: Figures['labelOf'],
  catalogue: MetricsCatalogue,
  lang: Context['lang'],
): Figures['labelOf'] {
  return (dimension, code) => {
    if (dimension !== 'state') return labelOf(dimension, code);
    return catalogue.metrics.find((one) => one.name === code)?.label[lang] ?? code;
  };
}

async function readTiles(session: Session): Promise<TilePlace[]> {
  return session.rows<TilePlace & { [key: string]: never }>(
    `select region_code as code, coalesce(short_name, name) as short, tile_column as column,
      tile_row as row from dim_region
    where level = 'province' and tile_column is not null order by region_code`,
  );
}

async function readSources(session: Session): Promise<string[]> {
  const rows = await session.rows<{ source: string }>(
    'select distinct source from meta_source order by source',
  );
  return rows.map(({ source }) => (source === 'lapor' ? 'SP4N-LAPOR!' : source));
}

/** @throws BuktiError `asking.unknown-format`, `asking.needs-out` */
function readFormat({ format, out }: ChartOptions): 'svg' | 'png' {
  const guessed = format ?? (out?.toLowerCase().endsWith('.png') ? 'png' : 'svg');
  if (guessed !== 'svg' && guessed !== 'png') {
    const known = ['svg', 'png'];
    const params = { format: guessed, near: nearest(guessed, known), known: known.join(', ') };
    throw new BuktiError('asking.unknown-format', params, exitStatus.usage);
  }
  if (guessed === 'png' && out === undefined) {
    throw new BuktiError('asking.needs-out', { format: guessed }, exitStatus.usage);
  }
  return guessed;
}

/** @throws BuktiError `asking.chart.layout` */
function readLayout(text = 'page'): Layout {
  if (text === 'page') return 'wide';
  if (text === 'phone') return 'narrow';
  if (text === 'social') return 'social';
  throw new BuktiError('asking.chart.layout', { text }, exitStatus.usage);
}

async function* oneOf(text: string): AsyncGenerator<string> {
  yield text;
}
