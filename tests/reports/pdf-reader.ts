import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Word {
  text: string;
  /** Points from the page's left and lower edge. */
  x: number;
  y: number;
  width: number;
  size: number;
}

export interface Tag {
  role: string;
  alt: string | undefined;
  text: string;
  children: Tag[];
}

interface ReadPage {
  width: number;
  height: number;
  words: Word[];
  /** Text as one line; no-break spaces as spaces. */
  text: string;
  tags: Tag | undefined;
  fonts: { name: string; embedded: boolean }[];
  links: number;
}

export interface ReadPdf {
  title: string;
  language: string | null;
  created: string;
  ua: string | null;
  tagged: boolean;
  bookmarks: string[];
  pages: ReadPage[];
}

/** Reads a PDF, or its first `most` pages, with another tool than the one that wrote it. */
export async function readPdf(
  bytes: Uint8Array,
  most = Number.POSITIVE_INFINITY,
): Promise<ReadPdf> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
  }).promise;
  const { info, metadata } = await document.getMetadata();
  const said = info as Record<string, string>;
  const outline = await document.getOutline();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= Math.min(most, document.numPages); number += 1) {
    pages.push(await readPage(document, number));
  }
  const marks = await document.getMarkInfo();
  await document.destroy();
  return {
    title: said.Title ?? '',
    language: said.Language ?? null,
    created: said.CreationDate ?? '',
    ua: (metadata?.get('pdfuaid:part') as string | undefined) ?? null,
    tagged: Boolean(marks?.Marked),
    bookmarks: outline.map((entry: { title: string }) => spaced(entry.title)),
    pages,
  };
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;

async function readPage(document: Document, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const [, , width = 0, height = 0] = page.view;
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words: Word[] = [];
  const byTag = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const own = open.findLast((id) => id !== undefined);
      if (own) byTag.set(own, (byTag.get(own) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
      if (!item.str.trim()) continue;
      const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      words.push({ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) });
    } else if (item.type.startsWith('beginMarkedContent')) open.push(item.id);
    else open.pop();
  }
  await page.getOperatorList();
  const names = new Set(items.flatMap((item) => ('str' in item ? [item.fontName] : [])));
  const fonts = [...names].map((name) => {
    const font = page.commonObjs.get(name) as { name: string; missingFile?: boolean };
    return { name: font.name, embedded: !font.missingFile };
  });
  const links = (await page.getAnnotations()).filter((one) => one.subtype === 'Link').length;
  const tree = await page.getStructTree();
  return {
    width,
    height,
    words,
    text: spaced(words.map((word) => word.text).join(' ')),
    tags: tree ? tagOf(tree as unknown as Node, byTag) : undefined,
    fonts,
    links,
  };
}

interface Node {
  role?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

function tagOf(node: Node, byTag: Map<string, string>): Tag {
  const children = (node.children ?? []).filter((child) => child.role);
  const inside = children.map((child) => tagOf(child, byTag));
  let next = 0;
  const text = (node.children ?? [])
    .map((child) => (child.role ? (inside[next++]?.text ?? '') : (byTag.get(child.id ?? '') ?? '')))
    .join('');
  return { role: node.role ?? '', alt: node.alt, text: spaced(text), children: inside };
}

export const spaced = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** Every tag of a page under a role. */
export function tagged(tag: Tag | undefined, role: string): Tag[] {
  if (!tag) return [];
  const own = tag.role === role ? [tag] : [];
  return [...own, ...tag.children.flatMap((child) => tagged(child, role))];
}
