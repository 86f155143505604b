import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BuktiError, previousQuarter, type Workspace } from '../../base/index.ts';
import {
  emptyLedger,
  type Ledger,
  type NoiseParameters,
  type PublishedTable,
} from '../../disclosure/index.ts';
import { periodFolder, sealedVersions } from '../places.ts';
import { vaultFolder } from '../vault/vault.ts';
import { isMatured } from './parts.ts';

export const ledgerFile = 'disclosure/ledger.json';

/**
 * What was published of all that a quarter's release has tables of, each as the newest version that published it
 * left it: the quarter and its year, and what the releases of its neighbours say of them.
 * @throws BuktiError `release.damaged`
 */
export function readLedger(workspace: Workspace, quarter: string, noise: NoiseParameters): Ledger {
  const before = previousQuarter(quarter, 1);
  const after = previousQuarter(quarter, -1);
  const has = (period: string) => (table: PublishedTable) => table.period === period;
  return {
    ...emptyLedger(noise),
    // What is published now of a cell stands last, after shares that were published of it later.
    tables: [
      ...newest(workspace, after).filter(has(quarter)),
      ...newest(workspace, before).filter(has(before)),
      ...newest(workspace, quarter),
    ],
  };
}

/** What a release keeps: the tables that it publishes itself, now or in an earlier version. */
export function ownLedger(ledger: Ledger, quarter: string): Ledger {
  const before = previousQuarter(quarter, 1);
  const isOwn = ({ period, table }: PublishedTable) =>
    period === before ? isMatured(table) : period === quarter ? !isMatured(table) : true;
  return { ...ledger, tables: ledger.tables.filter(isOwn) };
}

function newest(workspace: Workspace, quarter: string): readonly PublishedTable[] {
  for (const version of sealedVersions(workspace, quarter).reverse()) {
    const file = path.join(
      periodFolder(workspace, quarter),
      `v${version}`,
      vaultFolder,
      ledgerFile,
    );
    if (!existsSync(file)) continue;
    try {
      return (JSON.parse(readFileSync(file, 'utf8')) as Ledger).tables;
    } catch {
      throw new BuktiError('release.damaged', { file });
    }
  }
  return [];
}
