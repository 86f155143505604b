import type { Relation } from '../../disclosure/index.ts';
import { horizons, states } from '../../metrics/index.ts';
import type { ClockMeasures, PublishedClock, TableMeasures } from './measures.ts';
import { publishedClocks } from './measures.ts';
import { type StateMeasure, stateOutcome } from './state-outcomes.ts';

/** The dimension of what became of reports: numerators, complements and denominators are its codes. */
export const outcomeName = 'outcome';
export const outcomeTotal = '_T';

/** A share of a table as codes of `outcome`. */
export interface PublishedRate {
  /** `resolved.share`, as the metrics name it. */
  readonly measure: string;
  readonly numerator: string;
  readonly complement: string;
  readonly denominator: string;
}

/** What the outcome of a table is made of. */
export interface Outcome {
  /** The total first, parents before their parts. */
  readonly codes: readonly string[];
  readonly relations: readonly Relation[];
  readonly rates: readonly PublishedRate[];
  /** SQL over the records that tells apart what this table tells apart. */
  readonly sql: string;
  /** The same of the column `o` of a record. */
  reduced(o: number): number;
  /** The codes without parts that a value of `sql` belongs to: one of each family. */
  leaves(value: number): readonly string[];
}

/** Bits of the column `o` of the records: the state, then of each clock time, horizon and limit. */
const stateBits = 3;
const clockBits = 7;
const shiftOf = (clock: PublishedClock) => stateBits + clockBits * publishedClocks.indexOf(clock);
const times = { started: 0, noTime: 1, noLog: 2 } as const;
const limits = { unjudged: 0, kept: 1, late: 2 } as const;

/** SQL of that column, over the relation of reports. */
export function outcomeColumn(clocks: readonly PublishedClock[]): string {
  const bits = clocks.map((clock) => {
    const time = `case when ${clock}_cause is not null then ${times.started}
      when ${clock}_covered then ${times.noTime} else ${times.noLog} end`;
    const reached = `case when ${clock}_cause is distinct from 1 then ${horizons.length}
      ${horizons.map((day, place) => `when ${clock}_t <= ${day} then ${place}`).join(' ')} else ${horizons.length} end`;
    const limit = `case when ${clock}_kept is null then ${limits.unjudged}
      when ${clock}_kept then ${limits.kept} else ${limits.late} end`;
    return `(((${time}) + 4 * (${reached}) + 32 * (${limit})) * ${2 ** shiftOf(clock)})`;
  });
  return `cast(${['state', ...bits].join(' + ')} as integer)`;
}

/**
 * The outcome of a table. Every family (the states; the time, the horizons and the limit of a clock) splits
 * all reports, or those whose clock started, so that whatever is shown is bound to the rest by sums.
 * @param mature working days for which all reports of the period have been followed: no share beyond it
 * @returns undefined where the table counts the reports received alone
 */
export function outcomeOf(measures: TableMeasures, mature: number): Outcome | undefined {
  const sums: [parent: string, children: string[]][] = [];
  const rates: PublishedRate[] = [];
  const families: ((value: number) => string[])[] = [];
  const values: ((o: number) => number)[] = [];
  const sql: string[] = [];
  if (measures.states.length > 0) {
    const outcome = stateOutcome(measures.states as StateMeasure[]);
    sums.push([outcomeTotal, ['valid', 'deleted']], ...outcome.sums);
    families.push((value) => [outcome.leafOf(states[value & 7] as string)]);
    sql.push('(o & 7)');
    values.push((o) => o & 7);
    for (const measure of measures.states) {
      rates.push({
        measure: `${measure}.share`,
        numerator: measure,
        complement: `not_${measure}`,
        denominator: 'valid',
      });
    }
  }
  for (const measure of measures.clocks) {
    const part = clockOutcome(measure, mature);
    sums.push(...part.sums);
    rates.push(...part.rates);
    families.push(part.leaves);
    sql.push(part.sql);
    values.push(part.reduced);
  }
  if (families.length === 0) return undefined;
  const codes = [
    ...new Set([outcomeTotal, ...sums.flatMap(([parent, parts]) => [parent, ...parts])]),
  ];
  return {
    codes,
    relations: sums.map(([parent, children]) => ({ parent, children })),
    rates,
    sql: sql.join(' + '),
    reduced: (o) => values.reduce((sum, part) => sum + part(o), 0),
    leaves: (value) => families.flatMap((family) => family(value)),
  };
}

function clockOutcome({ clock, horizons: asked, withinLimit }: ClockMeasures, mature: number) {
  const code = (name: string) => `${clock}.${name}`;
  const shift = shiftOf(clock);
  const ripe = asked.filter((day) => day <= mature);
  const sums: [parent: string, children: string[]][] = [
    [outcomeTotal, ['started', 'no_time', 'no_log'].map(code)],
  ];
  const rates: PublishedRate[] = [];
  for (const [place, day] of ripe.entries()) {
    const before = ripe[place - 1];
    const after = ripe[place + 1];
    if (before !== undefined) {
      sums.push([code(`by_${day}`), [code(`by_${before}`), between(before, day)]]);
    }
    if (after !== undefined) {
      sums.push([code(`not_by_${day}`), [between(day, after), code(`not_by_${after}`)]]);
    }
    sums.push([code('started'), [code(`by_${day}`), code(`not_by_${day}`)]]);
    rates.push({
      measure: code(`incidence_${day}`),
      numerator: code(`by_${day}`),
      complement: code(`not_by_${day}`),
      denominator: code('started'),
    });
  }
  if (withinLimit) {
    sums.push(
      [code('started'), ['judged', 'unjudged'].map(code)],
      [code('judged'), ['kept', 'late'].map(code)],
    );
    rates.push({
      measure: code('within_limit'),
      numerator: code('kept'),
      complement: code('late'),
      denominator: code('judged'),
    });
  }
  function between(before: number, day: number) {
    return code(`from_${before + 1}_to_${day}`);
  }
  // Horizons that the table does not tell apart shall not split its groups: how many were missed is enough.
  const missed = ripe.map((day) => `cast(((o >> ${shift + 2}) & 7) > ${placeOf(day)} as integer)`);
  const sql = [
    `(o & ${3 << shift})`,
    ...(missed.length > 0 ? [`(${missed.join(' + ')}) * ${4 << shift}`] : []),
    ...(withinLimit ? [`(o & ${96 << shift})`] : []),
  ].join(' + ');
  const reduced = (o: number): number => {
    const missed = ripe.filter((day) => ((o >> (shift + 2)) & 7) > placeOf(day)).length;
    return (o & (3 << shift)) + missed * (4 << shift) + (withinLimit ? o & (96 << shift) : 0);
  };
  const leaves = (value: number): string[] => {
    const bits = value >> shift;
    const time = bits & 3;
    if (time === times.noTime) return [code('no_time')];
    if (time === times.noLog) return [code('no_log')];
    const found: string[] = [];
    if (ripe.length > 0) {
      const at = (bits >> 2) & 7;
      const [before, day] = [ripe[at - 1], ripe[at]];
      if (day === undefined) found.push(code(`not_by_${ripe.at(-1)}`));
      else found.push(before === undefined ? code(`by_${day}`) : between(before, day));
    }
    if (withinLimit) {
      const limit = (bits >> 5) & 3;
      found.push(code(limit === 0 ? 'unjudged' : limit === limits.kept ? 'kept' : 'late'));
    }
    return found.length > 0 ? found : [code('started')];
  };
  return { sums, rates, sql, reduced, leaves };
}

function placeOf(day: number): number {
  return (horizons as readonly number[]).indexOf(day);
}
