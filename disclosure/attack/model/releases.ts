import type { Extract } from '../read/extract.ts';
import { type Book, countMeasures, makeBook } from './book.ts';
import { inferStructure } from './infer.ts';
import { type Method, readMethod, shownValue } from './method.ts';
import type { Observation } from './observation.ts';
import { observe, releaseFinder } from './observe.ts';
import { type PublicStructure, readStructure, together } from './structure.ts';

/** One release, or several that agree in every cell both show: then they are one system of equations. */
export interface Release {
  readonly names: readonly string[];
  readonly observations: readonly Observation[];
  readonly book: Book;
  readonly said: Partial<Method>;
  /** What structure.json says of its tables, of all of them together. */
  readonly given: PublicStructure | undefined;
  /** What all its cells are of that name no period: the same cell of another period is of other reports. */
  readonly period: string | undefined;
  readonly holds: (file: string) => boolean;
}

/** @param apart releases that are not to be put together though they agree */
export function readReleases(
  extract: Extract,
  apart: (a: string, b: string) => boolean = () => false,
): Release[] {
  const releaseOf = releaseFinder(extract.structures.map(({ file }) => file));
  const structures = new Map<string, PublicStructure>();
  for (const { file, value } of extract.structures) {
    const structure = readStructure(value);
    if (structure) structures.set(releaseOf(file), structure);
  }
  const observations = observe(extract, releaseOf, (release) => nearest(structures, release));
  const names = [...new Set(observations.map(({ release }) => release))].sort(byVersion);
  const releases: Release[] = [];
  for (const name of names) {
    const own = observations.filter(({ release }) => release === name);
    const said = readMethod(
      extract.methods.filter(({ file }) => releaseOf(file) === name || !file.includes('/')),
    );
    const release = makeRelease([name], own, nearest(structures, name), said, releaseOf);
    const before = releases.findIndex(
      (one) => agree(one, release) && !one.names.some((other) => apart(other, name)),
    );
    const other = releases[before];
    if (other === undefined) releases.push(release);
    else {
      const both = [...other.observations, ...own];
      const structure = together(other.given, nearest(structures, name));
      const merged = [...other.names, name];
      releases[before] = makeRelease(
        merged,
        both,
        structure,
        { ...other.said, ...said },
        releaseOf,
      );
    }
  }
  return releases;
}

function makeRelease(
  names: readonly string[],
  observations: readonly Observation[],
  given: PublicStructure | undefined,
  said: Partial<Method>,
  releaseOf: (file: string) => string,
): Release {
  const book = makeBook(observations, inferStructure(observations, given));
  const holds = (file: string) => names.includes(releaseOf(file));
  return { names, observations, book, said, given, period: given?.period, holds };
}

/** The structure of the folder, or the nearest one above it. */
function nearest(
  structures: ReadonlyMap<string, PublicStructure>,
  release: string,
): PublicStructure | undefined {
  for (let folder = release; ; folder = folder.split('/').slice(0, -1).join('/')) {
    const found = structures.get(folder);
    if (found || folder === '') return found;
  }
}

/** Whether cells of the same name are of other reports. */
export function ofOtherPeriods(a: Release, b: Release): boolean {
  return a.period !== undefined && b.period !== undefined && a.period !== b.period;
}

function agree(a: Release, b: Release): boolean {
  if (ofOtherPeriods(a, b)) return false;
  const counts = countMeasures(a.book);
  for (const cell of a.book.cells.values()) {
    if (!counts.has(cell.measure)) continue;
    const [one, other] = [shownValue(a.book, cell.name), shownValue(b.book, cell.name)];
    if (one !== undefined && other !== undefined && one !== other) return false;
  }
  return true;
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
