import type { Context } from './context.ts';

interface DatedEvent {
  month: string;
  id: string;
  en: string;
}

const lebaran = (...months: string[]): DatedEvent[] =>
  months.map((month) => ({ month, id: 'Lebaran', en: 'Lebaran' }));

/**
 * What a reader of a monthly line must know. Lebaran: the month that holds most of the holidays and
 * collective leave around Idul Fitri in the joint ministerial decrees; the cabinet of 2024 took its
 * oath on 21 October 2024.
 */
export const events: readonly DatedEvent[] = [
  ...lebaran('2013-08', '2014-07', '2015-07', '2016-07', '2017-06', '2018-06', '2019-06'),
  ...lebaran(
    '2020-05',
    '2021-05',
    '2022-05',
    '2023-04',
    '2024-04',
    '2025-04',
    '2026-03',
    '2027-03',
  ),
  { month: '2024-10', id: 'Kabinet baru', en: 'New cabinet' },
];

/** Marks for a chart by month; none where the source keeps a calendar of its own. */
export function eventsWithin(context: Context): { period: string; label: string }[] {
  const { calendars } = context.release.manifest;
  if (calendars.some((calendar) => calendar !== 'indonesia')) return [];
  return events.map((event) => ({ period: event.month, label: event[context.lang] }));
}
