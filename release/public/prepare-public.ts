import { readFileSync } from 'node:fs';
import {
  formatPeriod,
  type IsoDate,
  type Lang,
  type Period,
  type Workspace,
} from '../../base/index.ts';
import {
  type Ledger,
  operatorReport,
  publicFiles,
  type Structure,
} from '../../disclosure/index.ts';
import { type MetricsContext, metricsCatalogue } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import {
  decidedLevels,
  decisionsFor,
  decisionsPlace,
  type PublishCatalogue,
  type PublishedCells,
  publishCatalogue,
  publishedCells,
  reviewTables,
  type TableDecisions,
} from '../published/index.ts';
import { readLedger } from './ledger-file.ts';
import { inFolder, type PartPlan, partsOf, plainName, withoutPublished } from './parts.ts';
import { publicLabels } from './public-labels.ts';
import { type PublicTables, protectTables, publicNoise } from './public-tables.ts';
import { readmes } from './readme.ts';
import type { PartsRedrawn } from './redrawn.ts';
import { withPeriod } from './with-period.ts';

/** One part with its exact cells. */
export interface DraftPart {
  readonly plan: PartPlan;
  readonly cells: PublishedCells;
  /** Of its public files. */
  readonly structure: Structure;
}

/** One part as it is published. */
export interface ProtectedPart extends DraftPart {
  readonly tables: PublicTables;
}

/** The public side of a release before it has a version: what it is made of, and how it is made. */
export interface PublicDraft {
  readonly catalogue: PublishCatalogue;
  readonly decisions: TableDecisions;
  /** The file that the decisions were written to just now; undefined where they stood already. */
  readonly decidedNow: string | undefined;
  readonly asOf: IsoDate;
  /** The quarter's own first; those without a table are left out. */
  readonly parts: readonly DraftPart[];
  readonly ledger: Ledger;
  protect(redrawn: PartsRedrawn): readonly ProtectedPart[];
  /** The public files but the manifest. */
  files(
    parts: readonly ProtectedPart[],
    named: { version: number; provisional: boolean; synthetic: boolean },
  ): ReadonlyMap<string, string>;
  report(parts: readonly ProtectedPart[], lang: Lang): string;
}

/** What the public side is made from. */
export interface PublicSource {
  readonly workspace: Workspace;
  readonly session: Session;
  readonly context: MetricsContext;
  readonly period: Period;
  readonly asOf: IsoDate;
}

/**
 * Exact cells of every published table, at the levels decided for the catalogue's version (decided now, and written
 * into the workspace, where they never were).
 */
export async function preparePublic(source: PublicSource): Promise<PublicDraft> {
  const { workspace, session, context, period } = source;
  const catalogue = publishCatalogue(workspace);
  const before = written(decisionsPlace(workspace, catalogue.version));
  const decisions = await decisionsFor(session, workspace, catalogue, period.id, context);
  const place = decisionsPlace(workspace, catalogue.version);
  const ledger = readLedger(workspace, period.id, publicNoise);
  const draft = await draftPublic(source, { decisions, ledger });
  return { ...draft, decidedNow: written(place) === before ? undefined : place };
}

function written(file: string | undefined): string | undefined {
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}

/** The same with decisions and a ledger that are given. */
export async function draftPublic(
  source: PublicSource,
  { decisions, ledger }: { decisions: TableDecisions; ledger: Ledger },
): Promise<PublicDraft> {
  const { workspace, session, period, asOf } = source;
  const catalogue = publishCatalogue(workspace);
  const parts = await draftParts(source, catalogue, decisions, ledger);
  const structures = parts.map(({ structure }) => structure);
  const labels = await publicLabels(session, structures, metricsCatalogue(workspace));
  return {
    ...{ catalogue, decisions, decidedNow: undefined, asOf, parts, ledger },
    protect: (redrawn) => {
      let left = ledger;
      return parts.map((part) => {
        const own = redrawn.get(part.plan.folder) ?? new Map();
        const tables = protectTables(part.cells, catalogue, left, own);
        left = tables.ledger;
        return { ...part, tables };
      });
    },
    files: (made, named) => filesOf(made, { ...named, period: period.id, as_of: asOf }, labels),
    report: (made, lang) =>
      made.map((part) => reportOf(part, catalogue, decisions, period, lang)).join('\n'),
  };
}

async function draftParts(
  { workspace, session, context, period, asOf }: PublicSource,
  catalogue: PublishCatalogue,
  decisions: TableDecisions,
  ledger: Ledger,
): Promise<DraftPart[]> {
  const { as_of_working_days: workingDays } = workspace.config.release;
  const decided = decidedLevels(decisions);
  const parts: DraftPart[] = [];
  for (const plan of partsOf(context, catalogue, period, asOf, workingDays)) {
    const tables = withoutPublished(plan, ledger);
    const levels = new Map(
      tables.flatMap(({ name }) => {
        const level = decided.get(plainName(name));
        return level ? [[name, level] as const] : [];
      }),
    );
    const { id } = plan.period;
    const own = { ...catalogue, tables: [...tables] };
    const cells = await publishedCells(session, own, id, plan.asOf, { context, levels });
    if (cells.tables.length === 0) continue;
    parts.push({ plan, cells, structure: withPeriod(cells.structure, id) });
  }
  return parts;
}

function filesOf(
  parts: readonly ProtectedPart[],
  named: Parameters<typeof readmes>[0],
  labels: string,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { plan, tables } of parts) {
    const { structure, measures, disclosure } = tables;
    const more =
      plan.folder === ''
        ? { 'labels.csv': labels, ...Object.fromEntries(readmes(named, parts)) }
        : {};
    const made = publicFiles(withPeriod(structure, plan.period.id), measures, disclosure, more);
    for (const [name, text] of made) files.set(inFolder(plan.folder, name), text);
  }
  return files;
}

function reportOf(
  { plan, cells, tables }: ProtectedPart,
  catalogue: PublishCatalogue,
  decisions: TableDecisions,
  period: Period,
  lang: Lang,
): string {
  const { disclosure, loss, verdicts, measures } = tables;
  const isMade = new Set([...measures.keys()].map(plainName));
  const report = operatorReport(
    {
      ...{ disclosure, loss, verdicts, withheld: [], places: [] },
      complaints: cells.tables[0]?.cells[0]?.n ?? 0,
      plan: {
        format: 1,
        tables: decisions.tables
          .filter(({ name }) => isMade.has(name))
          .map(({ name: table, steps, because, left }) => ({
            ...{ table, because, left },
            steps: steps.map(({ dimension, from, to }) => `${dimension}: ${from} -> ${to}`),
          })),
      },
      designedNow: decisions.quarters.at(-1) === period.id,
      designedCells: loss.cells,
      warnings: reviewTables(catalogue, cells),
    },
    lang,
  );
  return report.replace(/^# .*/, (title) => `${title}: ${formatPeriod(plan.period.id, lang)}`);
}
