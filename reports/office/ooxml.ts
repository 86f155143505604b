import { strToU8, type Zippable, zipSync } from 'fflate';
import { escapeXml, xmlHead } from '../../base/xlsx-xml.ts';

/** Parts of a file by their paths; text is XML without its head. */
export type Parts = Record<string, string | Uint8Array>;

export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packageNames = 'http://schemas.openxmlformats.org/package/2006';

/** The namespaces of DrawingML and PresentationML, as attributes of a root. */
export const drawing = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}"`;
export const presentation = `${drawing} xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;

const stamp = new Date(2026, 0, 1);

/** The same parts give the same bytes, on every machine and day. */
export function zipParts(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    files[name] = [
      typeof part === 'string' ? strToU8(xmlHead + part) : part,
      { mtime: stamp, os: 0, level: name.endsWith('.xlsx') ? 0 : 6 },
    ];
  }
  return zipSync(files);
}

/** A part's relations, `rId1` first: the last word of their type, and where they lead. */
export function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const one = list.map(([type, target], index) => {
    const name = type.startsWith('http') ? type : `${office}/${type}`;
    return `<Relationship Id="rId${index + 1}" Type="${name}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${packageNames}/relationships">${one.join('')}</Relationships>`;
}

export function contentTypes(
  defaults: Record<string, string>,
  overrides: readonly (readonly [part: string, type: string])[],
): string {
  const known = Object.entries(defaults).map(
    ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
  );
  const own = overrides.map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return `<Types xmlns="${packageNames}/content-types">${known.join('')}${own.join('')}</Types>`;
}

export function coreProperties(title: string, mark: string, lang: string): string {
  return (
    `<cp:coreProperties xmlns:cp="${packageNames}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(mark)}</dc:subject><cp:keywords>${escapeXml(mark)}</cp:keywords><dc:language>${lang}</dc:language></cp:coreProperties>`
  );
}

/** Inches as the format counts them. */
export const emu = (inches: number): number => Math.round(inches * 914_400);
