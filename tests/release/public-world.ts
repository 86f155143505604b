import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { packageRoot, type Workspace } from '../../base/index.ts';
import { type Session, sqlString } from '../../warehouse/index.ts';
import { type FixtureReport, fixtureWarehouse } from '../metrics/fixture.ts';
import { publishSession } from './fixture.ts';

/** The 128 bits that a report's record key is, by its place in the list: the same in every state of the world. */
export function recordKey(place: number): string {
  return createHash('md5').update(`laporan ${place}`).digest('hex');
}

/** The 32 bits of it that noise is drawn by. */
export function shortKey(place: number): number {
  return Number.parseInt(recordKey(place).slice(0, 8), 16);
}

const label = (id: string) => ({ id, en: id });

/** Three tables that share cells, in the place of the shipped fifteen. */
const publicTables = [
  {
    name: 'province_sex',
    label: label('provinsi dan jenis kelamin'),
    by: { region: 'province', sex: 'sex' },
    measures: ['received.count', 'resolved.share', 'resolve.median'],
    never_coarsened: true,
  },
  {
    name: 'category_sex',
    label: label('kategori dan jenis kelamin'),
    by: { category: 'category', sex: 'sex' },
    measures: ['received.count', 'resolved.share', 'resolve.median'],
    never_coarsened: true,
  },
  {
    name: 'classification',
    label: label('klasifikasi'),
    by: { classification: 'classification' },
    never_coarsened: true,
  },
];

/** Lays a catalogue of few tables over the shipped one, and turns the public side on. */
export function publishFew(
  workspace: Pick<Workspace, 'root'>,
  tables: readonly object[] = publicTables,
): void {
  const folder = path.join(workspace.root, 'models', 'publish');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'tables.yml'), stringify({ tables }));
  // Decided on one quarter: what is published of any is never made coarser here.
  const shipped = readFileSync(
    path.join(packageRoot(), 'models', 'publish', 'catalogue.yml'),
    'utf8',
  );
  writeFileSync(
    path.join(folder, 'catalogue.yml'),
    shipped.replace(/quarters: \d+/, 'quarters: 1'),
  );
  writeFileSync(path.join(workspace.root, 'bukti.yaml'), 'threads: 1\n');
}

/** Reports of two quarters, of two provinces, two sexes and two categories, with waits of many lengths. */
export function publicReports(count = 700, first = '2026-04-01'): FixtureReport[] {
  return Array.from({ length: count }, (_, i) => {
    const wait = (i * 13) % 17;
    const ends = i % 9 < 6;
    const day = new Date(Date.parse(first) + ((i * 37) % 183) * 86_400_000);
    return {
      day: day.toISOString().slice(0, 10),
      sex: ['f', 'm', 'unknown'][(i * 7) % 3] as string,
      province: ['35', '11'][Math.floor(i / 3) % 2] as string,
      category: ['jalan', 'bansos'][Math.floor(i / 6) % 2] as string,
      classification: i % 41 === 0 ? 'request' : 'complaint',
      limit: 60,
      ...(ends ? { resolve: [wait, 'resolved'] as [number, string] } : {}),
      states: [
        { after: 0, status: 'in_progress' },
        ...(ends ? [{ after: wait, status: 'resolved' }] : []),
      ],
    };
  });
}

/**
 * A warehouse of reports with the keys that a build would give them.
 * @param gone places of reports that are no longer there
 */
export async function keyedWarehouse(
  reports: readonly FixtureReport[],
  gone: readonly number[] = [],
): Promise<Session> {
  const session = await fixtureWarehouse(reports, undefined, [
    'province',
    'sex',
    'category',
    'classification',
    'status',
  ]);
  const keys = reports.map((_, place) => recordKey(place));
  await session.run(`
    create temp table own_key as select * from (select unnest(range(${keys.length})) as place,
      unnest([${keys.map(sqlString).join(', ')}]) as key);
    update fct_complaint as f set record_key = k.key from own_key as k where f.complaint_key = 'r' || k.place;
    alter table fct_complaint alter record_key type uuid;
    alter table fct_complaint add column short_record_key uinteger;
    update fct_complaint set short_record_key = ('0x' || left(record_key::varchar, 8))::uinteger;
    alter table fct_complaint add column complainant_key varchar;
    alter table fct_complaint add column repeat_complainant_key integer;
    insert into dim_code values ('classification', 'complaint', 'pengaduan', 'complaint', 1),
      ('classification', 'request', 'permintaan', 'request', 2);
    drop table own_key`);
  const lost = gone.map((place) => `'r${place}'`).join(', ');
  for (const table of lost ? tables : []) {
    await session.run(`delete from ${table} where complaint_key in (${lost})`);
  }
  return session;
}

const tables = [
  'complaint',
  'complaint_status',
  'forwarding',
  'resolution',
  'postponement',
  'backlog',
].map((name) => `fct_${name}`);

/** Publishes it in the place of what was published before. */
export async function publishKeyed(
  workspace: Workspace,
  reports: readonly FixtureReport[],
  gone: readonly number[] = [],
): Promise<void> {
  const session = await keyedWarehouse(reports, gone);
  const hash = createHash('sha256')
    .update(JSON.stringify([reports, gone]))
    .digest('hex')
    .slice(0, 16);
  await publishSession(workspace, session, hash);
}
