import { expect, test } from 'vitest';
import {
  type Built,
  built,
  clockOf,
  key,
  type LandedRow,
  land,
  reportOf,
  statesOf,
  workspaceWith,
} from './landing.ts';

// August 2026: the 3rd is a Monday.
const report = (n: number, more: Record<string, string> = {}): LandedRow => ({
  n,
  submitted_at: '2026-08-03 10:00',
  status: 'Ditindaklanjuti oleh Instansi',
  agency: 'Kementerian Sosial',
  ...more,
});
const event = (n: number, name: string, at: string, agency: string | null = null) => ({
  n,
  event: name,
  event_at: at,
  event_raw: at,
  agency,
});

async function world(exported: LandedRow[], logged: LandedRow[]): Promise<Built> {
  const workspace = workspaceWith();
  await land(workspace, { kind: 'complaint', known_at: '2026-10-23', rows: exported });
  await land(workspace, { kind: 'event', known_at: '2026-10-23', rows: logged });
  return await built(workspace);
}

test('a log that never tells of an end leaves the states to the export', async () => {
  const warehouse = await world(
    [report(1, { status: 'Ditutup oleh Admin' }), report(2)],
    [1, 2].flatMap((n) => [
      event(n, 'Didisposisikan', '2026-08-04 09:00', 'Kementerian Sosial'),
      event(n, 'Ditanggapi', '2026-08-06 09:00', 'Kementerian Sosial'),
    ]),
  );
  expect(await statesOf(warehouse, 1)).toEqual(['resolved kemensos 2026-08-03..9999-12-31 export']);
  const row = await reportOf(warehouse, 1);
  expect(clockOf(row, 'respond_citizen')).toBe('3 responded ok');
  expect(clockOf(row, 'resolve')).toContain('not_available');
});

test('a unit that the log names alone stands under the government that its report names', async () => {
  const unit = 'Dinas Pendidikan';
  const warehouse = await world(
    [
      report(1, { agency: unit, agency_parent: 'Pemerintah Kabupaten Bandung' }),
      report(2, { agency: unit, agency_parent: 'Pemerintah Kota Surabaya' }),
    ],
    [1, 2].flatMap((n) => [
      event(n, 'Didisposisikan', '2026-08-04 09:00', unit),
      event(n, 'Selesai', '2026-08-06 09:00', unit),
    ]),
  );
  const agencies = await warehouse.rows(
    'SELECT agency_code FROM fct_forwarding ORDER BY complaint_key',
  );
  expect(agencies.map((row) => row.agency_code)).toEqual(['kab-32.04', 'kota-35.78']);
  expect((await statesOf(warehouse, 2)).at(-1)).toContain('resolved kota-35.78');
});

test('a reason that an export gave stays with the postponement it was given for', async () => {
  const workspace = workspaceWith();
  const postponed = { status: 'Tertunda', reason: 'Menunggu anggaran' };
  const rows = [report(1, postponed), report(2, postponed), report(3)];
  await land(workspace, { kind: 'complaint', known_at: '2026-08-20', rows });
  await land(workspace, {
    kind: 'complaint',
    known_at: '2026-10-23',
    rows: [
      report(1, { status: 'Ditutup oleh Admin' }),
      report(2, { status: 'Diarsipkan oleh Admin', reason: 'Laporan ganda' }),
      report(3, { status: 'Ditutup oleh Admin' }),
    ],
  });
  const log = [1, 2, 3].flatMap((n) => [
    event(n, 'Didisposisikan', '2026-08-04 09:00', 'Kementerian Sosial'),
    event(n, 'Ditunda', '2026-08-10 09:00', 'Kementerian Sosial'),
    event(n, n === 2 ? 'Diarsipkan' : 'Selesai', '2026-10-01 09:00', 'Kementerian Sosial'),
  ]);
  await land(workspace, { kind: 'event', known_at: '2026-10-23', rows: log });
  const warehouse = await built(workspace);
  const reasons = await warehouse.rows(
    `SELECT complaint_key, status, reason FROM fct_complaint_status
    WHERE status IN ('postponed', 'archived') ORDER BY complaint_key, valid_from`,
  );
  const of = (n: number) =>
    reasons
      .filter((row) => row.complaint_key === key(n))
      .map((row) => `${row.status} ${row.reason}`);
  expect(of(1)).toEqual(['postponed awaiting_budget']);
  expect(of(2)).toEqual(['postponed awaiting_budget', 'archived duplicate']);
  expect(of(3)).toEqual(['postponed unknown']);
});

test('a verification that comes late undoes nothing', async () => {
  const warehouse = await world(
    [report(1), report(2)],
    [
      event(1, 'Laporan Masuk', '2026-08-03 10:00'),
      event(1, 'Didisposisikan', '2026-08-04 12:00', 'Kementerian Sosial'),
      event(1, 'Diverifikasi', '2026-08-04 12:05'),
      event(2, 'Selesai', '2026-08-05 09:00', 'Kementerian Sosial'),
      event(2, 'Diverifikasi', '2026-08-06 09:00'),
    ],
  );
  expect((await statesOf(warehouse, 1)).at(-1)).toContain('forwarded kemensos 2026-08-04');
  expect((await statesOf(warehouse, 2)).at(-1)).toContain('resolved kemensos 2026-08-05');
});

test('a date without a time is not before the time of the same day; the day before is', async () => {
  const warehouse = await world(
    [report(1), report(2)],
    [
      event(1, 'Didisposisikan', '2026-08-03 00:00', 'Kementerian Sosial'),
      event(2, 'Didisposisikan', '2026-08-02 00:00', 'Kementerian Sosial'),
    ],
  );
  expect(clockOf(await reportOf(warehouse, 1), 'verify')).toBe('0 forwarded ok');
  expect(clockOf(await reportOf(warehouse, 2), 'verify')).toContain('time_invalid');
});

test('a fraction of a second does not make it the next day', async () => {
  const warehouse = await world(
    [report(1)],
    [event(1, 'Selesai', '2026-08-05 23:59:59.7', 'Kementerian Sosial')],
  );
  const [row] = await warehouse.rows(
    `SELECT event_date FROM fct_complaint_event WHERE complaint_key = '${key(1)}'`,
  );
  expect(row).toEqual({ event_date: '2026-08-05' });
});

test('a name that two regencies of one other province bear tells the province', async () => {
  const warehouse = await world(
    [report(1, { province: 'Papua Barat', regency: 'Sorong' })],
    [event(1, 'Laporan Masuk', '2026-08-03 10:00')],
  );
  expect(await reportOf(warehouse, 1)).toMatchObject({
    province_code: '96',
    regency_code: 'unknown',
  });
});
