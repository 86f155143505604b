import { existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { BuktiError, exitStatus, layered, type Workspace } from '../../base/index.ts';
import { readYamlFile } from '../../base/yaml-file.ts';
import type { MetricsContext } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import type { PublishCatalogue } from './catalogue.ts';
import { designTables, isSynthetic, type TableDecisions } from './design.ts';

const reason = z.enum(['dominated', 'attribute', 'sensitive', 'small']);
const share = z.number().min(0).max(1);
const count = z.int().min(0);

const decisionsFile = z.strictObject({
  version: z.int().min(1),
  catalogue: z.string().min(1),
  quarters: z.array(z.string()),
  year: z.string(),
  synthetic: z.boolean().optional(),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      by: z.record(z.string(), z.string()),
      steps: z.array(z.strictObject({ dimension: z.string(), from: z.string(), to: z.string() })),
      because: z.array(reason),
      left: z.array(reason),
      loss: z.strictObject({
        cells_before: count,
        cells_after: count,
        small_before: share,
        small_after: share,
      }),
    }),
  ),
});

const header = `# How fine the published tables of this version of the catalogue are: written once, from the quarters below.
# What is published rests on it, so it is not written again; raise the version in catalogue.yml to decide anew.
`;

function nameOf(version: number): string {
  return `design-${version}.yml`;
}

/** The file of the decisions for a version of the catalogue, where they are made. */
export function decisionsPlace(
  { models }: Pick<Workspace, 'models'>,
  version: number,
): string | undefined {
  return layered(models, 'publish', nameOf(version));
}

/**
 * The decisions for the catalogue's version: those that are written, or, where none are yet, those that the
 * quarters up to `last` give, which are written then. What was decided on sample data does not hold for real ones.
 * @throws BuktiError as `readDecisions`, but `publish.no-design`
 */
export async function decisionsFor(
  session: Session,
  workspace: Pick<Workspace, 'models'>,
  catalogue: PublishCatalogue,
  last: string,
  context?: MetricsContext,
): Promise<TableDecisions> {
  const file = decisionsPlace(workspace, catalogue.version);
  if (file) {
    const standing = readDecisions(workspace, catalogue);
    if (!standing.synthetic || (await isSynthetic(session))) return standing;
    rmSync(file, { force: true });
  }
  const decisions = await designTables(session, catalogue, last, context);
  try {
    writeDecisions(workspace, decisions);
  } catch (error) {
    // Another process that seals has decided meanwhile: what it wrote holds for this one too.
    if (!(error instanceof BuktiError && error.key === 'publish.design-exists')) throw error;
  }
  // As every later release reads it: what is kept of it in a vault is then the same to the byte.
  return readDecisions(workspace, catalogue);
}

/**
 * Writes the decisions beside the workspace's catalogue, once.
 * @returns the file
 * @throws BuktiError `publish.design-exists`
 */
export function writeDecisions(
  workspace: Pick<Workspace, 'models'>,
  decisions: TableDecisions,
): string {
  const name = nameOf(decisions.version);
  const there = decisionsPlace(workspace, decisions.version);
  const exists = (standing: string) =>
    new BuktiError(
      'publish.design-exists',
      { file: standing, version: decisions.version },
      exitStatus.usage,
    );
  if (there) throw exists(there);
  const file = path.join(workspace.models[0] as string, 'publish', name);
  mkdirSync(path.dirname(file), { recursive: true });
  const whole = `${file}.${process.pid}.tmp`;
  writeFileSync(whole, header + stringify(decisions, { lineWidth: 110 }));
  try {
    nameOnce(whole, file);
  } catch (error) {
    throw existsSync(file) ? exists(file) : error;
  } finally {
    rmSync(whole, { force: true });
  }
  return file;
}

/** Whole at once and only where nothing has the name; a rename would put it in the place of another's. */
function nameOnce(whole: string, file: string): void {
  try {
    linkSync(whole, file);
  } catch (error) {
    // Disks without hard links (FAT): the moment between is short.
    if (existsSync(file)) throw error;
    renameSync(whole, file);
  }
}

/**
 * The decisions for the catalogue's version.
 * @throws BuktiError `publish.no-design` where none have been made, `publish.design-older` where the catalogue
 *   has changed since, `publish.catalogue-syntax`, `publish.catalogue-value`
 */
export function readDecisions(
  workspace: Pick<Workspace, 'models'>,
  { version, hash, coarsening }: PublishCatalogue,
): TableDecisions {
  const file = decisionsPlace(workspace, version);
  if (!file) {
    const params = { version, quarters: coarsening.quarters };
    throw new BuktiError('publish.no-design', params, exitStatus.usage);
  }
  const keys = { syntax: 'publish.catalogue-syntax', value: 'publish.catalogue-value' } as const;
  const { data } = readYamlFile(file, decisionsFile, keys);
  if (data.catalogue !== hash) {
    throw new BuktiError('publish.design-older', { file, version }, exitStatus.usage);
  }
  return data;
}
