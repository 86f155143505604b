import { type Clock, clocks, horizons, unknownFields } from '../definitions.ts';

/**
 * Integer counts that a group can have, as SQL over the relations of relations.ts. Counts alone
 * leave the database, and they add up over groups. Beside them stand the counts of states,
 * `state_resolved` and so on, which have a part of their own in the statement.
 */
export const countSql: ReadonlyMap<string, string> = new Map([
  ['received', 'count(*)'],
  ['located', filtered('located')],
  // Without the events of forwardings there is no start, without those of answers no end.
  ['log_covered', filtered('verify_covered and respond_citizen_covered')],
  ...clocks.flatMap(clockCounts),
  ['rated', 'count(rating)'],
  ['rating_sum', 'coalesce(sum(cast(rating as bigint)), 0)'],
  ['rating_squares', 'coalesce(sum(cast(rating as bigint) * cast(rating as bigint)), 0)'],
  ...unknownFields.map((field): [string, string] => [
    `unknown_${field}`,
    filtered(`unknown_${field}`),
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

function filtered(condition: string): string {
  return `count(*) filter (where ${condition})`;
}

/** `respond_agency_*` are counted over forwardings, all others over reports. */
export function isForwardingCount(name: string): boolean {
  return name.startsWith('respond_agency_');
}

export function isStateCount(name: string): boolean {
  return name.startsWith('state_');
}
