import { type RawBuilder, sql } from 'kysely';
import type { Clock } from '../definitions.ts';
import { curveMinimum } from '../estimators/curve-end.ts';
import { minimumN } from '../estimators/minimum.ts';
import { countSql, isStateCount } from './counts.ts';
import { cohortRelation, complaintRelation, forwardingRelation } from './relations.ts';
import type { Plan } from './spec.ts';

type Sql = RawBuilder<unknown>;

/**
 * The one statement of a plan. Its rows: `part` (`complaint`, `forwarding`: a count,
 * by its position among the plan's; `state`: reports in a state, by its position in `states`; `t:<clock>`: a day histogram; `e:<clock>`: the end of its curve), the
 * codes of the dimensions, `item` (position or day), `n0`, `n1`, `n2` (a count and nothing, or
 * censored, awaited and competing).
 */
export function statement(plan: Plan): Sql {
  const overReports = plan.histograms.filter((clock) => clock !== 'respond_agency');
  const overForwardings = plan.histograms.filter((clock) => clock === 'respond_agency');
  const reports = plan.counts.length > 0 || overReports.length > 0;
  const forwardings = plan.forwardingCounts.length > 0 || overForwardings.length > 0;
  // A cut table is narrow and read as it lies; the facts are cut once for all parts.
  const as = sql.raw(plan.cut ? 'as not materialized' : 'as materialized');
  const ctes = [
    ...(plan.cut ? [] : [sql`cohort as (${cohortRelation(plan)})`]),
    ...(reports ? [sql`complaint ${as} (${complaintRelation(plan)})`] : []),
    ...(forwardings ? [sql`forwarding ${as} (${forwardingRelation(plan)})`] : []),
  ];
  const counts = plan.counts.filter((name) => !isStateCount(name));
  const parts = [
    ...(counts.length > 0 ? [countPart('complaint', plan, counts)] : []),
    ...(plan.counts.some(isStateCount) ? [statePart(plan)] : []),
    ...(plan.forwardingCounts.length > 0
      ? [countPart('forwarding', plan, plan.forwardingCounts)]
      : []),
    ...overReports.flatMap((clock) => histogramParts('complaint', plan, clock)),
    ...overForwardings.flatMap((clock) => histogramParts('forwarding', plan, clock)),
  ];
  return sql`with ${sql.join(ctes)} ${sql.join(parts, sql` union all `)}`;
}

function countPart(relation: string, plan: Plan, names: readonly string[]): Sql {
  const counts = names.map((name, position) => {
    const expression = countSql.get(name);
    if (expression === undefined) throw new Error(`No count is named ${name}.`);
    return sql.raw(`cast(${expression} as bigint) as n_${position}`);
  });
  const list = sql.join(names.map((_, position) => sql.raw(`n_${position}`)));
  return sql`select ${sql.raw(`'${relation}'`)} as part, ${codes(plan)}
      unnest(range(${sql.raw(String(names.length))})) as item, unnest([${list}]) as n0,
      cast(0 as bigint) as n1, cast(0 as bigint) as n2
    from (select ${codes(plan)} ${sql.join(counts)} from ${sql.id(relation)} ${groupBy(plan, [])})`;
}

function statePart(plan: Plan): Sql {
  return sql`select 'state' as part, ${codes(plan)} cast(state as bigint) as item,
      count(*) as n0, cast(0 as bigint) as n1, cast(0 as bigint) as n2
    from complaint ${groupBy(plan, [sql.id('state')])}`;
}

/** Groups below the minimum n get no figure of a clock, so that their days stay in the database. */
function histogramParts(relation: string, plan: Plan, clock: Clock): Sql[] {
  const part = (name: string) => sql.raw(`'${name}:${clock}'`);
  const cause = sql.id(`${clock}_cause`);
  const day = sql.id(`${clock}_t`);
  const source = sql`from ${sql.id(relation)} where ${cause} is not null`;
  const inGroup = (order: Sql) =>
    plan.by.length === 0
      ? sql`over (${order})`
      : sql`over (partition by ${sql.join(plan.by.map((name) => sql.id(name)))} ${order})`;
  return [
    sql`select ${part('t')} as part, ${codes(plan)} item, n0, n1, n2
      from (
        select ${codes(plan)} cast(${day} as bigint) as item,
          count(*) filter (where ${cause} = 0) as n0, count(*) filter (where ${cause} = 1) as n1,
          count(*) filter (where ${cause} = 2) as n2, sum(count(*)) ${inGroup(sql``)} as started
        ${source} ${groupBy(plan, [day])}
      ) where started >= ${sql.raw(String(minimumN))}`,
    sql`select ${part('e')} as part, ${codes(plan)} cast(max(followup) as bigint) as item,
        cast(0 as bigint) as n0, cast(0 as bigint) as n1, cast(0 as bigint) as n2
      from (
        select ${codes(plan)} followup,
          sum(count(*)) ${inGroup(sql`order by followup desc`)} as followed
        ${source} ${groupBy(plan, [sql.id('followup')])}
      ) where followed >= ${sql.raw(String(curveMinimum))} ${groupBy(plan, [])}`,
  ];
}

function codes(plan: Plan): Sql {
  return sql.join(
    plan.by.map((name) => sql`${sql.id(name)}, `),
    sql``,
  );
}

function groupBy(plan: Plan, more: Sql[]): Sql {
  const columns = [...plan.by.map((name) => sql.id(name)), ...more];
  return columns.length === 0 ? sql`` : sql`group by ${sql.join(columns)}`;
}
