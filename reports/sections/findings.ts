import type { MessageKey } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { type Datum, sparkline } from '../charts/index.ts';
import { comparable, difference } from '../text/difference.ts';
import { differenceHtml, figureHtml, figureText, isCount } from '../text/figure.ts';
import { type Html, html, markup, type Part } from '../text/html.ts';
import { type Context, groups, series } from './context.ts';
import { definitionLink, definitionOf } from './definition-link.ts';
import { isStated } from './rows.ts';

export interface Finding {
  figure: Figure;
  /** The sentence, with its figures. */
  sentence: Html;
  /** What changed against the quarter before, in the same sentence's words; for the page's title. */
  clause: Html;
  comparison: Html;
  points: Figure[];
  /** The change is larger than the two intervals. */
  certain: boolean;
}

interface Candidate {
  metric: string;
  statistic: string;
  sentence: MessageKey;
  /** The 60-day horizon is mature only for the quarter before. */
  quarterBefore?: boolean;
  /** Only where this metric gives no finding. */
  insteadOf?: string;
}

const candidates: Candidate[] = [
  { metric: 'resolve', statistic: 'incidence_14', sentence: 'reports.finding.resolve-14' },
  {
    metric: 'resolved',
    statistic: 'share',
    sentence: 'reports.finding.resolved',
    insteadOf: 'resolve',
  },
  { metric: 'received', statistic: 'count', sentence: 'reports.finding.received' },
  { metric: 'respond_citizen', statistic: 'incidence_5', sentence: 'reports.finding.respond-5' },
  { metric: 'archived', statistic: 'share', sentence: 'reports.finding.archived' },
  { metric: 'unresolved_reason', statistic: 'share', sentence: 'reports.finding.reason' },
  { metric: 'rating', statistic: 'mean', sentence: 'reports.finding.rating' },
  {
    metric: 'resolve',
    statistic: 'incidence_60',
    sentence: 'reports.finding.resolve-60',
    quarterBefore: true,
  },
];

const most = 5;

const directions = {
  level: {
    up: { comparison: 'reports.compare.higher', clause: 'reports.clause.higher' },
    down: { comparison: 'reports.compare.lower', clause: 'reports.clause.lower' },
  },
  count: {
    up: { comparison: 'reports.compare.more', clause: 'reports.clause.more' },
    down: { comparison: 'reports.compare.fewer', clause: 'reports.clause.fewer' },
  },
} as const;

/**
 * Up to five findings in a fixed order: what the usable figures allow. Those whose change is larger
 * than their intervals come first, service before volume; nothing else ranks them, since no test has
 * been made.
 */
export function findings(context: Context): Finding[] {
  const usable: Finding[] = [];
  for (const candidate of candidates) {
    if (usable.some((one) => one.figure.metric === candidate.insteadOf)) continue;
    const finding = build(context, candidate);
    if (finding) usable.push(finding);
  }
  const chosen = usable.slice(0, most);
  const isVolume = (one: Finding) => one.figure.metric === 'received';
  const rank = (one: Finding) => (one.certain ? 0 : 2) + (isVolume(one) ? 1 : 0);
  return chosen.sort((a, b) => rank(a) - rank(b));
}

function build(context: Context, candidate: Candidate): Finding | undefined {
  const { metric, statistic } = candidate;
  const quarters = candidate.quarterBefore ? context.quarters.slice(0, -1) : context.quarters;
  const [own, before] = [quarters.at(-1) as string, quarters.at(-2) as string];
  if (metric === 'unresolved_reason') return reasonFinding(context, candidate, own, before);
  const figure = context.find('series', metric, statistic, { quarter: own });
  const previous = context.find('series', metric, statistic, { quarter: before });
  const points = series(context, metric, statistic).filter((point) =>
    quarters.includes(point.dims.quarter as string),
  );
  return finding(context, candidate, figure, previous, points, {});
}

function reasonFinding(
  context: Context,
  candidate: Candidate,
  own: string,
  before: string,
): Finding | undefined {
  const [largest] = groups(
    context,
    'reason_by_quarter',
    'reason',
    'unresolved_reason',
    'share',
  ).filter((one) => isStated(one) && one.value !== null);
  const reason = largest?.dims.reason;
  if (!largest || !reason) return undefined;
  const of = (quarter: string) =>
    context.find('reason_by_quarter', 'unresolved_reason', 'share', { quarter, reason });
  const points = context.quarters.flatMap((quarter) => of(quarter) ?? []);
  const name = context.label('reason', reason);
  return finding(context, candidate, of(own), of(before), points, { reason: name });
}

function finding(
  context: Context,
  candidate: Candidate,
  figure: Figure | undefined,
  previous: Figure | undefined,
  series: Figure[],
  params: Record<string, Part>,
): Finding | undefined {
  // Nothing is no finding: a source without an archive has 0 % archived.
  if (!figure?.value || figure.n === 0) return undefined;
  const { voice } = context;
  const value = definitionLink(definitionOf(figure), figureHtml(figure, voice, 'prose'));
  const quarter = context.quarterName(figure.dims.quarter as string);
  const sentence = context.h(candidate.sentence, { value, quarter, ...params });
  const points = series.filter((point) => point.value !== null && comparable(figure, point));
  const compared = compare(context, figure, previous);
  return { figure, sentence, points, ...compared };
}

/** The comparison with the quarter before: hedged, and silent where it would not be fair. */
export function compare(
  context: Context,
  figure: Figure,
  previous: Figure | undefined,
): { comparison: Html; clause: Html; certain: boolean } {
  const { voice } = context;
  const nothing = html``;
  if (previous?.value == null) {
    const comparison = context.h('reports.compare.none');
    return { comparison, clause: nothing, certain: false };
  }
  const quarter = context.quarterName(previous.dims.quarter as string);
  if (!comparable(figure, previous)) {
    const comparison = context.h('reports.compare.unequal', { quarter });
    return { comparison, clause: nothing, certain: false };
  }
  const before = figureHtml(previous, voice, 'prose');
  const change = difference(figure, previous);
  if (!change) {
    const comparison = context.h('reports.compare.no-interval', { quarter, before });
    return { comparison, clause: nothing, certain: false };
  }
  const params = { quarter, before, change: changeHtml(context, figure, previous, change) };
  if (change.uncertain) {
    return {
      comparison: context.h('reports.compare.uncertain', params),
      clause: context.h('reports.clause.uncertain'),
      certain: false,
    };
  }
  const words = directions[isCount(figure.unit) ? 'count' : 'level'];
  const { comparison, clause } = words[change.value > 0 ? 'up' : 'down'];
  return {
    comparison: context.h(comparison, params),
    clause: context.h(clause, { quarter }),
    certain: true,
  };
}

/** `2,1 poin persentase (antara 0,4 dan 3,8)`: the size of a change with its interval. */
function changeHtml(
  context: Context,
  now: Figure,
  before: Figure,
  change: { value: number; low: number; high: number },
): Html {
  const { size, low, high } = differenceHtml(now, before, change, context.voice);
  const unit = context.t(
    now.unit === 'share'
      ? 'reports.unit.points'
      : isCount(now.unit)
        ? 'reports.unit.reports'
        : 'reports.unit.score',
  );
  return context.h('reports.change', { size, unit, low, high });
}

/** The findings as page one has them. */
export function findingsList(context: Context, list: readonly Finding[]): Html | undefined {
  if (list.length === 0) return undefined;
  const items = list.map(({ figure, sentence, comparison, points }) => {
    const data: Datum[] = points.map((point) => ({
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
    return html`<li><p class="big">${big}${star}</p><div class="say"><p>${sentence}.</p><p class="small">${comparison}</p></div>${spark}</li>`;
  });
  return html`<ol class="findings">${items}</ol>`;
}
