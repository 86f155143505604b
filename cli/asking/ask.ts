import type { IsoDate, Lang, Workspace } from '../../base/index.ts';
import {
  checkPeriod,
  cohortsOf,
  type DimensionName,
  defaultPeriod,
  dimensionNames,
  type LabelOf,
  type MetricsCatalogue,
  queryMetrics,
  readCodeLabels,
  readCodes,
  readContext,
  type Where,
} from '../../metrics/index.ts';
import { activeBatches, type Session } from '../../warehouse/index.ts';
import type { Figure } from './comparison.ts';
import type { Question } from './options.ts';

/** Figures and what is needed to write them for people. */
export interface Figures {
  rows: Figure[];
  /** Dimensions in the order asked for, then those that came of the metric (`day`, `field`). */
  by: DimensionName[];
  /** Each cohort and the day it is seen on. */
  periods: { period: string; asOf: IsoDate }[];
  where: Where;
  labelOf: LabelOf;
}

/**
 * Asks the metrics a question, of the default period where it names none.
 * @throws BuktiError `metrics.*`
 */
export async function ask(
  session: Session,
  workspace: Workspace,
  question: Question,
  catalogue: MetricsCatalogue,
  lang: Lang,
): Promise<Figures> {
  const { metrics, by, asOf, compare, known, at } = question;
  const workingDays = workspace.config.release.as_of_working_days;
  const context = await readContext(session);
  const periods =
    question.periods.length > 0
      ? question.periods
      : [(await defaultPeriod(session, workingDays, context)).period];
  for (const period of periods) await checkPeriod(session, period);
  const where = await readCodes(session, question.where);
  const query = {
    metrics,
    by,
    where,
    period: periods,
    asOfWorkingDays: workingDays,
    ...(asOf === undefined ? {} : { asOf }),
    ...(compare === undefined ? {} : { compare }),
    ...(known === undefined ? {} : { known }),
    ...(at === undefined ? {} : { at }),
  };
  const rows: Figure[] = await queryMetrics(session, query, context);
  const cohorts = cohortsOf(context, periods, by, asOf ?? 'own', workingDays);
  const own = dimensionNames.filter((name) => rows.some((row) => name in row.dims));
  return {
    rows,
    by: [...new Set([...by, ...own])],
    periods: cohorts.map((cohort) => ({ period: cohort.period.id, asOf: cohort.asOf })),
    where,
    labelOf: await readCodeLabels(session, catalogue, lang),
  };
}

/** Whether anything of a workspace's data is made up. */
export function isSynthetic(workspace: Workspace): boolean {
  return activeBatches(workspace).some((batch) => batch.synthetic);
}
