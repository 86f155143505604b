import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../base/index.ts';

/** A world to make: with the planted effects or without them, over-dispersed either way. */
export interface WorldOrder {
  seed: number;
  rows: number;
  effects: boolean;
  /** Its release is sealed and its brief is read too. */
  report?: boolean;
}

export interface WorldResult {
  seed: number;
  /** Clear findings of a world without effects, planted effects found in one with them (examine.ts). */
  found: string[];
  /** What a reader of the brief finds; where a report was ordered. */
  report?: ReadReport;
  /** Of making, landing, building, examining, and of sealing and reading. */
  seconds: number[];
}

/** The sentences of a rendered brief. */
export interface ReadReport {
  /** Clear hypotheses of the family, as the release's manifest has it. */
  clear: number;
  /** Whether page one says that nothing differs clearly. */
  quiet: boolean;
  findings: string[];
  /** What is clear and not on page one. */
  further: string[];
}

/** What a world's answer depends on; a result of other code is not taken for this code's. */
const sources = [
  'base',
  'data/sample',
  'metrics',
  'models',
  'pipelines',
  'warehouse',
  'tests/full',
];

/**
 * Makes worlds, lands, builds and examines them, two at a time.
 * @param file where each result is appended at once, so that a killed run goes on where it was; a name
 *   of its own for each state of the code. Without it nothing is kept
 */
export async function runWorlds(
  orders: readonly WorldOrder[],
  { file, processes = 2 }: { file?: string | undefined; processes?: number } = {},
): Promise<WorldResult[]> {
  const known = new Map(readResults(file).map((result) => [result.seed, result]));
  const results = orders.flatMap(({ seed }) => known.get(seed) ?? []);
  const left = orders.filter(({ seed }) => !known.has(seed));
  const keep = (result: WorldResult) => {
    results.push(result);
    if (file) appendFileSync(file, `${JSON.stringify(result)}\n`);
  };
  const width = Math.min(processes, left.length);
  await Promise.all(Array.from({ length: width }, () => work(left, keep)));
  return results.sort((a, b) => a.seed - b.seed);
}

/** One process takes orders until none is left. */
async function work(left: WorldOrder[], keep: (result: WorldResult) => void): Promise<void> {
  const child = fork(path.join(import.meta.dirname, 'world-child.ts'), {
    cwd: packageRoot(),
    execArgv: ['--import', 'tsx'],
  });
  try {
    for (let order = left.shift(); order; order = left.shift()) keep(await ask(child, order));
  } finally {
    child.kill();
  }
}

function ask(child: ChildProcess, order: WorldOrder): Promise<WorldResult> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Error(`world ${order.seed} failed`));
    child.once('exit', failed);
    child.once('message', (result) => {
      child.off('exit', failed);
      resolve(result as WorldResult);
    });
    child.send(order);
  });
}

/** A line cut short by a kill goes, and its world is made again. */
function readResults(file: string | undefined): WorldResult[] {
  if (!file || !existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) writeFileSync(file, whole);
  const lines = whole.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as WorldResult);
}

/**
 * The file of results of this state of the code, in a folder that is made.
 * @param more folders that the results depend on too
 */
export function resultsFile(folder: string, name: string, more: readonly string[] = []): string {
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256');
  for (const source of [...sources, ...more]) {
    const place = path.join(packageRoot(), source);
    const names = readdirSync(place, { recursive: true }) as string[];
    for (const each of names.sort()) {
      if (!/\.(ts|sql|yml|csv)$/.test(each)) continue;
      hash.update(each).update(readFileSync(path.join(place, each)));
    }
  }
  return path.join(folder, `${name}-${hash.digest('hex').slice(0, 12)}.jsonl`);
}
