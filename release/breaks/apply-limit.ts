import { type Period, parsePeriod } from '../../base/index.ts';
import { type Session, sqlString } from '../../warehouse/index.ts';
import type { Break } from './find-breaks.ts';

/**
 * Gives the reports of a quarter that had the limit before the new one; those with a limit of their own keep it.
 * @param session with a release's own frozen records, as tables
 */
export async function applyLimit(
  session: Session,
  quarter: string,
  { rule, values }: Pick<Break, 'rule' | 'values'>,
): Promise<void> {
  if (!values) return;
  const [from, to] = values;
  const [clock = '', classification = '*'] = rule.split('/');
  const of = classification === '*' ? 'true' : `classification = ${sqlString(classification)}`;
  const among = (more: string) =>
    `complaint_key in (select complaint_key from fct_complaint where ${of} and ${more})`;
  const { first } = parsePeriod(quarter) as Period;
  if (clock === 'respond_agency') {
    await session.run(
      `update fct_forwarding set limit_days = ${to}
      where limit_days = ${from} and quarter = ${sqlString(quarter)} and ${among('true')}`,
    );
    return;
  }
  await session.run(
    `update fct_complaint set ${clock}_limit = ${to}
    where ${clock}_limit = ${from} and ${of} and quarter = ${sqlString(quarter)}`,
  );
  if (clock !== 'resolve') return;
  const submitted = `submitted_date >= cast(${sqlString(first)} as date)`;
  await session.run(
    `update fct_backlog set resolve_limit = ${to}
    where resolve_limit = ${from} and ${among(submitted)}`,
  );
}
