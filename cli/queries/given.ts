import { BuktiError, exitStatus, type IsoDate } from '../../base/index.ts';
import { asOfIn, defaultPeriod, readPeriod } from '../../metrics/index.ts';
import { activeBatches } from '../../warehouse/index.ts';
import type { Asker } from '../asking/ask.ts';
import type { SavedQuery } from './schema.ts';
import type { Given } from './steps.ts';

interface GivenOptions {
  period?: string;
  by?: string;
  where?: string[];
  known?: string;
  since?: string;
}

/** What a saved query is asked with; the default period and day of revisions where nothing is said. */
export async function readGiven(
  asker: Asker,
  query: SavedQuery,
  options: GivenOptions,
): Promise<Given> {
  const { session, workspace, context } = asker;
  const workingDays = workspace.config.release.as_of_working_days;
  const period = options.period ?? (await defaultPeriod(session, workingDays, context)).period;
  const revises = query.steps.some((step) => step.compare === 'revision');
  return {
    period,
    by: options.by,
    where: options.where ?? [],
    known: options.known,
    since: options.since ?? (revises ? firstKnown(asker, period, workingDays) : ''),
  };
}

/** The first day after the period's as-of day on which something became known. */
function firstKnown(asker: Asker, period: string, workingDays: number): IsoDate {
  const { asOf } = asOfIn(asker.context, readPeriod(period), workingDays);
  const days = activeBatches(asker.workspace).map((batch) => batch.known_at);
  const known = days.filter((day) => day >= asOf).sort()[0] ?? days.sort().at(-1);
  if (known === undefined) throw new BuktiError('metrics.no-report', {}, exitStatus.input);
  return known;
}
