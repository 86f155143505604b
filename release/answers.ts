import type { Period, Workspace } from '../base/index.ts';
import { type AsOf, asOfIn, type MetricsContext, readContext } from '../metrics/index.ts';
import type { Session } from '../warehouse/index.ts';
import { computeRelease, type RecipientTables } from './compute.ts';
import { recipientsOf } from './recipients.ts';
import type { TableName } from './types.ts';

export interface Answers {
  context: MetricsContext;
  asOf: AsOf;
  /** `ksp` first. */
  answers: RecipientTables[];
}

/**
 * All figures of a quarter from the tables of a session: the published warehouse, or the frozen extract
 * of a release.
 * @param workspace its catalogue of metrics and its configuration
 */
export async function computeAnswers(
  workspace: Workspace,
  session: Session,
  period: Period,
  options: {
    onProgress?: (progress: { table: TableName; done: number; total: number }) => void;
  } = {},
): Promise<Answers> {
  const context = await readContext(session);
  const workingDays = workspace.config.release.as_of_working_days;
  const asOf = asOfIn(context, period, workingDays);
  const recipients = await recipientsOf(workspace, session, period);
  const answers = await computeRelease(
    {
      ...{ session, context, period: period.id, asOf: asOf.asOf, workingDays },
      onProgress: options.onProgress,
    },
    recipients,
  );
  return { context, asOf, answers };
}
