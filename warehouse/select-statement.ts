/** Where in a text something stands: line and column, both from 1. */
export interface TextPlace {
  line: number;
  column: number;
}

/** Why a statement is not run; `name` is what of it is not allowed. */
export interface Refusal {
  kind: 'not-select' | 'several' | 'empty' | 'qualified' | 'unknown-table' | 'function' | 'part';
  name: string;
  /** Offset into the text; `undefined` where the parser does not tell. */
  offset: number | undefined;
}

/** DuckDB's own parse of a text, as `json_serialize_sql` gives it. */
export interface ParsedSql {
  error: boolean;
  error_type?: string;
  error_message?: string;
  position?: string;
  statements?: unknown[];
}

/** Functions that give tables and read nothing but their arguments. */
const tableFunctions = ['unnest', 'range', 'generate_series', 'json_each', 'json_tree', 'repeat'];

/** Functions that look outside the query: files, settings, other statements. */
const refusedFunction =
  /^(getenv|getvariable|current_setting|query|query_table|json_execute|read_|parquet_|glob$|sniff_|which_secret|duckdb_|pragma_|write_log|nextval|currval)/;

/** Parts that a SELECT may be made of; whatever else DuckDB learns to parse is refused until looked at. */
const parts = new Set([
  'SELECT_NODE',
  'SET_OPERATION_NODE',
  'RECURSIVE_CTE_NODE',
  'CTE_NODE',
  'EMPTY',
  'BASE_TABLE',
  'SUBQUERY',
  'JOIN',
  'EXPRESSION_LIST',
  'TABLE_FUNCTION',
  'ORDER_MODIFIER',
  'LIMIT_MODIFIER',
  'LIMIT_PERCENT_MODIFIER',
  'DISTINCT_MODIFIER',
  'ORDER_DEFAULT',
  'ASCENDING',
  'DESCENDING',
]);

type Node = { [key: string]: unknown };

/**
 * Reads a parse and says why it may not run: it must be one SELECT over the given tables and its own
 * WITH names, no name qualified by a database or schema, no function that reads anything else.
 * @param tables names that may stand after FROM
 * @param reserved names of the database's own views, which no WITH may bear
 * @returns the tables it reads, or the first refusal
 */
export function checkSelect(
  parsed: ParsedSql,
  tables: ReadonlySet<string>,
  reserved: ReadonlySet<string>,
): { tables: Set<string> } | { refusal: Refusal } {
  const statements = parsed.statements ?? [];
  if (parsed.error) return refuse('not-select', '', undefined);
  if (statements.length === 0) return refuse('empty', '', undefined);
  if (statements.length > 1) return refuse('several', '', undefined);
  const nodes = allNodes(statements[0]);
  const own = new Set<string>();
  for (const node of nodes) {
    for (const name of cteNames(node)) {
      if (!/^\w+$/.test(name) || reserved.has(name)) return refuse('part', name, undefined);
      own.add(name);
    }
  }
  const used = new Set<string>();
  for (const node of nodes) {
    const refusal = refusalOf(node, tables, own);
    if (refusal) return { refusal };
    const table = tableOf(node);
    if (table !== undefined && !own.has(table)) used.add(table);
  }
  return { tables: used };
}

function refusalOf(
  node: Node,
  tables: ReadonlySet<string>,
  own: ReadonlySet<string>,
): Refusal | undefined {
  const { type } = node;
  const offset = typeof node.query_location === 'number' ? node.query_location : undefined;
  if (node.class === undefined && typeof type === 'string' && !isPart(type)) {
    const name = type === 'SHOW_REF' ? 'show, describe, summarize' : type.toLowerCase();
    return { kind: 'part', name, offset };
  }
  const qualifier = [node.catalog_name, node.schema_name, node.catalog].find(Boolean);
  if (typeof qualifier === 'string') {
    const last = node.table_name ?? node.function_name;
    return { kind: 'qualified', name: `${qualifier}.${last}`, offset };
  }
  const table = tableOf(node);
  if (table !== undefined && !tables.has(table) && !own.has(table)) {
    return { kind: 'unknown-table', name: table, offset };
  }
  if (type === 'TABLE_FUNCTION') {
    const name = functionName(node.function as Node | undefined);
    if (!tableFunctions.includes(name)) return { kind: 'function', name, offset };
  }
  if (node.class === 'FUNCTION' || 'function_name' in node) {
    const name = functionName(node);
    const schema = node.schema ?? '';
    if (schema !== '' && schema !== 'main') {
      return { kind: 'qualified', name: `${schema}.${name}`, offset };
    }
    if (refusedFunction.test(name)) return { kind: 'function', name, offset };
  }
  return undefined;
}

const isPart = (type: string) => parts.has(type) || type.endsWith('_TYPE_INFO');

/** Unquoted names are the same in any case. */
function tableOf(node: Node): string | undefined {
  return typeof node.table_name === 'string' && node.class === undefined
    ? node.table_name.toLowerCase()
    : undefined;
}

function functionName(node: Node | undefined): string {
  return String(node?.function_name ?? node?.type ?? '').toLowerCase();
}

function cteNames(node: Node): string[] {
  const map = (node.cte_map as { map?: { key?: unknown }[] } | undefined)?.map ?? [];
  return map.map(({ key }) => String(key).toLowerCase());
}

function allNodes(root: unknown): Node[] {
  const found: Node[] = [];
  const waiting = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) found.push(next as Node);
    waiting.push(...Object.values(next));
  }
  return found;
}

function refuse(kind: Refusal['kind'], name: string, offset: number | undefined) {
  return { refusal: { kind, name, offset } };
}

/** Line and column of an offset in bytes, as a parsed statement has them. */
export function placeAt(sql: string, offset: number): TextPlace {
  const before = Buffer.from(sql).subarray(0, offset).toString();
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
