import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { openWorkspace, type Workspace } from '../base/index.ts';
import { bukti, type CliResult } from './cli/run-cli.ts';

export interface World {
  folder: string;
  workspace: Workspace;
  /** What `bukti run --sample --json` said when the world was made. */
  run: CliResult;
}

/**
 * The default sample, taken through the real command line up to the brief: `bukti run --sample`.
 * Made once a test run, by the first test that asks; the others wait. Tests only read it.
 */
export async function sharedWorld(): Promise<World> {
  const parent = inject('worldFolder');
  const folder = path.join(parent, 'contoh');
  const result = path.join(parent, 'run.json');
  try {
    mkdirSync(folder);
    const run = bukti(['run', '--sample', '--no-open', '--json'], folder);
    writeFileSync(`${result}.new`, JSON.stringify(run));
    renameSync(`${result}.new`, result);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    while (!existsSync(result)) await setTimeout(200);
  }
  const run = JSON.parse(readFileSync(result, 'utf8')) as CliResult;
  if (run.status !== 0) throw new Error(`bukti run --sample: ${run.stderr}`);
  const env = { BUKTI_KEYS: path.join(parent, 'contoh.keys.json') };
  return { folder, workspace: openWorkspace(folder, env), run };
}
