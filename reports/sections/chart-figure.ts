import { type ChartText, ink, type Layout, pageLayouts } from '../charts/index.ts';
import { type Html, html, markup, plainText } from '../text/html.ts';
import type { Context } from './context.ts';
import { folded } from './table.ts';

export interface ChartFigure {
  /** Letters, digits and hyphens; unique on the page. */
  key: string;
  /** What is seen, as a sentence. */
  title: Html;
  /** Measure, unit, period and n. */
  subtitle: string | Html;
  /** The cases it stands on, where the subtitle does not say so itself. */
  n?: number | undefined;
  /** The quarter that `n` is of, where the chart shows several. */
  of?: string;
  /** As what intervals are drawn: said where the drawing has any. */
  pale?: 'bar' | 'band';
  /** One sentence that reads the data. */
  description: string;
  draw: (text: ChartText, layout: Layout) => string;
  table: Html;
  /** Short tables stand open; `print` ones are folded on a screen and open on paper. */
  open?: boolean;
  print?: boolean;
}

/** A chart with its title, both layouts of a page (the style sheet shows one), its source and its table. */
export function chartFigure(context: Context, chart: ChartFigure): Html {
  const text = { key: chart.key, title: plainText(chart.title), description: chart.description };
  const drawings = pageLayouts.map((layout) => markup(chart.draw(text, layout)));
  return html`<figure id="${chart.key}"><figcaption><h3>${chart.title}</h3><p class="small">${chart.subtitle}${more(context, chart, drawings)}</p></figcaption>${drawings}<p class="small foot">${sourceLine(context)}</p></figure>${
    chart.open ? chart.table : folded(context.t('reports.table-of-chart'), chart.table, chart.print)
  }`;
}

/** What every subtitle must say, if it does not yet: n, and what is pale. */
function more(context: Context, { n, of, pale }: ChartFigure, drawings: readonly Html[]): Html {
  const count =
    n === undefined
      ? null
      : of === undefined
        ? context.h('reports.chart.n', { n })
        : context.h('reports.chart.n-of', { n, quarter: context.quarterName(of) });
  const hasPale = pale !== undefined && drawings.some(({ text }) => text.includes(ink.pale));
  return html`${count}${hasPale ? context.t(`reports.chart.pale.${pale}`) : null}`;
}

/** `Sumber: SP4N-LAPOR!; rilis 2026Q3 v1.` */
function sourceLine(context: Context): string {
  const { release } = context;
  return context.t('reports.chart.source', {
    sources: sourceNames(context),
    release: `${release.period} v${release.version}`,
  });
}

export const sourceName = (source: string): string => (source === 'lapor' ? 'SP4N-LAPOR!' : source);

/** The sources by name, each once. */
export function sourceNames(context: Context): string {
  const names = context.release.manifest.sources.map(({ source }) => sourceName(source));
  return [...new Set(names)].join(', ');
}
