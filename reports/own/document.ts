import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, type Lang } from '../../base/index.ts';
import type { Document } from '../documents/page.ts';
import type { Context, Section } from '../sections/context.ts';
import type { OwnDocument } from './definition.ts';
import { renderText } from './markdown.ts';

/**
 * A declared document as the page takes it: shared sections by name, texts from their Markdown file in
 * the document's language.
 * @param typed gets percentages that a text holds without an id
 */
export function ownDocument(
  declared: OwnDocument,
  lang: Lang,
  typed: (file: string, numbers: readonly string[]) => void,
): Document {
  return {
    name: () => declared.name[lang],
    sections: declared.sections.map((section) =>
      typeof section === 'string'
        ? section
        : (context: Context) => textSection(declared, section.text, context, typed),
    ),
  };
}

function textSection(
  { folder }: OwnDocument,
  name: string,
  context: Context,
  typed: (file: string, numbers: readonly string[]) => void,
): Section {
  const file = path.join(folder, `${name}.${context.lang}.md`);
  if (!existsSync(file)) throw new BuktiError('reports.own.no-text', { file }, exitStatus.usage);
  const text = renderText(context, readFileSync(file, 'utf8'), file);
  if (text.typed.length > 0) typed(file, text.typed);
  return { id: `text-${name}`, title: text.title, body: text.body };
}
