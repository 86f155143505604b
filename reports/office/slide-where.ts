import type { Figure } from '../../release/index.ts';
import { type Context, capital, groups } from '../sections/context.ts';
import { isStated, lowestFirst, serviceMeasure } from '../sections/rows.ts';
import { type ChartPoint, type NativeChart, withInterval } from './chart-model.ts';
import { area, chartShapes, type Deck, figuresOf, frame } from './slide-frame.ts';
import { measureName } from './slide-trend.ts';
import { colours, type Shape, type Slide } from './slide-xml.ts';

const minimum = 30;
/** Of the lowest and of the highest; all where there are no more than both. */
const most = 5;
const reasonsShown = 7;

interface Part {
  chart: NativeChart;
  title: string;
  heading: string;
  subtitle: string;
  said: Figure[];
  note?: string;
}

/** Where reports fare worst and best, and why they stay unresolved; what there is of the two. */
export function whereSlide(deck: Deck, number: number): Slide {
  const { context } = deck;
  const parts = [regions(context), reasons(context)].filter((part) => part !== undefined);
  const [first] = parts;
  if (!first) {
    const text = context.t('reports.deck.where.none.text');
    const box = { ...area };
    const shapes: Shape[] = [{ name: 'Note', box, paragraphs: [{ text, size: 16 }] }];
    return frame(deck, number, context.t('reports.deck.where.none'), shapes, []);
  }
  const widths = parts.length > 1 ? [6.6, 5.1] : [area.w];
  const shapes = parts.flatMap((part, index): Shape[] => {
    const at = { x: index === 0 ? area.x : area.x + 7.03, w: widths[index] as number };
    const note: Shape[] = part.note
      ? [
          {
            name: `Note: ${part.chart.name}`,
            box: { ...at, y: 6.38, h: 0.42 },
            paragraphs: [{ text: part.note, size: 11, colour: colours.muted }],
          },
        ]
      : [];
    return [
      ...chartShapes(part.chart, part.heading, part.subtitle, at, part.note ? 0.3 : 0),
      ...note,
    ];
  });
  const figures = parts.flatMap((part) => [...part.said, ...figuresOf(part.chart)]);
  return frame(deck, number, first.title, shapes, figures);
}

function regions(context: Context): Part | undefined {
  const measure = serviceMeasure(context);
  const quarter = context.period;
  const rows = context
    .rows('by_province', { ...measure, dims: { quarter } })
    .filter((one) => one.value !== null && one.n >= minimum && one.dims.province !== 'unknown');
  const sorted = lowestFirst(rows, 'province');
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest || sorted.length < 3) return undefined;
  const few = sorted.length <= 2 * most;
  const name = (figure: Figure) => capital(context.label('province', figure.dims.province ?? ''));
  const toPoint = (figure: Figure): ChartPoint => ({
    label: labelled(context, name(figure), figure),
    figure,
  });
  const nation = context.find('series', measure.metric, measure.statistic, { quarter });
  const all: ChartPoint[] =
    nation?.value == null
      ? []
      : [
          {
            label: labelled(context, context.t('reports.deck.where.all-groups'), nation),
            figure: nation,
            look: 'reference',
          },
        ];
  const points = few
    ? [...sorted.map(toPoint), ...all]
    : [...sorted.slice(0, most).map(toPoint), ...all, ...sorted.slice(-most).map(toPoint)];
  const params = {
    measure: measureName(context),
    low: context.written(lowest),
    lowest: name(lowest),
    high: context.written(highest),
    highest: name(highest),
  };
  const apart = (lowest.high ?? Number.POSITIVE_INFINITY) < (highest.low ?? 0);
  const told = context.t('reports.deck.where.title', params);
  // The two ends of many regions lie apart by chance too: no title where their intervals overlap.
  const title = apart ? told : context.t('reports.deck.where.overlap', params);
  const counts = { most, groups: sorted.length, minimum };
  return {
    chart: {
      kind: 'rows',
      name: measureName(context),
      points,
      description: `${told}.`,
      intervals: true,
    },
    title,
    heading: measureName(context),
    subtitle: context.t(few ? 'reports.deck.where.all' : 'reports.deck.where.some', counts),
    said: [lowest, highest],
    note: context.t('reports.deck.where.note'),
  };
}

/** `Papua (30,1 s.d. 42,0)`. */
function labelled(context: Context, name: string, figure: Figure): string {
  const interval = /\(.*\)$/.exec(withInterval(context, figure))?.[0];
  return interval ? `${name} ${interval}` : name;
}

function reasons(context: Context): Part | undefined {
  const rows = groups(context, 'reason', 'reason', 'unresolved_reason', 'share')
    .filter((one) => isStated(one) && one.value !== null)
    .slice(0, reasonsShown);
  const [largest] = rows;
  if (!largest) return undefined;
  const name = (figure: Figure) => context.label('reason', figure.dims.reason ?? '');
  const title = context.t('reports.deck.reasons.title', {
    reason: name(largest),
    value: context.written(largest, 'prose'),
  });
  return {
    chart: {
      kind: 'rows',
      name: context.t('reports.deck.reasons.head'),
      points: rows.map((figure) => ({ label: capital(name(figure)), figure })),
      description: `${title}.`,
      intervals: false,
    },
    title,
    heading: title,
    subtitle: context.t('reports.deck.reasons.head'),
    said: [largest],
  };
}
