import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus, languages, message, type Workspace } from '../../base/index.ts';
import { documentsFolder } from './definition.ts';

/** The name of a document or text: it becomes a folder's. */
const shape = /^[a-z][a-z0-9-]{0,40}$/;
const taken = ['ksp', 'kemenko', 'con', 'prn', 'aux', 'nul'];

/**
 * Writes the beginning of a document of one's own: `documents/<name>/document.yml` and a text in both
 * languages, which are written as they are and can be run at once.
 * @throws BuktiError `reports.own.bad-name`, `reports.own.exists`
 */
export function scaffoldDocument(workspace: Workspace, name: string): { files: string[] } {
  if (!shape.test(name) || taken.includes(name)) {
    throw new BuktiError('reports.own.bad-name', { name }, exitStatus.usage);
  }
  const folder = path.join(documentsFolder(workspace), name);
  if (existsSync(folder)) throw new BuktiError('reports.own.exists', { folder }, exitStatus.usage);
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string) => {
    const full = path.join(folder, file);
    writeFileSync(full, `${text.trimEnd()}\n`);
    return full;
  };
  const texts = languages.map((lang) =>
    write(`opening.${lang}.md`, message(lang, 'reports.own.template')),
  );
  return { files: [write('document.yml', declaration(name)), ...texts] };
}

const declaration = (name: string) => `# A document of your own: bukti report ${name} 2026Q3
# How to add a section: docs/how-to/document.md
name:
  id: ${message('id', 'reports.own.name', { name })}
  en: ${message('en', 'reports.own.name', { name })}
# Whose tables it reads: ksp, or a coordinating ministry (kemenko_pmk).
release: ksp
sections:
  # A text of yours: opening.id.md and opening.en.md beside this file.
  - text: opening
  # Shared sections, in the order of the page: volume, clocks, states, people, places, topics, reasons,
  # agencies, rating, quality; of reviews also ministries, local_governments, questions.
  - volume
  - clocks
  - reasons
`;
