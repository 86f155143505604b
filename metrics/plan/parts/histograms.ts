import { sql } from 'kysely';
import { type Clock, clockRelation } from '../../definitions.ts';
import { curveMinimum } from '../../estimators/curve-end.ts';
import type { Plan } from '../spec.ts';
import { codes, groupBy, partRow, type Sql } from './row.ts';

/**
 * Of one clock: `t:<clock>`, per day censored, awaited and competing ends; `e:<clock>`, the end of the
 * curve (estimators/curve-end.ts). Groups of fewer than `leastStarted` stay in the database.
 */
export function histogramParts(plan: Plan, clock: Clock): Sql[] {
  const cause = sql.id(`${clock}_cause`);
  const day = sql.id(`${clock}_t`);
  const followup = clock === 'resolve_net' ? sql`(followup - postponed_days)` : sql`followup`;
  const source = sql`from ${sql.id(clockRelation[clock])} where ${cause} is not null`;
  const inGroup = (order: Sql) =>
    plan.by.length === 0
      ? sql`over (${order})`
      : sql`over (partition by ${sql.join(plan.by.map((name) => sql.id(name)))} ${order})`;
  const n = (position: number) => sql.raw(`n${position}`);
  return [
    sql`${partRow(`t:${clock}`, plan, { item: sql`day`, n0: n(0), n1: n(1), n2: n(2) })}
      from (
        select ${codes(plan)} ${day} as day,
          count(*) filter (where ${cause} = 0) as n0, count(*) filter (where ${cause} = 1) as n1,
          count(*) filter (where ${cause} = 2) as n2, sum(count(*)) ${inGroup(sql``)} as started
        ${source} ${groupBy(plan, [day])}
      ) where started >= ${sql.raw(String(plan.leastStarted))}`,
    sql`${partRow(`e:${clock}`, plan, { item: sql`max(days)`, n0: sql`0` })}
      from (
        select ${codes(plan)} ${followup} as days,
          sum(count(*)) ${inGroup(sql`order by ${followup} desc`)} as followed
        ${source} ${groupBy(plan, [followup])}
      ) where followed >= ${sql.raw(String(curveMinimum))} ${groupBy(plan)}`,
  ];
}
