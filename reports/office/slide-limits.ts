import type { MessageKey } from '../../base/index.ts';
import { sourceNames } from '../sections/chart-figure.ts';
import { definitionOf } from '../sections/definition-link.ts';
import { serviceMeasure } from '../sections/rows.ts';
import { area, type Deck, frame } from './slide-frame.ts';
import { colours, type Paragraph, type Slide } from './slide-xml.ts';
import { fitParagraphs } from './text-fit.ts';

/** What the data can and cannot say, how they were counted, from where, and what the words mean. */
export function limitsSlide(deck: Deck, number: number): Slide {
  const { context, page } = deck;
  const { release } = context;
  const head = (key: MessageKey, space = 0): Paragraph => ({
    text: context.t(key),
    size: 14,
    bold: true,
    space,
  });
  const points = (texts: readonly string[]): Paragraph[] =>
    texts.map((text) => ({ text, size: 12, bullet: true, space: 3 }));
  const more = { text: context.t('reports.deck.more'), size: 12, colour: colours.muted, space: 4 };
  const missing = page.sentences('missing').filter((text) => /\.\s/.test(text));
  const left = [
    head('reports.deck.limits.can'),
    ...points(page.sentences('caveat').flatMap((text) => text.split(/(?<=\.) /))),
    ...(missing.length > 0
      ? [head('reports.deck.limits.missing', 12), ...points(missing.map(firstTwo))]
      : []),
  ];
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
  const sources = `${sourceNames(context)}. ${page.release}`;
  const right = [
    head('reports.deck.limits.sources'),
    { text: sources, size: 12, space: 3 },
    { text: `SHA-256 ${release.sha256}`, size: 11, colour: colours.muted, space: 2 },
    head('reports.deck.limits.definitions', 10),
    ...points(definitions.slice(0, 3)),
    head('reports.deck.limits.method', 10),
    ...points(page.sentences('method')),
  ];
  const box = { y: area.y, w: 5.85, h: area.h };
  return frame(
    deck,
    number,
    context.t('reports.deck.limits.title'),
    [
      {
        name: 'Limits',
        box: { ...box, x: area.x },
        paragraphs: fitParagraphs(left, box, more),
      },
      {
        name: 'Method',
        box: { ...box, x: area.x + 6.28 },
        paragraphs: fitParagraphs(right, box, more),
      },
    ],
    [],
  );
}

/** What is missing and why; whom to ask stands in the document. */
function firstTwo(text: string): string {
  return text
    .split(/(?<=\.) /)
    .slice(0, 2)
    .join(' ');
}
