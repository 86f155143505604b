import { BuktiError } from '../../base/errors.ts';
import type { Finding } from './finding.ts';
import { attributes } from './methods/attributes.ts';
import { averages } from './methods/averages.ts';
import { colours } from './methods/colours.ts';
import { elsewhere } from './methods/elsewhere.ts';
import { marks } from './methods/marks.ts';
import { metadata } from './methods/metadata.ts';
import { orders } from './methods/order.ts';
import { recover } from './methods/recover.ts';
import { shown } from './methods/shown.ts';
import { singletons } from './methods/singletons.ts';
import { texts } from './methods/texts.ts';
import { versions } from './methods/versions.ts';
import { apartBy, exactCells } from './model/exact-cells.ts';
import { type Ground, makeGround } from './model/ground.ts';
import { ofOtherPeriods, type Release, readReleases } from './model/releases.ts';
import { residentMeasure, residentsOf } from './model/residents.ts';
import type { Extractor } from './read/extract.ts';
import { readFolder } from './read/read-folder.ts';
import type { Range } from './solve/ranges.ts';

export interface AttackOptions {
  /** Folder of the exact cells that one recipient holds: the attack is his. */
  readonly known?: string;
  /** What the recipient is called in findings. */
  readonly recipient?: string;
  /**
   * Folder of exact cells by which findings are judged when the attack is over: which hidden cells are small, which
   * hold one. The attack itself does not look at it.
   */
  readonly truth?: string;
  /**
   * Public tables of residents (files or folders): a column of codes that the release uses, one of residents, maybe one
   * of women and one of men. Tables in the attacked folder that hold residents are used without being named.
   */
  readonly residents?: readonly string[];
  /** Readers of further kinds of files. */
  readonly extractors?: readonly Extractor[];
  /** Solve for the whole interval of every cell, also where part of it shows that it is protected. */
  readonly precise?: boolean;
  /**
   * Under noise, in a large release: so many cells are drawn and solved for, beside all whose bounds are narrow.
   * 0: none is, bounds alone are judged. Default 0.
   */
  readonly sample?: number;
}

export interface AttackResult {
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly releases: number;
  readonly cells: number;
  readonly hidden: number;
  readonly equations: number;
  /** Cells whose ranges were solved for, those of them that no program decided, and all that could have been. */
  readonly solved: number;
  readonly undecided: number;
  readonly targets: number;
  /** What each hidden cell may be, by release and cell; for the operator and tests, never for publication. */
  readonly ranges: ReadonlyMap<string, ReadonlyMap<string, Range>>;
}

/**
 * Attacks a folder of publications as an outsider would, or as a recipient with cells of his own. It reads public
 * files and shares no code with what protected them.
 *
 * Method: Willenborg and de Waal, Elements of Statistical Disclosure Control (2001), ch. 6 (intervals by linear
 * programs); Fischetti and Salazar (2001) for the criteria.
 * @throws BuktiError `attack.no-folder`, `attack.unreadable`, `attack.empty`
 */
export async function attackFolder(
  folder: string,
  options: AttackOptions = {},
): Promise<AttackResult> {
  const extract = await readFolder(folder, options.extractors);
  const readable = readReleases(extract);
  const releases = readReleases(extract, await apartBy(options.truth, readable));
  if (releases.length === 0) throw new BuktiError('attack.empty', { folder });
  const knowns = await exactCells(options.known, releases);
  const truths = await exactCells(options.truth, releases);
  const people = extract.grids.filter(({ header }) =>
    header.some((name) => residentMeasure.test(name)),
  );
  for (const file of options.residents ?? []) people.push(...(await readFolder(file)).grids);
  const findings: Finding[] = [...metadata(extract)];
  const ranges = new Map<string, ReadonlyMap<string, Range>>();
  const grounds: [Release, Ground, ReadonlyMap<string, number>][] = [];
  let solved = 0;
  let undecided = 0;
  let targets = 0;
  for (const [index, release] of releases.entries()) {
    const truth = truths[index] as ReadonlyMap<string, number>;
    const ground = makeGround(release.book, release.said, knowns[index] as typeof truth);
    // Bounds narrow as the attack goes on; singletons and sentences are judged by the first ones.
    findings.push(...shown(ground), ...elsewhere(ground));
    const { precise, sample } = options;
    const residents = residentsOf(release.book, people);
    const recovery = await recover(ground, truth, residents, { precise, sample });
    const { findings: recovered, ranges: own } = recovery;
    solved += recovery.solved;
    undecided += recovery.undecided;
    targets += recovery.targets;
    ranges.set(release.names.join(' + '), own);
    findings.push(
      ...recovered,
      ...averages(ground),
      ...orders(ground, release.observations),
      ...colours(ground, release.observations),
      ...texts(ground, release.observations, extract, release.holds),
      ...marks(release.observations),
      ...attributes(ground, own),
      ...singletons(ground, truth),
    );
    for (const [before, earlier, exact] of grounds) {
      if (ofOtherPeriods(release, before)) continue;
      const judges = { later: truth, earlier: exact };
      findings.push(...versions(ground, earlier, before.names.join(' + '), judges));
    }
    grounds.push([release, ground, truth]);
  }
  const { recipient } = options;
  const all = grounds.map(([, ground]) => ground);
  return {
    findings: distinct(findings).map((one) =>
      recipient === undefined ? one : { ...one, recipient },
    ),
    files: extract.files.length,
    releases: releases.length,
    cells: sum(all, ({ book }) => book.cells.size),
    hidden: sum(all, ({ book }) =>
      [...book.cells.values()].reduce((n, cell) => n + (cell.shown.length === 0 ? 1 : 0), 0),
    ),
    equations: sum(all, ({ equations }) => equations.length),
    solved,
    undecided,
    targets,
    ranges,
  };
}

/** One line for a cell and a kind; what is certain goes before what is possible. */
function distinct(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Finding>();
  const sure = findings.filter(({ severity }) => severity === 'recovered');
  for (const one of [...sure, ...findings]) {
    const key = `${one.kind}|${one.cell}|${one.kind === 'metadata' ? one.file : ''}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
