import type { Figure } from '../../release/index.ts';
import { sourceNames } from '../sections/chart-figure.ts';
import type { Context } from '../sections/context.ts';
import type { NativeChart } from './chart-model.ts';
import type { Page } from './page.ts';
import { colours, type Shape, type Slide } from './slide-xml.ts';
import { fitSize } from './text-fit.ts';

/** What slides are made from. */
export interface Deck {
  context: Context;
  page: Page;
}

/** Inches: the margins, and the part between title and foot. */
export const area = { x: 0.6, y: 2.05, w: 12.13, h: 4.55 } as const;

/** A slide with what each carries: marks, whose document, title, source, release and number. */
export function frame(
  { context, page }: Deck,
  number: number,
  title: string,
  shapes: readonly Shape[],
  figures: readonly (Figure | string)[],
): Slide {
  const { release } = context;
  const small = { size: 11, colour: colours.muted };
  const nameBox = { x: 3.4, y: 0.36, w: 9.33, h: 0.28 };
  const titleBox = { x: area.x, y: 0.78, w: area.w, h: 1.05 };
  const foot = context.t('reports.deck.source', {
    sources: sourceNames(context),
    release: `${release.period} v${release.version}`,
    as_of: context.date(release.manifest.as_of),
  });
  return {
    shapes: [
      {
        name: 'Title',
        box: titleBox,
        title: true,
        paragraphs: [{ text: title, size: fitSize(title, titleBox, [28, 24, 20]), bold: true }],
      },
      {
        name: 'Marks',
        box: { x: area.x, y: 0.36, w: 2.8, h: 0.28 },
        paragraphs: [{ text: page.marks.join(' · '), size: 12, bold: true }],
      },
      {
        name: 'Document',
        box: nameBox,
        paragraphs: [
          { ...small, text: page.name, size: fitSize(page.name, nameBox, [11, 10]), right: true },
        ],
      },
      ...shapes,
      { name: 'Rule', box: { x: area.x, y: 6.86, w: area.w, h: 0 }, rule: true },
      {
        name: 'Source',
        box: { x: area.x, y: 6.96, w: 11, h: 0.28 },
        paragraphs: [{ text: foot, ...small }],
      },
      {
        name: 'Number',
        box: { x: 11.9, y: 6.96, w: 0.83, h: 0.28 },
        paragraphs: [{ text: String(number), ...small, right: true }],
        slideNumber: true,
      },
    ],
    notes: notesOf(context, figures),
  };
}

function notesOf(context: Context, figures: readonly (Figure | string)[]): string[] {
  const { release } = context;
  const lines = figures.map((one) =>
    typeof one === 'string' ? one : `${one.id} = ${one.value ?? context.written(one)}`,
  );
  const unique = [...new Set(lines)];
  return [
    context.t(unique.length > 0 ? 'reports.deck.notes.ids' : 'reports.deck.notes.none'),
    ...unique,
    context.t('reports.deck.notes.lookup'),
    // The workbook holds the figures of the first recipient alone.
    ...(release.manifest.recipient === 'ksp'
      ? [context.t('reports.deck.notes.workbook', { period: release.period })]
      : []),
    context.t('reports.deck.notes.release', {
      release: `${release.period} v${release.version}`,
      hash: release.sha256,
    }),
  ];
}

export const figuresOf = (chart: NativeChart): Figure[] =>
  chart.points.flatMap(({ figure }) => figure ?? []);

/** Headings of charts and of texts, largest first. */
const headingSizes = [16, 14, 13] as const;

/**
 * A chart under its heading and a line that says what is drawn.
 * @param below inches left free under it
 */
export function chartShapes(
  chart: NativeChart,
  heading: string,
  subtitle: string,
  at: { x: number; w: number },
  below = 0,
): Shape[] {
  const h = area.h - 0.85 - below;
  return [
    {
      name: `Heading: ${chart.name}`,
      box: { ...at, y: area.y, h: 0.8 },
      paragraphs: [
        {
          text: heading,
          size: fitSize(heading, { w: at.w * 0.95, h: 0.3 }, headingSizes),
          bold: true,
        },
        { text: subtitle, size: 12, colour: colours.muted, space: 2 },
      ],
    },
    {
      name: `Chart: ${chart.name}`,
      box: { ...at, y: area.y + 0.85, h },
      chart: chart.kind === 'rows' ? withShortLabels(chart, { w: at.w, h }) : chart,
    },
  ];
}

/** Programs leave out labels that do not fit their row: a long name is cut, its interval is kept. */
function withShortLabels(chart: NativeChart, box: { w: number; h: number }): NativeChart {
  const lines = Math.max(1, Math.floor(((box.h * 72) / chart.points.length - 2) / 14.4));
  const most = lines * Math.floor((0.55 * box.w * 72) / (12 * 0.45)) - 4 * (lines - 1);
  const points = chart.points.map((point) => {
    if (point.label.length <= most) return point;
    const [, name = point.label, interval = ''] = /^(.*?)( \([^()]*\))?$/.exec(point.label) ?? [];
    const kept = name
      .slice(0, Math.max(8, most - interval.length - 1))
      .replace(/[\s,]+\S{0,3}$/, '');
    return { ...point, label: `${kept}\u2026${interval}` };
  });
  return { ...chart, points };
}
