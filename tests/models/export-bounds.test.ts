import { beforeAll, expect, test } from 'vitest';
import { type Built, built, type LandedRow, land, reportOf, workspaceWith } from './landing.ts';

const report = (n: number, status: string): LandedRow => ({
  n,
  submitted_at: '2026-06-10 09:00',
  status,
  agency: 'Kementerian Sosial',
});
const proceeding = 'Ditindaklanjuti oleh Instansi';
const closed = 'Ditutup oleh Admin';
const archived = 'Diarsipkan oleh Admin';
const strange = 'Menunggu wahyu';

// What four monthly exports show of each report; `null` where one lacks it.
const seen: Record<number, (string | null)[]> = {
  1: [proceeding, proceeding, closed, closed],
  2: [closed, closed, null, null],
  3: [proceeding, strange, archived, closed],
  4: [proceeding, null, null, null],
  5: [null, null, closed, proceeding],
  6: [strange, strange, strange, strange],
  7: [proceeding, closed, proceeding, closed],
};
const days = ['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30'];

let warehouse: Built;
beforeAll(async () => {
  const workspace = workspaceWith();
  for (const [at, known_at] of days.entries()) {
    const rows = Object.entries(seen).flatMap(([n, all]) =>
      all[at] ? [report(Number(n), all[at])] : [],
    );
    await land(workspace, { kind: 'complaint', known_at, rows });
  }
  warehouse = await built(workspace);
});

const boundsOf = async (n: number) => {
  const row = await reportOf(warehouse, n);
  return `${row.resolve_after_date ?? '-'} ${row.resolve_by_date ?? '-'} ${row.resolve_bound_cause ?? '-'}`;
};

test('successive exports bound the day, never date it', async () => {
  expect(await boundsOf(1)).toBe('2026-07-31 2026-08-31 resolved');
  // 21 weekdays from 1 to 31 August, less the holidays of the 17th and the 25th.
  const row = await reportOf(warehouse, 1);
  expect(Number(row.resolve_by_w) - Number(row.resolve_after_w)).toBe(19);
  expect(row).toMatchObject({ resolve_end_date: null, resolve_time_status: 'not_available' });
});

test('seen resolved at once, the submission is all that bounds it', async () => {
  expect(await boundsOf(2)).toBe('- 2026-06-30 resolved');
  expect(await boundsOf(5)).toBe('- 2026-08-31 resolved');
});

test('what is archived first is no resolution, and an unknown status tells nothing', async () => {
  expect(await boundsOf(3)).toBe('2026-06-30 2026-08-31 archived');
  expect(await boundsOf(6)).toBe('- - -');
});

test('what was never seen ended is open until the last export that shows it', async () => {
  expect(await boundsOf(4)).toBe('2026-06-30 - -');
});

test('the first end counts, whatever comes after', async () => {
  expect(await boundsOf(7)).toBe('2026-06-30 2026-07-31 resolved');
});

test('a report with a clock of resolution has no bounds', async () => {
  const workspace = workspaceWith();
  await land(workspace, { kind: 'complaint', known_at: '2026-06-30', rows: [report(1, closed)] });
  const ended = [{ n: 1, event: 'Selesai', event_at: '2026-06-15 09:00' }];
  await land(workspace, { kind: 'event', known_at: '2026-06-30', rows: ended });
  const row = await reportOf(await built(workspace), 1);
  expect(row).toMatchObject({ resolve_end_cause: 'resolved', resolve_by_date: null });
});
