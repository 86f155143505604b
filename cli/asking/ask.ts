import type { IsoDate, Lang, Workspace } from '../../base/index.ts';
import {
  checkPeriod,
  cohortsOf,
  type DimensionName,
  defaultPeriod,
  dimensionNames,
  explainQuery,
  type LabelOf,
  type MetricQuery,
  type MetricRow,
  type MetricsCatalogue,
  type MetricsContext,
  queryFamily,
  queryRevision,
  readCodeLabels,
  readCodes,
  readContext,
  readPeriod,
  standardWeights,
  type Where,
} from '../../metrics/index.ts';
import { activeBatches, type Session, withPublished } from '../../warehouse/index.ts';
import type { Statement } from './explain.ts';
import type { Question } from './options.ts';

/** Figures and what is needed to write them for people. */
export interface Figures {
  rows: MetricRow[];
  /** Dimensions in the order asked for, then those that came of the metric (`day`, `field`). */
  by: DimensionName[];
  /** Each cohort and the day it is seen on. */
  periods: { period: string; asOf: IsoDate }[];
  where: Where;
  labelOf: LabelOf;
}

/** Where questions are asked: a session that has the tables of the warehouse. */
export interface Asker {
  session: Session;
  workspace: Workspace;
  catalogue: MetricsCatalogue;
  context: MetricsContext;
  labelOf: LabelOf;
}

/** What questions of one session have in common, read once. */
export async function readAsker(
  session: Session,
  workspace: Workspace,
  catalogue: MetricsCatalogue,
  lang: Lang,
): Promise<Asker> {
  const context = await readContext(session);
  const labelOf = await readCodeLabels(session, catalogue, lang);
  return { session, workspace, catalogue, context, labelOf };
}

/**
 * Asks the metrics a question, of the default period where it names none.
 * @throws BuktiError `metrics.*`
 */
export async function ask(asker: Asker, question: Question): Promise<Figures> {
  const [figures] = await askAll(asker, [question]);
  return figures as Figures;
}

/** Several questions whose comparisons are judged together, as one family of tests. */
export async function askAll(asker: Asker, questions: readonly Question[]): Promise<Figures[]> {
  const { session, context } = asker;
  const queries: MetricQuery[] = [];
  for (const question of questions) queries.push(await readQuery(asker, question));
  const plain = queries.filter((_, index) => questions[index]?.revision === undefined);
  const answers = await queryFamily(session, plain, context);
  const answerOf = new Map(plain.map((query, index) => [query, answers[index] ?? []]));
  const all: Figures[] = [];
  for (const [index, query] of queries.entries()) {
    const revision = questions[index]?.revision;
    const rows =
      revision === undefined ? (answerOf.get(query) ?? []) : await revised(asker, query, revision);
    all.push(figuresOf(asker, query, rows));
  }
  return all;
}

/** The statements that a question runs. */
export async function statementsOf(asker: Asker, question: Question): Promise<Statement[]> {
  const query = await readQuery(asker, question);
  return explainQuery(asker.session, query, asker.context);
}

async function readQuery(asker: Asker, question: Question): Promise<MetricQuery> {
  const { session, workspace, context } = asker;
  const { metrics, by, asOf, compare } = question;
  const workingDays = workspace.config.release.as_of_working_days;
  const periods =
    question.periods.length > 0
      ? question.periods
      : [(await defaultPeriod(session, workingDays, context)).period];
  for (const period of periods) await checkPeriod(session, period, metrics, context.coveredTo);
  return {
    metrics,
    by,
    where: await readCodes(session, question.where),
    period: periods,
    asOfWorkingDays: workingDays,
    ...(asOf === undefined ? {} : { asOf }),
    ...(compare === undefined ? {} : { compare }),
    ...(question.adjust ? { adjust: await weightsFor(asker, periods) } : {}),
  };
}

/** The standard of the earliest year that is asked for. */
function weightsFor({ session, workspace }: Asker, periods: readonly string[]) {
  const years = periods.map((period) => Number(readPeriod(period).first.slice(0, 4)));
  return standardWeights(workspace, session, Math.min(...years));
}

function revised(asker: Asker, query: MetricQuery, known: IsoDate): Promise<MetricRow[]> {
  return withPublished(
    asker.workspace,
    (then) => queryRevision(asker.session, then, query, known),
    { known },
  );
}

function figuresOf(asker: Asker, query: MetricQuery, rows: MetricRow[]): Figures {
  const { context, labelOf } = asker;
  const { by, period, where = {}, asOf = 'own', asOfWorkingDays = 0 } = query;
  const cohorts = cohortsOf(context, period, by, asOf, asOfWorkingDays);
  const own = dimensionNames.filter((name) => rows.some((row) => name in row.dims));
  return {
    rows,
    by: [...new Set([...by, ...own])],
    periods: cohorts.map(({ period: { id, kind }, asOf: day }) => {
      // What is compared may be seen on an earlier day, as old as what it is compared with.
      const row = rows.find(({ dims }) => cohorts.length === 1 || dims[kind] === id);
      return { period: id, asOf: row?.as_of ?? day };
    }),
    where,
    labelOf,
  };
}

/** Whether anything of a workspace's data is made up. */
export function isSynthetic(workspace: Workspace): boolean {
  return activeBatches(workspace).some((batch) => batch.synthetic);
}
