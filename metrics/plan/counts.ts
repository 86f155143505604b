import { type Clock, clocks, horizons, unknownFields } from '../definitions.ts';

/**
 * Every integer count that a group can have, as SQL over the relations of relations.ts. Counts alone
 * leave the database, and they add up over groups.
 */
export const countSql: ReadonlyMap<string, string> = new Map([
  ['received', 'count(*)'],
  ['located', 'count(*) filter (where located)'],
  ...[
    'resolved',
    'archived',
    'postponed',
    'open_within',
    'open_beyond',
    'withdrawn',
    'deleted',
    'unknown',
  ].map((state): [string, string] => [
    `state_${state}`,
    `count(*) filter (where state = '${state}')`,
  ]),
  ...clocks.flatMap(clockCounts),
  ['rated', 'count(rating)'],
  ['rating_sum', 'coalesce(sum(cast(rating as bigint)), 0)'],
  ['rating_squares', 'coalesce(sum(cast(rating as bigint) * cast(rating as bigint)), 0)'],
  ...unknownFields.map((field): [string, string] => [
    `unknown_${field}`,
    `count(*) filter (where unknown_${field})`,
  ]),
]);

function clockCounts(clock: Clock): [string, string][] {
  const timed = `${clock}_cause is not null`;
  const judged = `${timed} and followup >= ${clock}_limit`;
  const kept = `${judged} and ${clock}_cause = 1 and ${clock}_t <= ${clock}_limit`;
  const filtered = (name: string, condition: string): [string, string] => [
    `${clock}_${name}`,
    `count(*) filter (where ${condition})`,
  ];
  return [
    filtered('started', timed),
    filtered('limited', `${timed} and ${clock}_limit is not null`),
    filtered('judged', judged),
    filtered('kept', kept),
    ...horizons.map((day) => filtered(`by_${day}`, `${clock}_cause = 1 and ${clock}_t <= ${day}`)),
    // Reports whose source has such events at all: what the coverage of the event log is counted by.
    filtered('covered', `${clock}_time <> 'not_available'`),
    ...['time_unknown', 'time_invalid', 'calendar_missing'].map((status) =>
      filtered(status, `${clock}_time = '${status}'`),
    ),
  ];
}

/** `respond_agency_*` are counted over forwardings, all others over reports. */
export function isForwardingCount(name: string): boolean {
  return name.startsWith('respond_agency_');
}
