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
import { exitStatus, openWorkspace, type Workspace } from '../../base/index.ts';
import { sealedVersions, sealRelease, sha256OfFile } from '../../release/index.ts';
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

/** Starts a sealing process; `begun` resolves where it writes, or ends; `said` is all that it has written. */
function start({ child }: How) {
  const { file, args, env } = child();
  const sealing = spawn(file, args, {
    ...{ cwd: workspace.root, env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [sealing.stdout, sealing.stderr]) {
    stream.on('data', (more) => {
      text += more;
    });
  }
  let isOver = false;
  const ended = new Promise<number | null>((resolve) =>
    sealing.once('close', (status) => {
      isOver = true;
      resolve(status);
    }),
  );
  const begun = async () => {
    const parent = folders[0] as string;
    while (!isOver && !(existsSync(parent) && readdirSync(parent).length > 0)) await wait(3);
  };
  return { sealing, ended, begun, said: () => text };
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

/** One version and no rest of another; the public side is the one that its vault was sealed with. */
function isOfOne(): void {
  for (const folder of folders) expect(readdirSync(folder)).toEqual(['v1']);
  expect(publicVersions(workspace, period)).toEqual([1]);
  const [sealed, open] = folders as [string, string];
  const vault = JSON.parse(readFileSync(path.join(sealed, 'v1', 'vault', 'manifest.json'), 'utf8'));
  // A salt is drawn for each sealing: the other's public side would have another hash.
  expect(vault.public.manifest_sha256).toBe(sha256OfFile(path.join(open, 'v1', 'manifest.json')));
}

describe('of two that seal the same quarter at once', () => {
  const raced = 'Another process has just sealed 2026Q3 v1, so nothing was written. Run again.';
  const locked =
    /Another process \(PID [\d,]+\) is writing the warehouse .*; nothing was changed\./;
  const late = /"outcome": ?"unchanged"/;

  it('the command that comes second says so in a sentence and leaves what stands', async () => {
    // What has been sealed before stands aside, and gets its names while the command writes.
    if (publicVersions(workspace, period).length === 0) await bySmall.next();
    const expected = content();
    const aside = folders.map((folder) => `${folder} aside`);
    for (const [place, folder] of folders.entries()) renameSync(folder, aside[place] as string);
    const { ended, begun, said } = start(byCommand);
    await begun();
    for (const [place, folder] of [...folders.entries()].reverse()) {
      mkdirSync(folder, { recursive: true });
      renameSync(path.join(aside[place] as string, 'v1'), path.join(folder, 'v1'));
      rmSync(aside[place] as string, { recursive: true });
    }
    expect(await ended).toBe(exitStatus.input);
    expect(said()).toContain(raced);
    expect(content()).toEqual(expected);
    isOfOne();
  });

  it.runIf(process.env.BUKTI_FULL)(
    `one seals, and the other says why it does not (${kills} times)`,
    async () => {
      for (let round = 0; round < kills; round++) {
        restore();
        // The very first two: how fine the tables are is decided by one of them, and holds for the other.
        rmSync(path.join(workspace.root, 'models', 'publish', 'design-2.yml'), { force: true });
        const two = [start(byCommand), start(byCommand)];
        const both = await Promise.all(
          two.map(async ({ ended, said }) => ({ status: await ended, said: said() })),
        );
        const won = both.filter(({ said }) => /"outcome": ?"sealed"/.test(said));
        expect(won, JSON.stringify(both)).toMatchObject([{ status: 0 }]);
        const other = both.find((one) => !won.includes(one));
        const said = other?.said ?? '';
        if (other?.status === 0) expect(said).toMatch(late);
        else if (other?.status === exitStatus.locked) expect(said).toMatch(locked);
        else
          expect(other).toMatchObject({
            status: exitStatus.input,
            said: expect.stringContaining(raced),
          });
        isOfOne();
        expect(bukti(['verify', 'data'], workspace.root)).toMatchObject({ status: 0 });
      }
    },
    60_000 + kills * 60_000,
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
