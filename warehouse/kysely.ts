import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
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
  // DuckDB answers the catalogue queries of Postgres that this one asks.
  createIntrospector = (db: Kysely<unknown>): DatabaseIntrospector => new PostgresIntrospector(db);
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
