import { sql } from 'kysely';
import type { Plan } from '../spec.ts';
import { codes, countRows, gatherRows, groupBy, type Sql } from './row.ts';

/** Counts over the flow relation, by name, in the order of their `item`s. */
const flowCounts = {
  opening: 'is_opening',
  entered_new: `entered_by = 'new'`,
  entered_again: `entered_by = 'reopened'`,
  entered_transfer: `entered_by = 'transferred'`,
  left_resolved: `left_to = 'resolved'`,
  left_archived: `left_to = 'archived'`,
  left_other: `left_to in ('deleted', 'withdrawn', 'unknown')`,
  left_transfer: `left_to = 'transferred'`,
} as const;
export type FlowName = keyof typeof flowCounts;
export const flowNames = Object.keys(flowCounts) as FlowName[];

/** `b`: pending reports by age (all, postponed, late); `f`: the flows. */
export function stockParts(plan: Plan): Sql[] {
  const flows = Object.values(flowCounts).map((condition) =>
    sql.raw(`count(*) filter (where ${condition})`),
  );
  return [
    gatherRows(
      'b',
      plan,
      { item: sql`age`, n0: sql`n`, n1: sql`postponed`, n2: sql`late` },
      sql`(
        select ${codes(plan)} age, count(*) as n, count(*) filter (where is_postponed) as postponed,
          count(*) filter (where is_late) as late
        from stock ${groupBy(plan, [sql`age`])})`,
    ),
    countRows('f', plan, 'flow', flows),
  ];
}

/** `s`: the stock at the month's ends of two years, for its dispersion. */
export function stockSeriesPart(plan: Plan): Sql {
  return gatherRows(
    's',
    plan,
    { item: sql`date_diff('month', date '2000-01-01', month_end)`, n0: sql`n` },
    sql`(
      select ${codes(plan)} month_end, count(*) as n from stock_series
      ${groupBy(plan, [sql`month_end`])})`,
  );
}
