import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import {
  cellKey,
  type Dimension,
  type Structure,
  topCode,
  type Waits,
} from '../../disclosure/index.ts';
import { type Row, type Session, sqlName } from '../../warehouse/index.ts';
import { parseList } from '../parse.ts';

/** Percentiles of the whole days in a column; an empty value has not come to an end. */
export interface PercentileRequest {
  readonly column: string;
  /** Of 100. */
  readonly percents: readonly number[];
}

/** Waits of every cell, by the key of the cell; never published. */
export type CellWaits = ReadonlyMap<string, Pick<Waits, 'days' | 'beyond'>>;

/** @throws BuktiError `protect.bad-percentile` */
export function percentileRequests(asked: ReadonlyMap<string, string>): PercentileRequest[] {
  return [...asked].map(([column, text]) => {
    const percents = parseList(text).map(Number);
    const isGood = (one: number) => Number.isInteger(one) && one >= 1 && one <= 99;
    if (percents.length > 0 && percents.every(isGood)) return { column, percents };
    throw new BuktiError('protect.bad-percentile', { column, text }, exitStatus.usage);
  });
}

/** @throws BuktiError `protect.not-days`: says where, never what */
export async function checkDays(session: Session, relation: string, columns: readonly string[]) {
  for (const column of columns) {
    const bad = await session.row<{ rows: number; row: number }>(
      `SELECT count(*) AS rows, min(row_no) + 1 AS row FROM (SELECT *, row_number() OVER () AS row_no
       FROM ${relation}) WHERE NOT regexp_full_match(coalesce(trim(${sqlName(column)}), ''), '[0-9]{0,6}')`,
    );
    if (!bad || bad.rows === 0) continue;
    throw new BuktiError('protect.not-days', { column, ...bad }, exitStatus.input);
  }
}

/** SQL of the columns `t0`, `t1`, ...: days, those that are told as "365 or more" together; empty for no end. */
export function daysSql(columns: readonly string[]): string {
  return columns
    .map((column, index) => {
      const days = `CAST(nullif(trim(${sqlName(column)}), '') AS INTEGER)`;
      // `least` would pass over an empty value.
      return `, CASE WHEN ${days} > ${topCode} THEN ${topCode} ELSE ${days} END AS t${index}`;
    })
    .join('');
}

/** Counts the days of one column in every cell of all tables, from `counted` and the codes above each leaf. */
export async function countWaits(
  session: Session,
  structure: Structure,
  index: number,
): Promise<CellWaits> {
  const waits = new Map<string, { days: number[]; beyond: number }>();
  for (const table of structure.tables) {
    const places = table.dimensions.map((name) =>
      structure.dimensions.findIndex((dimension) => dimension.name === name),
    );
    const own = new Map<string, { days: number[]; beyond: number }>();
    for (const row of await session.rows<Row>(waitsSql(places, index))) {
      const at: Record<string, string> = {};
      for (const place of places) {
        const { name, total } = structure.dimensions[place] as Dimension;
        const code = row[`c${place}`] as string;
        if (code !== total) at[name] = code;
      }
      const key = cellKey(at);
      const found = own.get(key) ?? { days: [], beyond: 0 };
      own.set(key, found);
      const n = Number(row.n);
      if (row.day === null) found.beyond += n;
      else {
        const day = Number(row.day);
        while (found.days.length <= day) found.days.push(0);
        found.days[day] = n;
      }
    }
    // A cell of two tables holds the same records.
    for (const [key, found] of own) waits.set(key, found);
  }
  return waits;
}

function waitsSql(places: readonly number[], index: number): string {
  const leaf = places.map((place) => `d${place}, `).join('');
  const codes = places.map((place) => `a${place}.code AS c${place}, `).join('');
  const joins = places.map((place) => `JOIN a${place} ON a${place}.leaf = d${place}`).join(' ');
  const leaves = `(SELECT ${leaf}t${index} AS day, sum(n) AS n FROM counted GROUP BY ALL)`;
  return `SELECT ${codes}day, CAST(sum(n) AS BIGINT) AS n FROM ${leaves} ${joins} GROUP BY ALL`;
}
