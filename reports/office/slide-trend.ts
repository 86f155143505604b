import type { Figure } from '../../release/index.ts';
import { type Context, series } from '../sections/context.ts';
import { serviceMeasure } from '../sections/rows.ts';
import { comparable } from '../text/comparable.ts';
import type { ChartPoint, NativeChart } from './chart-model.ts';
import { area, chartShapes, type Deck, figuresOf, frame } from './slide-frame.ts';
import type { Shape, Slide } from './slide-xml.ts';

/** `III 2026`: a quarter under a chart. */
const shortQuarter = (quarter: string): string =>
  `${['I', 'II', 'III', 'IV'][Number(quarter.slice(-1)) - 1]} ${quarter.slice(0, 4)}`;

const toPoint = (quarter: string, figure: Figure | undefined): ChartPoint => ({
  label: shortQuarter(quarter),
  figure,
  ...(figure?.provisional ? { look: 'provisional' as const } : {}),
});

/** What a release can say of service by group, in words. */
export function measureName(context: Context): string {
  const key = serviceMeasure(context).metric === 'resolve' ? 'resolve-14' : 'resolved';
  return context.t(`reports.deck.${key}`);
}

/** The key figure and the number of reports over eight quarters. */
export function trendSlide(deck: Deck, number: number): Slide {
  const { context } = deck;
  const { metric, statistic } = serviceMeasure(context);
  const key = context.find('series', metric, statistic, { quarter: context.period });
  const line = lineChart(context, metric, statistic, key);
  const columns = columnChart(context);
  const received = context.find('series', 'received', 'count', { quarter: context.period });
  const half = { x: area.x, w: 5.85 };
  const right = { x: area.x + 6.28, w: 5.85 };
  const shapes: Shape[] = [];
  if (line) {
    const provisional = line.points.some(({ look }) => look === 'provisional')
      ? `. ${context.t('reports.deck.trend.provisional')}`
      : '';
    const subtitle = `${context.t('reports.deck.trend.subtitle')}${provisional}`;
    shapes.push(...chartShapes(line, line.name, subtitle, half));
  } else if (columns && key?.value != null) {
    shapes.push({
      name: 'No trend',
      box: { ...half, y: area.y, h: area.h },
      paragraphs: [
        { text: measureName(context), size: 16, bold: true },
        {
          text: context.t('reports.deck.trend.unequal', {
            measure: measureName(context).replace(/^./, (first) => first.toLowerCase()),
          }),
          size: 16,
          space: 6,
        },
      ],
    });
  }
  if (columns) {
    const at = shapes.length > 0 ? right : { x: area.x, w: area.w };
    const subtitle = context.t('reports.deck.trend.columns');
    shapes.push(...chartShapes(columns, columns.name, subtitle, at));
  }
  const said = key?.value != null ? key : received;
  const quarter = context.quarterName(context.period);
  const title =
    said?.value == null
      ? context.t('reports.deck.trend.none')
      : context.t(titleKey(said), { value: context.written(said, 'prose'), quarter });
  const shown = [line, columns].flatMap((chart) => (chart ? figuresOf(chart) : []));
  return frame(deck, number, title, shapes, said ? [said, ...shown] : shown);
}

function titleKey({ metric }: Figure) {
  if (metric === 'resolve') return 'reports.finding.resolve-14';
  return metric === 'resolved' ? 'reports.finding.resolved' : 'reports.deck.trend.received';
}

/** Quarters that may be compared; a clock's unripe ones too, hollow: it allows for the unfinished. */
function lineChart(
  context: Context,
  metric: string,
  statistic: string,
  key: Figure | undefined,
): NativeChart | undefined {
  if (key?.value == null) return undefined;
  const points = series(context, metric, statistic).filter(
    (one) => one.value !== null && (metric === 'resolve' || comparable(key, one)),
  );
  if (points.length < 3) return undefined;
  return chartOf(context, 'line', measureName(context), points, true);
}

function columnChart(context: Context): NativeChart | undefined {
  const points = series(context, 'received', 'count').filter((one) => one.value !== null);
  if (points.length === 0) return undefined;
  return chartOf(context, 'columns', context.t('reports.deck.received'), points, false);
}

function chartOf(
  context: Context,
  kind: 'line' | 'columns',
  name: string,
  figures: readonly Figure[],
  intervals: boolean,
): NativeChart {
  const [first, last] = [figures[0] as Figure, figures.at(-1) as Figure];
  const description = context.t('reports.deck.trend.description', {
    measure: name,
    first: context.written(first),
    from: context.quarterName(first.dims.quarter ?? ''),
    last: context.written(last),
    to: context.quarterName(last.dims.quarter ?? ''),
  });
  const { quarters } = context;
  const at = (figure: Figure) => quarters.indexOf(figure.dims.quarter ?? '');
  // A quarter between them without a figure keeps its place, so that nobody takes its neighbours for neighbours.
  const points = quarters.slice(at(first), at(last) + 1).map((quarter) =>
    toPoint(
      quarter,
      figures.find(({ dims }) => dims.quarter === quarter),
    ),
  );
  return { kind, name, points, description, intervals };
}
