import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import type { MessageKey, MessageParams } from '../../base/messages/index.ts';
import { suggestion } from '../../base/nearest.ts';
import type { Workspace } from '../../base/workspace.ts';
import {
  type Cell,
  type CodeParent,
  cellKey,
  type Dimension,
  dimensionFrom,
  type Structure,
} from '../../disclosure/index.ts';
import { openKeys, padsOf } from '../../pipelines/index.ts';
import { type Row, type Session, sqlName, sqlString, withSession } from '../../warehouse/index.ts';
import { cellsSql, type Roles, rowsSql, unknownCode } from './count-sql.ts';
import { withImpossible } from './impossible.ts';
import { type CellWaits, checkDays, countWaits } from './waits.ts';

export interface CountRequest extends Omit<Roles, 'dimensions' | 'secret'> {
  readonly secretOf?: Roles['secret'];
  readonly file: string;
  /** All columns without another role where empty. */
  readonly dimensions: readonly string[];
  /** Dimensions of each table; one table of all dimensions where empty. */
  readonly tables: readonly (readonly string[])[];
  readonly hierarchies: ReadonlyMap<string, readonly CodeParent[]>;
  readonly sensitive: ReadonlyMap<string, readonly string[]>;
  readonly total: string;
  /** What cannot occur: a CSV of combinations of codes. */
  readonly impossible?: string | undefined;
  /** Another key file than the workspace's. */
  readonly keys?: string | undefined;
}

export interface Counted {
  readonly structure: Structure;
  readonly cells: readonly Cell[];
  readonly complaints: number;
  /** By column of days. */
  readonly waits: ReadonlyMap<string, CellWaits>;
  readonly remarks: readonly { key: MessageKey; params?: MessageParams }[];
  /** The key file, where it was made now. */
  readonly keysMade?: string;
}

const mostCells = 2_000_000;

/**
 * Counts the cells of all tables of a file, CSV or Parquet: one row a record, or a row a count.
 * @throws BuktiError `protect.*`, `pipelines.keys-*`
 */
export async function readCounts(workspace: Workspace, request: CountRequest): Promise<Counted> {
  const { file, count, keySum, id } = request;
  if (!existsSync(file)) throw new BuktiError('cli.no-file', { file }, exitStatus.input);
  return inMemory(async (session) => {
    const relation = await open(session, file);
    const roles = await readRoles(session, relation, request);
    await checkValues(session, relation, roles);
    await checkDays(session, relation, roles.waits ?? []);
    const own = request.keys === undefined ? workspace : { ...workspace, keys: request.keys };
    const made = !existsSync(own.keys);
    const { keys } = openKeys(own);
    const [k1, k2] = [padsOf(keys.k1), padsOf(keys.k2)];
    await session.run(`CREATE TEMP TABLE counted AS ${rowsSql(relation, roles)}`, [
      k1.inner,
      k1.outer,
      k2.inner,
      k2.outer,
    ]);
    await session.run(`DROP TABLE ${relation}`);
    await checkSecret(session, roles);
    const remarks: { key: MessageKey; params?: MessageParams }[] = [];
    if (count) remarks.push(...(await dropTotals(session, roles, request.total)));
    const dimensions = await readDimensions(session, roles, request);
    const tables = tablesOf(dimensions, request);
    const structure = { dimensions, tables };
    checkSize(structure);
    if (count && !keySum) remarks.push({ key: 'protect.keys-from-counts' });
    if (!count && !id) remarks.push({ key: 'protect.keys-from-rows' });
    const counted = await countCells(session, structure, roles);
    const cells =
      request.impossible === undefined
        ? counted
        : withImpossible(structure, counted, request.impossible);
    const waits = new Map<string, CellWaits>();
    for (const [index, column] of (roles.waits ?? []).entries()) {
      waits.set(column, await countWaits(session, structure, index));
    }
    const total = await session.row<{ n: number }>(
      'SELECT CAST(sum(n) AS BIGINT) AS n FROM counted',
    );
    const complaints = total?.n ?? 0;
    return {
      structure,
      cells,
      complaints,
      waits,
      remarks,
      ...(made ? { keysMade: own.keys } : {}),
    };
  });
}

/** A session of its own; what does not fit into memory is encrypted on its way out and removed at the end. */
async function inMemory<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const tempDirectory = mkdtempSync(path.join(tmpdir(), 'bukti-protect-'));
  try {
    return await withSession({ tempDirectory }, async (session) => {
      await session.run('SET temp_file_encryption = true');
      return work(session);
    });
  } finally {
    rmSync(tempDirectory, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function open(session: Session, file: string): Promise<string> {
  // DuckDB takes file names as patterns; a real `[` or `*` must not act as one.
  const name = sqlString(file.replace(/[[*?]/g, '[$&]'));
  const scan = file.toLowerCase().endsWith('.parquet')
    ? `(SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet(${name}))`
    : `read_csv(${name}, header = true, all_varchar = true, nullstr = '')`;
  try {
    await session.run(`CREATE TEMP TABLE file_rows AS SELECT * FROM ${scan}`);
  } catch {
    // What DuckDB says may quote a value.
    throw new BuktiError('protect.unreadable', { file }, exitStatus.input);
  }
  return 'file_rows';
}

async function readRoles(
  session: Session,
  relation: string,
  { file, dimensions, id, complainant, count, keySum, idSystem, secretOf, waits }: CountRequest,
): Promise<Roles> {
  const described = await session.rows<{ column_name: string }>(`DESCRIBE ${relation}`);
  const columns = described.map(({ column_name }) => column_name);
  const named = [
    ...dimensions,
    ...[id, complainant, count, keySum, secretOf?.[0]].filter((one) => one !== undefined),
    ...(waits ?? []),
  ];
  for (const column of named) {
    if (columns.includes(column)) continue;
    const params = { file, column, near: suggestion(column, columns) };
    throw new BuktiError('protect.no-column', params, exitStatus.usage);
  }
  const taken = new Set([id, complainant, count, keySum, secretOf?.[0], ...(waits ?? [])]);
  const free = columns.filter((column) => !taken.has(column));
  const own = dimensions.length > 0 ? dimensions : free;
  return { dimensions: own, id, complainant, count, keySum, idSystem, secret: secretOf, waits };
}

/** Numbers must be numbers, ids must be there and stand once. Says where, never what. */
async function checkValues(session: Session, relation: string, { id, count, keySum }: Roles) {
  for (const column of [count, keySum]) {
    if (column === undefined) continue;
    const bad = await session.row<{ rows: number; row: number }>(
      `SELECT count(*) AS rows, min(row_no) + 1 AS row FROM (SELECT *, row_number() OVER () AS row_no
       FROM ${relation}) WHERE NOT coalesce(regexp_full_match(trim(${sqlName(column)}), '[0-9]{1,15}'), false)`,
    );
    if (!bad || bad.rows === 0) continue;
    throw new BuktiError('protect.not-count', { column, ...bad }, exitStatus.input);
  }
  if (id === undefined) return;
  const name = `nullif(trim(${sqlName(id)}), '')`;
  const ids = await session.row<{ empty: number; twice: number }>(
    `SELECT count(*) FILTER (WHERE ${name} IS NULL) AS empty, count(${name}) - count(DISTINCT ${name}) AS twice
     FROM ${relation}`,
  );
  if (!ids || (ids.empty === 0 && ids.twice === 0)) return;
  throw new BuktiError('protect.bad-ids', { column: id, ...ids }, exitStatus.input);
}

/** A code that no row has protects nobody: it is misspelt. */
async function checkSecret(session: Session, { secret }: Roles): Promise<void> {
  if (!secret) return;
  const found = await session.row<{ n: number }>(
    'SELECT CAST(sum(secret) AS BIGINT) AS n FROM counted',
  );
  if ((found?.n ?? 0) > 0) return;
  const [column, code] = secret;
  throw new BuktiError('protect.no-secret', { column, code }, exitStatus.input);
}

/** Totals of a file of counts are made anew from its parts. */
async function dropTotals(session: Session, { dimensions }: Roles, total: string) {
  const isTotal = dimensions.map((_, index) => `d${index} = ${sqlString(total)}`).join(' OR ');
  const found = await session.row<{ n: number }>(
    `SELECT count(*) AS n FROM counted WHERE ${isTotal || 'false'}`,
  );
  const n = found?.n ?? 0;
  if (n === 0) return [];
  await session.run(`DELETE FROM counted WHERE ${isTotal}`);
  return [{ key: 'protect.totals-dropped' as const, params: { n } }];
}

async function readDimensions(
  session: Session,
  { dimensions }: Roles,
  { hierarchies, sensitive, total }: CountRequest,
): Promise<Dimension[]> {
  for (const [option, names] of [
    ['--hierarchy', hierarchies],
    ['--sensitive', sensitive],
  ] as const) {
    for (const column of names.keys()) {
      if (dimensions.includes(column)) continue;
      const params = { option, column, near: suggestion(column, dimensions) };
      throw new BuktiError('protect.no-dimension', params, exitStatus.usage);
    }
  }
  const found: Dimension[] = [];
  for (const [index, column] of dimensions.entries()) {
    const rows = await session.rows<{ code: string; row: number; rows: number }>(
      `SELECT d${index} AS code, min(row_no) + 1 AS row, count(*) AS rows FROM counted GROUP BY 1 ORDER BY 1`,
    );
    const given = hierarchies.get(column);
    const empty = rows.some(({ code }) => code === unknownCode);
    const pairs = given && empty ? [...given, { code: unknownCode }] : given;
    const dimension = dimensionFrom(column, pairs ?? rows.map(({ code }) => ({ code })), {
      total,
      sensitive: sensitive.get(column) ?? [],
    });
    const parents = new Set([total, ...dimension.relations.map(({ parent }) => parent)]);
    const leaves = new Set(dimension.codes.filter((code) => !parents.has(code)));
    const strange = rows.filter(({ code }) => !leaves.has(code));
    if (strange.length > 0) {
      const params = {
        column,
        rows: strange.reduce((sum, one) => sum + one.rows, 0),
        row: Math.min(...strange.map((one) => one.row)),
      };
      const key = pairs ? 'protect.not-in-hierarchy' : 'protect.total-in-rows';
      throw new BuktiError(key, params, exitStatus.input);
    }
    const unknown = (dimension.sensitive ?? []).filter((code) => !dimension.codes.includes(code));
    if (unknown[0] !== undefined) {
      const params = { column, code: unknown[0], near: suggestion(unknown[0], dimension.codes) };
      throw new BuktiError('protect.no-code', params, exitStatus.usage);
    }
    found.push(dimension);
  }
  return found;
}

function tablesOf(dimensions: readonly Dimension[], { tables }: CountRequest) {
  const names = dimensions.map(({ name }) => name);
  const wanted = tables.length > 0 ? tables : [names];
  for (const column of wanted.flat()) {
    if (names.includes(column)) continue;
    const params = { option: '--table', column, near: suggestion(column, names) };
    throw new BuktiError('protect.no-dimension', params, exitStatus.usage);
  }
  return wanted.map((own) => ({ name: own.join('-') || 'total', dimensions: own }));
}

function checkSize({ dimensions, tables }: Structure): void {
  for (const table of tables) {
    const sizes = table.dimensions.map(
      (name) => dimensions.find((one) => one.name === name)?.codes.length ?? 1,
    );
    const cells = sizes.reduce((product, size) => product * size, 1);
    if (cells <= mostCells) continue;
    throw new BuktiError('protect.too-large', { table: table.name, cells }, exitStatus.input);
  }
}

async function countCells(session: Session, structure: Structure, roles: Roles): Promise<Cell[]> {
  for (const [index, dimension] of structure.dimensions.entries()) {
    await session.run(`CREATE TEMP TABLE a${index} (leaf VARCHAR, code VARCHAR)`);
    const pairs = aboveLeaves(dimension);
    await session.appendText(`a${index}`, [
      pairs.map(([leaf]) => leaf),
      pairs.map(([, code]) => code),
    ]);
  }
  const cells = new Map<string, Cell>();
  for (const table of structure.tables) {
    const places = table.dimensions.map((name) =>
      structure.dimensions.findIndex((dimension) => dimension.name === name),
    );
    for (const row of await session.rows<Row>(cellsSql(places, roles.complainant !== undefined))) {
      const at: Record<string, string> = {};
      for (const place of places) {
        const { name, total } = structure.dimensions[place] as Dimension;
        const code = row[`c${place}`] as string;
        if (code !== total) at[name] = code;
      }
      cells.set(cellKey(at), {
        at,
        n: Number(row.n ?? 0),
        keySum: Number(row.key_sum ?? 0),
        ...(roles.secret ? { secret: Number(row.secret ?? 0) } : {}),
        ...(roles.complainant
          ? { complainants: Number(row.complainants), largest: Number(row.largest ?? 0) }
          : {}),
      });
    }
  }
  return [...cells.values()];
}

/** Each leaf with itself, every code above it and the total, each pair once. */
function aboveLeaves({ total, codes, relations }: Dimension): [leaf: string, code: string][] {
  const parents = new Map<string, string[]>();
  for (const { parent, children } of relations) {
    for (const child of children) parents.set(child, [...(parents.get(child) ?? []), parent]);
  }
  const isParent = new Set(relations.map(({ parent }) => parent));
  return codes
    .filter((code) => code !== total && !isParent.has(code))
    .flatMap((leaf) => {
      const above = new Set([leaf, total]);
      const open = [leaf];
      for (let code = open.pop(); code !== undefined; code = open.pop()) {
        for (const parent of parents.get(code) ?? []) {
          above.add(parent);
          open.push(parent);
        }
      }
      return [...above].map((code): [string, string] => [leaf, code]);
    });
}
