import { expect, test } from 'vitest';
import type { Workspace } from '../../base/index.ts';
import { tableChecksum, withPublished } from '../../warehouse/index.ts';
import { built, type LandedFile, type LandedRow, land, workspaceWith } from './landing.ts';

const report = (n: number, more: Record<string, string | null> = {}): LandedRow => ({
  n,
  submitted_at: '2026-06-10 09:00',
  status: 'Ditindaklanjuti oleh Instansi',
  agency_id: '10',
  agency: 'Kementerian Sosial',
  rating: null,
  ...more,
});
const closed = { status: 'Ditutup oleh Admin' };
const health = { agency_id: '20', agency: 'Kementerian Kesehatan' };

const exports: LandedFile[] = [
  {
    kind: 'complaint',
    known_at: '2026-06-30',
    rows: [report(1), report(2), report(3), report(3, health)],
  },
  {
    kind: 'complaint',
    known_at: '2026-07-31',
    rows: [report(1), report(2, closed), report(3, { ...health, ...closed })],
  },
  { kind: 'complaint', known_at: '2026-08-31', rows: [report(1, { rating: '4' }), report(2)] },
  { kind: 'complaint', known_at: '2026-09-30', rows: [report(1, { rating: '4' }), report(3)] },
  // The same day again, from another file.
  { kind: 'complaint', known_at: '2026-09-30', rows: [report(2, closed)] },
];

const line = `SELECT right(complaint_key::VARCHAR, 1) AS n, agency_code, version_seq, first_seen,
  last_seen, status, rating FROM fct_complaint_version ORDER BY complaint_key, agency_code, version_seq`;

/** Built after how many of the files that land one by one: after each by `npm run test:full`. */
const builtAfter = process.env.BUKTI_FULL === undefined ? [2, 5] : [1, 2, 3, 4, 5];

let made: Promise<Workspace> | undefined;
/** The workspace in which the exports landed together; built once. */
function atOnce(): Promise<Workspace> {
  made ??= (async () => {
    const workspace = workspaceWith();
    for (const file of exports) await land(workspace, file);
    await built(workspace);
    return workspace;
  })();
  return made;
}

test('consecutive equal versions are one; one that comes back is another', async () => {
  const rows = await withPublished(await atOnce(), (session) => session.rows(line));
  expect(rows.map((row) => Object.values(row).join(' ').trim())).toEqual([
    '1 kemensos 1 2026-06-30 2026-07-31 in_progress',
    '1 kemensos 2 2026-08-31 2026-09-30 in_progress 4',
    '2 kemensos 1 2026-06-30 2026-06-30 in_progress',
    '2 kemensos 2 2026-07-31 2026-07-31 resolved',
    '2 kemensos 3 2026-08-31 2026-08-31 in_progress',
    '2 kemensos 4 2026-09-30 2026-09-30 resolved',
    '3 kemenkes 1 2026-06-30 2026-06-30 in_progress',
    '3 kemenkes 2 2026-07-31 2026-07-31 resolved',
    '3 kemensos 1 2026-06-30 2026-09-30 in_progress',
  ]);
});

test('the same whether the exports land at once or one by one, in whatever order', async () => {
  const workspace = workspaceWith();
  for (const [index, file] of [...exports].reverse().entries()) {
    await land(workspace, file);
    if (builtAfter.includes(index + 1)) await built(workspace);
  }
  const [first, second] = await Promise.all(
    [await atOnce(), workspace].map((one) =>
      withPublished(one, (session) => tableChecksum(session, 'fct_complaint_version')),
    ),
  );
  expect(first).toBe(second);
});
