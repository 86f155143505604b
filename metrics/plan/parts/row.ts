import { type RawBuilder, sql } from 'kysely';
import type { Plan } from '../spec.ts';

export type Sql = RawBuilder<unknown>;

/**
 * Rows of every part of a statement have the same columns: `part`, the codes of the dimensions,
 * `item` and three integers.
 */
export function partRow(
  part: string,
  plan: Plan,
  { item, n0, n1 = zero, n2 = zero }: { item: Sql; n0: Sql; n1?: Sql; n2?: Sql },
): Sql {
  return sql`select ${sql.raw(`'${part}'`)} as part, ${codes(plan)}
    cast(${item} as bigint) as item, cast(${n0} as bigint) as n0, cast(${n1} as bigint) as n1,
    cast(${n2} as bigint) as n2`;
}

const zero = sql`0`;

/** The dimensions of the groups, each with a comma after it. */
export function codes(plan: Plan): Sql {
  return sql.join(
    plan.by.map((name) => sql`${sql.id(name)}, `),
    sql``,
  );
}

export function groupBy(plan: Plan, more: readonly Sql[] = []): Sql {
  const columns = [...plan.by.map((name) => sql.id(name)), ...more];
  return columns.length === 0 ? sql`` : sql`group by ${sql.join(columns)}`;
}

/** Several aggregates over one relation, one row each: its position and its value. */
export function countRows(part: string, plan: Plan, relation: string, counts: readonly Sql[]): Sql {
  const named = counts.map((count, position) => sql`cast(${count} as bigint) as ${n(position)}`);
  return sql`${partRow(part, plan, {
    item: sql`unnest(range(${sql.raw(String(counts.length))}))`,
    n0: sql`unnest([${sql.join(counts.map((_, position) => n(position)))}])`,
  })}
    from (select ${codes(plan)} ${sql.join(named)} from ${sql.id(relation)} ${groupBy(plan)})`;
}

function n(position: number): Sql {
  return sql.raw(`n_${position}`);
}
