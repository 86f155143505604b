import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Workspace } from '../../base/index.ts';
import { readYamlFile } from '../../base/yaml-file.ts';
import { sectionNames } from '../sections/by-name.ts';

const bilingual = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const word = z.string().regex(/^[a-z][a-z0-9_-]*$/);
const schema = z.strictObject({
  name: bilingual,
  /** Whose tables it reads: `ksp`, or the code of a coordinating ministry. */
  release: word.default('ksp'),
  sections: z.array(z.union([z.enum(sectionNames), z.strictObject({ text: word })])).min(1),
});

/** A document that an analyst declared in `documents/<name>/document.yml` of the workspace. */
export interface OwnDocument extends z.infer<typeof schema> {
  /** Its folder, where the texts lie. */
  folder: string;
  key: string;
}

export const documentsFolder = (workspace: Workspace) => path.join(workspace.root, 'documents');

/** Names of the documents that a workspace declares. */
export function ownDocuments(workspace: Workspace): string[] {
  const folder = documentsFolder(workspace);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'document.yml')))
    .sort();
}

/**
 * Reads a declared document.
 * @returns undefined where the workspace declares none of that name
 * @throws BuktiError `reports.own.syntax`, `reports.own.value`
 */
export function readOwnDocument(workspace: Workspace, key: string): OwnDocument | undefined {
  if (!word.safeParse(key).success) return undefined;
  const folder = path.join(documentsFolder(workspace), key);
  const file = path.join(folder, 'document.yml');
  if (!existsSync(file)) return undefined;
  const keys = { syntax: 'reports.own.syntax', value: 'reports.own.value' } as const;
  const { data } = readYamlFile(file, schema, keys, { known: sectionNames.join(', ') });
  return { ...data, folder, key };
}
