import { parseHTML } from 'linkedom';

/** A cell of a table on a page: its text, and the figure that it shows or tells of. */
export interface PageCell {
  text: string;
  /** A number of the manifest, which has no id. */
  count?: number;
  id?: string;
  /** What it tells of the figure: itself, its interval, its cases; or it is a comparison's size. */
  shows?: 'figure' | 'interval' | 'cases' | 'comparison';
}

export interface PageTable {
  /** Section and place in it, as `T3.2`; page one has no number. */
  code: string;
  section: string;
  caption: string;
  heads: string[];
  rows: PageCell[][];
  /** Signs and remarks under it. */
  notes: string[];
}

export interface PageFinding {
  /** The large figure. */
  id: string;
  big: string;
  sentence: string;
  detail: string;
  ids: string[];
  /** Else it is a key figure. */
  clear: boolean;
  /** The release calls it worse. */
  worse: boolean;
}

/** What a document says, read back from its page. */
export interface Page {
  headline: string;
  /** Whose document, and of which quarter. */
  name: string;
  marks: string[];
  release: string;
  /** How many comparisons were made and how many are clear. */
  family: string;
  findings: PageFinding[];
  tables: PageTable[];
  /** Sentences of a section by its anchor: `method`, `missing`, `caveat`. */
  sentences(anchor: string): string[];
  /** A definition by its key: its term and text. */
  definition(key: string): { term: string; text: string } | undefined;
  /** Every id on the page, and where it stands: codes of tables and charts (`T3.2`, `G3.1`), `findings`, `text`. */
  places: ReadonlyMap<string, ReadonlySet<string>>;
}

type Doc = ReturnType<typeof parseHTML>['document'];
type Node = NonNullable<ReturnType<Doc['querySelector']>>;

/** Reads a document's page; every document that is made of `reports/sections` reads alike. */
export function readPage(page: string): Page {
  const { document } = parseHTML(page);
  for (const code of all(document, '.code')) code.remove();
  const codeOf = new Map<Node, string>();
  const tables = tablesOf(document, codeOf);
  return {
    headline: textOf(document.querySelector('h1')),
    name: textOf(document.querySelector('.kind')),
    marks: all(document, '.marks strong').map(textOf),
    release: textOf(document.querySelector('header .small')),
    family: textOf(document.querySelector('#findings > p.small')),
    findings: all(document, '#findings li').map(findingOf),
    tables,
    sentences: (anchor) =>
      all(document, `#${anchor} li, #${anchor} > p`).map(textOf).filter(Boolean),
    definition(key) {
      const term = document.querySelector(`#def-${key}`);
      const text = term?.parentElement?.querySelector('dd');
      return term && text ? { term: textOf(term), text: textOf(text) } : undefined;
    },
    places: placesOf(document, codeOf),
  };
}

const all = (within: Doc | Node, selector: string): Node[] => [
  ...within.querySelectorAll(selector),
];

function textOf(node: Node | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function findingOf(item: Node): PageFinding {
  const figure = item.querySelector('.big [data-id]');
  const ids = all(item, '[data-id]').map((one) => one.getAttribute('data-id') ?? '');
  const [first, second] = all(item, '.say p');
  return {
    id: figure?.getAttribute('data-id') ?? '',
    big: textOf(item.querySelector('.big')),
    sentence: textOf(first ?? null),
    detail: textOf(second ?? null),
    ids: [...new Set(ids)],
    clear: item.parentElement?.tagName.toLowerCase() === 'ol',
    worse: item.querySelector('.big.worse') !== null,
  };
}

function tablesOf(document: Doc, codeOf: Map<Node, string>): PageTable[] {
  const sections = all(document, 'main section').filter(({ id }) => id !== 'findings');
  return sections.flatMap((section, index) => {
    number(all(section, 'figure'), `G${index + 1}`, codeOf);
    const found = all(section, 'table');
    number(found, `T${index + 1}`, codeOf);
    return found.map((table) => {
      const under = table.closest('.table')?.nextElementSibling;
      const notes = under?.tagName.toLowerCase() === 'p' ? [textOf(under)] : [];
      return {
        code: codeOf.get(table) as string,
        section: textOf(section.querySelector('h2')),
        caption: textOf(table.querySelector('caption')),
        heads: all(table, 'thead th').map(textOf),
        rows: all(table, 'tbody tr').map((row) => all(row, 'th, td').map(cellOf)),
        notes: notes.filter(Boolean),
      };
    });
  });
}

/** `T3.1`, `T3.2`: the codes that the page prints, or those that it would. */
function number(nodes: readonly Node[], series: string, codeOf: Map<Node, string>): void {
  for (const [index, node] of nodes.entries()) codeOf.set(node, `${series}.${index + 1}`);
}

function cellOf(cell: Node): PageCell {
  const held = cell.querySelector('[data-id]');
  const id = held?.getAttribute('data-id');
  const count = cell.querySelector('[data-count]')?.getAttribute('data-count');
  if (count) return { text: textOf(cell), count: Number(count) };
  if (!held || !id) return { text: textOf(cell) };
  if (held.classList.contains('d')) return { text: textOf(cell), id, shows: 'comparison' };
  const shows = held.hasAttribute('data-low')
    ? 'interval'
    : held.hasAttribute('data-n')
      ? 'cases'
      : 'figure';
  return { text: textOf(held), id, shows };
}

function placesOf(document: Doc, codeOf: ReadonlyMap<Node, string>) {
  const places = new Map<string, Set<string>>();
  for (const node of all(document, '[data-id]')) {
    const id = node.getAttribute('data-id') ?? '';
    if (id === '') continue;
    const numbered = node.closest('table') ?? node.closest('figure');
    const place =
      (numbered && codeOf.get(numbered)) ?? (node.closest('#findings') ? 'findings' : 'text');
    const known = places.get(id);
    if (known) known.add(place);
    else places.set(id, new Set([place]));
  }
  return places;
}
