import { catalogue, type MessageKey } from '../../base/index.ts';
import type { Figure, SealedComparison } from '../../release/index.ts';
import { type Context, type Dimension, lowerFirst } from '../sections/context.ts';
import { definitionLink, definitionOf } from '../sections/definition-link.ts';
import { figureHtml } from '../text/figure.ts';
import { type Html, html, type Part } from '../text/html.ts';
import { withArticle } from '../text/voice.ts';

/**
 * A finding as a sentence without its final point: who or where, what, from how much to how much.
 * It names what changed and never why.
 */
export function findingSentence(context: Context, comparison: SealedComparison): Html {
  const { figure, base } = comparison;
  const { metric, statistic } = figure;
  const kind = comparison.compare === 'others' ? 'others' : 'change';
  const way = isUp(comparison) ? 'up' : 'down';
  const own = `reports.finding.${kind}.${metric}-${statistic}.${way}`.replaceAll('_', '-');
  const name =
    own in catalogue ? (own as MessageKey) : (`reports.finding.${kind}.other.${way}` as const);
  const params: Record<string, Part> = {
    now: definitionLink(definitionOf(figure), figureHtml(figure, context.voice, 'prose')),
    before: baseHtml(context, comparison),
    group: group(context, figure),
    quarter: context.quarterName(figure.dims.quarter ?? context.period),
    metric: context.release.label('metric', metric, context.lang),
    ...named(context, figure, base),
  };
  return context.h(name, params);
}

/** Whether a finding's figure is more than its base. */
export function isUp({ ratio, difference }: SealedComparison): boolean {
  return ratio === null ? (difference ?? 0) > 0 : ratio > 1;
}

/** The base as text: a figure of its own, or what all others have together. */
function baseHtml(context: Context, comparison: SealedComparison): Html {
  const { base, base_value: value, figure } = comparison;
  if (base) return figureHtml(base, context.voice, 'prose');
  return figureHtml({ ...figure, id: comparison.id, value }, context.voice, 'prose');
}

/** Where and of whom, as a phrase that follows its noun: ` di Jawa Timur`, ` berkategori Pangan`. */
function group(context: Context, { dims }: Figure): Html {
  const phrases = (['province', 'category', 'agency', 'agency_type'] as const).flatMap((name) => {
    const code = dims[name];
    if (code === undefined) return [];
    const label = context.label(name, code);
    const said = name === 'agency' ? withArticle(label, context.lang) : label;
    return [context.h(`reports.group.${name}`, { name: said })];
  });
  return html`${phrases.map((phrase) => html` ${phrase}`)}`;
}

/** Names that stand in a sentence of their own accord. */
function named(context: Context, figure: Figure, base: Figure | undefined): Record<string, Part> {
  const label = (name: Dimension, of: Figure | undefined) => {
    const code = of?.dims[name];
    return code === undefined ? undefined : context.label(name, code);
  };
  const state = figure.dims.status === undefined ? 'unresolved' : figure.dims.status;
  return {
    reason: label('reason', figure),
    field: lowerFirst(label('field', figure) ?? ''),
    sex: lowerFirst(label('sex', figure) ?? ''),
    other: lowerFirst(label('sex', base) ?? ''),
    name: Object.entries(figure.dims)
      .filter(
        ([name]) => !['quarter', 'province', 'category', 'agency', 'agency_type'].includes(name),
      )
      .map(([name, code]) => context.label(name as Dimension, code))
      .join(', '),
    of: context.t(state === 'archived' ? 'reports.of.archived' : 'reports.of.unresolved'),
  };
}
