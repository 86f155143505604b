import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { publishedInfo, sqlString, withSession } from '../../warehouse/index.ts';
import { movePointer } from '../../warehouse/pointer.ts';
import { measure } from '../measure.ts';
import { replicate, replicaVersion } from './replicate.ts';

/** Reports of the sample that is multiplied. */
const baseRows = 200_000;

/**
 * A workspace whose published copy holds `rows` reports. Made once for a state of the models and kept
 * in the temporary folder: the sample through the real command line, then copies in SQL.
 */
export async function crossesWorld(root: string, rows: number, memory: string): Promise<Workspace> {
  const folder = path.join(tmpdir(), 'bukti-bench-crosses');
  const base = await baseWorld(root, path.join(folder, 'base'));
  const info = publishedInfo(base);
  if (!info) throw new Error('the sample was not built');
  const key = createHash('sha256').update(`${info.hash} ${rows} ${replicaVersion}`).digest('hex');
  const name = `world-${key.slice(0, 16)}`;
  for (const old of readdirSync(folder)) {
    if (old.startsWith('world-') && old !== name)
      rmSync(path.join(folder, old), { recursive: true });
  }
  const workspace = openWorkspace(path.join(folder, name));
  if (publishedInfo(workspace)) return workspace;
  mkdirSync(workspace.warehouse, { recursive: true });
  const file = path.join(workspace.warehouse, 'published-crosses.duckdb');
  rmSync(file, { force: true });
  writeFileSync(path.join(workspace.root, 'bukti.yaml'), `memory_limit: ${memory}\n`);
  const temporary = path.join(workspace.root, 'tmp');
  await withSession({ memoryLimit: memory, tempDirectory: temporary }, async (session) => {
    await session.run(
      `ATTACH ${sqlString(path.join(base.warehouse, info.file))} AS base (READ_ONLY)`,
    );
    await session.run(`ATTACH ${sqlString(file)} AS replica`);
    await replicate(session, rows);
  });
  rmSync(temporary, { recursive: true, force: true });
  movePointer(workspace, { ...info, file: path.basename(file) });
  return workspace;
}

async function baseWorld(root: string, folder: string): Promise<Workspace> {
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, BUKTI_KEYS: path.join(folder, 'bench.keys.json') };
  const main = ['--import', 'tsx', path.join(root, 'cli', 'main.ts')];
  const bukti = async (...args: string[]) => {
    const done = await measure(process.execPath, [...main, ...args, '-w', folder, '--json'], {
      cwd: root,
      env,
    });
    if (done.status !== 0) throw new Error(`bukti ${args[0]} failed`);
  };
  const files = path.join(folder, 'files');
  if (!existsSync(files)) {
    await bukti('sample', '--rows', String(baseRows), '--format', 'parquet', '--out', files);
  }
  await bukti('land', ...readdirSync(files).map((name) => path.join(files, name)));
  await bukti('build');
  return openWorkspace(folder, env);
}
