import { expect, it } from 'vitest';
import { type Side, stockDesign } from '../../metrics/compare/design.ts';
import { Group } from '../../metrics/plan/groups.ts';
import { WorkCalendar } from '../../metrics/work-calendar.ts';
import { addDays } from './fixture.ts';

/** Every day is a working day here. */
const days = Array.from({ length: 700 }, (_, i) => addDays('2025-01-01', i));
const ordinals = days.map((_, i) => i + 1);
const calendar = new WorkCalendar(days, { indonesia: ordinals, weekdays: ordinals });

function sideOf(series: [month: number, count: number][], firstDay: string): Side {
  const group = new Group({});
  for (const [month, count] of series) group.series.set(month, count);
  const context = { calendar, calendarName: 'indonesia', firstDay };
  return { group, frame: { first: '2026-08-01', context } } as unknown as Side;
}

/** January 2026 is month 312 since January 2000. */
const january = 26 * 12;

it('the dispersion of a stock is that of the months on which it was whole', () => {
  const whole: [number, number][] = [8, 16, 16, 8].map((count, i) => [january + 3 + i, count]);
  const filling: [number, number][] = [
    [january, 1],
    [january + 1, 3],
  ];
  // Symmetric around its middle, so that the trend is level: 4 x (4² / 12) over 4 - 2.
  const expected = { deff: (4 * 16) / 12 / 2, df: 2 };
  // Counted from 2 February, 60 days are over on 3 April.
  expect(stockDesign(sideOf([...filling, ...whole], '2026-02-02'))).toEqual(expected);
  expect(stockDesign(sideOf([...filling, ...whole], '2025-06-01')).df).toBe(5);
});

it('months of the period itself say nothing, and three months are too few', () => {
  const three: [number, number][] = [9, 9, 90].map((count, i) => [january + 4 + i, count]);
  const later: [number, number][] = [[january + 7, 5]];
  expect(stockDesign(sideOf([...three, ...later], '2026-01-01'))).toEqual({ deff: 1, df: 0 });
});
