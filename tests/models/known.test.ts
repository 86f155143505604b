import { expect, test } from 'vitest';
import type { Workspace } from '../../base/index.ts';
import { buildWarehouse, tableChecksum, withPublished } from '../../warehouse/index.ts';
import { type LandedFile, type LandedRow, land, workspaceWith } from './landing.ts';

const facts = [
  'fct_complaint',
  'fct_complaint_event',
  'fct_complaint_status',
  'fct_complaint_version',
  'fct_forwarding',
  'fct_resolution',
  'fct_postponement',
  'fct_backlog',
];
const agencies = ['Kementerian Sosial', 'Kementerian Kesehatan', 'Pemerintah Kota Surabaya'];
const statuses = [
  'Terverifikasi',
  'Ditindaklanjuti oleh Instansi',
  'Ditutup oleh Admin',
  'Diarsipkan oleh Sistem',
];
const events = [
  'Didisposisikan',
  'Ditanggapi',
  'Ditunda',
  'Dikembalikan',
  'Selesai',
  'Dibuka Kembali',
  'Diarsipkan',
];
const days = ['2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31'];
/** The days on which something lands; built and compared on all of them by `npm run test:full`. */
const landing = [...days.slice(0, 2), '2026-07-15', ...days.slice(2)];
const full = process.env.BUKTI_FULL !== undefined;
const compared = full ? landing : ['2026-06-30', '2026-07-15', '2026-08-31'];

/** Four monthly exports of 60 reports that change at random, and two logs of a part of them. */
function files(): LandedFile[] {
  let state = 7;
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const one = (list: string[]) => list[draw(list.length)] as string;
  const stamp = (month: number) =>
    `2026-0${month}-${String(1 + draw(28)).padStart(2, '0')} ${10 + draw(9)}:00`;
  const submitted = Array.from({ length: 60 }, (_, n) => stamp(5 + (n % 4)));
  const logged = (months: number[]): LandedRow[] =>
    months.flatMap((month) =>
      Array.from({ length: 80 }, () => ({
        n: 1 + draw(40),
        event: one(events),
        event_at: stamp(month),
        agency: one(agencies),
      })),
    );
  const early = logged([5, 6]);
  const log = (known_at: string, rows: LandedRow[]): LandedFile => ({
    kind: 'event',
    known_at,
    rows,
  });
  const exported = days.map((known_at, month): LandedFile => {
    const rows = submitted.flatMap((submitted_at, at): LandedRow[] => {
      if (at % 4 > month || draw(5) === 0) return [];
      const agency = one(agencies);
      const row = { n: at + 1, submitted_at, status: one(statuses), agency, reason: null };
      return draw(8) === 0 ? [row, { ...row, agency: one(agencies) }] : [row];
    });
    return { kind: 'complaint', known_at, rows };
  });
  return [
    ...exported,
    log('2026-06-30', early),
    log('2026-08-31', [...early, ...logged([7, 8])]),
    { kind: 'attribute', known_at: '2026-07-15', rows: [{ n: 3, sex: 'P' }] },
  ];
}

const sums = async (workspace: Workspace, known?: string) =>
  await withPublished(
    workspace,
    async (session) => {
      const all: Record<string, string> = {};
      for (const table of facts) all[table] = await tableChecksum(session, table);
      return all;
    },
    { known },
  );

test('as known on a day is what landed by then, at once or month by month', async () => {
  const all = files();
  const atOnce = workspaceWith();
  for (const file of [...all].reverse()) await land(atOnce, file);
  await buildWarehouse(atOnce);

  const monthly = workspaceWith();
  for (const day of landing) {
    for (const file of all.filter(({ known_at }) => known_at === day)) await land(monthly, file);
    if (!compared.includes(day)) continue;
    await buildWarehouse(monthly);
    const then = await sums(monthly);
    expect(await sums(atOnce, day), day).toEqual(then);
    for (const table of facts) expect(then[table], `${table} ${day}`).toMatch(/^\d+-\d+$/);
  }
  // Looking back from the end gives the same again.
  for (const day of full ? ['2026-06-30', '2026-07-30'] : ['2026-06-30']) {
    expect(await sums(monthly, day)).toEqual(await sums(atOnce, day));
  }
  const end = await sums(monthly);
  for (const table of facts) expect(end[table]).not.toMatch(/^0-/);
  expect(await sums(atOnce, '2026-06-30')).not.toEqual(end);
}, 120_000);
