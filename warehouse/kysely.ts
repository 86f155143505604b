import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type DatabaseMetadata,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryResult,
  type SchemaMetadata,
  type TableMetadata,
} from 'kysely';
import type { Parameter, Session } from './session.ts';

/**
 * A query builder over a session: Postgres' SQL, which DuckDB reads, with `$n` parameters. What
 * Kysely has no word for (GROUPING SETS, `quantile_cont`) goes through its `sql` tag. The session
 * stays the caller's: `destroy()` does not close it.
 *
 * @example
 * const db = kyselyFor<{ fct_complaint: { status: string } }>(session);
 * await db.selectFrom('fct_complaint').select('status').where('status', '=', 'resolved').execute();
 */
export function kyselyFor<DB>(session: Session): Kysely<DB> {
  return new Kysely<DB>({ dialect: new DuckDialect(session) });
}

class DuckDialect implements Dialect {
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  createDriver = (): Driver => new DuckDriver(new DuckConnection(this.session));
  createQueryCompiler = () => new PostgresQueryCompiler();
  createAdapter = () => new PostgresAdapter();
  createIntrospector = (): DatabaseIntrospector => new DuckIntrospector(this.session);
}

class DuckIntrospector implements DatabaseIntrospector {
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  async getSchemas(): Promise<SchemaMetadata[]> {
    return this.session.rows('SELECT DISTINCT schema_name AS name FROM duckdb_tables()');
  }

  async getTables(): Promise<TableMetadata[]> {
    const rows = await this.session.rows<ColumnRow>(
      `SELECT t.table_name, t.schema_name, c.column_name, c.data_type, c.is_nullable,
        c.column_default IS NOT NULL AS has_default
      FROM duckdb_tables() t JOIN duckdb_columns() c USING (table_oid, database_oid)
      WHERE t.database_name = current_database() ORDER BY t.table_name, c.column_index`,
    );
    const tables = new Map<string, TableMetadata>();
    for (const row of rows) {
      const key = `${row.schema_name}.${row.table_name}`;
      const table = tables.get(key) ?? {
        name: row.table_name,
        schema: row.schema_name,
        isView: false,
        columns: [],
      };
      tables.set(key, table);
      table.columns.push({
        name: row.column_name,
        dataType: row.data_type,
        isNullable: row.is_nullable,
        hasDefaultValue: row.has_default,
        isAutoIncrementing: false,
      });
    }
    return [...tables.values()];
  }

  async getMetadata(): Promise<DatabaseMetadata> {
    return { tables: await this.getTables() };
  }
}

interface ColumnRow {
  table_name: string;
  schema_name: string;
  column_name: string;
  data_type: string;
  is_nullable: boolean;
  has_default: boolean;
}

class DuckDriver implements Driver {
  private readonly connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    this.connection = connection;
  }

  init = async () => {};
  acquireConnection = async () => this.connection;
  releaseConnection = async () => {};
  destroy = async () => {};
  beginTransaction = async () => this.statement('BEGIN');
  commitTransaction = async () => this.statement('COMMIT');
  rollbackTransaction = async () => this.statement('ROLLBACK');

  private async statement(sql: string): Promise<void> {
    await this.connection.executeQuery(CompiledQuery.raw(sql));
  }
}

class DuckConnection implements DatabaseConnection {
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return { rows: await this.session.rows<R>(query.sql, query.parameters.map(parameter)) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncGenerator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}

/** A Date has no day without a time zone and a list has no placeholder: both are said in SQL. */
function parameter(value: unknown): Parameter {
  if (value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value)) {
    return value as Parameter;
  }
  const kind = value instanceof Date ? 'a Date' : Array.isArray(value) ? 'a list' : typeof value;
  throw new TypeError(
    `A query parameter may not be ${kind}: pass ISO text and cast it, or spread the list.`,
  );
}
