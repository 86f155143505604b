import type { Workspace } from '../base/index.ts';
import { type Found, findLayout } from './find-layout.ts';
import { laporLayouts } from './lapor-layouts.ts';
import { namedMapping, recognisableMappings } from './mapping-file.ts';
import { readingError } from './open-error.ts';
import { readHeads } from './read-heads.ts';

/**
 * What a file is, by its headers; no configuration is needed for the LAPOR layouts.
 * @param mapping name or path of a mapping file that shall be used whatever the headers say
 * @throws BuktiError where it cannot be read or is none of the known kinds
 */
export async function recognise(
  workspace: Workspace,
  file: string,
  mapping?: string,
): Promise<Found> {
  const layouts =
    mapping === undefined
      ? [...recognisableMappings(workspace), ...laporLayouts]
      : [{ ...namedMapping(workspace, mapping), match: [] }];
  try {
    return findLayout(file, await readHeads(file), layouts, mapping !== undefined);
  } catch (error) {
    throw readingError(file, error);
  }
}
