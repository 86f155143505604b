import { sql } from 'kysely';
import { agencyDimensions } from '../../dimensions.ts';
import type { DimensionName } from '../../types.ts';
import { sqlOfCount } from '../counts.ts';
import { complaintRelation } from '../relations/complaint.ts';
import type { Plan } from '../spec.ts';
import { groupBy, type Sql } from './row.ts';

/** Counts of `coverage` rows, by position. */
const coverageCounts = ['received', 'log_covered'] as const;

const ofAgencies = (name: DimensionName) => agencyDimensions.includes(name);

/** The reports of a plan without its agencies: no state is looked up. */
export function coverageRelation(plan: Plan): Sql {
  const by = plan.by.filter((name) => !ofAgencies(name));
  return complaintRelation({ ...plan, by, counts: [...coverageCounts], histograms: [] });
}

/** `coverage`: reports of each group whatever their agency, and those whose source has a log. */
export function coveragePart(plan: Plan): Sql {
  const columns = plan.by.map((name) =>
    ofAgencies(name) ? sql`null as ${sql.id(name)}, ` : sql`${sql.id(name)}, `,
  );
  const counts = coverageCounts.map((name) => sql.raw(sqlOfCount(name)));
  const rest = { ...plan, by: plan.by.filter((name) => !ofAgencies(name)) };
  return sql`select 'coverage' as part, ${sql.join(columns, sql``)}
    cast(range(${sql.raw(String(counts.length))}) as bigint[]) as item,
    cast([${sql.join(counts)}] as bigint[]) as n0, cast([] as bigint[]) as n1,
    cast([] as bigint[]) as n2
    from coverage ${groupBy(rest)}`;
}
