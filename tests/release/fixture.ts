import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { type Session, sqlString } from '../../warehouse/index.ts';
import {
  addDays,
  type End,
  type FixtureReport,
  type FixtureSource,
  fixtureWarehouse,
} from '../metrics/fixture.ts';

export function temporaryWorkspace(): { workspace: Workspace; remove: () => void } {
  const root = mkdtempSync(path.join(os.tmpdir(), 'bukti-release-'));
  writeFileSync(path.join(root, 'bukti.yaml'), 'threads: 1\nrelease:\n  public: false\n');
  const workspace = openWorkspace(root, {});
  return { workspace, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Publishes hand-made tables as a build would. */
export async function publishFixture(
  workspace: Workspace,
  reports: readonly FixtureReport[],
  sources?: readonly FixtureSource[],
  fields?: readonly string[],
): Promise<void> {
  const session = await fixtureWarehouse(reports, sources, fields);
  await publishSession(workspace, session, `${reports.length}-${Date.now()}`);
}

/** Publishes the tables of a session, which it closes, in the place of what was published before. */
export async function publishSession(
  workspace: Workspace,
  session: Session,
  hash: string,
): Promise<void> {
  mkdirSync(workspace.warehouse, { recursive: true });
  const name = `published-${hash}.duckdb`;
  try {
    await session.run(
      `attach ${sqlString(path.join(workspace.warehouse, name))} as published;
      copy from database memory to published; detach published`,
    );
  } finally {
    session.close();
  }
  const info = { format: 1, file: name, hash, batches: 1, tables: [], tests: 0, warnings: [] };
  writeFileSync(path.join(workspace.warehouse, 'current.json'), JSON.stringify(info));
}

/** Four quarters up to 2026Q3 that differ in everything, without a random number. */
export function yearOfReports(count = 1200): FixtureReport[] {
  const end = (days: number, cause: string): End => [days, cause];
  return Array.from({ length: count }, (_, i) => {
    const wait = (i * 13) % 90;
    const finished = i % 9 < 5 ? 'resolved' : i % 9 === 5 ? 'archived' : undefined;
    return {
      day: addDays('2025-10-01', (i * 37) % 365),
      sex: ['f', 'm', 'unknown'][i % 3] as string,
      province: ['35', '11', 'unknown'][i % 3] as string,
      regency: i % 3 === 0 ? '35.15' : 'unknown',
      category: i % 2 ? 'jalan' : 'bansos',
      limit: [5, 14, 60][i % 3] as number,
      ...(i % 4 ? { rating: 1 + (i % 5) } : {}),
      ...(i % 7 ? { verify: end(i % 8, i % 11 ? 'forwarded' : 'archived') } : {}),
      ...(i % 5 ? { respond_citizen: end(i % 21, 'responded') } : {}),
      ...(finished ? { resolve: end(wait, finished) } : {}),
      states: [
        { after: 0, status: 'unverified', agency: 'b', type: 'lembaga' },
        ...(finished ? [{ after: wait, status: finished, reason: 'duplicate' }] : []),
      ],
      forwardings: [
        { after: 1, agency: i % 2 ? 'a' : 'b', type: 'kementerian', end: end(i % 12, 'responded') },
      ],
    };
  });
}
