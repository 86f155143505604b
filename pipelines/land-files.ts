import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, type Workspace } from '../base/index.ts';
import {
  activeBatches,
  type Batch,
  finishMoves,
  type LandedBatch,
  withSession,
} from '../warehouse/index.ts';
import { commit, discard, finishSuperseding, type Staged, undo } from './commit.ts';
import { engineError } from './engine-error.ts';
import type { Found } from './find-layout.ts';
import { type Information, readInformation } from './information-block.ts';
import { hashInput } from './input-hash.ts';
import { type Keys, openKeys } from './keys.ts';
import { readingError } from './open-error.ts';
import { prepareSession } from './profile.ts';
import { type ReasonPatterns, readReasonPatterns } from './reason-patterns.ts';
import { recognise } from './recognise.ts';
import { batchName, stage } from './stage.ts';
import { suppressedStamp } from './suppressed.ts';
import { removeLeftovers, temporaryName } from './temporary.ts';

/** How far a landing is: told per file. */
export interface LandProgress {
  file: string;
  /** From 1. */
  index: number;
  files: number;
  step: 'recognised' | 'reading' | 'staged' | 'known' | 'landed';
  /** 0 to 100 of the statement under way, where the engine can tell. */
  percent?: number;
  /** Rows landed, with `staged`. */
  rows?: number;
}

export interface LandOptions {
  /** Name or path of a mapping file for all the files. */
  mapping?: string;
  /** Day on which the files were what the source knew, where they do not say so; `YYYY-MM-DD`. */
  knownAt?: string;
  /** Share (0 to 1) of a file's rows that may be rejected; default `max_rejects` of bukti.yaml. */
  maxRejects?: number;
  onProgress?: (progress: LandProgress) => void;
}

export interface LandedFile {
  file: string;
  /** `known`: the same bytes had landed before, nothing was done. */
  outcome: 'landed' | 'known';
  batch: Batch;
  /** Headers of columns that no field takes: they were dropped. */
  unmapped: string[];
}

export interface LandResult {
  files: LandedFile[];
  /** `created`: the first batch under these keys has landed; the user must be told to keep a copy. */
  keys: { file: string; created: boolean };
}

/** A file recognised, before anything of it is read. */
interface Recognised {
  file: string;
  found: Found;
  information: Information;
}

function refuseMixture(recognised: Recognised[], active: LandedBatch[]): void {
  const landed = active.map(({ file, synthetic }) => ({ file, synthetic }));
  const coming = recognised.map(({ file, information }) => ({
    file,
    synthetic: information.synthetic,
  }));
  for (const { file, synthetic } of coming) {
    const other = [...landed, ...coming].find((each) => each.synthetic !== synthetic);
    if (!other) continue;
    const key = synthetic ? 'pipelines.synthetic-beside-real' : 'pipelines.real-beside-synthetic';
    throw new BuktiError(key, { file, other: path.basename(other.file) });
  }
}

interface Run {
  workspace: Workspace;
  options: LandOptions;
  keys: Keys;
  patterns: ReasonPatterns;
  active: LandedBatch[];
  /** Where DuckDB may spill, encrypted. */
  spill: string;
  tell: (each: Recognised, step: LandProgress['step'], more?: Partial<LandProgress>) => void;
}

/** Small files, and those of a name that has landed before, are hashed before they are read. */
const smallBytes = 64 * 1024 * 1024;

async function stageOne(run: Run, each: Recognised, staged: Staged[]): Promise<Staged | Batch> {
  const { workspace, options, keys, patterns, active } = run;
  const { file, found, information } = each;
  const hashing = hashInput(file);
  const seen = active.some((batch) => batch.file === path.basename(file));
  if (seen || statSync(file).size <= smallBytes) {
    const name = batchName({ found, patterns, keys }, (await hashing).sha256);
    const old = active.find(({ batch }) => batch === name);
    if (old) return withoutFolder(old);
    const twin = staged.find(({ batch }) => batch.batch === name);
    if (twin) return twin;
  }
  const settings = {
    memoryLimit: workspace.config.memory_limit,
    threads: workspace.config.threads,
    tempDirectory: run.spill,
  };
  return withSession(settings, async (session) => {
    await prepareSession(session);
    const timer = setInterval(() => {
      const percent = session.progress;
      if (percent >= 0) run.tell(each, 'reading', { percent });
    }, 250);
    try {
      const maxRejects = options.maxRejects ?? workspace.config.max_rejects;
      const { knownAt } = options;
      return await stage(
        { workspace, session, file, found, information, keys, patterns, knownAt, maxRejects },
        hashing,
        active,
      );
    } catch (error) {
      await hashing.catch(() => undefined);
      throw engineError(file, found.head.format, readingError(file, error));
    } finally {
      clearInterval(timer);
    }
  });
}

function withoutFolder({ folder: _, superseded: __, ...batch }: LandedBatch): Batch {
  return batch;
}

/**
 * Lands files: all of them are read, checked and written under temporary names, then committed by
 * renames; on any error nothing has changed. What a file is, its headers say.
 * @throws BuktiError `pipelines.*`: a sentence with the file, the kind of problem and the next step;
 *   with exitStatus.keys where the keys are missing, not those of the landed batches, or open to others
 */
export async function landFiles(
  workspace: Workspace,
  files: string[],
  options: LandOptions = {},
): Promise<LandResult> {
  await finishMoves(workspace);
  removeLeftovers(workspace);
  finishSuperseding(workspace);
  const suppressed = await suppressedStamp(workspace);
  const recognised: Recognised[] = [];
  const tell: Run['tell'] = (each, step, more = {}) => {
    const index = recognised.indexOf(each) + 1;
    options.onProgress?.({ file: each.file, index, files: files.length, step, ...more });
  };
  for (const file of files) {
    const found = await recognise(workspace, file, options.mapping);
    const each = { file, found, information: readInformation(found.head, found.headerRow) };
    recognised.push(each);
    tell(each, 'recognised');
  }
  const active = activeBatches(workspace);
  refuseMixture(recognised, active);
  const { keys, created } = openKeys(workspace);
  const spill = path.join(workspace.data, temporaryName('spill'));
  mkdirSync(workspace.landing, { recursive: true });
  const patterns = readReasonPatterns(workspace);
  const run: Run = { workspace, options, keys, patterns, active, spill, tell };
  const staged: Staged[] = [];
  const results: (Staged | Batch)[] = [];
  try {
    for (const each of recognised) {
      const result = await stageOne(run, each, staged);
      results.push(result);
      const isNew = 'folder' in result && !staged.includes(result);
      if (isNew) staged.push(result);
      const rows = 'folder' in result ? result.batch.counts.landed : result.counts.landed;
      tell(each, isNew ? 'staged' : 'known', { rows });
    }
    const outcomes = commit(workspace, staged);
    if ((await suppressedStamp(workspace)) !== suppressed) {
      // Somebody was erased since these files were read; what the erasure could not see yet goes.
      undo(staged.filter((_, index) => outcomes[index] === 'landed'));
      return await landFiles(workspace, files, options);
    }
    const first = new Set<Staged>();
    const landed = recognised.map((each, index): LandedFile => {
      const result = results[index] as Staged | Batch;
      const { file, found } = each;
      if (!('folder' in result)) {
        return { file, outcome: 'known', batch: result, unmapped: found.unmapped };
      }
      const outcome = first.has(result) ? 'known' : (outcomes[staged.indexOf(result)] ?? 'known');
      first.add(result);
      if (outcome === 'landed') tell(each, 'landed', { rows: result.batch.counts.landed });
      return { file, outcome, batch: result.batch, unmapped: found.unmapped };
    });
    return { files: landed, keys: { file: workspace.keys, created } };
  } finally {
    discard(staged);
    rmSync(spill, { recursive: true, force: true, maxRetries: 3 });
  }
}
