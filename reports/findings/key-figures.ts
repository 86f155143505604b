import type { MessageKey } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { type Context, groups, series } from '../sections/context.ts';
import { definitionLink, definitionOf } from '../sections/definition-link.ts';
import { isStated } from '../sections/rows.ts';
import { comparable } from '../text/comparable.ts';
import { figureHtml } from '../text/figure.ts';
import type { Html, Part } from '../text/html.ts';
import { changeHtml } from './change.ts';

/** A figure of the whole country that a reader looks for, whether or not it changed. */
export interface KeyFigure {
  figure: Figure;
  /** The sentence, with its figures. */
  sentence: Html;
  comparison: Html;
  points: Figure[];
  /** A clear change for the worse. */
  worse: boolean;
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

/** The key figures that a release has, in a fixed order; up to `most`, none that is `said` already. */
export function keyFigures(context: Context, most: number, said: ReadonlySet<string>): KeyFigure[] {
  const usable: KeyFigure[] = [];
  for (const candidate of candidates) {
    if (usable.some((one) => one.figure.metric === candidate.insteadOf)) continue;
    const made = build(context, candidate);
    if (made && !said.has(made.figure.id)) usable.push(made);
  }
  return usable.slice(0, most);
}

function build(context: Context, candidate: Candidate): KeyFigure | undefined {
  const { metric, statistic } = candidate;
  const quarters = candidate.quarterBefore ? context.quarters.slice(0, -1) : context.quarters;
  const [own, before] = [quarters.at(-1) as string, quarters.at(-2) as string];
  if (metric === 'unresolved_reason') return reasonFigure(context, candidate, own, before);
  const figure = context.find('series', metric, statistic, { quarter: own });
  const previous = context.find('series', metric, statistic, { quarter: before });
  const points = series(context, metric, statistic).filter((point) =>
    quarters.includes(point.dims.quarter as string),
  );
  return keyFigure(context, candidate, figure, previous, points, {});
}

function reasonFigure(
  context: Context,
  candidate: Candidate,
  own: string,
  before: string,
): KeyFigure | undefined {
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
  return keyFigure(context, candidate, of(own), of(before), points, { reason: name });
}

function keyFigure(
  context: Context,
  candidate: Candidate,
  figure: Figure | undefined,
  previous: Figure | undefined,
  series: Figure[],
  params: Record<string, Part>,
): KeyFigure | undefined {
  // Nothing is no key figure: a source without an archive has 0 % archived.
  if (!figure?.value || figure.n === 0) return undefined;
  const { voice } = context;
  const value = definitionLink(definitionOf(figure), figureHtml(figure, voice, 'prose'));
  const quarter = context.quarterName(figure.dims.quarter as string);
  const sentence = context.h(candidate.sentence, { value, quarter, ...params });
  const points = series.filter((point) => point.value !== null && comparable(figure, point));
  const compared = context.release.compared(figure);
  return {
    figure,
    sentence,
    points,
    comparison: changeHtml(context, figure, previous),
    worse: compared?.clear === true && compared.worse === true,
  };
}
