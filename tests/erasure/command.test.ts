import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace, packageRoot } from '../../base/index.ts';
import { emptyWorkspace } from '../cli/run-cli.ts';
import { buktiHere } from '../cli/run-here.ts';
import { findPersonal } from '../pipelines/scan-personal.ts';
import { complaintKey, fingerprint, ids, inputs, keysOf, landWorld } from './world.ts';

const folder = emptyWorkspace();
const inbox = path.join(folder, 'data', 'inbox');
const list = path.join(folder, 'permintaan.txt');
const page = readFileSync(path.join(packageRoot(), 'docs', 'how-to', 'forget.md'), 'utf8');
/** A block of the page, by its kind and place. */
const block = (kind: string, index = 0) =>
  [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, one]) => one === kind)[index]?.[2] ??
  '';
/** Runs a command as the page has it. */
const asThePageSays = (index: number, ...more: string[]) => {
  const words = [...block('bash', index).matchAll(/"([^"]*)"|(\S+)/g)].map(
    (word) => word[1] ?? word[2] ?? '',
  );
  expect(words[0]).toBe('bukti');
  return bukti(...words.slice(1), ...more);
};
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
  // The same bytes as have landed.
  inputs({ file: (name) => path.join(inbox, name) });
  writeFileSync(list, `${block('text')}\n5999\n`);
  await landWorld(workspace);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('first says what it would do, then does it, and the second time there is nothing to do', async () => {
  const before = fingerprint(workspace.data);
  const dry = await asThePageSays(0);
  expect(dry.stdout).toMatch(/3 ids asked for: 0 were erased before, 1 are not known here/);
  expect(dry.stdout).toMatch(/2 reports would be erased from 4 folders/);
  expect(dry.stderr).toMatch(/inbox still holds 4 of the input files/);
  expect(fingerprint(workspace.data)).toEqual(before);
  expect(
    dry.stdout.match(
      /^data\/landing\/lapor\/batch=[0-9a-f]{32}: 2 reports, \d+ rows in 1 files\.$/gm,
    ),
  ).toHaveLength(4);

  const done = await asThePageSays(1, '--json');
  expect(done.status).toBe(0);
  expect(JSON.parse(done.stdout)).toMatchObject({
    ...{ dryRun: false, asked: 3, already: 0, unknown: 1, records: 2, warehouse: 'none' },
  });
  const after = fingerprint(workspace.data);
  expect((await forget()).stdout).toMatch(/2 were erased before[\s\S]*There is nothing to erase/);
  expect(fingerprint(workspace.data)).toEqual(after);

  const checked = await asThePageSays(2);
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
  writeFileSync(path.join(folder, 'bukti.yaml'), block('yaml'));
  expect((await asThePageSays(3)).stdout).toMatch(/kept for 5y[\s\S]*There is nothing to erase/);
  writeFileSync(
    path.join(folder, 'bukti.yaml'),
    `${block('yaml').replace('5y', '2y')}  lappor:\n    retention: 1m\n`,
  );
  const expired = (...more: string[]) =>
    bukti('forget', '--expired', '--reason', 'masa simpan habis', ...more);
  const later = await expired('--on', '2028-06-01', '--dry-run');
  expect(later.stdout).toMatch(/lapor: kept for 2y, that is from 1 June 2026 on/);
  expect(later.stderr).toMatch(
    /retention for lappor, but no such source has landed; there are: lapor/,
  );
  expect(later.stdout).toMatch(new RegExp(`${ids.length - 2} reports would be erased`));
  expect((await expired('--on', '2999-01-01')).status).toBe(2);
  writeFileSync(path.join(folder, 'bukti.yaml'), 'sources:\n  lapor:\n    retention: 1m\n');
  const done = await expired('--delete-inputs');
  expect(done.stdout).toMatch(new RegExp(`${ids.length - 2} reports erased`));
  expect(readdirSync(inbox)).toEqual([]);
  expect((await expired()).stdout).toMatch(/There is nothing to erase/);
  const checked = await bukti('verify', path.join(folder, 'data'));
  expect(checked.stdout).toMatch(
    new RegExp(`past their retention: ${ids.length - 2} \\(masa simpan habis\\)`),
  );
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
    const own = emptyWorkspace();
    const run = async (...args: string[]) => {
      const result = await buktiHere(args, own);
      expect([result.status, result.status === 0 ? '' : result.stderr]).toEqual([0, '']);
      return result;
    };
    await run('run', '--sample', '--rows', '5000', '--no-open');
    const asked = Array.from({ length: 25 }, (_, n) => String(6_000_001 + 150 * n));
    const { k1 } = JSON.parse(
      readFileSync(path.join(own, '..', `${path.basename(own)}.keys.json`), 'utf8'),
    ) as {
      k1: string;
    };
    const needles = asked.map((id) => complaintKey(k1, `lapor-sintetis|${id}`));
    expect(await findPersonal(path.join(own, 'data', 'warehouse'), needles)).not.toEqual([]);
    const done = await run('forget', ...asked, '--reason', reason, '--json');
    expect(JSON.parse(done.stdout)).toMatchObject({ unknown: 0, warehouse: 'current' });
    expect(await findPersonal(path.join(own, 'data'), needles)).toEqual([]);

    const [period = ''] = readdirSync(path.join(own, 'data', 'releases'));
    const again = JSON.parse((await run('release', period, '--json')).stdout);
    expect(again).toMatchObject({ outcome: 'unchanged', version: 1 });
    const checked = JSON.parse((await run('verify', path.join(own, 'data'), '--json')).stdout);
    expect(checked.equal).toBe(true);
    expect(checked.derivations[0].figures).toBeGreaterThan(10_000);
    const vault = checked.parts.find((part: { kind: string }) => part.kind === 'vault');
    expect(vault.erasures).toMatchObject([{ ground: 'request', records: 25, reason }]);
    rmSync(own, { recursive: true });
  });
}
