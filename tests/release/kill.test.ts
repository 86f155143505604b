import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { sealedVersions, sealRelease } from '../../release/index.ts';
import { publicRoot, publicVersions } from '../../release/public/places.ts';
import { bukti, commandOf } from '../cli/run-cli.ts';
import { publicReports, publishFew, publishKeyed } from './public-world.ts';
import { sealOne } from './seal-child.mjs';
import { sealedWorkspace } from './sealed.ts';

const kills = process.env.BUKTI_FULL ? Math.min(30, Number(process.env.BUKTI_KILLS ?? 30)) : 1;
const period = '2026Q3';
let workspace: Workspace;
let folders: string[];

beforeAll(async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'bukti terbit '));
  publishFew({ root });
  const keys = path.join(root, '..', `${path.basename(root)}.keys.json`);
  workspace = openWorkspace(root, { BUKTI_KEYS: keys });
  await publishKeyed(workspace, publicReports(300));
  folders = [workspace.releases, publicRoot(workspace)].map((one) => path.join(one, period));
});
afterAll(() => rmSync(workspace.root, { recursive: true, force: true }));

/** All that is sealed, by its bytes; but for the manifests, in which a salt is drawn anew each time. */
function content(): string[] {
  return folders.flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder, { recursive: true }) : [])
      .map(String)
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => {
        const bytes = readFileSync(path.join(folder, name));
        const isDrawn = /manifest(\.sig)?\.json$/.test(name);
        return isDrawn ? name : `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
      }),
  );
}

const restore = () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
};
interface How {
  /** The words of a process that seals, and what it runs in. */
  child: () => { file: string; args: string[]; env: NodeJS.ProcessEnv };
  /** Whoever comes next. */
  next: () => Promise<unknown>;
}

const bySmall: How = {
  child: () => ({
    file: process.execPath,
    args: [path.join(import.meta.dirname, 'seal-child.mjs'), workspace.root, period],
    env: { ...process.env, BUKTI_KEYS: workspace.keys },
  }),
  next: () => sealOne(workspace.root, period, workspace.keys),
};
const byCommand: How = {
  child: () => {
    const { file, args, options } = commandOf(['release', period, '--json'], workspace.root);
    return { file, args, env: options.env };
  },
  next: async () => expect(bukti(['release', period], workspace.root)).toMatchObject({ status: 0 }),
};

/** Starts a sealing process; `begun` resolves where it writes, or ends. */
function start({ child }: How) {
  const { file, args, env } = child();
  const sealing = spawn(file, args, { cwd: workspace.root, env, stdio: 'ignore' });
  let isOver = false;
  const ended = new Promise<number | null>((resolve) =>
    sealing.once('exit', (status) => {
      isOver = true;
      resolve(status);
    }),
  );
  const begun = async () => {
    const parent = folders[0] as string;
    while (!isOver && !(existsSync(parent) && readdirSync(parent).length > 0)) await wait(3);
  };
  return { sealing, ended, begun };
}

async function killedAtAnyMoment(how: How, count: number): Promise<number> {
  restore();
  await how.next();
  restore();
  const from = performance.now();
  await how.next();
  const writing = performance.now() - from;
  const expected = content();
  expect(publicVersions(workspace, period)).toEqual([1]);
  let unsealed = 0;
  for (let kill = 0; kill < count; kill++) {
    restore();
    const { sealing, ended, begun } = start(how);
    await begun();
    // Spread over the time that it writes, and drawn within each part of it.
    await wait((writing * (kill + Math.random())) / count);
    sealing.kill('SIGKILL');
    await ended;
    const sealed = sealedVersions(workspace, period);
    expect(publicVersions(workspace, period)).toEqual(sealed);
    if (sealed.length === 0) unsealed += 1;
    // Sealed is whole: all that an undisturbed run gives.
    else expect(content().filter((name) => !/(^|\/)\.tmp-/.test(name))).toEqual(expected);
    if (sealed.length === 0) await how.next();
    expect(content(), `kill ${kill + 1}`).toEqual(expected);
    for (const folder of folders) expect(readdirSync(folder)).toEqual(['v1']);
  }
  return unsealed;
}

describe('a release that is killed while it is written', () => {
  it(
    `is whole or not there, and the next run gives the same (${kills} kills)`,
    async () => {
      expect(await killedAtAnyMoment(bySmall, kills)).toBeGreaterThan(0);
    },
    60_000 + kills * 20_000,
  );

  it('between its two names is not public, and the next run completes it', async () => {
    const expected = content();
    const [sealed, open] = folders as [string, string];
    // The public folder has its name, the release has not: its process is no more.
    renameSync(path.join(sealed, 'v1'), path.join(sealed, '.tmp-v1-2147483646'));
    expect(publicVersions(workspace, period)).toEqual([]);
    expect(readdirSync(open)).toEqual(['v1']);
    await bySmall.next();
    expect(publicVersions(workspace, period)).toEqual([1]);
    expect(content()).toEqual(expected);
    for (const folder of folders) expect(readdirSync(folder)).toEqual(['v1']);
  });

  it.runIf(process.env.BUKTI_FULL)(
    `by the command itself, too (${kills} kills)`,
    async () => {
      expect(await killedAtAnyMoment(byCommand, kills)).toBeGreaterThan(0);
    },
    60_000 + kills * 30_000,
  );
});

it('what a killed version has left in public goes even where there is nothing to seal', async () => {
  const { workspace: own, remove } = await sealedWorkspace();
  try {
    const left = path.join(publicRoot(own), period, 'v2');
    mkdirSync(left, { recursive: true });
    writeFileSync(path.join(left, 'tabel.csv'), 'MEASURE,OBS_VALUE\n');
    expect(publicVersions(own, period)).toEqual([]);
    expect((await sealRelease(own, period)).outcome).toBe('unchanged');
    expect(existsSync(left)).toBe(false);
  } finally {
    remove();
  }
});
