import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BuktiError, exitStatus, parsePeriod, type Workspace } from '../../base/index.ts';
import { readYamlFile } from '../../base/yaml-file.ts';

export const calendarFileName = 'release-calendar.yml';

const isDay = (text: string) => new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;
const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine(isDay);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const announcement = z
  .strictObject({
    period: z.string().refine((text) => parsePeriod(text)?.kind === 'quarter'),
    date: day,
    /** WIB. */
    time: time.default('09:00'),
    /** `provisional`: a day that may still move; `confirmed`: one that people rely on. */
    status: z.enum(['provisional', 'confirmed']),
    /** The day that was announced before, with the reason why it was left. */
    moved_from: day.optional(),
    reason: z.strictObject({ id: z.string().min(1), en: z.string().min(1) }).optional(),
  })
  .refine((one) => (one.moved_from === undefined) === (one.reason === undefined), {
    path: ['reason'],
    message: 'moved_from + reason',
  });

const calendarFile = z.strictObject({ releases: z.array(announcement).default([]) });

/** A release that is announced: the quarter, and when the public may have it. */
export interface Announcement {
  /** `2026Q3` */
  period: string;
  /** `2026-10-28T09:00:00+07:00`: WIB knows no summer time. */
  at: string;
  status: 'provisional' | 'confirmed';
  moved_from: string | null;
  reason: { id: string; en: string } | null;
}

/**
 * Reads the release calendar of a workspace, in order of the quarters.
 * @returns nothing where there is no file
 * @throws BuktiError with file and line: `release.calendar-syntax`, `release.calendar-value`,
 *   `release.calendar-twice`, `release.calendar-early`
 */
export function readCalendar(workspace: Workspace): Announcement[] {
  const file = path.join(workspace.root, calendarFileName);
  if (!existsSync(file)) return [];
  const { data, lineOf } = readYamlFile(file, calendarFile, {
    syntax: 'release.calendar-syntax',
    value: 'release.calendar-value',
  });
  const seen = new Set<string>();
  const read = data.releases.map((one, index): Announcement => {
    const period = parsePeriod(one.period);
    const id = period?.id ?? one.period;
    const line = lineOf(['releases', index, 'period']);
    const wrong = (key: 'release.calendar-twice' | 'release.calendar-early') =>
      new BuktiError(key, { file, line, period: id }, exitStatus.usage);
    if (seen.has(id)) throw wrong('release.calendar-twice');
    seen.add(id);
    // A quarter that is not over has no figures to publish.
    if (period && one.date <= period.last) throw wrong('release.calendar-early');
    const { status, moved_from = null, reason = null } = one;
    return { period: id, at: `${one.date}T${one.time}:00+07:00`, status, moved_from, reason };
  });
  return read.sort((a, b) => (a.period < b.period ? -1 : 1));
}
