import { rmSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, exitStatus } from '../../base/index.ts';
import type { Finding } from '../../disclosure/attack/index.ts';
import { cellKey, type PublicFigure, publicFiles, type Structure } from '../../disclosure/index.ts';
import type { Recipient } from '../recipients.ts';
import { inFolder } from './parts.ts';
import type { DraftPart, ProtectedPart } from './prepare-public.ts';
import type { PartsRedrawn } from './redrawn.ts';
import { attackScene, type SceneInput, scenesOf } from './scenes.ts';
import { countMeasure } from './table-measures.ts';
import { writeFiles } from './write-files.ts';

/** Draws again at most so often; a release that still gives something away is not sealed. */
const mostRounds = 8;

export interface GateInput extends SceneInput {
  /** The public side, made with some cells' noise drawn again. */
  readonly make: (redrawn: PartsRedrawn) => Made;
  readonly recipients: readonly Recipient[];
}

interface Made {
  readonly made: readonly ProtectedPart[];
  /** By name below the public folder. */
  readonly files: ReadonlyMap<string, string>;
}

export interface Passed extends Made {
  readonly redrawn: PartsRedrawn;
  readonly rounds: number;
  readonly cells: number;
}

/**
 * Lets the attacker at what is to be public: with all that stands in public of the same periods already, and with the exact
 * cells of all recipients but `ksp` together. Who knows less finds no more: what holds against all of them holds
 * against each one and against an outsider. Where the noise of a neighbour leaves a cell too narrow, that noise is
 * drawn again.
 * @throws BuktiError `release.public.broken`
 */
export async function passGate(input: GateInput): Promise<Passed> {
  const { place, make, scratch, parts } = input;
  const isOwn = ownCells(input.recipients);
  const redrawn = new Map<string, Map<string, number>>();
  const known = path.join(scratch, 'known');
  try {
    writeFiles(path.join(known, place), knownFiles(input));
    const scenes = scenesOf(input);
    for (let round = 1; ; round++) {
      const made = make(redrawn);
      const found: Found[] = [];
      for (const scene of scenes) {
        for (const finding of await attackScene(scene, made.files, known)) {
          const part = scene.part ?? partOf(finding, place, parts);
          if (!isOwn(placeOf(finding, part))) found.push({ finding, part });
        }
      }
      if (found.length === 0) {
        const cells = scenes.reduce((sum, scene) => sum + scene.cells, 0);
        return { ...made, redrawn, rounds: round, cells };
      }
      if (round === mostRounds || !drawAgain(found, redrawn)) throw broken(place, found);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What is certain, with the part whose cell it is. */
interface Found {
  readonly finding: Finding;
  readonly part: DraftPart;
}

/** By where its file lies; what lies nowhere in the further parts is of the quarter itself. */
function partOf({ file }: Finding, place: string, parts: readonly DraftPart[]): DraftPart {
  const inside = ({ plan: { folder } }: DraftPart) =>
    folder !== '' && file.startsWith(`${place}/${folder}/`);
  return parts.find(inside) ?? (parts[0] as DraftPart);
}

/** Findings name cells, never their values: what they are stands with the operator alone. */
function broken(place: string, found: readonly Found[]): BuktiError {
  const findings = found.map(({ finding }) => finding);
  const kinds = [...new Set(findings.map(({ kind }) => kind))].sort().join(', ');
  const places = findings.slice(0, 3).map(({ file, place: row }) => `${file} ${row}`);
  const params = { place, n: findings.length, kinds, places: places.join('; ') };
  return new BuktiError('release.public.broken', params, exitStatus.test);
}

/**
 * Draws the noise of the cells again that leave another too narrow: of every sum that it stands in the total, and the
 * other parts where those are few.
 * @returns whether anything was
 */
function drawAgain(found: readonly Found[], redrawn: Map<string, Map<string, number>>): boolean {
  let any = false;
  for (const { finding, part } of found) {
    if (!['narrow', 'exact', 'nested', 'small'].includes(finding.kind)) continue;
    const around = sumsAround(part.structure, placeOf(finding, part));
    const counted = part.cells.tables.flatMap(({ cells }) =>
      cells.flatMap(({ at, n }) => (n > 0 ? [cellKey(at)] : [])),
    );
    const own = redrawn.get(part.plan.folder) ?? new Map<string, number>();
    redrawn.set(part.plan.folder, own);
    for (const key of new Set(counted.filter((one) => around.has(one)))) {
      own.set(key, (own.get(key) ?? 0) + 1);
      any = true;
    }
  }
  return any;
}

/** `count?outcome=deleted&region=16`, as findings name cells. */
function placeOf(
  { cell }: Pick<Finding, 'cell'>,
  { structure: { dimensions } }: DraftPart,
): Record<string, string> {
  const at: Record<string, string> = {};
  for (const pair of (cell.split('?')[1] ?? '').split('&').filter(Boolean)) {
    const [dimension = '', code = ''] = pair.split('=');
    const total = dimensions.find((one) => one.name === dimension)?.total;
    if (code !== total) at[dimension] = code;
  }
  return at;
}

/** Keys of the sums that a cell is part of, and of the other parts of each with two parts. */
function sumsAround(structure: Structure, at: Readonly<Record<string, string>>): Set<string> {
  const found = new Set<string>();
  for (const { name, total, relations } of structure.dimensions) {
    const own = at[name] ?? total;
    for (const { parent, children } of relations) {
      if (!children.includes(own) && parent !== own) continue;
      const { [name]: _, ...rest } = at;
      for (const code of children.length <= 3 ? [parent, ...children] : [parent]) {
        if (code === own) continue;
        found.add(cellKey(code === total ? rest : { ...rest, [name]: code }));
      }
    }
  }
  return found;
}

/** Whether a cell is of what some recipient but `ksp` has exact tables of. */
function ownCells(recipients: readonly Recipient[]): (at: PublicFigure['at']) => boolean {
  const others = recipients.filter(({ scope }) => scope.coordinator !== undefined);
  const coordinators = new Set(others.map(({ name }) => name));
  const agencies = new Set(others.flatMap(({ coordinates }) => coordinates));
  return ({ coordinator = '', agency = '' }) =>
    coordinators.has(coordinator) || agencies.has(agency);
}

/** Every exact cell that some recipient's own tables hold, or could be worked out from. */
function knownFiles({ parts, recipients }: GateInput): ReadonlyMap<string, string> {
  const isOwn = ownCells(recipients);
  const disclosure = { format: 1, method: 'suppress', parameters: {} } as const;
  const files = parts.flatMap(({ plan, cells, structure }) => {
    const measures = new Map(
      cells.tables.map(({ name, cells: all }) => {
        const figures = all.flatMap(({ at, n }): PublicFigure[] =>
          isOwn(at) ? [{ at, value: n, status: 'shown' }] : [],
        );
        return [name, [{ name: countMeasure, figures }]] as const;
      }),
    );
    const made = [...publicFiles(structure, measures, disclosure)];
    return made.map(([name, text]) => [inFolder(plan.folder, name), text] as const);
  });
  return new Map(files);
}
