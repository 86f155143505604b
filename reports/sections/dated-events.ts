import type { Context } from './context.ts';

interface DatedEvent {
  month: string;
  id: string;
  en: string;
}

/**
 * What a reader of a monthly line must know. Lebaran: the month that holds most of the holidays and
 * collective leave around Idul Fitri in the joint ministerial decrees; the cabinet of 2024 took its
 * oath on 21 October 2024.
 */
const events: DatedEvent[] = [
  { month: '2021-05', id: 'Lebaran', en: 'Lebaran' },
  { month: '2022-05', id: 'Lebaran', en: 'Lebaran' },
  { month: '2023-04', id: 'Lebaran', en: 'Lebaran' },
  { month: '2024-04', id: 'Lebaran', en: 'Lebaran' },
  { month: '2024-10', id: 'Kabinet baru', en: 'New cabinet' },
  { month: '2025-04', id: 'Lebaran', en: 'Lebaran' },
  { month: '2026-03', id: 'Lebaran', en: 'Lebaran' },
  { month: '2027-03', id: 'Lebaran', en: 'Lebaran' },
];

/** Marks for a chart by month; none where the source keeps a calendar of its own. */
export function eventsWithin(context: Context): { period: string; label: string }[] {
  const { calendars } = context.release.manifest;
  if (calendars.some((calendar) => calendar !== 'indonesia')) return [];
  return events.map((event) => ({ period: event.month, label: event[context.lang] }));
}
