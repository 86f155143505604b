import { type RawBuilder, sql } from 'kysely';
import type { Plan } from '../spec.ts';

export type Sql = RawBuilder<unknown>;

/** The lists of a row, equally long where they are given: `item` names what is counted. */
interface Lists {
  item: Sql;
  n0: Sql;
  n1?: Sql;
  n2?: Sql;
}

/**
 * Rows of every part of a statement have the same columns: `part`, the codes of the dimensions,
 * `item` and three columns of integers, all lists: one row a group and part, so that codes leave the
 * database once.
 */
export function partRow(part: string, plan: Plan, { item, n0, n1 = none, n2 = none }: Lists): Sql {
  return sql`select ${sql.raw(`'${part}'`)} as part, ${codes(plan)}
    cast(${item} as bigint[]) as item, cast(${n0} as bigint[]) as n0,
    cast(${n1} as bigint[]) as n1, cast(${n2} as bigint[]) as n2`;
}

const none = sql`[]`;

/** The same from rows of `from`, one an item, gathered by group. */
export function gatherRows(part: string, plan: Plan, lists: Lists, from: Sql, having = sql``): Sql {
  const list = (column: Sql) => sql`list(${column})`;
  const row = partRow(part, plan, {
    item: list(lists.item),
    n0: list(lists.n0),
    ...(lists.n1 ? { n1: list(lists.n1) } : {}),
    ...(lists.n2 ? { n2: list(lists.n2) } : {}),
  });
  return sql`${row} from ${from} ${groupBy(plan)} ${having}`;
}

/** Several integers of a group side by side, its items being their positions. */
function besideRow(part: string, plan: Plan, n: readonly (readonly Sql[])[]): Sql {
  const lists = n.map((list) => sql`[${sql.join(list)}]`) as [Sql, Sql?, Sql?];
  return partRow(part, plan, {
    item: sql.raw(`range(${n[0]?.length ?? 0})`),
    n0: lists[0],
    ...(lists[1] ? { n1: lists[1] } : {}),
    ...(lists[2] ? { n2: lists[2] } : {}),
  });
}

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

/**
 * Several aggregates over one relation, by position.
 * @param beside a second list of aggregates, as `n1`
 */
export function countRows(
  part: string,
  plan: Plan,
  relation: string,
  counts: readonly Sql[],
  beside: readonly Sql[] = [],
): Sql {
  const row = besideRow(part, plan, beside.length > 0 ? [counts, beside] : [counts]);
  return sql`${row} from ${sql.id(relation)} ${groupBy(plan)}`;
}
