import { beforeAll, expect, test } from 'vitest';
import {
  type Built,
  built,
  clockOf,
  type LandedRow,
  land,
  reportOf,
  statesOf,
  workspaceWith,
} from './landing.ts';

const request = (
  n: number,
  status_code: string | null,
  submitted_at: string,
  closed_at: string | null,
  more: Record<string, string | null> = {},
): LandedRow => ({
  n,
  status: 'text of the source',
  status_code,
  submitted_at,
  closed_at,
  category: 'Animal in a Park',
  agency: 'Department of Parks',
  province: 'Staten Island',
  due_at: null,
  ...more,
});

let warehouse: Built;
beforeAll(async () => {
  const workspace = workspaceWith();
  await land(workspace, {
    source: 'city',
    kind: 'complaint',
    known_at: '2026-09-01',
    calendar: 'weekdays',
    region_scheme: 'source',
    rows: [
      // 17 August 2026, a Monday, is a holiday in Indonesia alone.
      request(1, 'resolved', '2026-08-14 23:30', '2026-08-18 01:00', {
        due_at: '2026-08-21 00:00',
      }),
      request(2, 'postponed', '2026-08-14 10:00', null),
      request(3, 'resolved', '2026-08-14 10:00', null),
      request(4, 'resolved', '2026-08-14 10:00', '2026-08-14 09:00'),
      request(5, null, '2026-08-14 10:00', null, { province: 'Unspecified' }),
    ],
  });
  warehouse = await built(workspace);
});

test('a closing time gives the resolve clock, in the calendar of the source, and no other', async () => {
  const row = await reportOf(warehouse, 1);
  expect(clockOf(row, 'resolve')).toBe('2 resolved ok');
  expect(clockOf(row, 'verify')).toBe('- - not_available');
  expect(clockOf(row, 'respond_citizen')).toBe('- - not_available');
  expect(row).toMatchObject({ has_events: true, resolve_limit: 5, verify_limit: null });
  expect(await statesOf(warehouse, 1)).toEqual([
    'in_progress data:department-of-parks 2026-08-14..2026-08-18 event',
    'resolved data:department-of-parks 2026-08-18..9999-12-31 event',
  ]);
});

test('while it is open its export speaks, and the clock runs', async () => {
  expect(clockOf(await reportOf(warehouse, 2), 'resolve')).toBe('- - ok');
  expect(await statesOf(warehouse, 2)).toEqual([
    'postponed data:department-of-parks 2026-08-14..9999-12-31 export',
  ]);
});

test('closed without a time, and closed before it came', async () => {
  expect(clockOf(await reportOf(warehouse, 3), 'resolve')).toBe('- resolved time_unknown');
  expect(clockOf(await reportOf(warehouse, 4), 'resolve')).toBe('0 resolved time_invalid');
  for (const n of [3, 4]) {
    expect(await statesOf(warehouse, n)).toEqual([
      'resolved data:department-of-parks 2026-08-14..9999-12-31 export',
    ]);
  }
});

test('a source with places of its own keeps its names', async () => {
  expect(await reportOf(warehouse, 5)).toMatchObject({
    province_code: 'src:unspecified',
    regency_code: 'unknown',
    category_code: 'src:animal-in-a-park',
  });
  expect(
    await warehouse.rows(
      `SELECT region_code, name, level, kind, region_scheme FROM dim_region
         WHERE region_scheme = 'source' ORDER BY region_code`,
    ),
  ).toEqual([
    {
      region_code: 'src:staten-island',
      name: 'Staten Island',
      level: 'province',
      kind: 'other',
      region_scheme: 'source',
    },
    {
      region_code: 'src:unspecified',
      name: 'Unspecified',
      level: 'province',
      kind: 'other',
      region_scheme: 'source',
    },
  ]);
  expect(
    await warehouse.rows(
      `SELECT agency_type, resolved_by FROM dim_agency WHERE agency_code LIKE 'data:%'`,
    ),
  ).toEqual([{ agency_type: 'other', resolved_by: 'data' }]);
  expect(await warehouse.rows(`SELECT dimension, raw, n FROM meta_unresolved`)).toEqual([
    { dimension: 'status', raw: 'text of the source', n: 1 },
  ]);
});
