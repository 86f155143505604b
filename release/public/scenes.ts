import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { attackFolder, type Finding } from '../../disclosure/attack/index.ts';
import type { DraftPart } from './prepare-public.ts';
import { contentHash } from './public-manifest.ts';
import { writeFiles } from './write-files.ts';

export interface SceneInput {
  /** Period and version: `2026Q3/v2`. */
  readonly place: string;
  readonly parts: readonly DraftPart[];
  /** Folders of what is public of the same periods already, by their place. */
  readonly earlier: ReadonlyMap<string, string>;
  /** An empty folder of its own, for operators; it is removed. */
  readonly scratch: string;
}

/** What is attacked together: public folders whose tables are of the same reports. */
export interface Scene {
  readonly root: string;
  /** Where the new files lie in it. */
  readonly own: string;
  readonly has: (name: string) => boolean;
  /** The part that all its cells are of; undefined where they are of several. */
  readonly part: DraftPart | undefined;
  /** What was attacked last, and how many cells it has. */
  last: string;
  cells: number;
  findings: Finding[];
}

/**
 * All new files with what is public of the quarter already; and the tables of another quarter with what is public
 * of that one. No equation ties what is apart here, and one after another they need less memory.
 */
export function scenesOf({ place, parts, earlier, scratch }: SceneInput): Scene[] {
  const quarterOf = (one: string) => one.split('/')[0] as string;
  const others = parts.filter(({ plan: { folder, period } }) => {
    return folder !== '' && [...earlier.keys()].some((one) => quarterOf(one) === period.id);
  });
  const ids = new Set(others.map(({ plan }) => plan.period.id));
  const scene = (name: string, isIn: (quarter: string) => boolean, part?: DraftPart): Scene => {
    const root = path.join(scratch, name);
    for (const [one, from] of earlier) {
      if (isIn(quarterOf(one))) cpSync(from, path.join(root, one), { recursive: true });
    }
    const has = (file: string) => part === undefined || file.startsWith(`${part.plan.folder}/`);
    return { root, own: path.join(root, place), has, part, last: '', cells: 0, findings: [] };
  };
  return [
    scene('own', (quarter) => !ids.has(quarter)),
    ...others.map((part) =>
      scene(part.plan.period.id, (quarter) => quarter === part.plan.period.id, part),
    ),
  ];
}

/** Certain findings of a scene; what has not changed since the round before is not attacked again. */
export async function attackScene(
  scene: Scene,
  files: ReadonlyMap<string, string>,
  known: string,
): Promise<Finding[]> {
  const own = new Map([...files].filter(([name]) => scene.has(name)));
  const content = contentHash(own);
  if (content === scene.last) return scene.findings;
  rmSync(scene.own, { recursive: true, force: true });
  writeFiles(scene.own, own);
  const attacked = await attackFolder(scene.root, { known, sample: 0 });
  scene.last = content;
  scene.cells = attacked.cells;
  scene.findings = attacked.findings.filter(({ severity }) => severity === 'recovered');
  return scene.findings;
}
