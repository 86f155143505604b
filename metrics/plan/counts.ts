import {
  type Clock,
  clockRelation,
  clocks,
  horizons,
  type RelationName,
  states,
  unknownFields,
} from '../definitions.ts';

/**
 * Integer counts that a group can have, as SQL over the relations of relations/. Counts alone
 * leave the database, and they add up over groups.
 */
const countSql: ReadonlyMap<string, string> = new Map([
  ['received', 'count(*)'],
  ['located', filtered('located')],
  // Without the events of forwardings there is no start, without those of answers no end.
  ['log_covered', filtered('verify_covered and respond_citizen_covered')],
  ...clocks.flatMap(clockCounts),
  ...states.map((state, position): [string, string] => [
    `state_${state}`,
    filtered(`state = ${position}`),
  ]),
  ['forwarding_count', 'count(*)'],
  ['returned_count', filtered('returned')],
  ['rated', 'count(rating)'],
  ['rating_sum', 'coalesce(sum(cast(rating as bigint)), 0)'],
  ['rating_squares', 'coalesce(sum(cast(rating as bigint) * cast(rating as bigint)), 0)'],
  ...unknownFields.map((field): [string, string] => [
    `unknown_${field}`,
    filtered(`unknown_${field}`),
  ]),
  ['bounded', 'count(bound_state)'],
  ...horizons.flatMap((day): [string, string][] => [
    [`bounded_surely_${day}`, filtered(`bound_state = 1 and bound_latest <= ${day}`)],
    [`bounded_maybe_${day}`, filtered(`bound_state < 2 and bound_earliest <= ${day}`)],
  ]),
]);

function clockCounts(clock: Clock): [string, string][] {
  const counts: [name: string, sql: string][] = [
    ['started', `count(${clock}_cause)`],
    ['limited', filtered(`${clock}_limited`)],
    ['judged', `count(${clock}_kept)`],
    ['kept', filtered(`${clock}_kept`)],
    // Reports whose source has such events at all: what the coverage of the event log is counted by.
    ['covered', filtered(`${clock}_covered`)],
    ...horizons.map((day): [string, string] => [
      `by_${day}`,
      filtered(`${clock}_cause = 1 and ${clock}_t <= ${day}`),
    ]),
    ...['time_unknown', 'time_invalid', 'calendar_missing'].map((status): [string, string] => [
      status,
      filtered(`${clock}_time = '${status}'`),
    ]),
  ];
  return counts.map(([name, sql]) => [`${clock}_${name}`, sql]);
}

export function filtered(condition: string): string {
  return `count(*) filter (where ${condition})`;
}

/** The SQL of a count. */
export function sqlOfCount(name: string): string {
  const sql = countSql.get(name);
  if (sql === undefined) throw new Error(`No count is named ${name}.`);
  return sql;
}

/** What a count is taken over. */
export function relationOf(count: string): RelationName {
  if (count === 'forwarding_count' || count === 'returned_count') return 'forwarding';
  const clock = clocks.find((one) => count.startsWith(`${one}_`) && !resolveNetOf(one, count));
  return clock ? clockRelation[clock] : 'complaint';
}

/** `resolve_net_started` starts with `resolve_` too; both are of reports. */
function resolveNetOf(clock: Clock, count: string): boolean {
  return clock === 'resolve' && count.startsWith('resolve_net_');
}

export function isStateCount(name: string): boolean {
  return name.startsWith('state_');
}
