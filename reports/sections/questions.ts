import type { Figure, SealedComparison } from '../../release/index.ts';
import { chooseFindings } from '../findings/choose.ts';
import { findingSentence, isUp } from '../findings/sentence.ts';
import { html, type Part } from '../text/html.ts';
import { withArticle } from '../text/voice.ts';
import { type Context, groups, lowerFirst, type Section } from './context.ts';
import { ofAgency, silentMinistries } from './ministries.ts';
import { isStated } from './rows.ts';

/** A share of an agency is asked about from this many reports on. */
const minimum = 30;
const noteworthy = { open_beyond: 0.1, returned: 0.05 };
const most = 6;

/**
 * Questions for the meeting, each drawn from a figure that stands in it: what became clearly worse; the
 * agency with the largest share open beyond the limit (a tenth or more), and returned (a twentieth or
 * more), of those with 30 reports; the reason that is given most; who got no report. They ask and do
 * not judge.
 */
export function questions(context: Context): Section {
  const list = [
    ...worse(context),
    largest(context, 'open_beyond', 'reports.question.open-beyond'),
    largest(context, 'returned', 'reports.question.returned'),
    reason(context),
    silence(context),
  ].filter(Boolean);
  return {
    id: 'questions',
    title: context.t('reports.questions.title'),
    body:
      list.length > 0
        ? html`<ol>${list.slice(0, most).map((one) => html`<li>${one}</li>`)}</ol>`
        : html`<p>${context.t('reports.questions.none')}</p>`,
  };
}

/** A reason that is given more is no worse than the one that it replaces, but it asks for an answer. */
function isAskedAbout(comparison: SealedComparison): boolean {
  const { metric } = comparison.figure;
  return comparison.worse === true || (metric === 'unresolved_reason' && isUp(comparison));
}

function worse(context: Context): Part[] {
  return chooseFindings(context.release.comparisons)
    .filter(isAskedAbout)
    .map((one) => context.h('reports.question.worse', { sentence: findingSentence(context, one) }));
}

function largest(
  context: Context,
  metric: 'open_beyond' | 'returned',
  key: 'reports.question.open-beyond' | 'reports.question.returned',
): Part {
  const shares = groups(context, 'by_agency', 'agency', metric, 'share').filter(
    ({ value, n, dims }) =>
      value !== null && value >= noteworthy[metric] && n >= minimum && dims.agency !== 'unknown',
  );
  const [first] = shares;
  const agency = first?.dims.agency;
  if (!first || !agency) return undefined;
  const received = ofAgency(context, agency, 'received', 'count');
  return context.h(key, {
    agency: withArticle(context.label('agency', agency), context.lang),
    value: context.figure(first, 'prose'),
    received: context.figure(received, 'prose') ?? '...',
  });
}

function reason(context: Context): Part {
  const [first] = groups(context, 'reason', 'reason', 'unresolved_reason', 'share').filter(
    (figure: Figure) => isStated(figure) && figure.value !== null && figure.value > 0,
  );
  if (!first) return undefined;
  return context.h('reports.question.reason', {
    reason: lowerFirst(context.label('reason', first.dims.reason as string)),
    value: context.figure(first, 'prose'),
  });
}

function silence(context: Context): Part {
  const names = silentMinistries(context);
  if (names.length === 0) return undefined;
  return context.h('reports.question.silent', {
    names: names.map((name) => withArticle(name, context.lang)).join('; '),
  });
}
