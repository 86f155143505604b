import type { Period } from '../../base/index.ts';
import {
  type Cohort,
  cutRecords,
  type DimensionName,
  type MetricsContext,
  reasonStates,
  states,
} from '../../metrics/index.ts';
import { type Session, sqlString } from '../../warehouse/index.ts';
import { type Level, notAsked } from './levels.ts';
import { type PublishedClock, publishedClocks } from './measures.ts';
import { outcomeColumn } from './outcomes.ts';
import { readLists } from './read-lists.ts';

/** The table of the period's reports, of the session. */
export const recordTable = 'published_record';

export interface RecordColumns {
  /** Codes of each column of a dimension, by the number that stands in the table; -1 is `not_asked`. */
  codes: ReadonlyMap<DimensionName, readonly string[]>;
  /** Reports of those who have several, in this period or others; absent where no source declares the reporter's id. */
  repeats: RepeatRecords | undefined;
  /** Clocks whose events some source has. */
  clocks: readonly PublishedClock[];
}

/** Reports of complainants with several, maybe in other periods, each person's together. */
export interface RepeatRecords {
  /** Where the reports of each person begin; the end of the last at the end. */
  starts: Uint32Array;
  /** Numbers of the columns and `o`, by report. */
  columns: ReadonlyMap<string, Float64Array>;
  /** Of a level, for each report, the codes it counts for: the same in every table. */
  above: Map<Level, readonly (readonly number[])[]>;
}

export function columnOf(dimension: DimensionName): string {
  return `c_${dimension}`;
}

/**
 * Makes the reports of a period once for all tables, narrow: codes as numbers, `o` (outcomes.ts), the
 * clocks' days, `k` (the first 32 bits of the record key), `is_secret`, `person`
 * (where the complainant has several reports).
 * @param isProtected false: counts alone, what the tables would cost without protection
 */
export async function makeRecords(
  session: Session,
  context: MetricsContext,
  {
    period,
    asOf,
    levels,
    isProtected,
  }: {
    period: Period;
    asOf: 'own' | string;
    levels: readonly Level[];
    isProtected: boolean;
  },
): Promise<{ cohort: Cohort; columns: RecordColumns }> {
  const codes = new Map<DimensionName, readonly string[]>();
  for (const { columns, values } of levels) {
    for (const [place, name] of columns.entries()) codes.set(name, values[place] as string[]);
  }
  for (const [name, list] of codes) {
    const type = `temp.published_${name}`;
    await session.run(`drop type if exists ${type}`);
    await session.run(
      `create temp type published_${name} as enum (${list.map(sqlString).join(', ')})`,
    );
  }
  const hasComplainants = isProtected && (await anyComplainant(session));
  const cohort = await cutRecords(session, context, {
    table: recordTable,
    period: period.id,
    asOf,
    by: [...codes.keys()],
    clocks: publishedClocks,
    extra: [
      ...(isProtected ? ['f.short_record_key', 'f.anonymity as own_anonymity'] : []),
      ...(hasComplainants ? ['f.repeat_complainant_key'] : []),
    ],
    columns: [
      ...[...codes.keys()].map(codeColumn),
      `${outcomeColumn(publishedClocks)} as o`,
      ...publishedClocks.flatMap((clock) => [
        `cast(${clock}_t as smallint) as ${clock}_t`,
        `${clock}_cause`,
      ]),
      ...(isProtected ? ['short_record_key as k', `own_anonymity = 'rahasia' as is_secret`] : []),
      ...(hasComplainants ? ['repeat_complainant_key as person'] : []),
    ],
  });
  const repeats = hasComplainants ? await readRepeats(session, [...codes.keys()]) : undefined;
  return { cohort, columns: { codes, repeats, clocks: await coveredClocks(session) } };
}

function codeColumn(name: DimensionName): string {
  const code = `cast(enum_code(cast(${name} as published_${name})) as smallint)`;
  if (name !== 'reason') return `${code} as ${columnOf(name)}`;
  const asking = states.flatMap((state, place) =>
    (reasonStates as readonly string[]).includes(state) ? [place] : [],
  );
  // The reason of a report that none is asked for says nothing.
  return `cast(case when state in (${asking.join(', ')}) then enum_code(try_cast(${name} as published_${name}))
    else -1 end as smallint) as ${columnOf(name)}`;
}

/** The text of a code of a column. */
export function codeAt({ codes }: RecordColumns, name: DimensionName, value: number): string {
  return value < 0 ? notAsked : ((codes.get(name) as readonly string[])[value] as string);
}

async function anyComplainant(session: Session): Promise<boolean> {
  const row = await session.row<{ any: boolean }>(
    'select exists (from fct_complaint where complainant_key is not null) as any',
  );
  return row?.any ?? false;
}

/** Without events a clock does not exist, which is not the same as a time that cannot be read. */
async function coveredClocks(session: Session): Promise<PublishedClock[]> {
  const noLog = (clock: PublishedClock) =>
    `coalesce(bool_or(((o >> ${3 + 7 * publishedClocks.indexOf(clock)}) & 3) <> 2), false)`;
  const row = await session.row<Record<string, boolean>>(
    `select ${publishedClocks.map((clock) => `${noLog(clock)} as ${clock}`).join(', ')} from ${recordTable}`,
  );
  return publishedClocks.filter((clock) => row?.[clock]);
}

async function readRepeats(
  session: Session,
  dimensions: readonly DimensionName[],
): Promise<RepeatRecords> {
  const names = [...dimensions.map(columnOf), 'o'];
  const { values, length } = await readLists(
    session,
    `select ${names.join(', ')}, dense_rank() over (order by person) as person
    from temp.${recordTable} where person is not null`,
  );
  const person = values.pop() ?? new Float64Array();
  // In parallel rows come in any order: they are put where their person's begin.
  const starts = new Uint32Array(person.reduce((most, one) => Math.max(most, one), 0) + 1);
  for (const number of person) starts[number] = (starts[number] as number) + 1;
  for (let at = 1; at < starts.length; at++) {
    starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  }
  const next = starts.slice();
  const order = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const at = next[(person[row] as number) - 1] as number;
    order[at] = row;
    next[(person[row] as number) - 1] = at + 1;
  }
  const sorted = (list: Float64Array) => Float64Array.from(order, (row) => list[row] as number);
  const columns = new Map(names.map((name, place) => [name, sorted(values[place] ?? person)]));
  return { starts, columns, above: new Map() };
}
