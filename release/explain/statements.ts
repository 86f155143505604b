import type { Workspace } from '../../base/index.ts';
import {
  type DimensionName,
  explainQuery,
  type MetricsCatalogue,
  metricsCatalogue,
} from '../../metrics/index.ts';
import { type Session, withPublished, withSession } from '../../warehouse/index.ts';
import { loadExtract } from '../vault/extract.ts';
import { frozenWorkspace } from '../vault/frozen-workspace.ts';
import { sealedVault } from '../vault/vault.ts';
import { readVaultManifest } from '../vault/vault-manifest.ts';
import type { Located } from './locate.ts';

export interface Derived {
  /** The catalogue that the figure was computed with; today's where the vault is not here. */
  catalogue: MetricsCatalogue;
  frozen: boolean;
  statements: { sql: string; parameters: readonly unknown[] }[];
  /** Tables of the warehouse that the statements read. */
  models: string[];
}

/** How a figure is computed: from its version's vault, else from the warehouse as it is today. */
export async function derivationOf(workspace: Workspace, located: Located): Promise<Derived> {
  const { period, version } = located;
  const vault = sealedVault(workspace, period, version);
  const frozen = vault !== undefined;
  const own = frozen ? frozenWorkspace(vault, readVaultManifest(vault)) : workspace;
  const ask = (session: Session) => statementsOf(session, located);
  const statements = frozen
    ? await withSession({}, async (session) => {
        await loadExtract(session, vault);
        return await ask(session);
      })
    : await withPublished(workspace, ask);
  const named = statements.flatMap(({ sql }) => sql.match(/\b(fct|dim|meta)_[a-z_]+/g) ?? []);
  const models = [...new Set(named)].sort();
  return { catalogue: metricsCatalogue(own), frozen, statements, models };
}

async function statementsOf(session: Session, { figure, period, comparison }: Located) {
  const { quarter = period, month, day: _, ...rest } = figure.dims;
  const by = Object.keys(rest) as DimensionName[];
  return await explainQuery(session, {
    metrics: [`${figure.metric}.${figure.statistic}`],
    by,
    where: rest,
    period: month ?? quarter,
    asOf: figure.as_of,
    ...(comparison ? { compare: comparison.compare } : {}),
  });
}
