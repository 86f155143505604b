import type { Break, OverlapRow } from '../../release/index.ts';
import { type Html, html } from '../text/html.ts';
import { type Context, capital, lowerFirst } from './context.ts';
import { writtenBefore } from './revised-figure.ts';

/** So many lines; what changes by the dozen is one rule of many statistics. */
const most = 8;

/** The rules that changed in the quarters that the document's series reach back to. */
export function breaksInSeries(context: Context): Html | undefined {
  const { breaks = [] } = context.release.manifest;
  if (breaks.length === 0) return undefined;
  const lines = breaks.slice(-most).map((one) => html`<li>${lineOf(context, one)}</li>`);
  return html`<p><strong>${context.t('reports.breaks.lead')}.</strong> ${context.t('reports.breaks.note')}</p><ul>${lines}</ul>`;
}

function lineOf(context: Context, one: Break): Html {
  const { t, release } = context;
  const params = {
    since: context.quarterName(one.since),
    kind: t(`release.break.kind.${one.kind}`),
    rule: ruleName(context, one),
  };
  const { values, from, to } = one;
  const said = values
    ? t('reports.breaks.values', { ...params, before: values[0], after: values[1] })
    : t('reports.breaks.rule', { ...params, from, to });
  const both = (release.overlap ?? [])
    .filter((row) => row.break === one.name && !row.id.includes('?'))
    .sort((a, b) => rank(one, a) - rank(one, b))
    .slice(0, 2)
    .flatMap((row) => bothRules(context, row) ?? []);
  return html`${said} ${one.recomputed ? t('release.break.recomputed') : null} ${both.map((part) => html`${part} `)}`;
}

/** Shares before counts, and the clock's own before what follows from it. */
const rank = ({ rule }: Break, { metric, unit }: OverlapRow) =>
  Number(!rule.startsWith(metric)) * 2 + Number(unit !== 'share');

/** A total of the overlapping quarter under both rules. */
function bothRules(context: Context, row: OverlapRow): Html | undefined {
  const { release, lang } = context;
  const figure = context.find('headline', row.metric, row.statistic);
  if (!figure) return undefined;
  const name = `${capital(release.label('metric', row.metric, lang))}, ${release.label('statistic', row.statistic, lang)}`;
  const value = (side: 'before' | 'after') =>
    html`<span data-before="${row.id}">${writtenBefore(context, figure, row[side])}</span>`;
  const key = row.records === 'same' ? 'release.break.both' : 'release.break.both-today';
  return context.h(key, {
    quarter: `${name}, ${context.quarterName(row.quarter)}`,
    before: value('before'),
    after: value('after'),
  });
}

/** `resolve/complaint` → `resolution, complaint`; a mapping has a name of its own. */
function ruleName({ release, lang, label }: Context, { kind, rule }: Break): string {
  if (kind === 'mappings') return rule;
  const [metric = '', part = ''] = rule.split(kind === 'limits' ? '/' : '.');
  const name = lowerFirst(release.label('metric', metric, lang));
  if (kind === 'definitions') return `${name}, ${release.label('statistic', part, lang)}`;
  return part === '*' ? name : `${name}, ${label('classification', part)}`;
}
