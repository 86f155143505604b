import { beforeAll, expect, test } from 'vitest';
import { type Built, built, workspaceWith } from './landing.ts';

let warehouse: Built;
beforeAll(async () => {
  warehouse = await built(workspaceWith());
});

const coordinatorOn = async (day: string, column: 'agency_code' | 'sector', code: string) => {
  const rows = await warehouse.rows(
    `SELECT coordinator_code FROM dim_coordination
     WHERE ${column} = '${code}' AND valid_from <= '${day}' AND valid_to > '${day}'`,
  );
  return rows.map((row) => row.coordinator_code).join(' ') || 'none by absence';
};

test('four coordinating ministries until 2024, seven since', async () => {
  const rows = await warehouse.rows(
    `SELECT cabinet, count(DISTINCT coordinator_code) AS n, min(valid_from) AS begins, max(valid_to) AS ends
     FROM dim_coordination WHERE coordinator_code LIKE 'kemenko_%' GROUP BY cabinet ORDER BY begins`,
  );
  expect(rows).toEqual([
    { cabinet: 'indonesia_maju', n: 4, begins: '2019-10-23', ends: '2024-10-21' },
    { cabinet: 'merah_putih', n: 7, begins: '2024-10-21', ends: '9999-12-31' },
  ]);
});

test.each([
  ['2024-10-20', 'kemensos', 'kemenko_pmk'],
  ['2024-10-21', 'kemensos', 'kemenko_pm'],
  ['2024-10-20', 'kesdm', 'kemenko_marves'],
  ['2024-10-21', 'kesdm', 'kemenko_perekonomian'],
  ['2024-10-20', 'kemenkeu', 'kemenko_perekonomian'],
  ['2024-10-21', 'kemenkeu', 'president'],
  ['2021-04-27', 'kemendikbud', 'kemenko_pmk'],
  ['2021-04-28', 'kemendikbud', 'none by absence'],
  ['2021-04-28', 'kemendikbudristek', 'kemenko_pmk'],
  ['2025-10-08', 'kemen_bumn', 'none by absence'],
  ['2019-10-22', 'kemensos', 'none by absence'],
  ['2026-01-01', 'ombudsman', 'none by absence'],
])('on %s %s belongs to %s', async (day, agency, expected) => {
  expect(await coordinatorOn(day, 'agency_code', agency)).toBe(expected);
});

test('a sector belongs to one in each cabinet, as an assumption', async () => {
  expect(await coordinatorOn('2024-10-20', 'sector', 'infrastructure')).toBe('kemenko_marves');
  expect(await coordinatorOn('2024-10-21', 'sector', 'infrastructure')).toBe('kemenko_infra');
  expect(await coordinatorOn('2026-01-01', 'sector', 'governance')).toBe('none');
  const rows = await warehouse.rows(
    `SELECT DISTINCT basis FROM dim_coordination WHERE sector IS NOT NULL`,
  );
  expect(rows).toEqual([{ basis: 'sector_assumption' }]);
});

test('every coordinator has a name', async () => {
  const rows = await warehouse.rows(
    `SELECT DISTINCT coordinator_code FROM dim_coordination
     WHERE coordinator_code NOT IN (SELECT agency_code FROM dim_agency)
       AND coordinator_code NOT IN (SELECT code FROM dim_code WHERE dimension = 'coordinator')`,
  );
  expect(rows).toEqual([]);
});

test('the provinces of 2022 and where they came from', async () => {
  expect(await warehouse.rows('FROM dim_region_history ORDER BY province_code')).toEqual([
    { province_code: '93', former_province_code: '91', valid_from: '2022-07-25' },
    { province_code: '94', former_province_code: '91', valid_from: '2022-07-25' },
    { province_code: '95', former_province_code: '91', valid_from: '2022-07-25' },
    { province_code: '96', former_province_code: '92', valid_from: '2022-12-08' },
  ]);
});
