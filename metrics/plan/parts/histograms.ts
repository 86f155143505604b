import { sql } from 'kysely';
import { type Clock, clockRelation } from '../../definitions.ts';
import { curveMinimum } from '../../estimators/curve-end.ts';
import type { Plan } from '../spec.ts';
import { codes, gatherRows, groupBy, type Sql } from './row.ts';

/**
 * `t:<clock>`: per day censored, awaited and competing ends. Groups of fewer than `leastStarted` stay
 * in the database.
 */
export function histogramPart(plan: Plan, clock: Clock): Sql {
  const cause = sql.id(`${clock}_cause`);
  const day = sql.id(`${clock}_t`);
  const least = sql.raw(String(plan.leastStarted));
  return gatherRows(
    `t:${clock}`,
    plan,
    { item: sql`day`, n0: sql`n0`, n1: sql`n1`, n2: sql`n2` },
    sql`(
      select ${codes(plan)} ${day} as day,
        count(*) filter (where ${cause} = 0) as n0, count(*) filter (where ${cause} = 1) as n1,
        count(*) filter (where ${cause} = 2) as n2
      from ${sql.id(clockRelation[clock])} where ${cause} is not null ${groupBy(plan, [day])}
    )`,
    sql`having sum(n0 + n1 + n2) >= ${least}`,
  );
}

/** The end of a clock's curve (estimators/curve-end.ts): how long the tenth longest was followed. */
export function curveEnd(clock: Clock): Sql {
  const followup = clock === 'resolve_net' ? '(followup - postponed_days)' : 'followup';
  return sql.raw(
    `max(${followup}, ${curveMinimum}) filter (where ${clock}_cause is not null)[${curveMinimum}]`,
  );
}
