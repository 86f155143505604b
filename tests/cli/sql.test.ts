import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BuktiError, type Workspace } from '../../base/index.ts';
import { inlined } from '../../cli/asking/explain.ts';
import { explainQuery } from '../../metrics/index.ts';
import {
  type Cell,
  type ReadOnlySql,
  type Row,
  withPublished,
  withReadOnlySql,
} from '../../warehouse/index.ts';
import { sharedWorld } from '../world.ts';
import { emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

let workspace: Workspace;
let folder: string;
beforeAll(async () => {
  ({ workspace, folder } = await sharedWorld());
});

const inside = <T>(work: (sql: ReadOnlySql) => Promise<T>) => withReadOnlySql(workspace, work);

async function rowsOf({ ask }: ReadOnlySql, sql: string): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const chunk of (await ask(sql)).chunks) {
    const length = chunk[0]?.length ?? 0;
    for (let row = 0; row < length; row++) rows.push(chunk.map((column) => column[row] ?? null));
  }
  return rows;
}

const published = (sql: string) => withPublished(workspace, (session) => session.row<Row>(sql));

/** The key of the error that a statement is answered with. */
async function refusal(sql: ReadOnlySql, statement: string): Promise<BuktiError> {
  try {
    await rowsOf(sql, statement);
  } catch (error) {
    if (error instanceof BuktiError) return error;
    throw error;
  }
  throw new Error(`ran: ${statement}`);
}

describe('SQL of other people', () => {
  const file = `${process.platform === 'win32' ? 'C:/' : '/tmp/'}bukti-keluar.csv`;

  it('cannot write, attach, install, set or run two statements', () =>
    inside(async (sql) => {
      for (const statement of [
        `COPY fct_complaint TO '${file}'`,
        `COPY (SELECT * FROM fct_complaint) TO '${file}' (FORMAT parquet)`,
        `EXPORT DATABASE '/tmp/keluar'`,
        `ATTACH '${file}' AS lain`,
        'DETACH bukti',
        'USE bukti',
        'INSTALL httpfs',
        'LOAD httpfs',
        `SET enable_external_access = true`,
        'RESET lock_configuration',
        'PRAGMA database_list',
        'CALL pragma_version()',
        'CREATE TABLE mine AS SELECT 1',
        'CREATE MACRO f() AS TABLE SELECT * FROM bukti.fct_complaint',
        'INSERT INTO dim_code SELECT * FROM dim_code',
        'UPDATE fct_complaint SET rating = 5',
        'DELETE FROM fct_complaint',
        'DROP VIEW fct_complaint',
        'ALTER VIEW fct_complaint RENAME TO mine',
        'EXPLAIN ANALYZE SELECT 1',
        'PREPARE p AS SELECT 1',
        'EXECUTE p',
        'CHECKPOINT',
        'VACUUM',
        'BEGIN TRANSACTION',
        'PIVOT fct_complaint ON sex USING count(*)',
      ]) {
        expect((await refusal(sql, statement)).key, statement).toBe('asking.sql.not-select');
      }
      expect(existsSync(file)).toBe(false);
      for (const statement of ['SELECT 1; SELECT 2', "SELECT 1; COPY fct_complaint TO 'x'"]) {
        expect((await refusal(sql, statement)).key).toMatch(/asking\.sql\.(several|not-select)/);
      }
      expect((await refusal(sql, ' -- nothing')).key).toBe('asking.sql.empty');
    }));

  it('reaches no file, no other database and nothing that tells of them', () =>
    inside(async (sql) => {
      const secretFile = path
        .join(folder, 'data', 'warehouse', 'current.json')
        .replaceAll('\\', '/');
      const cases: [string, string][] = [
        [`SELECT * FROM read_csv('${secretFile}')`, 'function'],
        [`SELECT * FROM read_text('${secretFile}')`, 'function'],
        [`SELECT * FROM read_parquet('x')`, 'function'],
        [`SELECT (SELECT content FROM read_blob('${secretFile}'))`, 'function'],
        [`SELECT * FROM glob('*')`, 'function'],
        [`SELECT * FROM '${secretFile}'`, 'unknown-table'],
        [`WITH a AS (FROM 'x.parquet') FROM a`, 'unknown-table'],
        [`WITH "${secretFile}" AS (SELECT 1) FROM "${secretFile}"`, 'part'],
        ['FROM bukti.fct_complaint', 'qualified'],
        ['FROM bukti.main.fct_complaint', 'qualified'],
        ['FROM "bukti"."main"."fct_complaint"', 'qualified'],
        ['FROM memory.main.fct_complaint', 'qualified'],
        ['SELECT (SELECT count(*) FROM bukti.fct_complaint)', 'qualified'],
        ['SELECT 1 WHERE EXISTS (FROM bukti.fct_complaint)', 'qualified'],
        ['WITH a AS (FROM bukti.fct_complaint) FROM a', 'qualified'],
        ['SELECT 1 UNION ALL SELECT count(*) FROM bukti.fct_complaint', 'qualified'],
        ['FROM fct_complaint JOIN bukti.fct_complaint AS b USING (month)', 'qualified'],
        ['FROM dim_code, LATERAL (FROM bukti.fct_complaint)', 'qualified'],
        [
          'SELECT list_transform([1], x -> (SELECT count(*) FROM bukti.fct_complaint))',
          'qualified',
        ],
        ['FROM information_schema.tables', 'qualified'],
        ['FROM pg_catalog.pg_tables', 'qualified'],
        ['FROM sqlite_master', 'unknown-table'],
        ['FROM duckdb_tables', 'unknown-table'],
        ['FROM duckdb_views()', 'function'],
        ['FROM duckdb_settings()', 'function'],
        ['FROM duckdb_secrets()', 'function'],
        ['FROM pragma_database_list()', 'function'],
        [`FROM query('FROM bukti.fct_complaint')`, 'function'],
        [`FROM query_table('bukti.fct_complaint')`, 'function'],
        [`FROM json_execute_serialized_sql('{}')`, 'function'],
        [`SELECT current_setting('temp_directory')`, 'function'],
        [`SELECT bukti.main.upper('a')`, 'qualified'],
        ['DESCRIBE fct_complaint', 'part'],
        ['SHOW ALL TABLES', 'part'],
        ['SUMMARIZE fct_complaint', 'part'],
        ['FROM (SHOW DATABASES)', 'part'],
        // A name that is out of reach where it is used must not fall through to the system's view.
        ['WITH a AS (FROM sqlite_master), sqlite_master AS (SELECT 1) FROM a', 'part'],
        ['SELECT * FROM (WITH duckdb_tables AS (SELECT 1) SELECT 1), duckdb_tables', 'part'],
      ];
      for (const [statement, kind] of cases) {
        expect((await refusal(sql, statement)).key, statement).toBe(`asking.sql.${kind}`);
      }
    }));

  it('is locked below the check too', () =>
    // The views are made, the session is locked: what the check should ever let through still fails.
    withPublished(workspace, async (session) => {
      await session.run(
        'USE memory; SET enable_external_access = false; SET lock_configuration = true',
      );
      for (const statement of [
        'SET lock_configuration = false',
        'SET enable_external_access = true',
        `ATTACH '${file}' AS lain`,
        `COPY (SELECT 1) TO '${file}'`,
        `SELECT * FROM read_text('${path.join(folder, 'data', 'warehouse', 'current.json')}')`,
      ]) {
        await expect(session.run(statement), statement).rejects.toThrow();
      }
      expect(existsSync(file)).toBe(false);
    }));

  it('sees no row of a secret report in any table, and says how many there are', () =>
    inside(async (sql) => {
      const secret = (await published(
        `SELECT count(*) AS n FROM fct_complaint WHERE anonymity = 'rahasia'`,
      )) as { n: number };
      expect(secret.n).toBeGreaterThan(1000);
      expect((await sql.ask('SELECT count(*) FROM fct_complaint')).leftOut).toBe(secret.n);
      expect((await sql.ask('WITH a AS (FROM fct_forwarding) FROM a')).leftOut).toBe(secret.n);
      expect((await sql.ask('FROM dim_code')).leftOut).toBe(0);
      const facts = sql.tables.filter(({ name }) => name.startsWith('fct_'));
      expect(facts.length).toBeGreaterThanOrEqual(4);
      for (const { name } of facts) {
        const whole = (await published(`SELECT count(*) AS n, count(*) FILTER (complaint_key IN
          (SELECT complaint_key FROM fct_complaint WHERE anonymity = 'rahasia')) AS secret
          FROM ${name}`)) as { n: number; secret: number };
        expect(whole.secret, name).toBeGreaterThan(0);
        expect(await rowsOf(sql, `SELECT count(*) FROM ${name}`)).toEqual([
          [whole.n - whole.secret],
        ]);
      }
    }));

  it('has no key but a number for joins, drawn anew for each session', async () => {
    const numbers: Cell[][][] = [];
    for (let run = 0; run < 2; run++) {
      await inside(async (sql) => {
        const names = sql.tables.flatMap(({ columns }) => columns.map(({ name }) => name));
        expect(names.filter((name) => name.endsWith('_key'))).not.toContain('record_key');
        expect(new Set(names.filter((name) => name.endsWith('_key')))).toEqual(
          new Set(['complaint_key']),
        );
        numbers.push(
          await rowsOf(sql, 'SELECT min(complaint_key), max(complaint_key) FROM fct_complaint'),
        );
        const [joined] = await rowsOf(
          sql,
          `SELECT count(*), count(DISTINCT complaint_key) FROM fct_complaint
           JOIN fct_complaint_event USING (complaint_key) WHERE event = 'verified'`,
        );
        const events = (await published(`SELECT count(*) AS n FROM fct_complaint_event JOIN
          fct_complaint USING (complaint_key) WHERE event = 'verified' AND anonymity <> 'rahasia'`)) as {
          n: number;
        };
        expect(joined?.[0]).toBe(events.n);
      });
    }
    expect(numbers[0]).not.toEqual(numbers[1]);
    const key = (await published('SELECT complaint_key AS k FROM fct_complaint LIMIT 1')) as {
      k: string;
    };
    await inside(async (sql) => {
      const found = await rowsOf(
        sql,
        `SELECT count(*) FROM fct_complaint WHERE complaint_key::VARCHAR = '${key.k}'`,
      );
      expect(found).toEqual([[0]]);
    });
  });

  it('runs what a SELECT may be made of', () =>
    inside(async (sql) => {
      const total = (await rowsOf(sql, 'SELECT count(*) FROM fct_complaint'))[0]?.[0] as number;
      const counts: [string, number][] = [
        ['FROM fct_complaint', total],
        ['SELECT sex, count(*) FROM fct_complaint GROUP BY GROUPING SETS ((sex), ())', 4],
        [
          'SELECT * FROM fct_complaint QUALIFY row_number() OVER (PARTITION BY sex ORDER BY month) = 1',
          3,
        ],
        ['WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) FROM r;', 5],
        ['(SELECT 1 UNION SELECT 2) EXCEPT SELECT 2', 1],
        [
          `SELECT d FROM (SELECT DISTINCT date_trunc('year', date_day) AS d FROM dim_date) ORDER BY d LIMIT 3 -- end`,
          3,
        ],
        ['SELECT unnest([x * 2 for x in [1, 2, 3] if x > 1]) FROM range(2)', 4],
        [
          `SELECT quantile_cont(rating, [0.5, 0.9]), list(DISTINCT sex), {'a': 1}.a FROM fct_complaint`,
          1,
        ],
        ['FROM fct_complaint ANTI JOIN fct_forwarding USING (complaint_key) SELECT count(*)', 1],
      ];
      for (const [statement, rows] of counts) {
        expect(await rowsOf(sql, statement), statement).toHaveLength(rows);
      }
    }));

  it('runs the statements of any metric as --explain prints them', () =>
    inside(async (sql) => {
      for (const metrics of [
        ['received', 'resolve'],
        ['backlog'],
        ['unresolved_reason'],
        ['returned', 'reopened'],
      ]) {
        const statements = await withPublished(workspace, (session) =>
          explainQuery(session, { metrics, by: ['agency_type'], period: '2026Q3' }),
        );
        for (const statement of statements) {
          expect((await rowsOf(sql, inlined(statement))).length).toBeGreaterThan(5);
        }
      }
    }));

  it('names the place and the nearest name, and no value of the data', () =>
    inside(async (sql) => {
      const unknownTable = await refusal(sql, 'SELECT 1\nFROM\n  fct_complant');
      expect(unknownTable.params).toMatchObject({ line: 3, column: 3, near: 'fct_complaint' });
      const unknownColumn = await refusal(sql, 'SELECT month,\n provnce_code FROM fct_complaint');
      expect(unknownColumn.key).toBe('asking.sql.unknown-column');
      expect(unknownColumn.params).toMatchObject({ line: 2, column: 2, near: 'province_code' });
      const syntax = await refusal(sql, 'SELECT é,\n FROM FROM');
      expect(syntax.params).toMatchObject({ line: 2, column: 7, near: 'FROM' });
      const conversion = await refusal(sql, 'SELECT CAST(name_id AS INTEGER) FROM dim_agency');
      expect(conversion.message).not.toContain('Kementerian');
    }));
});

describe('bukti sql', () => {
  const ask = (...args: string[]) => buktiHere(['sql', ...args], folder);

  it('answers on the screen, at most a hundred rows, with what was left out', async () => {
    const small = await ask(
      'SELECT sex, count(*) AS n FROM fct_complaint GROUP BY sex ORDER BY n DESC',
    );
    expect(small.status, small.stderr).toBe(0);
    expect(small.stdout).toMatch(/^SYNTHETIC/);
    expect(small.stdout).toMatch(/secret reports are left out.*totals differ from "bukti metrics"/);
    const long = await ask('FROM dim_date');
    expect(long.stdout.split('\n').filter((line) => /^\d{4}-/.test(line))).toHaveLength(100);
    expect(long.stdout).toContain('Only the first 100 rows are shown');
  });

  it('reads a file or a pipe, and writes all rows to a file', async () => {
    const own = emptyWorkspace();
    writeFileSync(
      path.join(own, 'q.sql'),
      '\uFEFFSELECT date_day, year FROM dim_date ORDER BY 1;\n',
    );
    const out = path.join(own, 'hari.csv');
    const result = await ask('--file', path.join(own, 'q.sql'), '--out', out);
    expect(result.status, result.stderr).toBe(0);
    const lines = readFileSync(out, 'utf8').trim().split('\n');
    expect(lines.slice(0, 2)).toEqual(['date_day,year', '2013-01-01,2013']);
    expect(lines.length).toBeGreaterThan(4000);
    const parquet = await ask('FROM dim_code', '--out', path.join(own, 'kode.parquet'));
    expect(parquet.status, parquet.stderr).toBe(0);
    expect(readFileSync(path.join(own, 'kode.parquet')).subarray(0, 4).toString()).toBe('PAR1');
    const json = JSON.parse((await ask('SELECT 1 AS a, 2 AS a', '--json')).stdout) as {
      rows: unknown[];
    };
    expect(json.rows).toEqual([{ a: 1, a_2: 2 }]);
  });

  it('lists tables and columns with what the models say of them', async () => {
    const { tables } = JSON.parse((await ask('--tables', '--json')).stdout) as {
      tables: { table: string; columns: { name: string; description: string }[] }[];
    };
    const reports = tables.find(({ table }) => table === 'fct_complaint');
    expect(reports?.columns.find(({ name }) => name === 'rating')?.description).not.toBe('');
    expect((await ask('--tables', '--lang', 'id')).stdout).toContain('fct_complaint: laporan');
  });

  it('fails with a sentence and status 2', async () => {
    const result = await ask('DELETE FROM fct_complaint');
    expect([result.status, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain('Only a SELECT is run here');
    expect((await ask('SELECT 1', '--format', 'parquet')).stderr).toContain(
      'Name a file with --out',
    );
  });
});
