import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseReports } from '../../erasure/index.ts';
import { sha256OfFile } from '../../release/index.ts';
import { signManifest } from '../../release/signing/signature.ts';
import { openSigningKey } from '../../release/signing/signing-key.ts';
import { freezeVault } from '../../release/vault/vault.ts';
import { readVaultManifest, writeVaultManifest } from '../../release/vault/vault-manifest.ts';
import { checkErased } from '../../release/verify/erased.ts';
import { sqlString, withSession } from '../../warehouse/index.ts';
import { fixtureWarehouse } from '../metrics/fixture.ts';
import { lab } from '../pipelines/lab.ts';
import { findPersonal } from '../pipelines/scan-personal.ts';
import { yearOfReports } from '../release/fixture.ts';
import { ids, keysOf, landWorld } from './world.ts';

const place = lab();
const { workspace } = place;
const vault = path.join(workspace.releases, '2026Q3', 'v1', 'vault');
const before = path.join(workspace.root, 'vault-sebelum');
const tables = [
  'fct_complaint',
  'fct_complaint_status',
  'fct_forwarding',
  'fct_postponement',
  'fct_backlog',
];

/** A vault of a quarter's tables, whose reports are those that have landed. */
beforeAll(async () => {
  await landWorld(place.workspace);
  const session = await fixtureWarehouse(yearOfReports(ids.length));
  const rows = ids.map((id, index) => {
    const { complaint, record, complainant } = keysOf(workspace, id);
    return `('r${index}', '${complaint}', '${record}', '${complainant}', ${index % 10})`;
  });
  await session.run(`
    create table key_of as from (values ${rows.join(', ')}) t(old, complaint, record, complainant, person);
    alter table fct_complaint add column short_record_key uinteger;
    alter table fct_complaint add column complainant_key uuid;
    alter table fct_complaint add column repeat_complainant_key integer;
    update fct_complaint as f set record_key = k.record, complainant_key = k.complainant,
      short_record_key = ('0x' || left(k.record, 8))::uinteger, repeat_complainant_key = k.person,
      submitted_at = f.submitted_date + interval '8 hours 15 minutes 7 seconds'
    from key_of as k where k.old = f.complaint_key;
    ${tables.map((table) => `update ${table} as f set complaint_key = k.complaint from key_of as k where k.old = f.complaint_key;`).join('\n')}`);
  writeVaultManifest(workspace, vault, {
    ...{ period: '2026Q3', version: 1, parts: [], salt: '0'.repeat(64) },
    files: await freezeVault(workspace, session, vault),
  });
  session.close();
  signManifest(vault, openSigningKey(workspace));
  mkdirSync(before);
  for (const name of readdirSync(path.join(vault, 'extract'))) {
    copyFileSync(path.join(vault, 'extract', name), path.join(before, name));
  }
});
afterAll(place.remove);

type Row = Record<string, string | null>;

async function rowsOf(folder: string, table: string): Promise<Row[]> {
  const file = sqlString(path.join(folder, `${table}.parquet`));
  return await withSession({}, async (session) =>
    session.rows<Row>(`select columns(*)::varchar from read_parquet(${file})`),
  );
}

const own = [
  'complaint_key',
  'record_key',
  'short_record_key',
  'complainant_key',
  'repeat_complainant_key',
  'submitted_at',
];

it('a vault keeps every row and every column that a figure reads; keys change one for one', async () => {
  // Reporter 3 has 5003, 5013 and 5023; the last stays.
  const gone = ['5003', '5013', '5010'];
  const { records, folders } = await eraseReports(workspace, {
    ...{ ground: 'request', by: 'report', ids: gone, reason: 'permintaan subjek data' },
  });
  expect(records).toBe(3);
  expect(folders.at(-1)).toMatchObject({
    folder: 'releases/2026Q3/v1/vault',
    input: null,
    records: 3,
  });

  const erased = new Map(gone.map((id) => [keysOf(workspace, id).complaint, id]));
  const keys = new Map<string, string>();
  for (const table of tables) {
    const [was, is] = [
      await rowsOf(before, table),
      await rowsOf(path.join(vault, 'extract'), table),
    ];
    expect(is).toHaveLength(was.length);
    for (const [index, row] of was.entries()) {
      const now = is[index] as Row;
      const key = row.complaint_key as string;
      const rest = (of: Row) => Object.entries(of).filter(([name]) => !own.includes(name));
      expect(rest(now)).toEqual(rest(row));
      if (!erased.has(key)) expect(now).toEqual(row);
      else keys.set(`${key} ${now.complaint_key}`, key);
    }
  }
  // One new key for each, the same in every table, and no two alike.
  expect(keys.size).toBe(3);
  expect(new Set([...keys.keys()].map((pair) => pair.split(' ')[1])).size).toBe(3);
  expect([...keys.keys()].every((pair) => /0{12}$/.test(pair))).toBe(true);

  const facts = await rowsOf(path.join(vault, 'extract'), 'fct_complaint');
  const blanked = facts.filter((row) => /0{12}$/.test(row.complaint_key ?? ''));
  expect(blanked.every((row) => row.submitted_at?.endsWith(' 00:00:00'))).toBe(true);
  for (const row of blanked) {
    const first = Number.parseInt(row.record_key?.slice(0, 8) ?? '', 16);
    expect(Number(row.short_record_key)).toBe(first);
  }
  // Two of reporter 3 stay one reporter's, apart from the third; nobody else has their number.
  const persons = blanked.map((row) => row.repeat_complainant_key);
  expect(new Set(persons).size).toBe(2);
  expect(facts.filter((row) => persons.includes(row.repeat_complainant_key ?? ''))).toHaveLength(3);

  const needles = gone.flatMap((id) => Object.values(keysOf(workspace, id)).slice(0, 2));
  expect(await findPersonal(before, needles)).not.toEqual([]);
  expect(await findPersonal(vault, needles)).toEqual([]);

  // From what was sealed the tombstone leads to what lies there, and from nothing else.
  const { files } = readVaultManifest(vault);
  const sealed = new Map(files.map(({ name, sha256 }) => [name, sha256]));
  const isOwn = (folder: string) => folder.endsWith('/2026Q3/v1/vault');
  const { hashes, erasures, problems } = checkErased(vault, sealed, isOwn, []);
  expect(problems).toEqual([]);
  expect(erasures).toMatchObject([{ ground: 'request', records: 3 }]);
  for (const { name } of files) expect(hashes.get(name)).toBe(sha256OfFile(path.join(vault, name)));
  const faults = (of: Map<string, string>, own = isOwn) =>
    checkErased(vault, of, own, []).problems.map(({ key }) => key);
  const other = new Map(sealed).set('extract/fct_backlog.parquet', '0'.repeat(64));
  expect(faults(other)).toEqual(['release.verify.tombstone-gap']);
  expect(faults(sealed, () => false)).toEqual(['release.verify.tombstone']);
});
