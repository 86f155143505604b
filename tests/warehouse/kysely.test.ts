import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Session, tableChecksum, withSession } from '../../warehouse/index.ts';
import { kyselyFor } from '../../warehouse/kysely.ts';

interface Tables {
  t: { g: string; n: number; day: string };
}

const withTable = (work: (session: Session) => Promise<void>) =>
  withSession({}, async (session) => {
    await session.run(
      "CREATE TABLE t AS SELECT * FROM (VALUES ('a', 1, DATE '2026-01-01'), ('a', 2, DATE '2026-01-02'), ('b', 3, DATE '2026-01-03')) v(g, n, day)",
    );
    await work(session);
  });

describe('kyselyFor', () => {
  it('binds parameters and knows FILTER, windows and CTEs', () =>
    withTable(async (session) => {
      const db = kyselyFor<Tables>(session);
      const rows = await db
        .with('big', (query) => query.selectFrom('t').selectAll().where('n', '>=', 1))
        .selectFrom('big')
        .select(({ fn }) => [
          'g',
          fn.sum<number>('n').as('total'),
          fn.count<number>('n').filterWhere('n', '>', 1).as('above'),
        ])
        .where('g', 'in', ['a', 'b'])
        .where('day', '<=', sql<string>`${'2026-01-03'}::DATE`)
        .groupBy('g')
        .orderBy('g')
        .execute();
      expect(rows).toEqual([
        { g: 'a', total: 3, above: 1 },
        { g: 'b', total: 3, above: 1 },
      ]);
    }));

  it('takes GROUPING SETS through the sql tag', () =>
    withTable(async (session) => {
      const rows = await kyselyFor<Tables>(session)
        .selectFrom('t')
        .select(['g', sql<number>`count(*)`.as('n')])
        .groupBy(sql`GROUPING SETS ((), (g))`)
        .orderBy(sql`g NULLS FIRST`)
        .execute();
      expect(rows).toEqual([
        { g: null, n: 3 },
        { g: 'a', n: 2 },
        { g: 'b', n: 1 },
      ]);
    }));

  it('rolls a failed transaction back', () =>
    withTable(async (session) => {
      const db = kyselyFor<Tables>(session);
      const broken = db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('t').execute();
        throw new Error('stop');
      });
      await expect(broken).rejects.toThrow('stop');
      expect(await db.selectFrom('t').selectAll().execute()).toHaveLength(3);
    }));

  it('refuses a Date and a list as parameter', () =>
    withTable(async (session) => {
      const db = kyselyFor<Tables>(session);
      const query = (value: unknown) => sql`select ${value} as v`.execute(db);
      await expect(query(new Date())).rejects.toThrow('a Date');
      await expect(query([1, 2])).rejects.toThrow('a list');
    }));

  it('lists tables for those who ask', () =>
    withTable(async (session) => {
      const tables = await kyselyFor<Tables>(session).introspection.getTables();
      const t = tables.find((table) => table.name === 't');
      expect(t?.columns.map((column) => column.name)).toEqual(['g', 'n', 'day']);
    }));
});

describe('tableChecksum', () => {
  it('heeds rows and how often they stand, not their order', () =>
    withTable(async (session) => {
      await session.run('CREATE TABLE turned AS SELECT * FROM t ORDER BY n DESC');
      await session.run('CREATE TABLE doubled AS SELECT * FROM t UNION ALL SELECT * FROM t');
      await session.run('CREATE TABLE other AS SELECT g, n + 1 AS n, day FROM t');
      const [t, turned, doubled, other] = await Promise.all(
        ['t', 'turned', 'doubled', 'other'].map((name) => tableChecksum(session, name)),
      );
      expect(turned).toBe(t);
      expect(doubled).not.toBe(t);
      expect(other).not.toBe(t);
      expect(await tableChecksum(session, 'main.t')).toBe(t);
    }));
});

it('installs DuckDB on Windows and on a Mac: their bindings stand in the lockfile', () => {
  const { packages } = JSON.parse(
    readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
  ) as { packages: Record<string, { version: string }> };
  const version = packages['node_modules/@duckdb/node-bindings']?.version;
  for (const platform of ['linux-x64', 'win32-x64', 'darwin-arm64']) {
    expect(packages[`node_modules/@duckdb/node-bindings-${platform}`]?.version).toBe(version);
  }
});
