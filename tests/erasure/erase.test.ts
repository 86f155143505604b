import { generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { type EraseOptions, eraseReports } from '../../erasure/index.ts';
import { landFiles } from '../../pipelines/index.ts';
import { problemsOf, sealRelease, verifyReleases } from '../../release/index.ts';
import { refuseMeanwhile } from '../../release/stale-erased.ts';
import { activeBatches, erasuresOf } from '../../warehouse/index.ts';
import { lab, landedRows } from '../pipelines/lab.ts';
import { findPersonal } from '../pipelines/scan-personal.ts';
import { dataOnly, fingerprint, ids, inputs, keysOf, landWorld } from './world.ts';

const base = lab();
beforeAll(() => landWorld(base.workspace));
afterAll(base.remove);
let copies = 0;

/** A copy of the landed world, under the same keys. */
function copy(): Workspace {
  const root = path.join(base.workspace.root, `salinan-${copies++}`);
  mkdirSync(root);
  cpSync(base.workspace.data, path.join(root, 'data'), { recursive: true });
  return openWorkspace(root, { BUKTI_KEYS: base.workspace.keys });
}

const orders = Number(process.env.BUKTI_ERASURE_ORDERS ?? 1);
const salt = Buffer.alloc(32, 7);
const erase = (workspace: Workspace, which: readonly string[], options: EraseOptions = {}) =>
  eraseReports(
    workspace,
    { ground: 'request', by: 'report', ids: which, reason: 'permintaan subjek data' },
    { salt, ...options },
  );
const batchOf = (workspace: Workspace, file: string) => {
  const batch = activeBatches(workspace).find((one) => one.file === file);
  if (!batch) throw new Error(`${file} has not landed`);
  return batch;
};

describe('an erased report', () => {
  const gone = ['5003', '5013', '5007'];
  let workspace: Workspace;
  let before: string[];
  beforeAll(async () => {
    workspace = copy();
    before = fingerprint(workspace.data);
    await erase(workspace, ['5003', ' 5013.0', '5007', '5007', '9999999']);
  });

  it('leaves no key anywhere, and no time of its own', async () => {
    const needles = gone.flatMap((id) => Object.values(keysOf(workspace, id)).slice(0, 2));
    expect(await findPersonal(path.join(base.workspace.data), needles)).not.toEqual([]);
    expect(await findPersonal(workspace.data, [...needles, 'Sulastri'])).toEqual([]);
    // A reporter's key goes where it stood with these reports, and stays with the reporter's others.
    const other = keysOf(workspace, '5023').complainant;
    const rows = await landedRows<{ complaint_key: string }>(
      workspace,
      batchOf(workspace, 'attributes.csv'),
      'complaint_key, complainant_key',
    );
    const withKey = rows.filter((row) => Object.values(row).includes(other));
    expect(withKey.map((row) => row.complaint_key)).toEqual([keysOf(workspace, '5023').complaint]);
  });

  it('stays one report with its events, in their order; the others stay as they were', async () => {
    for (const file of ['january.csv', 'february.csv', 'attributes.csv', 'events.csv']) {
      const was = await landedRows<Record<string, unknown>>(
        base.workspace,
        batchOf(base.workspace, file),
      );
      const is = await landedRows<Record<string, unknown>>(workspace, batchOf(workspace, file));
      expect(is).toHaveLength(was.length);
      const known = new Set(was.map((row) => JSON.stringify(row)));
      const changed = is.filter((row) => !known.has(JSON.stringify(row)));
      expect(changed).toHaveLength(file === 'events.csv' ? 12 : 3);
      const keys = new Set(changed.map((row) => row.complaint_key));
      expect(keys.size).toBe(3);
      for (const key of keys) expect(key).toMatch(/0{12}$/);
      if (!file.includes('uary')) continue;
      const [one] = changed;
      expect(one).toMatchObject({ submitted_raw: null, reason_hash: null, reason_shape: 'x' });
      expect(one).toMatchObject({ status: was[0]?.status, province: 'Jawa Timur', rating: '4' });
    }
    const was = await landedRows<Row>(
      base.workspace,
      batchOf(base.workspace, 'events.csv'),
      columns,
    );
    const is = await landedRows<Row>(workspace, batchOf(workspace, 'events.csv'), columns);
    const blanked = is.filter(({ complaint_key }) => /0{12}$/.test(complaint_key));
    // 5003: days of January with three events, then the finish at 09:00 on a day of its own.
    expect(new Set(blanked.map(({ event_at }) => event_at.slice(11)))).toEqual(
      new Set(['00:00:01', '00:00:02', '00:00:03']),
    );
    expect(blanked.every(({ event_raw }) => event_raw === null)).toBe(true);
    const steps = (rows: Row[]) =>
      rows
        .sort((a, b) => (a.event_at < b.event_at ? -1 : 1))
        .map((r) => `${r.event_at.slice(0, 10)} ${r.event}`);
    const mine = was.filter((row) => row.complaint_key === keysOf(workspace, '5003').complaint);
    const sequences = [...new Set(blanked.map(({ complaint_key }) => complaint_key))].map((key) =>
      steps(blanked.filter((row) => row.complaint_key === key)),
    );
    expect(sequences).toContainEqual(steps(mine));
  });

  it('moves its number for noise by little, and loses the rest of that key', async () => {
    const read = async (of: Workspace) =>
      (await landedRows<{ record_key: string }>(of, batchOf(of, 'january.csv'), 'record_key')).map(
        ({ record_key }) => record_key,
      );
    const [was, is] = [await read(base.workspace), await read(workspace)];
    const number = (key: string) => Number.parseInt(key.slice(0, 8), 16);
    for (const id of gone) {
      const { record } = keysOf(workspace, id);
      expect(was).toContain(record);
      // Another report's key may lie as near by chance.
      const near = is.filter((key) => {
        if (was.includes(key)) return false;
        const distance = Math.abs(number(key) - number(record));
        return Math.min(distance, 2 ** 32 - distance) <= 2 ** 20;
      });
      expect(near).toHaveLength(1);
      expect(number(near[0] as string)).not.toBe(number(record));
      expect((near[0] as string).slice(8)).not.toBe(record.slice(8));
    }
  });

  it('does not land again, and is counted', async () => {
    // The same reports in a third month, one of them twice.
    const [, february = '', attributes = '', events = ''] = inputs(base, ['5003', '5007', '5008']);
    appendFileSync(february, readFileSync(february, 'utf8').split('\n')[1] ?? '');
    const { files } = await landFiles(workspace, [february, attributes, events], {
      knownAt: '2026-03-31',
    });
    expect(files.map(({ batch }) => batch.counts)).toEqual([
      { read: 4, landed: 1, rejected: 0, duplicate: 0, suppressed: 3 },
      { read: 3, landed: 1, rejected: 0, duplicate: 0, suppressed: 2 },
      { read: 12, landed: 4, rejected: 0, duplicate: 0, suppressed: 8 },
    ]);
    const needles = gone.flatMap((id) => Object.values(keysOf(workspace, id)).slice(0, 2));
    expect(await findPersonal(workspace.data, needles)).toEqual([]);
  });

  it('does not land from a file that was read while it was erased', async () => {
    const [, file = ''] = inputs(base, ['5003', '5009']);
    const meanwhile = copy();
    const list = path.join('forget', 'suppressed.parquet');
    mkdirSync(path.join(meanwhile.data, 'forget'));
    const { files } = await landFiles(meanwhile, [file], {
      knownAt: '2026-04-30',
      onProgress: ({ step }) => {
        if (step !== 'staged') return;
        cpSync(path.join(workspace.data, list), path.join(meanwhile.data, list));
      },
    });
    const batch = files[0]?.batch;
    expect(batch?.counts).toMatchObject({ read: 2, landed: 1, suppressed: 1 });
    if (!batch) return;
    const rows = await landedRows<{ complaint_key: string }>(meanwhile, batch, 'complaint_key');
    expect(rows).toEqual([{ complaint_key: keysOf(workspace, '5009').complaint }]);
  });

  it('is told by a signed tombstone in each batch, from the old hashes to the new', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const checked = await verifyReleases(workspace.data);
    expect(problemsOf(checked)).toEqual([]);
    expect(checked.batches.map(({ erasures }) => erasures.map((one) => one.records))).toEqual([
      [3],
      [3],
      [3],
      [3],
    ]);
    const wrong = problemsOf(await verifyReleases(workspace.data, { trusted: [publicKey] }));
    expect(new Set(wrong.map(({ key }) => key))).toEqual(new Set(['release.verify.wrong-key']));
    const old = new Map(before.map((line) => line.split(' ') as [string, string]));
    const now = new Map(
      fingerprint(workspace.data).map((line) => line.split(' ') as [string, string]),
    );
    const name = readdirSync(path.join(workspace.data, 'forget')).find((one) =>
      /-[0-9a-f]{8}\.json$/.test(one),
    );
    const tombstone = JSON.parse(
      readFileSync(path.join(workspace.data, 'forget', name ?? ''), 'utf8'),
    );
    expect(tombstone).toMatchObject({ kind: 'erasure', ground: 'request', records: 3 });
    for (const { folder, files } of tombstone.folders) {
      for (const file of files) {
        expect(old.get(`${folder}/${file.name}`)).toBe(file.old_sha256);
        expect(now.get(`${folder}/${file.name}`)).toBe(file.new_sha256);
      }
    }
  });

  it('is not sealed again from a warehouse that was built before', async () => {
    const place = (name: string) => path.join(workspace.warehouse, name);
    const publish = (more: object) => {
      mkdirSync(workspace.warehouse, { recursive: true });
      writeFileSync(place('lama.duckdb'), '');
      writeFileSync(place('current.json'), JSON.stringify({ file: 'lama.duckdb', ...more }));
    };
    const [tombstone] = activeBatches(workspace).flatMap(({ erasures = [] }) => erasures);
    publish({});
    const stale = { key: 'release.stale-erased', params: { day: tombstone?.day } };
    await expect(sealRelease(workspace, '2026Q1')).rejects.toMatchObject(stale);
    publish({ erasures: [tombstone?.tombstone] });
    // Now the file itself is looked at, which is none.
    await expect(sealRelease(workspace, '2026Q1')).rejects.toMatchObject({
      key: 'warehouse.unreadable',
    });
    // Another erasure was decided, and killed before its folders were in their places.
    const journal = path.join(workspace.data, 'forget', 'journal.json');
    const known = erasuresOf(activeBatches(workspace));
    expect(() => refuseMeanwhile(workspace, known)).not.toThrow();
    const swap = { target: 'forget/erasure-2026-04-01-00c0ffee.json', fresh: 'a', old: 'b' };
    writeFileSync(journal, JSON.stringify({ format: 1, swaps: [swap], remove: [] }));
    const pending = { key: 'release.stale-erased', params: { day: '2026-04-01' } };
    await expect(sealRelease(workspace, '2026Q1')).rejects.toMatchObject(pending);
    expect(() => refuseMeanwhile(workspace, known)).toThrow(
      expect.objectContaining({ key: 'release.erased-meanwhile' }),
    );
    rmSync(journal);
    rmSync(workspace.warehouse, { recursive: true });
  });

  it('whoever tampers with what is left is found out', async () => {
    const folder = activeBatches(workspace).find(({ erasures }) => erasures)?.folder ?? '';
    const at = (name: RegExp) =>
      path.join(folder, readdirSync(folder).find((one) => name.test(one)) ?? '');
    const faults = async (tamper: () => void) => {
      const kept = path.join(workspace.root, 'asli');
      cpSync(folder, kept, { recursive: true });
      tamper();
      const keys = problemsOf(await verifyReleases(folder)).map(({ key }) => key);
      rmSync(folder, { recursive: true });
      cpSync(kept, folder, { recursive: true });
      rmSync(kept, { recursive: true });
      return keys;
    };
    expect(await faults(() => appendFileSync(at(/^part/), 'x'))).toEqual([
      'release.verify.changed',
    ]);
    expect(await faults(() => appendFileSync(at(/[0-9a-f]\.json$/), ' '))).toEqual([
      'release.verify.tombstone-signature',
    ]);
    expect(await faults(() => rmSync(at(/\.sig\.json$/)))).toEqual([
      'release.verify.tombstone-signature',
    ]);
    expect(await faults(() => rmSync(at(/[0-9a-f]\.json$/)))).toEqual([
      'release.verify.tombstone-missing',
    ]);
  });
});

interface Row {
  complaint_key: string;
  event: string;
  event_at: string;
  event_raw: string | null;
}
const columns = 'complaint_key, event, CAST(event_at AS VARCHAR) AS event_at, event_raw';

describe('erasing', () => {
  it('comes to the same in whatever order and however often', async () => {
    const one = fc.subarray(ids, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(one, one, async (first, second) => {
        const [a, b, both] = [copy(), copy(), copy()];
        const told = await erase(a, first, { dryRun: true });
        expect(JSON.stringify(told)).not.toMatch(new RegExp(`"(${first.join('|')})"`));
        expect((await erase(a, first)).folders).toEqual(told.folders);
        await erase(a, second);
        await erase(both, [...first, ...second]);
        await erase(both, first);
        const after = [a, both].map(({ data }) => fingerprint(data, dataOnly));
        expect(after[1]).toEqual(after[0]);
        // Two tombstones of the same second: their hashes say which came first.
        expect(problemsOf(await verifyReleases(a.data))).toEqual([]);
        if (orders === 1) return;
        await erase(b, [...second].reverse());
        await erase(b, first);
        expect(fingerprint(b.data, dataOnly)).toEqual(after[0]);
      }),
      { numRuns: orders },
    );
  });

  it('of a reporter takes all reports, and keeps them one reporter’s', async () => {
    const workspace = copy();
    const request = {
      ground: 'request',
      by: 'reporter',
      ids: ['PLP1'],
      reason: 'permintaan',
    } as const;
    expect((await eraseReports(workspace, request)).records).toBe(3);
    const needles = Object.values(keysOf(workspace, '5001'));
    expect(await findPersonal(workspace.data, needles)).toEqual([]);
    const rows = await landedRows<{ k: string }>(
      workspace,
      batchOf(workspace, 'attributes.csv'),
      'complainant_key AS k',
    );
    const counts = new Map<string, number>();
    for (const { k } of rows) counts.set(k, (counts.get(k) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array(10).fill(3));
  });

  it('past retention takes what nothing happened to since, and no more', async () => {
    const expired = async (on: string) => {
      const retention = { lapor: '1m' };
      const request = { ground: 'retention', retention, on, reason: 'masa simpan habis' } as const;
      return (await eraseReports(base.workspace, request, { dryRun: true })).records;
    };
    // The last event of each report is of 2 February 2026.
    expect(await expired('2026-03-02')).toBe(0);
    expect(await expired('2026-03-03')).toBe(30);
  });

  it('refuses a reason that points to somebody, and an unknown register', async () => {
    const asked = (reason: string, register?: string) =>
      eraseReports(copy(), { ground: 'request', by: 'report', ids: ['501'], reason, register });
    for (const reason of ['laporan 501', 'hubungi 0812345', 'a@b.id', 'permintaan Ibu Sulastri']) {
      await expect(asked(reason)).rejects.toMatchObject({
        key: 'forget.reason-personal',
        status: 2,
      });
    }
    await expect(asked(' ')).rejects.toMatchObject({ key: 'forget.reason-empty' });
    await expect(asked('permintaan', 'kota')).rejects.toMatchObject({ key: 'forget.no-register' });
    const empty = lab();
    await expect(erase(empty.workspace, ['1'])).rejects.toMatchObject({
      key: 'forget.nothing-landed',
    });
    expect(existsSync(empty.workspace.keys)).toBe(false);
    empty.remove();
  });
});
