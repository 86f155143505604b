import { beforeAll, expect, test } from 'vitest';
import {
  type Built,
  built,
  clockOf,
  forwardingsOf,
  key,
  type LandedRow,
  land,
  reportOf,
  statesOf,
  workspaceWith,
} from './landing.ts';

// 2026: 3 July is a Friday; 17 August a national holiday (Monday); 14 May a holiday and 15 May
// collective leave (Thursday and Friday).
const base = { status: 'Ditutup oleh Sistem', agency: 'Kementerian Sosial', reason: null };
const report = (n: number, submitted_at: string, more: Record<string, string> = {}): LandedRow => ({
  n,
  submitted_at,
  ...base,
  classification: 'Pengaduan Tidak Berkadar Pengawasan',
  ...more,
});
const event = (n: number, name: string, at: string | null, agency: string | null = null) => ({
  n,
  event: name,
  event_at: at,
  event_raw: at ?? 'kemarin sore',
  agency,
});
const social = 'Kementerian Sosial';
const health = 'Kementerian Kesehatan';

const exported = [
  report(1, '2026-07-03 10:00'),
  report(2, '2026-07-04 10:00'),
  report(3, '2026-08-14 10:00'),
  report(4, '2026-05-13 10:00'),
  report(5, '2026-07-06 10:00', {
    status: 'Diarsipkan oleh Admin',
    reason: 'Bukan kewenangan instansi',
  }),
  report(6, '2026-07-06 10:00'),
  report(7, '2026-07-06 08:00', { status: 'Ditindaklanjuti oleh Instansi' }),
  report(8, '2026-07-04 10:00'),
  report(9, '2012-12-31 10:00'),
  report(10, '2026-07-06 10:00'),
  report(11, '2026-07-06 10:00'),
  report(12, '2026-07-06 10:00', { status: 'Terverifikasi' }),
  report(13, '2026-07-06 10:00', { status: 'Ditindaklanjuti oleh Instansi' }),
];

const logged = [
  event(1, 'Laporan Masuk', '2026-07-03 10:00'),
  event(1, 'Didisposisikan', '2026-07-04 09:00', social),
  event(1, 'Ditanggapi', '2026-07-06 09:00', social),
  event(1, 'Selesai', '2026-07-07 08:00', social),
  event(2, 'Laporan Masuk', '2026-07-04 10:00'),
  event(2, 'Didisposisikan', '2026-07-06 09:00', social),
  event(2, 'Selesai', '2026-07-10 09:00', social),
  event(3, 'Laporan Masuk', '2026-08-14 10:00'),
  event(3, 'Didisposisikan', '2026-08-18 09:00', social),
  event(4, 'Laporan Masuk', '2026-05-13 10:00'),
  event(4, 'Didisposisikan', '2026-05-18 09:00', social),
  event(5, 'Laporan Masuk', '2026-07-06 10:00'),
  event(5, 'Diarsipkan', '2026-07-08 09:00'),
  event(6, 'Laporan Masuk', '2026-07-06 10:00'),
  event(6, 'Didisposisikan', '2026-07-06 11:00', social),
  event(6, 'Selesai', '2026-07-10 09:00', social),
  event(6, 'Dibuka Kembali', '2026-07-13 09:00'),
  event(6, 'Ditanggapi', '2026-07-13 10:00', social),
  event(6, 'Selesai', '2026-07-20 09:00', social),
  event(6, 'Ditanggapi', '2026-07-22 09:00', social),
  event(7, 'Laporan Masuk', '2026-07-06 08:00'),
  event(7, 'Didisposisikan', '2026-07-06 09:00', social),
  event(7, 'Dikembalikan', '2026-07-07 09:00', social),
  event(7, 'Didisposisikan', '2026-07-07 10:00', health),
  event(7, 'Dikembalikan', '2026-07-09 09:00', health),
  event(7, 'Didisposisikan', '2026-07-10 09:00', social),
  event(7, 'Ditanggapi', '2026-07-13 09:00', social),
  event(8, 'Selesai', '2026-07-03 10:00', social),
  event(9, 'Laporan Masuk', '2012-12-31 10:00'),
  event(9, 'Didisposisikan', '2013-01-02 10:00', social),
  event(10, 'Laporan Masuk', '2026-07-06 10:00'),
  event(10, 'Selesai', null, social),
  event(11, 'Laporan Masuk', '2026-07-06 10:00'),
  event(11, 'Ditanggapi', '2026-07-07 09:00', social),
  event(11, 'Didisposisikan', '2026-07-08 09:00', social),
  event(11, 'Dihapus', '2026-07-15 09:00'),
  event(13, 'Laporan Masuk', '2026-07-06 10:00'),
  event(13, 'Didisposisikan', '2026-07-07 09:00', social),
  event(13, 'Didisposisikan', '2026-07-08 09:00', health),
  event(13, 'Ditanggapi', '2026-07-09 09:00'),
];

let warehouse: Built;
beforeAll(async () => {
  const workspace = workspaceWith();
  await land(workspace, { kind: 'complaint', known_at: '2026-09-30', rows: exported });
  await land(workspace, { kind: 'event', known_at: '2026-08-31', rows: logged.slice(0, 10) });
  // The second log repeats what the first held, and knows a report that no export has.
  const again = [...logged, event(99, 'Selesai', '2026-07-07 08:00', social)];
  await land(workspace, { kind: 'event', known_at: '2026-09-30', rows: again });
  warehouse = await built(workspace);
});

const clocks = async (n: number) => {
  const row = await reportOf(warehouse, n);
  return [clockOf(row, 'verify'), clockOf(row, 'respond_citizen'), clockOf(row, 'resolve')];
};

test('Friday to Saturday is 0 working days, to Monday 1', async () => {
  expect(await clocks(1)).toEqual(['0 forwarded ok', '1 responded ok', '2 resolved ok']);
});

test('Saturday starts like Friday, and a clock that nothing ended runs', async () => {
  expect(await clocks(2)).toEqual(['1 forwarded ok', '- - ok', '5 resolved ok']);
});

test('holidays and collective leave are no working days', async () => {
  expect((await clocks(3))[0]).toBe('1 forwarded ok');
  expect((await clocks(4))[0]).toBe('1 forwarded ok');
});

test('a competing end stops every clock, and archived is not resolved', async () => {
  expect(await clocks(5)).toEqual(['2 archived ok', '2 archived ok', '2 archived ok']);
  expect(await statesOf(warehouse, 5)).toEqual([
    'unverified unknown 2026-07-06..2026-07-08 event',
    'archived unknown 2026-07-08..9999-12-31 event',
  ]);
  const [row] = await warehouse.rows(
    `SELECT reason FROM fct_complaint_status WHERE complaint_key = '${key(5)}' AND status = 'archived'`,
  );
  expect(row).toEqual({ reason: 'not_in_authority' });
});

test('reopening restarts nothing; a late answer does not reopen', async () => {
  expect((await clocks(6))[2]).toBe('4 resolved ok');
  expect(await statesOf(warehouse, 6)).toEqual([
    'forwarded kemensos 2026-07-06..2026-07-10 event',
    'resolved kemensos 2026-07-10..2026-07-13 event',
    'in_progress kemensos 2026-07-13..2026-07-20 event',
    'resolved kemensos 2026-07-20..9999-12-31 event',
  ]);
});

test('each forwarding is a clock of its own, and returning is no response', async () => {
  expect(await forwardingsOf(warehouse, 7)).toEqual([
    'kemensos 2026-07-06..2026-07-07 returned 1 ok',
    'kemenkes 2026-07-07..2026-07-09 returned 2 ok',
    'kemensos 2026-07-10..2026-07-13 responded 1 ok',
  ]);
  expect((await clocks(7))[1]).toBe('5 responded ok');
  expect(await statesOf(warehouse, 7)).toEqual([
    'forwarded kemensos 2026-07-06..2026-07-07 event',
    'forwarded kemenkes 2026-07-07..2026-07-09 event',
    'unverified unknown 2026-07-09..2026-07-10 event',
    'forwarded kemensos 2026-07-10..2026-07-13 event',
    'in_progress kemensos 2026-07-13..9999-12-31 event',
  ]);
});

test('end before start is judged on the stamps, where the duration would be 0', async () => {
  expect((await clocks(8))[2]).toBe('0 resolved time_invalid');
  expect(await statesOf(warehouse, 8)).toEqual(['resolved kemensos 2026-07-04..9999-12-31 event']);
});

test('a day outside the calendar is shown and does not vanish', async () => {
  const row = await reportOf(warehouse, 9);
  expect(row).toMatchObject({ quarter: '2012Q4', month: '2012-12', year: 2012, submitted_w: null });
  expect(row.verify_time_status).toBe('calendar_missing');
  expect(row.verify_limit).toBeNull();
});

test('an event whose time cannot be read is a time unknown', async () => {
  expect((await clocks(10))[2]).toBe('- resolved time_unknown');
  expect(await statesOf(warehouse, 10)).toEqual([
    'unverified unknown 2026-07-06..9999-12-31 event',
  ]);
});

test('an answer before the forwarding is an error of times, not an open forwarding', async () => {
  expect(await forwardingsOf(warehouse, 11)).toEqual([
    'kemensos 2026-07-08..2026-07-07 responded -1 time_invalid',
  ]);
  expect((await clocks(11))[1]).toBe('1 responded ok');
});

test('a report that the log does not cover has no clock, and its export speaks', async () => {
  expect(await clocks(12)).toEqual(['- - not_available', '- - not_available', '- - not_available']);
  expect(await statesOf(warehouse, 12)).toEqual([
    'forwarded kemensos 2026-07-06..9999-12-31 export',
  ]);
});

test('an answer that names no agency counts for the forwarding before it', async () => {
  expect(await forwardingsOf(warehouse, 13)).toEqual([
    'kemensos 2026-07-07..- ok',
    'kemenkes 2026-07-08..2026-07-09 responded 1 ok',
  ]);
});

test('the same event in two batches is one; events without a report are counted, not kept', async () => {
  const [events] = await warehouse.rows(
    `SELECT count(*) AS n, count(DISTINCT complaint_key) AS reports FROM fct_complaint_event`,
  );
  expect(events).toEqual({ n: logged.length, reports: 12 });
  const [orphans] = await warehouse.rows(
    `SELECT n FROM meta_check WHERE name = 'event_rows_without_report'`,
  );
  expect(orphans).toEqual({ n: 1 });
});

test('the limit is by classification', async () => {
  const row = await reportOf(warehouse, 1);
  expect([row.verify_limit, row.respond_citizen_limit, row.resolve_limit]).toEqual([3, 8, 14]);
});
