import { expect, it } from 'vitest';
import { withSession } from '../../warehouse/index.ts';

it('drops temporary tables, whatever their names, and nothing else', async () => {
  await withSession({}, async (session) => {
    await session.run(`
      attach ':memory:' as bukti; use bukti;
      create table kept as select 1 as a;
      create temp table cut_1 as select * from range(10);
      create temp table "it's ""odd""" as select 2 as a;
      create temp table kept as select 3 as a`);
    await session.dropTemporaryTables();
    const left = await session.rows('select table_name as name, temporary from duckdb_tables()');
    expect(left).toEqual([{ name: 'kept', temporary: false }]);
    expect(await session.row('select a from kept')).toEqual({ a: 1 });
    await session.dropTemporaryTables();
  });
});
