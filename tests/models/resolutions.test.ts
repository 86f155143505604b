import { beforeAll, expect, test } from 'vitest';
import {
  type Built,
  built,
  key,
  type LandedRow,
  land,
  reportOf,
  workspaceWith,
} from './landing.ts';

// August 2026: the 3rd is a Monday, the 17th (Monday) a national holiday.
const social = 'Kementerian Sosial';
const health = 'Kementerian Kesehatan';
const report = (n: number, more: Record<string, string> = {}): LandedRow => ({
  n,
  submitted_at: '2026-08-03 10:00',
  status: 'Ditindaklanjuti oleh Instansi',
  agency: social,
  ...more,
});
const event = (n: number, name: string, at: string | null, agency: string | null = null) => ({
  n,
  event: name,
  event_at: at,
  event_raw: at ?? 'kemarin',
  agency,
});

async function world(rows: LandedRow[], logged: LandedRow[]): Promise<Built> {
  const workspace = workspaceWith();
  await land(workspace, { kind: 'complaint', known_at: '2026-10-23', rows });
  await land(workspace, { kind: 'event', known_at: '2026-10-23', rows: logged });
  return await built(workspace);
}

const reopening = [
  // Resolved, reopened, resolved again: one row, from the first.
  event(1, 'Didisposisikan', '2026-08-03 11:00', social),
  event(1, 'Selesai', '2026-08-07 09:00', social),
  event(1, 'Dibuka Kembali', '2026-08-10 09:00'),
  event(1, 'Didisposisikan', '2026-08-11 09:00', health),
  event(1, 'Selesai', '2026-08-20 09:00', health),
  event(1, 'Dibuka Kembali', '2026-08-21 09:00'),
  // Open since: nothing ended the clock.
  event(2, 'Selesai', '2026-08-14 09:00', social),
  // Archived after it was resolved, reopened after that: the archiving competes.
  event(3, 'Selesai', '2026-08-14 09:00', social),
  event(3, 'Diarsipkan', '2026-08-18 09:00'),
  event(3, 'Dibuka Kembali', '2026-08-19 09:00'),
  // Reopened before it was ever resolved: no reopening of a resolution.
  event(4, 'Diarsipkan', '2026-08-05 09:00'),
  event(4, 'Dibuka Kembali', '2026-08-06 09:00'),
  event(4, 'Selesai', '2026-08-07 09:00', social),
  // Never resolved.
  event(5, 'Didisposisikan', '2026-08-04 09:00', social),
  // Reopened on a day that nobody knows.
  event(6, 'Selesai', '2026-08-07 09:00', social),
  event(6, 'Dibuka Kembali', null),
];

let warehouse: Built;
beforeAll(async () => {
  const twice = [...reopening, event(1, 'Dibuka Kembali', '2026-08-10 09:00')];
  warehouse = await world(
    [1, 2, 3, 4, 5, 6].map((n) => report(n)),
    twice,
  );
});

test('the clock of reopening runs from the first resolution to the first reopening', async () => {
  const rows = await warehouse.rows(
    `SELECT right(complaint_key::VARCHAR, 1) AS n, agency_code, agency_type, start_date, month,
       end_date, end_w - start_w AS days, end_cause, limit_days, time_status
     FROM fct_resolution ORDER BY complaint_key`,
  );
  const line = (row: (typeof rows)[number]) =>
    `${row.n} ${row.agency_code} ${row.start_date}..${row.end_date ?? '-'} ${row.days ?? '-'} ${row.end_cause ?? '-'} ${row.time_status}`;
  expect(rows.map(line)).toEqual([
    '1 kemensos 2026-08-07..2026-08-10 1 reopened ok',
    '2 kemensos 2026-08-14..- - - ok',
    '3 kemensos 2026-08-14..2026-08-18 1 archived ok',
    '4 kemensos 2026-08-07..- - - ok',
    '6 kemensos 2026-08-07..- - reopened time_unknown',
  ]);
  expect(rows[0]).toMatchObject({ agency_type: 'kementerian', month: '2026-08', limit_days: null });
});

test('it has the columns of fct_forwarding but the number of the forwarding', async () => {
  const columns = async (table: string) =>
    await warehouse.rows(`SELECT column_name, column_type FROM (DESCRIBE ${table})`);
  expect(await columns('fct_resolution')).toEqual(
    (await columns('fct_forwarding')).filter((one) => one.column_name !== 'forwarding_seq'),
  );
});

test('a log that tells of no reopening has no such clock', async () => {
  const without = await world([report(1)], [event(1, 'Selesai', '2026-08-07 09:00', social)]);
  expect(await without.rows('SELECT time_status FROM fct_resolution')).toEqual([
    { time_status: 'not_available' },
  ]);
});

test('postponed spells before the end of the clock, in working days', async () => {
  const postponed = await world(
    [1, 2, 3, 4].map((n) => report(n)),
    [
      // Two spells: Friday to Tuesday after a holiday (1 day), and two days cut by the end.
      event(1, 'Didisposisikan', '2026-08-04 09:00', social),
      event(1, 'Ditunda', '2026-08-14 09:00', social),
      event(1, 'Ditanggapi', '2026-08-18 09:00', social),
      event(1, 'Ditunda', '2026-08-20 09:00', social),
      event(1, 'Selesai', '2026-08-24 09:00', social),
      event(1, 'Dibuka Kembali', '2026-08-25 09:00'),
      event(1, 'Ditunda', '2026-08-26 09:00', social),
      // Lasts.
      event(2, 'Ditunda', '2026-08-12 09:00', social),
      // Over before the day ends.
      event(3, 'Ditunda', '2026-08-12 09:00', social),
      event(3, 'Ditanggapi', '2026-08-12 15:00', social),
      // Handed on while postponed: the answer to come is the other's, so the spell ends there.
      event(4, 'Didisposisikan', '2026-08-04 09:00', social),
      event(4, 'Ditunda', '2026-08-05 09:00', social),
      event(4, 'Didisposisikan', '2026-08-06 09:00', health),
    ],
  );
  const rows = await postponed.rows(
    `SELECT right(complaint_key::VARCHAR, 1) AS n, spell_seq, start_date, end_date, end_w - start_w AS days
     FROM fct_postponement ORDER BY complaint_key, spell_seq`,
  );
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    '1 1 2026-08-14 2026-08-18 1',
    '1 2 2026-08-20 2026-08-24 2',
    '2 1 2026-08-12  ',
    '4 1 2026-08-05 2026-08-06 1',
  ]);
  const net = await postponed.rows(
    `SELECT c.resolve_end_w - c.submitted_w AS gross, sum(p.end_w - p.start_w) AS postponed
     FROM fct_complaint c JOIN fct_postponement p USING (complaint_key)
     WHERE c.complaint_key = '${key(1)}' GROUP BY ALL`,
  );
  // 3 to 24 August without the 17th: 14 working days, of which 3 postponed.
  expect(net).toEqual([{ gross: 14, postponed: 3 }]);
});

test('the first three returns, their sector and the kind of their regency', async () => {
  const returned = await world(
    [
      report(1, {
        category: 'PERHUBUNGAN',
        province: 'Jawa Barat',
        regency: 'Kota Bandung',
      }),
      report(2, { province: 'Jawa Barat', regency: 'Kab. Bandung' }),
      report(3, { province: 'Jawa Barat' }),
    ],
    [5, 6, 7, 10].map((day) =>
      event(1, 'Dikembalikan', `2026-08-${String(day).padStart(2, '0')} 09:00`, social),
    ),
  );
  expect(await reportOf(returned, 1)).toMatchObject({
    sector: 'infrastructure',
    regency_kind: 'kota',
    return_1_date: '2026-08-05',
    return_2_date: '2026-08-06',
    return_3_date: '2026-08-07',
  });
  expect(await reportOf(returned, 2)).toMatchObject({
    sector: 'unknown',
    regency_kind: 'kabupaten',
    return_1_date: null,
  });
  expect((await reportOf(returned, 3)).regency_kind).toBe('unknown');
});
