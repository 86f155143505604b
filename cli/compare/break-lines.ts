import { breaksOf, figureKey, keyOfId, type Located } from '../../release/index.ts';
import { numberText } from '../asking/figure-text.ts';
import type { Context } from '../context.ts';

/** The breaks that a figure is the first observation after, and the quarter before by both rules. */
export function breakLines(
  { say, lang }: Pick<Context, 'say' | 'lang'>,
  { figure, release }: Pick<Located, 'figure' | 'release'>,
): string[] {
  const { quarter: _, ...dims } = figure.dims;
  const key = figureKey('', figure.metric, figure.statistic, dims);
  return breaksOf(release.manifest, figure).flatMap((one) => {
    const { since, rule, values, from, to, recomputed } = one;
    const params = { since, rule, kind: say(`release.break.kind.${one.kind}`) };
    const lines = [
      values
        ? say('release.break.values', { ...params, before: values[0], after: values[1] })
        : say('release.break.rule', { ...params, from, to }),
    ];
    if (recomputed) lines.push(say('release.break.recomputed'));
    const row = release.overlap?.find((two) => two.break === one.name && keyOfId(two.id) === key);
    if (row) {
      const written = (value: number | null) =>
        value === null ? '...' : numberText(value, figure.unit, lang);
      const both = row.records === 'same' ? 'release.break.both' : 'release.break.both-today';
      const { quarter, before, after } = row;
      lines.push(say(both, { quarter, before: written(before), after: written(after) }));
    }
    return lines;
  });
}
