import type { Session } from '../../warehouse/index.ts';
import { dayNumber, quarters } from './calendar.ts';
import { plantedEffect } from './effects.ts';
import { reasonCodes } from './texts.ts';
import type { World } from './world-tables.ts';

/** Working days from a quarter's end to the day on which it is looked at. */
const lookAfter = 15;

const quarterIndex = (quarter: string) => quarters.indexOf(quarter);

/** Last day of a quarter of the sample. */
function quarterEnd(quarter: string): string {
  const year = quarter.slice(0, 4);
  return `${year}-${['03-31', '06-30', '09-30', '12-31'][Number(quarter[5]) - 1]}`;
}

/** Waiting times of one sex: responses per whole working day, and starts that no response ended. */
export interface WaitCounts {
  started: number;
  /** Index = working days from submission to the first response. */
  byDay: number[];
}

/**
 * Effect 1 at its level: first responses of one quarter's reports with known sex, in the category and
 * the three provinces, as known 15 working days after the quarter.
 */
export async function countWaits(
  session: Session,
  world: World,
  quarter: string,
): Promise<{ women: WaitCounts; men: WaitCounts }> {
  const { where } = plantedEffect('women_wait');
  const end = world.calendar.ordinal[dayNumber(quarterEnd(quarter))] as number;
  const rows = await session.rows<{ female: boolean; days: number; n: number }>(`
    SELECT female, coalesce(CASE WHEN w_respond <= ${end + lookAfter} THEN w_respond - w END, -1) AS days,
      count(*) AS n
    FROM report
    WHERE quarter = ${quarterIndex(quarter)} AND has_attributes AND NOT sex_left_out
      AND category = ${world.categories.indexOf(where.category ?? '')}
      AND province IN (${(where.provinces ?? []).map(Number).join(', ')})
    GROUP BY ALL ORDER BY ALL`);
  const count = (female: boolean): WaitCounts => {
    const own = rows.filter((row) => row.female === female);
    const byDay: number[] = [];
    for (const row of own) if (row.days >= 0) byDay[row.days] = row.n;
    return {
      started: own.reduce((sum, row) => sum + row.n, 0),
      byDay: Array.from(byDay, (n) => n ?? 0),
    };
  };
  return { women: count(true), men: count(false) };
}

/** Effect 2 at its level: reports that lie open with the ministry on the evening of a quarter's end. */
export async function countBacklog(
  session: Session,
  world: World,
  quarter: string,
): Promise<number> {
  const { where } = plantedEffect('backlog');
  const agency = world.agencies.findIndex((each) => each.code === where.agency);
  const cut = world.calendar.ordinal[dayNumber(quarterEnd(quarter))] as number;
  const row = await session.row<{ n: number }>(`
    SELECT count(*) AS n FROM report
    WHERE agency = ${agency} AND w_forward <= ${cut}
      AND (w_end IS NULL OR w_end > ${cut} OR w_reopen <= ${cut} AND (w_end_again IS NULL OR w_end_again > ${cut}))
      AND NOT coalesce(w_postpone <= ${cut}, false)`);
  return row?.n ?? 0;
}

/** A share: `part` of `whole`. */
export interface ShareCount {
  part: number;
  whole: number;
}

/**
 * Effect 3 at its level: reports received in a quarter and archived within 15 working days of its end,
 * nationwide; the part that bears the reason.
 */
export async function countReason(
  session: Session,
  world: World,
  quarter: string,
): Promise<ShareCount> {
  const { where } = plantedEffect('reason');
  const end = world.calendar.ordinal[dayNumber(quarterEnd(quarter))] as number;
  const row = await session.row<ShareCount & Record<string, number>>(`
    SELECT count(*) FILTER (end_reason = ${reasonCodes.indexOf(where.reason ?? '')}) AS part, count(*) AS whole
    FROM report
    WHERE quarter = ${quarterIndex(quarter)} AND outcome = 'archived' AND w_end <= ${end + lookAfter}`);
  return { part: row?.part ?? 0, whole: row?.whole ?? 0 };
}

/** Effect 4 at its level: reports of a quarter from the province, and the part without sex. */
export async function countWithoutSex(session: Session, quarter: string): Promise<ShareCount> {
  const { where } = plantedEffect('sex_coverage');
  const row = await session.row<ShareCount & Record<string, number>>(`
    SELECT count(*) FILTER (sex_left_out OR NOT has_attributes) AS part, count(*) AS whole
    FROM report
    WHERE quarter = ${quarterIndex(quarter)} AND province IN (${(where.provinces ?? []).map(Number).join(', ')})`);
  return { part: row?.part ?? 0, whole: row?.whole ?? 0 };
}

/** `quarterBefore('2026Q1')` → `2025Q4`. */
export function quarterBefore(quarter: string): string {
  return quarters[quarterIndex(quarter) - 1] ?? quarter;
}
