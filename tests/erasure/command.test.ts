import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace } from '../../base/index.ts';
import { emptyWorkspace } from '../cli/run-cli.ts';
import { buktiHere } from '../cli/run-here.ts';
import { findPersonal } from '../pipelines/scan-personal.ts';
import { fingerprint, ids, inputs, keysOf } from './world.ts';

const folder = emptyWorkspace();
const inbox = path.join(folder, 'data', 'inbox');
const list = path.join(folder, 'minta.txt');
const workspace = openWorkspace(folder, {
  BUKTI_KEYS: path.join(folder, '..', `${path.basename(folder)}.keys.json`),
});
const said: string[] = [];
const bukti = async (...args: string[]) => {
  const result = await buktiHere(args, folder);
  said.push(result.stdout, result.stderr);
  return result;
};
const reason = 'permintaan subjek data, UU 27/2022 Pasal 8';
const forget = (...more: string[]) => bukti('forget', '--from', list, '--reason', reason, ...more);

beforeAll(async () => {
  mkdirSync(inbox, { recursive: true });
  const files = inputs({ file: (name) => path.join(inbox, name) });
  writeFileSync(list, '# surat masuk\n5003\n\n5007.0\n5999\n');
  expect((await bukti('land', ...files, '--known-at', '2026-02-28')).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('first says what it would do, then does it, and the second time there is nothing to do', async () => {
  const before = fingerprint(workspace.data);
  const dry = await forget('--dry-run');
  expect(dry.stdout).toMatch(/3 ids asked for: 0 were erased before, 1 are not known here/);
  expect(dry.stdout).toMatch(/2 reports would be erased from 4 folders/);
  expect(dry.stderr).toMatch(/inbox still holds 4 of the input files/);
  expect(fingerprint(workspace.data)).toEqual(before);

  const done = await forget('--json');
  expect(done.status).toBe(0);
  expect(JSON.parse(done.stdout)).toMatchObject({
    ...{ dryRun: false, asked: 3, already: 0, unknown: 1, records: 2, warehouse: 'none' },
  });
  const after = fingerprint(workspace.data);
  expect((await forget()).stdout).toMatch(/2 were erased before[\s\S]*There is nothing to erase/);
  expect(fingerprint(workspace.data)).toEqual(after);

  const checked = await bukti('verify', path.join(folder, 'data'));
  expect(checked.stdout).toMatch(/reports erased on \d+ \w+ 20\d\d on request: 2 \(permintaan/);
  expect(checked.status).toBe(0);
});

it('counts what comes again and does not take it', async () => {
  const again = inputs({ file: (name) => path.join(folder, name) }, ['5003', '5008'])[1] ?? '';
  const landed = await bukti('land', again, '--known-at', '2026-03-31');
  expect(landed.stderr).toMatch(/february\.csv: 1 rows were left out/);
  const { complaint, record } = keysOf(workspace, '5003');
  expect(await findPersonal(path.join(workspace.data, 'landing'), [complaint, record])).toEqual([]);
});

it('takes what is past the retention of bukti.yaml, and the input files where told to', async () => {
  expect((await bukti('forget', '--expired', '--reason', reason)).stderr).toMatch(/retention: 5y/);
  writeFileSync(path.join(folder, 'bukti.yaml'), 'sources:\n  lapor:\n    retention: 5x\n');
  expect((await bukti('forget', '--expired', '--reason', reason)).status).toBe(2);
  writeFileSync(path.join(folder, 'bukti.yaml'), 'sources:\n  lapor:\n    retention: 2y\n');
  const expired = (...more: string[]) =>
    bukti('forget', '--expired', '--reason', 'masa simpan habis', ...more);
  const later = await expired('--on', '2028-06-01', '--dry-run');
  expect(later.stdout).toMatch(/lapor: kept for 2y, that is from 1 June 2026 on/);
  expect(later.stdout).toMatch(new RegExp(`${ids.length - 2} reports would be erased`));
  expect((await expired('--on', '2999-01-01')).status).toBe(2);
  writeFileSync(path.join(folder, 'bukti.yaml'), 'sources:\n  lapor:\n    retention: 1m\n');
  const done = await expired('--delete-inputs');
  expect(done.stdout).toMatch(new RegExp(`${ids.length - 2} reports erased`));
  expect(readdirSync(inbox)).toEqual([]);
  const checked = await bukti('verify', path.join(folder, 'data'));
  expect(checked.stdout).toMatch(/past their retention/);
});

it('never says who, and keeps nothing of it', async () => {
  const log = path.join(folder, 'said.txt');
  writeFileSync(log, said.join('\n').replaceAll(/[0-9a-f]{8,}/g, ''));
  expect(await findPersonal(log, [/(?<!\d)(5003|5007|5999)(?!\d)/])).toEqual([]);
  expect((await bukti('forget')).status).toBe(2);
  expect((await bukti('forget', '5003')).stderr).toMatch(/--reason/);
  const named = await bukti('forget', '5003', '--reason', 'laporan 5003');
  expect([named.status, named.stderr.includes('5003')]).toEqual([2, false]);
});

if (process.env.BUKTI_ERASED_RELEASE) {
  it('a sealed release is computed again from its erased vault, and sealed again it is the same', async () => {
    const { sharedWorld } = await import('../world.ts');
    const { cpSync } = await import('node:fs');
    const world = await sharedWorld();
    const own = path.join(folder, 'contoh');
    cpSync(world.folder, own, { recursive: true });
    const run = (...args: string[]) => buktiHere(args, own);
    const key = path.join(folder, 'contoh.keys.json');
    cpSync(world.workspace.keys, key);
    cpSync(world.workspace.signingKey, path.join(folder, 'contoh.signing.pem'));
    const asked = Array.from({ length: 25 }, (_, n) => String(6_000_001 + 1000 * n));
    const done = await run('forget', ...asked, '--reason', reason, '--json');
    expect(JSON.parse(done.stdout)).toMatchObject({
      records: 25,
      unknown: 0,
      warehouse: 'current',
    });
    const period = readdirSync(path.join(own, 'data', 'releases'))[0] ?? '';
    expect((await run('release', period)).stderr).toMatch(/the same figures, not sealed again/);
    const checked = await run('verify', path.join(own, 'data'), '--json');
    const { equal, derivations, parts } = JSON.parse(checked.stdout);
    expect(equal).toBe(true);
    expect(derivations[0].figures).toBeGreaterThan(100_000);
    expect(
      parts.flatMap((part: { erasures: { records: number }[] }) => part.erasures),
    ).toMatchObject([{ records: 25 }]);
    const { k1 } = JSON.parse(readFileSync(key, 'utf8')) as { k1: string };
    const { createHmac } = await import('node:crypto');
    const keysAsked = asked.map((id) => {
      const hex = createHmac('sha256', Buffer.from(k1, 'hex'))
        .update(`lapor-sintetis|${id}`)
        .digest('hex');
      return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    });
    expect(await findPersonal(path.join(world.folder, 'data', 'landing'), keysAsked)).not.toEqual(
      [],
    );
    expect(await findPersonal(path.join(own, 'data'), keysAsked)).toEqual([]);
  });
}
