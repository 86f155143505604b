import type { IntegerLists, Session } from '../../warehouse/index.ts';

/** A result of whole numbers as columns, in whatever order its rows come. */
export async function readLists(
  session: Session,
  query: string,
): Promise<{ values: Float64Array[]; length: number }> {
  const list = `select list(cast(columns(*) as bigint)) from (${query})`;
  for await (const columns of session.columns(list)) {
    const values = (columns as IntegerLists[]).map((column) => column.values);
    return { values, length: values[0]?.length ?? 0 };
  }
  return { values: [], length: 0 };
}
