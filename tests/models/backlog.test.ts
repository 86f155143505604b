import { beforeAll, expect, test } from 'vitest';
import { type Built, built, key, type LandedRow, land, workspaceWith } from './landing.ts';

// August 2026: the 3rd is a Monday.
const social = 'Kementerian Sosial';
const health = 'Kementerian Kesehatan';
const report = (n: number, status: string, more: Record<string, string> = {}): LandedRow => ({
  n,
  submitted_at: '2026-08-03 10:00',
  status,
  agency: social,
  classification: 'Permintaan Informasi',
  ...more,
});
const event = (n: number, name: string, at: string, agency: string | null = null) => ({
  n,
  event: name,
  event_at: at,
  event_raw: at,
  agency,
});
const proceeding = 'Ditindaklanjuti oleh Instansi';

const logged = [
  event(1, 'Didisposisikan', '2026-08-04 09:00', social),
  event(1, 'Ditanggapi', '2026-08-05 09:00', social),
  event(1, 'Ditunda', '2026-08-06 09:00', social),
  event(1, 'Didisposisikan', '2026-08-10 09:00', health),
  event(1, 'Selesai', '2026-08-12 09:00', health),
  event(1, 'Dibuka Kembali', '2026-08-14 09:00'),
  event(2, 'Didisposisikan', '2026-08-03 11:00', social),
  event(2, 'Dikembalikan', '2026-08-05 09:00', social),
  event(2, 'Diarsipkan', '2026-08-07 09:00'),
  event(2, 'Dihapus', '2026-08-11 09:00'),
  event(3, 'Selesai', '2026-08-03 11:00', social),
  event(4, 'Dicabut', '2026-08-06 09:00'),
];

let warehouse: Built;
beforeAll(async () => {
  const workspace = workspaceWith();
  const exported = [1, 2, 3, 4].map((n) => report(n, proceeding));
  const strange = report(5, 'Menunggu wahyu', { submitted_at: '2026-08-05 10:00' });
  await land(workspace, {
    kind: 'complaint',
    known_at: '2026-08-31',
    rows: [...exported, strange],
  });
  await land(workspace, { kind: 'event', known_at: '2026-09-30', rows: logged });
  const later = [...exported, report(5, proceeding, { submitted_at: '2026-08-05 10:00' })];
  await land(workspace, { kind: 'complaint', known_at: '2026-09-30', rows: later });
  warehouse = await built(workspace);
});

test('pending states that follow one another with one agency are one spell', async () => {
  const rows = await warehouse.rows(
    `SELECT right(complaint_key::VARCHAR, 1) AS n, agency_code, valid_from, valid_to, entered_by, left_to
     FROM fct_backlog ORDER BY complaint_key, valid_from`,
  );
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    '1 unknown 2026-08-03 2026-08-04 new transferred',
    '1 kemensos 2026-08-04 2026-08-10 transferred transferred',
    '1 kemenkes 2026-08-10 2026-08-12 transferred resolved',
    '1 kemenkes 2026-08-14 9999-12-31 reopened ',
    '2 kemensos 2026-08-03 2026-08-05 new transferred',
    '2 unknown 2026-08-05 2026-08-07 transferred archived',
    '4 unknown 2026-08-03 2026-08-06 new withdrawn',
    '5 kemensos 2026-09-01 9999-12-31 reopened ',
  ]);
});

test('it carries what tells whether the limit is over', async () => {
  const [row] = await warehouse.rows(
    `SELECT b.submitted_w = d.w_indonesia AS same, calendar, resolve_limit
     FROM fct_backlog b JOIN dim_date d ON d.date_day = '2026-08-03' WHERE complaint_key = '${key(4)}'`,
  );
  expect(row).toEqual({ same: true, calendar: 'indonesia', resolve_limit: 5 });
});

// The stock of every day, counted from the states anew, against the flows of the spells.
test('stock at the end = stock at the start + entered - left, by agency and in all', async () => {
  const states = await warehouse.rows('FROM fct_complaint_status');
  const spells = await warehouse.rows('FROM fct_backlog');
  const pending = ['unverified', 'forwarded', 'in_progress', 'postponed'];
  const stockOf = (day: string, agency: string | undefined) =>
    states.filter(
      (row) =>
        pending.includes(row.status as string) &&
        (agency === undefined || row.agency_code === agency) &&
        (row.valid_from as string) <= day &&
        day < (row.valid_to as string),
    ).length;
  for (const agency of [undefined, 'unknown', 'kemensos', 'kemenkes']) {
    const own = spells.filter((row) => agency === undefined || row.agency_code === agency);
    let stock = stockOf('2026-08-02', agency);
    expect(stock).toBe(0);
    for (let at = Date.UTC(2026, 7, 3); at < Date.UTC(2026, 8, 5); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      stock += own.filter((row) => row.valid_from === day).length;
      stock -= own.filter((row) => row.valid_to === day).length;
      expect(stock, `${agency} ${day}`).toBe(stockOf(day, agency));
    }
  }
});
