import { existsSync } from 'node:fs';
import type { Workspace } from '../../base/index.ts';
import { internalFolder, sealedVersions } from '../places.ts';
import { type Announcement, readCalendar } from './calendar-file.ts';

/** When the public may have a quarter, and whether that time has come. */
export interface Embargo {
  period: string;
  /** `2026-10-28T09:00:00+07:00` */
  until: string;
  /** Nothing public of the quarter may be shown, served or handed on. */
  holds: boolean;
}

/**
 * What the release calendar says of a quarter: ask before anything public of it is written to a place
 * that the public reads, served or linked. A further version of a quarter whose time has come is under no
 * embargo: corrections are not held back.
 * @param period `2026Q3`
 * @param now the clock; the one thing about a release that depends on it
 * @returns null where the quarter is not announced
 * @throws BuktiError those of `readCalendar`
 */
export function embargoOf(
  workspace: Workspace,
  period: string,
  now: Date = new Date(),
): Embargo | null {
  const announced = readCalendar(workspace).find((one) => one.period === period);
  if (!announced) return null;
  const { at: until } = announced;
  return { period, until, holds: now.getTime() < Date.parse(until) };
}

/**
 * `announced`: nothing is sealed yet; `embargo`: sealed, and its time has not come; `due`: its time has
 * come; `overdue`: its time has come and nothing is sealed.
 */
type ReleaseState = 'announced' | 'embargo' | 'due' | 'overdue';

export interface CalendarEntry extends Announcement {
  state: ReleaseState;
  /** The newest sealed version. */
  version: number | null;
}

/** The calendar, with where each quarter stands. */
export function calendarOf(workspace: Workspace, now: Date = new Date()): CalendarEntry[] {
  return readCalendar(workspace).map((one) => {
    const version =
      sealedVersions(workspace, one.period)
        .filter((number) => existsSync(internalFolder(workspace, one.period, number)))
        .at(-1) ?? null;
    const come = now.getTime() >= Date.parse(one.at);
    const states = version === null ? ['announced', 'overdue'] : ['embargo', 'due'];
    return { ...one, version, state: states[Number(come)] as ReleaseState };
  });
}
