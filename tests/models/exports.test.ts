import { beforeAll, expect, test } from 'vitest';
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

const report = (
  n: number,
  status: string,
  more: Record<string, string | null> = {},
): LandedRow => ({
  n,
  submitted_at: '2026-06-10 09:00',
  status,
  agency_id: '10',
  agency: 'Kementerian Sosial',
  reason: null,
  report_type: null,
  rating: null,
  ...more,
});

const proceeding = 'Ditindaklanjuti oleh Instansi';
const closed = 'Ditutup oleh Admin';
const archived = 'Diarsipkan oleh Admin';

const june = [
  report(1, proceeding),
  report(2, archived, { reason: 'Data tidak lengkap' }),
  report(3, proceeding),
  report(4, proceeding),
  report(6, proceeding, { submitted_at: '2026-07-02 09:00' }),
];
const july = [
  report(1, closed, { rating: '5', report_type: 'Rahasia' }),
  report(2, archived, { reason: 'Data tidak lengkap' }),
  report(3, archived, { agency_id: '20', agency: 'Kementerian Kesehatan' }),
  report(3, proceeding, { agency_id: '30', agency: 'Kementerian Agama' }),
  report(3, proceeding, { agency_id: '25', agency: 'Kementerian Keuangan' }),
  report(5, 'Menunggu wahyu', { rating: '7' }),
  report(6, closed, { submitted_at: '2026-07-02 09:00' }),
];

let bare: Built;
beforeAll(async () => {
  const workspace = workspaceWith();
  await land(workspace, { kind: 'complaint', known_at: '2026-06-30', rows: june });
  await land(workspace, { kind: 'complaint', known_at: '2026-07-31', rows: july });
  bare = await built(workspace);
});

test('a version holds from the day after the export before it; the newest for ever', async () => {
  expect(await statesOf(bare, 1)).toEqual([
    'in_progress kemensos 2026-06-10..2026-07-01 export',
    'resolved kemensos 2026-07-01..9999-12-31 export',
  ]);
});

test('equal versions in consecutive exports are one', async () => {
  expect(await statesOf(bare, 2)).toEqual(['archived kemensos 2026-06-10..9999-12-31 export']);
});

test('of several agencies the one that holds it, the lowest id, speaks; ties are counted', async () => {
  expect(await statesOf(bare, 3)).toEqual([
    'in_progress kemensos 2026-06-10..2026-07-01 export',
    'in_progress kemenkeu 2026-07-01..9999-12-31 export',
  ]);
  expect(
    await bare.rows(`SELECT n FROM meta_check WHERE name = 'reports_tied_between_agencies'`),
  ).toEqual([{ n: 1 }]);
});

test('a report that the next export lacks keeps what was known of it', async () => {
  expect(await statesOf(bare, 4)).toEqual(['in_progress kemensos 2026-06-10..9999-12-31 export']);
});

test('an unknown status is kept as unknown and listed', async () => {
  expect(await statesOf(bare, 5)).toEqual(['unknown kemensos 2026-06-10..9999-12-31 export']);
  expect(await bare.rows(`SELECT * FROM meta_unresolved`)).toEqual([
    { dimension: 'status', raw: 'Menunggu wahyu', n: 1 },
  ]);
});

test('an export declared older than the report it holds leaves no gap', async () => {
  expect(await statesOf(bare, 6)).toEqual(['resolved kemensos 2026-07-02..9999-12-31 export']);
});

test('from exports alone no clock exists', async () => {
  const row = await reportOf(bare, 1);
  expect([
    clockOf(row, 'verify'),
    clockOf(row, 'respond_citizen'),
    clockOf(row, 'resolve'),
  ]).toEqual(['- - not_available', '- - not_available', '- - not_available']);
  expect(row).toMatchObject({
    has_events: false,
    rating: 5,
    anonymity: 'rahasia',
    resolve_limit: 60,
  });
  expect(await bare.rows('SELECT count(*) AS n FROM fct_forwarding')).toEqual([{ n: 0 }]);
});

test('a column that stands empty and a column that is not there are two things', async () => {
  const row = await reportOf(bare, 2);
  expect(row).toMatchObject({
    anonymity: 'open',
    channel: 'unknown',
    sex: 'unknown',
    rating: null,
  });
  const fields = await bare.rows('SELECT * FROM meta_field ORDER BY field');
  const of = (name: string) => fields.find((field) => field.field === name);
  expect(of('sex')).toEqual({ field: 'sex', available: false, n_known: 0, n_total: 6 });
  expect(of('rating')).toEqual({ field: 'rating', available: true, n_known: 1, n_total: 6 });
  expect(of('reason')).toEqual({ field: 'reason', available: true, n_known: 1, n_total: 1 });
  expect(of('events')).toEqual({ field: 'events', available: false, n_known: 0, n_total: 6 });
});

test('the log speaks up to its own day; a later export that differs, from then on', async () => {
  const workspace = workspaceWith('collective_leave: false\n');
  const at = (n: number, event: string, event_at: string): LandedRow => ({
    n,
    event,
    event_at,
    agency: 'Kementerian Sosial',
  });
  await land(workspace, {
    kind: 'event',
    known_at: '2026-06-30',
    rows: [1, 2].flatMap((n) => [
      at(n, 'submitted', '2026-06-10 09:00'),
      at(n, 'forwarded', '2026-06-11 09:00'),
      // A log that tells of ends at all, if not of these two.
      at(4, 'resolved', '2026-06-12 09:00'),
    ]),
  });
  const rows = [report(1, closed), report(2, 'Terverifikasi'), report(4, closed)];
  await land(workspace, { kind: 'complaint', known_at: '2026-07-31', rows });
  const early = report(3, closed, { submitted_at: '2026-05-13 09:00' });
  await land(workspace, { kind: 'complaint', known_at: '2026-08-31', rows: [early] });
  const more = [at(3, 'forwarded', '2026-05-18 09:00')];
  await land(workspace, { kind: 'event', known_at: '2026-06-29', rows: more });
  const warehouse = await built(workspace);
  const before = [
    'unverified unknown 2026-06-10..2026-06-11 event',
    'forwarded kemensos 2026-06-11..2026-07-01 event',
    'resolved kemensos 2026-07-01..9999-12-31 export',
  ];
  expect(await statesOf(warehouse, 1)).toEqual(before);
  expect(await statesOf(warehouse, 2)).toEqual([
    before[0],
    'forwarded kemensos 2026-06-11..9999-12-31 event',
  ]);
  expect(clockOf(await reportOf(warehouse, 1), 'resolve')).toBe('- - ok');
  // Without collective leave, 15 May 2026 is a working day; the log begins after the submission.
  expect(clockOf(await reportOf(warehouse, 3), 'verify')).toBe('2 forwarded ok');
  expect((await statesOf(warehouse, 3))[0]).toBe('unverified unknown 2026-05-13..2026-05-18 event');
});

test('a report has one state a day, whatever its source', async () => {
  const [row] = await bare.rows(
    `SELECT count(*) AS n FROM fct_complaint_status WHERE DATE '2026-07-15' >= valid_from
       AND DATE '2026-07-15' < valid_to AND complaint_key <> '${key(0)}'`,
  );
  expect(row).toEqual({ n: 6 });
});
