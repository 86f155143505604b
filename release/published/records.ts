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
import type { RepeatAxis } from './complainants.ts';
import { type Level, notAsked } from './levels.ts';
import { type PublishedClock, publishedClocks } from './measures.ts';
import { outcomeColumn } from './outcomes.ts';
import { readLists } from './read-lists.ts';

/** More than the reports of any period, and few enough that as many of them are below 2^53. */
export const secretUnit = 2 ** 26;

/** The table of the period's reports, of the session. */
export const recordTable = 'published_record';

export interface RecordColumns {
  /** Codes of each column of a dimension, by the number that stands in the table; -1 is `not_asked`. */
  codes: ReadonlyMap<DimensionName, readonly string[]>;
  /** Reports of those who have several; absent where no source declares the reporter's id. */
  repeats: RepeatRecords | undefined;
  /** Clocks whose events some source has. */
  clocks: readonly PublishedClock[];
}

/** Reports of complainants with several in the period, each person's together. */
interface RepeatRecords {
  /** Where the reports of each person begin; the end of the last at the end. */
  starts: Uint32Array;
  /** Numbers of the columns and `o`, by report. */
  columns: ReadonlyMap<string, Float64Array>;
  /** Of a level, what each report counts for: the same in every table. */
  above: Map<Level, RepeatAxis>;
}

export function columnOf(dimension: DimensionName): string {
  return `c_${dimension}`;
}

/**
 * Makes the reports of a period once for all tables, narrow: codes as numbers, `o` (outcomes.ts), the
 * clocks' days, `k` (the first 32 bits of the record key), `w` (1, and `secretUnit` more where it is secret, so that
 * one sum counts both), `person` (where the complainant has several reports).
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
      ...(isProtected
        ? [
            'cast(short_record_key as bigint) as k',
            `case when own_anonymity = 'rahasia' then ${1 + secretUnit} else 1 end as w`,
          ]
        : []),
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
  const codes = dimensions.map(columnOf);
  // Three codes of 16 bits in one number: there are many rows, and each number is handed over by itself.
  const packs = codes.flatMap((_, place) =>
    place % 3 === 0 ? [codes.slice(place, place + 3)] : [],
  );
  const packed = packs.map((own) =>
    own.map((name, place) => `(${name}::bigint + 1) * ${65536 ** place}`).join(' + '),
  );
  const { values } = await readLists(
    session,
    `select ${[...packed, 'o'].join(', ')}, person from temp.${recordTable} where person is not null`,
  );
  const person = values.pop() ?? new Float64Array();
  const { starts, order } = byPerson(person);
  const sorted = (list: Float64Array) => {
    const found = new Float64Array(order.length);
    for (let row = 0; row < order.length; row++) found[row] = list[order[row] as number] as number;
    return found;
  };
  const columns = new Map([['o', sorted(values.pop() ?? person)]]);
  for (const [pack, own] of packs.entries()) {
    const list = sorted(values[pack] ?? person);
    for (const [place, name] of own.entries()) {
      const unit = 65536 ** place;
      columns.set(
        name,
        list.map((value) => (Math.floor(value / unit) % 65536) - 1),
      );
    }
  }
  return { starts, columns, above: new Map() };
}

/** Rows of people with several, those of one together; most have one here and others in other periods. */
function byPerson(person: Float64Array): { starts: Uint32Array; order: Uint32Array } {
  const { length } = person;
  // Person and row in one number, so that they are sorted as they lie in memory: far below 2^53 for any warehouse.
  const sorted = new Float64Array(length);
  for (let row = 0; row < length; row++) sorted[row] = (person[row] as number) * length + row;
  sorted.sort();
  const starts = [0];
  const order = new Uint32Array(length);
  let end = 0;
  for (let from = 0; from < length; ) {
    const one = Math.floor((sorted[from] as number) / length);
    let to = from + 1;
    while (to < length && (sorted[to] as number) < (one + 1) * length) to += 1;
    if (to - from > 1) {
      for (let at = from; at < to; at++) {
        order[end] = (sorted[at] as number) - one * length;
        end += 1;
      }
      starts.push(end);
    }
    from = to;
  }
  return { starts: Uint32Array.from(starts), order: order.subarray(0, end) };
}
