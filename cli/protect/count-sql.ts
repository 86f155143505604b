import { hmacSql } from '../../pipelines/index.ts';
import { sqlName, sqlString } from '../../warehouse/index.ts';
import { daysSql } from './waits.ts';

/** What each column of the file is. */
export interface Roles {
  readonly dimensions: readonly string[];
  readonly id?: string | undefined;
  readonly complainant?: string | undefined;
  /** Of a file of counts: how many complaints, and the sum of their record keys. */
  readonly count?: string | undefined;
  readonly keySum?: string | undefined;
  /** Column and code of secret records. */
  readonly secret?: readonly [column: string, code: string] | undefined;
  /** Columns of whole days. */
  readonly waits?: readonly string[] | undefined;
  /** Register that issued the ids. */
  readonly idSystem: string;
}

/** An empty value is a code of its own (SDMX: unknown). */
export const unknownCode = '_U';

const codeOf = (name: string) =>
  `coalesce(nullif(trim(${sqlName(name)}), ''), ${sqlString(unknownCode)})`;
const first32 = (uuid: string) => `CAST('0x' || left(CAST(${uuid} AS VARCHAR), 8) AS UBIGINT)`;

/**
 * SQL of the rows with codes `d0`, `d1`, ..., complaints `n`, those that are secret among them `secret`, days `t0`,
 * `t1`, ..., record key `key` and complainant `who`. An
 * id gets the record key that it has in the warehouse. Parameters: pads of k1 ($1, $2) and of k2 ($3, $4).
 * @param relation FROM clause with every column as VARCHAR
 */
export function rowsSql(relation: string, roles: Roles): string {
  const { dimensions, id, complainant, count, keySum, idSystem } = roles;
  const codes = dimensions.map((name, index) => `${codeOf(name)} AS d${index}`).join(', ');
  const all = [...dimensions.map(codeOf), ...(complainant ? [codeOf(complainant)] : [])].join(
    ` || chr(31) || `,
  );
  const n = count ? `CAST(${sqlName(count)} AS UBIGINT)` : 'CAST(1 AS UBIGINT)';
  const isSecret = roles.secret
    ? `CASE WHEN ${codeOf(roles.secret[0])} = ${sqlString(roles.secret[1])} THEN ${n} ELSE 0 END`
    : '0';
  const same = `CAST(row_number() OVER (PARTITION BY ${all}) AS VARCHAR)`;
  const key = keySum
    ? `CAST(${sqlName(keySum)} AS UBIGINT)`
    : count
      ? first32(hmacSql(`'protect|count|' || ${all} || chr(31) || CAST(${n} AS VARCHAR)`, 3, 4))
      : id
        ? first32(
            hmacSql(
              `CAST(${hmacSql(`${sqlString(`${idSystem}|`)} || trim(${sqlName(id)})`, 1, 2)} AS VARCHAR)`,
              3,
              4,
            ),
          )
        : first32(hmacSql(`'protect|row|' || ${all} || chr(31) || same`, 3, 4));
  const who = complainant
    ? `coalesce(hash(nullif(trim(${sqlName(complainant)}), '')), hash(row_no, 'unknown'))`
    : 'NULL';
  const numbered = `SELECT *, row_number() OVER () AS row_no${id || count ? '' : `, ${same} AS same`} FROM ${relation}`;
  // A number that always holds, so that no pad is a parameter without a place.
  const pads = 'length($1) + length($2) + length($3) + length($4) >= 0';
  return `SELECT row_no, ${codes}, ${n} AS n, CAST(${isSecret} AS UBIGINT) AS secret${daysSql(roles.waits ?? [])}, ${key} AS key, ${who} AS who FROM (${numbered}) WHERE ${pads}`;
}

/** SQL of one table's cells: every row counts at its own codes and at all above them (`a0`, `a1`, ...). */
export function cellsSql(places: readonly number[], withComplainants: boolean): string {
  const leaf = places.map((place) => `d${place}`);
  const own = leaf.length > 0 ? `, ${leaf.join(', ')}` : '';
  const codes = places.map((place) => `a${place}.code AS c${place}`);
  const joins = places.map((place) => `JOIN a${place} ON a${place}.leaf = d${place}`).join(' ');
  const by = [...places.map((place) => `c${place}`), ...(withComplainants ? ['who'] : [])];
  const grouped = by.length > 0 ? `GROUP BY ${by.join(', ')}` : '';
  const leaves = `(SELECT who, sum(n) AS n, sum(secret) AS secret, sum(key) AS key${own} FROM counted GROUP BY who${own})`;
  const each = `SELECT ${[...codes, ...(withComplainants ? ['who'] : [])].map((one) => `${one}, `).join('')}
    sum(n) AS n, sum(secret) AS secret, sum(key) AS key FROM ${leaves} ${joins} ${grouped}`;
  const names = places.map((place) => `c${place}`);
  const list = names.map((name) => `${name}, `).join('');
  const group = names.length > 0 ? `GROUP BY ${names.join(', ')}` : '';
  const complainants = withComplainants ? ', count(*) AS complainants, max(n) AS largest' : '';
  return `SELECT ${list}CAST(sum(n) AS BIGINT) AS n, CAST(sum(key) % 4294967296 AS BIGINT) AS key_sum,
    CAST(sum(secret) AS BIGINT) AS secret
    ${complainants.replace('max(n)', 'CAST(max(n) AS BIGINT)')} FROM (${each}) ${group}`;
}
