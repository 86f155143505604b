import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../base/index.ts';
import { eraseReports } from '../../erasure/index.ts';
import { finishMoves } from '../../warehouse/index.ts';
import { lab } from '../pipelines/lab.ts';
import { fingerprint, landWorld } from './world.ts';

const kills = Number(process.env.BUKTI_KILLS ?? 1);
const child = path.join(import.meta.dirname, 'erase-child.ts');
const asked = ['5003', '5007', '5021'];

const place = lab();
const { data, root, keys } = place.workspace;
const saved = path.join(root, 'sebelum');
beforeAll(async () => {
  await landWorld(place.workspace);
  cpSync(data, saved, { recursive: true });
});
afterAll(place.remove);

const erase = () =>
  eraseReports(
    place.workspace,
    { ground: 'request', by: 'report', ids: asked, reason: 'permintaan subjek data' },
    { salt: Buffer.alloc(32, 7), now: new Date('2026-03-01T01:00:00Z') },
  );
const restore = () => {
  rmSync(data, { recursive: true, force: true });
  cpSync(saved, data, { recursive: true });
};
/** All but the warehouse's lock. */
const all = () => fingerprint(data, (name) => !name.startsWith('warehouse'));

it(
  `killed at any moment, the next run leaves what an undisturbed one does, to the byte (${kills} kills)`,
  async () => {
    await erase();
    const expected = all();
    restore();
    const before = all();
    for (let round = 0; round < kills; round++) {
      restore();
      const erasing = spawn(process.execPath, ['--import', 'tsx', child, root, ...asked], {
        cwd: packageRoot(),
        env: { ...process.env, BUKTI_KEYS: keys },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise((resolve) => erasing.once('exit', resolve));
      await Promise.race([new Promise((resolve) => erasing.stdout.once('data', resolve)), ended]);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 700));
      erasing.kill('SIGKILL');
      await ended;
      // Whoever writes next finds the old whole or finishes the new; what was written aside is nobody's.
      await finishMoves(place.workspace);
      const left = all().filter((line) => !/(^|\/)\.(forget|tmp)-/.test(line));
      expect([JSON.stringify(before), JSON.stringify(expected)]).toContain(JSON.stringify(left));
      await erase();
      expect(all(), `kill ${round + 1}`).toEqual(expected);
    }
  },
  60_000 + kills * 10_000,
);
