import { BuktiError, exitStatus } from '../base/index.ts';
import { suggestion } from '../base/nearest.ts';
import { openStatuses, type QueryDimension, states } from './definitions.ts';
import { type DimensionName, dimensionNames } from './types.ts';

/** Dimensions that a query can be grouped or filtered by; `day` and `field` come of the metric. */
export const queryDimensions = dimensionNames.filter(
  (name): name is QueryDimension => name !== 'day' && name !== 'field',
);

export const timeDimensions = ['year', 'quarter', 'month'] as const;
export type TimeDimension = (typeof timeDimensions)[number];

export function isTime(name: DimensionName): name is TimeDimension {
  return (timeDimensions as readonly string[]).includes(name);
}

/** Dimensions of a report's state on the as-of day, whoever the agency of the row is. */
export const stateDimensionsOfReport: readonly DimensionName[] = [
  'derived_reason',
  'reason',
  'status',
];

/** Dimensions of whoever is responsible, or was forwarded to. */
export const agencyDimensions: readonly DimensionName[] = ['agency', 'agency_type', 'coordinator'];

/** Those, and who is responsible. */
export const stateDimensions: readonly DimensionName[] = [
  ...stateDimensionsOfReport,
  ...agencyDimensions,
];

/** Dimensions that need the coordination of agencies and sectors. */
export const coordinationDimensions: readonly DimensionName[] = ['coordinator'];

const aliases: Record<string, DimensionName> = { gender: 'sex' };

/**
 * The dimension that a person typed; `gender` is `sex`.
 * @throws BuktiError `metrics.unknown-dimension` with the nearest ones
 */
export function dimension(text: string): QueryDimension {
  const name = aliases[text] ?? text;
  const known = queryDimensions.find((one) => one === name);
  if (known) return known;
  const list = suggestion(text, [...queryDimensions, ...Object.keys(aliases)]);
  throw new BuktiError('metrics.unknown-dimension', { name: text, known: list }, exitStatus.usage);
}

/**
 * The dimension of a filter that a person typed: those of `dimension`, and `field`, which fields of the
 * `unknown` share are given.
 * @throws BuktiError `metrics.unknown-dimension` with the nearest ones
 */
export function filterDimension(text: string): DimensionName {
  return text === 'field' ? text : dimension(text);
}

const open = `s.status in (${openStatuses.map((status) => `'${status}'`).join(', ')})`;
const followup = `(case f.calendar when 'weekdays' then c.w_weekdays else c.w_indonesia end - f.submitted_w)`;

// An open report whose limit cannot be judged is not called late.
const stateName = `case when ${open}
    then case when ${followup} > f.resolve_limit then 'open_beyond' else 'open_within' end
    else coalesce(s.status, 'unknown') end`;

/** The state as its position in `states`. */
export const stateColumn = `cast(case ${stateName} ${states
  .map((state, position) => `when '${state}' then ${position}`)
  .join(' ')} else ${states.indexOf('unknown')} end as tinyint)`;

/**
 * Why a report is not resolved as its course shows: open beyond the limit without any response, or
 * with one; postponed; archived. `none` for the others.
 */
const derivedReason = `case
    when s.status in ('postponed', 'archived') then s.status
    when ${open} and ${followup} > f.resolve_limit then
      case when f.respond_citizen_time_status = 'not_available' then 'unknown'
        when f.respond_citizen_end_cause = 'responded' and f.respond_citizen_end_date <= c.as_of
        then 'in_process_beyond' else 'no_response_beyond' end
    else 'none' end`;

/** How often agencies had given it back by the as-of day. */
const returns = `case when not f.has_events then 'unknown'
    when f.return_3_date <= c.as_of then '3+' when f.return_2_date <= c.as_of then '2'
    when f.return_1_date <= c.as_of then '1' else '0' end`;

function coordinator(agency: string, type: string): string {
  return `case when coalesce(${agency}, 'unknown') = 'unknown' then 'unknown'
    else coalesce(ka.code, case when ${type} in ('provinsi', 'kabupaten', 'kota') then ks.code end,
      'none') end`;
}

/** Where a dimension stands in fct_complaint (`f`), its state (`s`), its coordination, cohort (`c`). */
export const complaintColumns: Record<DimensionName, string> = {
  age_band: 'f.age_band',
  agency: `coalesce(s.agency_code, 'unknown')`,
  agency_type: `coalesce(s.agency_type, 'unknown')`,
  anonymity: 'f.anonymity',
  category: 'f.category_code',
  channel: 'f.channel',
  classification: 'f.classification',
  coordinator: coordinator('s.agency_code', 's.agency_type'),
  day: 'null',
  derived_reason: derivedReason,
  disability: 'f.disability',
  field: 'null',
  month: 'f.month',
  province: 'f.province_code',
  quarter: 'f.quarter',
  // An open report carries no reason in any source: none was given for its being late.
  reason: `case when ${open}
    then coalesce(nullif(s.reason, 'unknown'), 'none_given') else coalesce(s.reason, 'none_given') end`,
  regency: 'f.regency_code',
  regency_kind: 'f.regency_kind',
  returns,
  sector: 'f.sector',
  sex: 'f.sex',
  status: stateName,
  year: 'cast(f.year as varchar)',
};

/** The same for a forwarding or a resolution (`g`): its own start and agency, the rest of its report. */
export const forwardingColumns: Record<DimensionName, string> = {
  ...complaintColumns,
  agency: 'g.agency_code',
  agency_type: 'g.agency_type',
  coordinator: coordinator('g.agency_code', 'g.agency_type'),
  month: 'g.month',
  quarter: 'g.quarter',
  year: 'cast(g.year as varchar)',
};
