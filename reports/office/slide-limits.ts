import type { MessageKey } from '../../base/index.ts';
import { sourceNames } from '../sections/chart-figure.ts';
import { definitionOf } from '../sections/definition-link.ts';
import { serviceMeasure } from '../sections/rows.ts';
import { area, type Deck, frame } from './slide-frame.ts';
import { colours, type Paragraph, type Slide } from './slide-xml.ts';
import { fitParagraphs, heightOf } from './text-fit.ts';

/** What the data can and cannot say, how they were counted, from where, and what the words mean. */
export function limitsSlide(deck: Deck, number: number): Slide {
  const { context, page } = deck;
  const { release } = context;
  const head = (size: number, key: MessageKey, space = 0): Paragraph => ({
    text: context.t(key),
    size: size + 1,
    bold: true,
    space,
  });
  const missing = page.sentences('missing').filter((text) => /\.\s/.test(text));
  const { metric, statistic } = serviceMeasure(context);
  const keys = [
    ...new Set([
      definitionOf({ metric, statistic }),
      definitionOf({ metric: 'received', statistic: 'count' }),
      ...page.findings.flatMap(({ id }) => {
        const figure = release.comparisons.some((one) => one.id === id)
          ? undefined
          : release.figure(id);
        return figure ? [definitionOf(figure)] : [];
      }),
    ]),
  ];
  const definitions = keys.flatMap((key) => {
    const known = page.definition(key);
    return known ? [`${known.term}: ${known.text}`] : [];
  });
  const left = (size: number) => [
    head(size, 'reports.deck.limits.can'),
    ...points(
      size,
      page.sentences('caveat').flatMap((text) => text.split(/(?<=\.) /)),
    ),
    ...(missing.length > 0
      ? [head(size, 'reports.deck.limits.missing', 10), ...points(size, missingLines(missing))]
      : []),
    head(size, 'reports.deck.limits.definitions', 10),
    ...points(size, definitions.slice(0, 3)),
  ];
  const sources = `${sourceNames(context)}. ${page.release}`;
  const right = (size: number) => [
    head(size, 'reports.deck.limits.sources'),
    { text: sources, size, space: 3 },
    { text: `SHA-256 ${release.sha256}`, size: 11, colour: colours.muted, space: 2 },
    head(size, 'reports.deck.limits.method', 10),
    ...points(size, page.sentences('method')),
  ];
  const box = { y: area.y, w: 5.85, h: area.h };
  const fitted = (make: (size: number) => Paragraph[]) => {
    const size = [14, 13].find((one) => heightOf(make(one), box.w) <= box.h) ?? 12;
    return fitParagraphs(make(size), box, more);
  };
  const more = { text: context.t('reports.deck.more'), size: 12, colour: colours.muted, space: 4 };
  return frame(
    deck,
    number,
    context.t('reports.deck.limits.title'),
    [
      {
        name: 'Limits',
        box: { ...box, x: area.x },
        paragraphs: fitted(left),
      },
      {
        name: 'Method',
        box: { ...box, x: area.x + 6.28 },
        paragraphs: fitted(right),
      },
    ],
    [],
  );
}

/** Few are named with their why; of many the names alone. Whom to ask stands in the document. */
function missingLines(texts: readonly string[]): string[] {
  const parts = texts.map((text) => text.split(/(?<=\.) /));
  // A field that the source lacks is named as unknown, too.
  const own = parts.filter(
    ([name], index) => parts.findIndex(([other]) => other === name) === index,
  );
  if (own.length <= 4) return own.map((sentences) => sentences.slice(0, 2).join(' '));
  return [`${own.map(([name]) => name?.replace(/\.$/, '')).join('; ')}.`];
}

const points = (size: number, texts: readonly string[]): Paragraph[] =>
  texts.map((text) => ({ text, size, bullet: true, space: 3 }));
