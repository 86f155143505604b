import type { Lang } from '../../base/index.ts';
import type { Figure, Release } from '../../release/index.ts';
import { createContext } from '../sections/context.ts';
import { deckFile } from './deck-file.ts';
import { type PageFinding, readPage } from './page.ts';
import { area, type Deck, frame } from './slide-frame.ts';
import { limitsSlide } from './slide-limits.ts';
import { trendSlide } from './slide-trend.ts';
import { whereSlide } from './slide-where.ts';
import { colours, type Paragraph, type Shape, type Slide } from './slide-xml.ts';
import { fitSize } from './text-fit.ts';

/**
 * The slides of a document (.pptx): headline, findings, trend, where and why, limits. Charts are native
 * and hold their data; figures are the release's, and the notes of each slide name their ids. The same
 * release, language and page give the same bytes.
 * @param html the document's page
 */
export function renderDeck(release: Release, lang: Lang, html: string): Uint8Array {
  const deck: Deck = { context: createContext(release, lang), page: readPage(html) };
  const slides = [titleSlide, findingsSlide, trendSlide, whereSlide, limitsSlide].map(
    (slide, index) => slide(deck, index + 1),
  );
  const { page } = deck;
  const title = `${page.name}, ${release.period} v${release.version}`;
  return deckFile(slides, { lang, title, mark: page.marks.join(' · ') });
}

/** The ids of a finding with their values, of comparisons their size. */
function named({ context }: Deck, ids: readonly string[]): (Figure | string)[] {
  const { comparisons } = context.release;
  return ids.map((id) => {
    const one = comparisons.find((comparison) => comparison.id === id);
    return one ? `${id} = ${one.ratio ?? one.difference}` : context.release.figure(id);
  });
}

function titleSlide(deck: Deck, number: number): Slide {
  const { page } = deck;
  const made = frame(deck, number, page.headline, [], named(deck, page.findings[0]?.ids ?? []));
  const title = { x: area.x, y: 1.5, w: 11, h: 2.7 };
  const size = fitSize(page.headline, title, [40, 36, 32, 28]);
  const lines: Paragraph[] = [
    { text: page.name, size: 20 },
    { text: page.release, size: 16, colour: colours.muted, space: 8 },
    {
      text: page.sentences('caveat')[0]?.split(/(?<=\.) /)[0] ?? '',
      size: 16,
      colour: colours.muted,
      space: 8,
    },
  ];
  const shapes = made.shapes.map((shape): Shape => {
    if (!('paragraphs' in shape) || !shape.title) return shape;
    return {
      ...shape,
      bottom: true,
      box: title,
      paragraphs: [{ text: page.headline, size, bold: true }],
    };
  });
  return {
    ...made,
    shapes: [
      ...shapes.filter(({ name }) => name !== 'Document'),
      {
        name: 'About',
        box: { x: area.x, y: 4.5, w: 11, h: 2.2 },
        paragraphs: lines.filter(({ text }) => text !== ''),
      },
    ],
  };
}

const rowsShown = 5;

function findingsSlide(deck: Deck, number: number): Slide {
  const { page, context } = deck;
  const shown = page.findings.slice(0, rowsShown);
  const isMixed = shown.some(({ clear }) => clear);
  const heads = isMixed ? new Set(shown.map(({ clear }) => clear)).size : 0;
  const height = Math.min(1.05, (area.h - heads * 0.32) / Math.max(shown.length, 1));
  const shapes: Shape[] = [];
  let y = area.y;
  let group: boolean | undefined;
  for (const [index, finding] of shown.entries()) {
    if (isMixed && finding.clear !== group) {
      group = finding.clear;
      const key = finding.clear ? 'reports.deck.findings' : 'reports.deck.key-figures';
      shapes.push({
        name: `Group ${index + 1}`,
        box: { x: area.x, y, w: area.w, h: 0.28 },
        paragraphs: [{ text: context.t(key), size: 12, bold: true, colour: colours.muted }],
      });
      y += 0.32;
    }
    shapes.push(...findingShapes(finding, index + 1, y, height));
    y += height;
  }
  if (shown.length === 0) {
    const text = context.t('reports.findings.none');
    shapes.push({ name: 'Note', box: { ...area }, paragraphs: [{ text, size: 16 }] });
  }
  const ids = shown.flatMap((one) => one.ids);
  return frame(
    deck,
    number,
    (page.family || page.headline).replace(/\.$/, ''),
    shapes,
    named(deck, ids),
  );
}

function findingShapes(finding: PageFinding, number: number, y: number, h: number): Shape[] {
  const text = { x: area.x + 2.2, y: y + 0.08, w: area.w - 2.2, h: h - 0.1 };
  const sentence = fitSize(finding.sentence, { w: text.w, h: 0.32 }, [16, 15, 14, 13]);
  return [
    { name: `Rule ${number}`, box: { x: area.x, y, w: area.w, h: 0 }, rule: true },
    {
      name: `Figure ${number}`,
      box: { x: area.x, y: y + 0.08, w: 2.1, h: h - 0.1 },
      paragraphs: [
        {
          text: finding.big,
          size: 28,
          bold: true,
          colour: finding.worse ? colours.worse : finding.clear ? colours.accent : colours.ink,
        },
      ],
    },
    {
      name: `Finding ${number}`,
      box: text,
      paragraphs: [
        { text: finding.sentence, size: sentence },
        { text: finding.detail, size: 12, colour: colours.muted, space: 2 },
      ],
    },
  ];
}
