import type { Figure, SealedComparison } from '../../release/index.ts';
import { type Datum, sparkline } from '../charts/index.ts';
import type { Context } from '../sections/context.ts';
import { figureText } from '../text/figure.ts';
import { type Html, html, markup } from '../text/html.ts';
import { sizeHtml } from './change.ts';
import { chooseFindings, findingRule } from './choose.ts';
import { keyFigures } from './key-figures.ts';
import { findingSentence } from './sentence.ts';

/** What page one says: the findings, then key figures where there is room. */
export interface PageOne {
  /** The page's title as a sentence. */
  headline: Html;
  findings: SealedComparison[];
  body: Html;
}

/** Page one of a report: its findings by the rule of choose.ts, else that nothing changed clearly. */
export function pageOne(context: Context): PageOne {
  const findings = chooseFindings(context.release.comparisons);
  const figures = keyFigures(context, findingRule.most - findings.length);
  const [first] = findings;
  const quarter = context.quarterName(context.period);
  const headline = first
    ? context.h('reports.headline.finding', { sentence: findingSentence(context, first), quarter })
    : context.h(figures.length > 0 ? 'reports.headline.unchanged' : 'reports.headline.none', {
        quarter,
      });
  const list = findings.map((one) =>
    item(context, one.figure, {
      sentence: findingSentence(context, one),
      detail: detail(context, one),
      points: points(context, one.figure),
    }),
  );
  const keys = figures.map(({ figure, sentence, comparison, points: own }) =>
    item(context, figure, { sentence, detail: comparison, points: own }),
  );
  const body = html`<p class="small">${familyLine(context)}</p>${
    list.length > 0 ? html`<ol class="findings">${list}</ol>` : null
  }${
    keys.length > 0
      ? html`<h3>${context.t('reports.key-figures.title')}</h3><ul class="findings">${keys}</ul>`
      : null
  }${list.length + keys.length === 0 ? html`<p>${context.t('reports.findings.none')}</p>` : null}`;
  return { headline, findings, body };
}

/** How many comparisons were made, and how many are clear. */
function familyLine(context: Context): string {
  const { family } = context.release.manifest;
  if (!family || family.tests === 0) return context.t('reports.findings.untested');
  const { tests, clear } = family;
  if (clear === 0) return context.t('reports.findings.count.none', { tests });
  return context.t('reports.findings.count', { tests, clear });
}

function detail(context: Context, comparison: SealedComparison): Html {
  const novel =
    comparison.novel === null
      ? ''
      : context.t(comparison.novel ? 'reports.finding.novel' : 'reports.finding.again');
  const kind = comparison.compare === 'others' ? 'others' : 'change';
  return context.h(`reports.finding.detail.${kind}`, {
    quarter: context.quarterName(context.before),
    change: sizeHtml(context, comparison),
    novel,
  });
}

/** Quarters of the same figure that the release holds. */
function points(context: Context, figure: Figure): Figure[] {
  const { dims, metric, statistic } = figure;
  return context.quarters.flatMap((quarter) => {
    const same = context.find('compared', metric, statistic, { ...dims, quarter });
    return same?.value == null ? [] : [same];
  });
}

function item(
  context: Context,
  figure: Figure,
  said: { sentence: Html; detail: Html; points: readonly Figure[] },
): Html {
  const data: Datum[] = said.points.map((point) => ({
    id: point.id,
    value: point.value,
    low: point.low,
    high: point.high,
    text: '',
    provisional: point.provisional,
  }));
  const spark = data.length >= 3 ? markup(sparkline(data)) : null;
  const big = html`<data class="f" value="${figure.value}" data-id="${figure.id}">${figureText(figure, context.voice)}</data>`;
  const star = figure.provisional ? html`<sup>*</sup>` : null;
  return html`<li><p class="big">${big}${star}</p><div class="say"><p>${said.sentence}.</p><p class="small">${said.detail}</p></div>${spark}</li>`;
}
