import { formatDate, formatPeriod } from '../../base/dates.ts';
import type { Lang } from '../../base/locale.ts';
import { type MessageKey, type MessageParams, message } from '../../base/messages/index.ts';
import type { Arranged, Arrangement } from './arrange.ts';
import type { Figures } from './ask.ts';
import type { Question } from './options.ts';

/** Lines over a table: of what, and as seen on which day. */
export function headLines(
  figures: Pick<Figures, 'periods'>,
  question: Pick<Question, 'compare' | 'revision' | 'known' | 'adjust'>,
  synthetic: boolean,
  lang: Lang,
): string[] {
  const say = (key: MessageKey, params?: MessageParams) => message(lang, key, params);
  const { compare, revision, known } = question;
  return [
    ...(synthetic ? [say('cli.metrics.synthetic')] : []),
    ...figures.periods.map(({ period, asOf }) =>
      say('cli.metrics.as-of', {
        period: formatPeriod(period, lang),
        date: formatDate(asOf, lang),
      }),
    ),
    ...(known === undefined ? [] : [say('asking.known', { date: formatDate(known, lang) })]),
    ...(compare === undefined ? [] : [say(`asking.compared.${compare}`)]),
    ...(question.adjust && compare !== undefined
      ? [say(compare === 'others' ? 'asking.adjusted.gap' : 'asking.adjusted.change')]
      : []),
    ...(revision === undefined
      ? []
      : [say('asking.compared.known', { date: formatDate(revision, lang) })]),
  ];
}

/** Lines under a table: what an order or a cut has left out. */
export function footLines(
  { rows, leftOut }: Arranged,
  { minN }: Arrangement,
  lang: Lang,
): string[] {
  const lines: [number, MessageKey][] = [
    [leftOut.top, 'asking.left-out.top'],
    [leftOut.notRanked, 'asking.left-out.not-ranked'],
    [leftOut.minN, 'asking.left-out.min-n'],
    [leftOut.notZero, 'asking.left-out.not-zero'],
    [leftOut.same, 'asking.left-out.same'],
  ];
  return [
    ...(rows.length === 0 ? [message(lang, 'asking.nothing-left')] : []),
    ...lines.flatMap(([n, key]) =>
      n === 0 ? [] : [message(lang, key, { n, minimum: minN ?? 0 })],
    ),
  ];
}
