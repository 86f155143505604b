import type { Plan } from '../spec.ts';

/**
 * How to read a report's state on the as-of day of its cohort: SQL over `s`, a row of
 * fct_complaint_status, as it is; or over the columns that fct_complaint keeps of that row for the day
 * of the report's quarter or year, where every cohort is such a period seen on that day
 * (meta_state_day). Then no spell need be looked up.
 */
export interface StateSource {
  isKept: boolean;
  /** The SQL of something said with `s`. */
  read: (sql: string) => string;
}

const ofState = /\bs\.(status|agency_code|agency_type|reason)\b/g;

export function stateSource({ cohorts, stateDays }: Plan): StateSource {
  const kind = cohorts[0]?.period.kind;
  const isKept =
    (kind === 'quarter' || kind === 'year') &&
    cohorts.every(({ period, asOf }) => period.kind === kind && stateDays?.get(period.id) === asOf);
  return { isKept, read: isKept ? (sql) => sql.replaceAll(ofState, `f.${kind}_$1`) : (sql) => sql };
}
