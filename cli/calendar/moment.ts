import { formatDate } from '../../base/dates.ts';
import type { Context } from '../context.ts';

/** `2026-10-28T09:00:00+07:00` → `28 October 2026, 09:00 WIB`. */
export function momentText(at: string, { say, lang }: Pick<Context, 'say' | 'lang'>): string {
  const [date = '', time = ''] = at.split('T');
  const clock = time.slice(0, 5);
  return say('release.at', {
    date: formatDate(date, lang),
    time: lang === 'id' ? clock.replace(':', '.') : clock,
  });
}
