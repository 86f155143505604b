import type { MessageKey } from '../../base/index.ts';
import type { Figure, SealedComparison } from '../../release/index.ts';
import { type Datum, sparkline } from '../charts/index.ts';
import type { Context } from '../sections/context.ts';
import { figureText } from '../text/figure.ts';
import { type Html, html, markup } from '../text/html.ts';
import { sizeHtml, togetherNote, wayHtml } from './change.ts';
import { chooseFindings, clearFindings, findingRule } from './choose.ts';
import { keyFigures } from './key-figures.ts';
import { findingSentence } from './sentence.ts';

/** What page one says: the findings, then key figures where there is room. */
export interface PageOne {
  /** The page's title as a sentence. */
  headline: Html;
  findings: SealedComparison[];
  body: Html;
  /** Why one of them cannot be confirmed although its interval lies to one side. */
  together: string | undefined;
  /** Some figure carries the star of what is provisional. */
  starred: boolean;
}

/** Page one of a report: its findings by the rule of choose.ts, else that nothing changed clearly. */
export function pageOne(context: Context): PageOne {
  const findings = chooseFindings(context.release.comparisons);
  const said = new Set(findings.map(({ figure }) => figure.id));
  const figures = keyFigures(context, findingRule.most - findings.length, said);
  const clear = clearFindings(context.release.comparisons).length;
  const [first] = findings;
  const quarter = context.quarterName(context.period);
  const headline = first
    ? headlineOf(context, first)
    : context.h(without(clear, figures.length), { quarter });
  const list = findings.map((one) =>
    item(context, one.figure, {
      sentence: findingSentence(context, one),
      detail: detail(context, one),
      points: points(context, one.figure),
      worse: one.worse === true,
    }),
  );
  const keys = figures.map(({ figure, sentence, comparison, points: own, worse }) =>
    item(context, figure, { sentence, detail: comparison, points: own, worse }),
  );
  const together = togetherNote(
    context,
    figures.map(({ figure }) => context.release.compared(figure)),
    'reports.findings.together',
  );
  const body = html`<p class="small">${familyLine(context, clear, findings.length)}</p>${
    list.length > 0 ? html`<ol class="findings">${list}</ol>` : null
  }${
    keys.length > 0
      ? html`<h3>${context.t('reports.key-figures.title')}</h3><ul class="findings">${keys}</ul>`
      : null
  }${list.length + keys.length === 0 ? html`<p>${context.t('reports.findings.none')}</p>` : null}`;
  const starred = body.text.includes('<sup>*</sup>');
  return { headline, findings, body, together, starred };
}

/** The sentence says itself which quarter's end it speaks of, or the title names the quarter. */
function headlineOf(context: Context, finding: SealedComparison): Html {
  const sentence = findingSentence(context, finding);
  if (finding.figure.metric === 'backlog') return sentence;
  const quarter = context.quarterName(context.period);
  return context.h('reports.headline.finding', { sentence, quarter });
}

/** The title of a page without findings. */
function without(clear: number, figures: number): MessageKey {
  if (clear > 0) return 'reports.headline.small';
  return figures > 0 ? 'reports.headline.unchanged' : 'reports.headline.none';
}

/** How many comparisons were made, how many are clear, and where those are that are not here. */
function familyLine(context: Context, clear: number, shown: number): Html {
  const { family } = context.release.manifest;
  if (!family || family.tests === 0) return context.h('reports.findings.untested');
  const { tests } = family;
  if (clear === 0) return context.h('reports.findings.count.none', { tests });
  const count = context.h('reports.findings.count', { tests, clear });
  if (clear === shown) return count;
  const title = context.t('reports.further.title');
  const link = html`<a href="#further">${title}</a>`;
  const rest = context.h('reports.findings.further', { n: clear - shown, link });
  return html`${count} ${rest}`;
}

function detail(context: Context, comparison: SealedComparison): Html {
  const novel =
    comparison.novel === null
      ? ''
      : context.t(comparison.novel ? 'reports.finding.novel' : 'reports.finding.again');
  const kind = comparison.compare === 'others' ? 'others' : 'change';
  const said = context.h(`reports.finding.detail.${kind}`, {
    quarter: context.quarterName(context.before),
    change: sizeHtml(context, comparison),
    novel,
  });
  return html`${wayHtml(context, comparison)}${said}`;
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
  said: { sentence: Html; detail: Html; points: readonly Figure[]; worse: boolean },
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
  const kind = said.worse ? 'big worse' : 'big';
  return html`<li><p class="${kind}">${big}${star}</p><div class="say"><p>${said.sentence}.</p><p class="small">${said.detail}</p></div>${spark}</li>`;
}
