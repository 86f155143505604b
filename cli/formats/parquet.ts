import { sqlName, sqlString, withSession } from '../../warehouse/index.ts';
import { type ColumnType, cellText, type Grid } from './grid.ts';
import { uniqueNames } from './json.ts';

const sqlTypes: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

/** Parquet with types, written by DuckDB; the values arrive column-wise, never as SQL text. */
export async function writeParquet(grid: Grid, file: string): Promise<void> {
  const names = uniqueNames(grid.columns.map((column) => column.name));
  await withSession({}, async (session) => {
    const declared = names.map((name) => `${sqlName(name)} VARCHAR`);
    await session.run(`CREATE TEMP TABLE answer (${declared.join(', ')})`);
    for await (const chunk of grid.chunks) {
      const texts = chunk.map((column) =>
        column.map((cell) => (cell === null ? null : cellText(cell))),
      );
      await session.appendText('answer', texts);
    }
    const typed = grid.columns.map(({ type }, index) => {
      const name = sqlName(names[index] as string);
      return type === 'text' ? name : `CAST(${name} AS ${sqlTypes[type]}) AS ${name}`;
    });
    await session.run(
      `COPY (SELECT ${typed.join(', ')} FROM answer) TO ${sqlString(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  });
}
