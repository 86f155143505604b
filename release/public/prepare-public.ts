import { readFileSync } from 'node:fs';
import type { IsoDate, Lang, Period, Workspace } from '../../base/index.ts';
import {
  type Ledger,
  operatorReport,
  publicFiles,
  type Redrawn,
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
import { publicLabels } from './public-labels.ts';
import { type PublicTables, protectTables, publicNoise } from './public-tables.ts';
import { readmes } from './readme.ts';
import { withPeriod } from './with-period.ts';

/** The public side of a release before it has a version: what it is made of, and how it is made. */
export interface PublicDraft {
  readonly catalogue: PublishCatalogue;
  readonly decisions: TableDecisions;
  /** The file that the decisions were written to just now; undefined where they stood already. */
  readonly decidedNow: string | undefined;
  readonly cells: PublishedCells;
  readonly structure: Structure;
  readonly ledger: Ledger;
  protect(redrawn: Redrawn): PublicTables;
  /** The public files but the manifest. */
  files(
    tables: PublicTables,
    named: { version: number; provisional: boolean; synthetic: boolean },
  ): ReadonlyMap<string, string>;
  report(tables: PublicTables, lang: Lang): string;
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
  { workspace, session, context, period, asOf }: PublicSource,
  { decisions, ledger }: { decisions: TableDecisions; ledger: Ledger },
): Promise<PublicDraft> {
  const catalogue = publishCatalogue(workspace);
  const levels = decidedLevels(decisions);
  const cells = await publishedCells(session, catalogue, period.id, asOf, { context, levels });
  const structure = withPeriod(cells.structure, period.id);
  const labels = await publicLabels(session, structure, metricsCatalogue(workspace));
  return {
    ...{ catalogue, decisions, decidedNow: undefined, cells, structure, ledger },
    protect: (redrawn) => protectTables(cells, catalogue, ledger, redrawn),
    files: ({ structure: own, measures, disclosure }, named) => {
      const tables = catalogue.tables.filter(({ name }) => measures.has(name));
      const more = readmes({ ...named, period: period.id, as_of: asOf }, tables, disclosure);
      return publicFiles(withPeriod(own, period.id), measures, disclosure, {
        'labels.csv': labels,
        ...Object.fromEntries(more),
      });
    },
    report: ({ disclosure, loss, verdicts, measures: made }, lang) =>
      operatorReport(
        {
          ...{ disclosure, loss, verdicts, withheld: [], places: [] },
          complaints: cells.tables[0]?.cells[0]?.n ?? 0,
          plan: {
            format: 1,
            tables: decisions.tables
              .filter(({ name }) => made.has(name))
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
      ),
  };
}
