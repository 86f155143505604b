import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryMetrics } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { type FixtureReport, fixtureWarehouse } from './fixture.ts';

const many = (n: number, report: FixtureReport): FixtureReport[] => Array(n).fill(report);

describe('residents of a province that was split', () => {
  let session: Session;
  beforeAll(async () => {
    session = await fixtureWarehouse([
      ...many(20, { day: '2026-05-04', province: '91', sex: 'f' }),
      ...many(30, { day: '2026-07-06', province: '91', sex: 'f' }),
      ...many(12, { day: '2026-08-10', province: '93', sex: 'f' }),
      ...many(40, { day: '2026-10-05', province: '91', sex: 'f' }),
      ...many(15, { day: '2026-10-05', province: '93', sex: 'f' }),
    ]);
    // The split of 2022, moved to a year that the fixture's calendar holds.
    await session.run(`insert into dim_region
      select column0, column0, null, 'province', 'provinsi', column0, 'kemendagri', column1, null, 0, 0,
        column2, column3, column2 + column3, '2024S2'
      from (values ('91', date '2013-01-01', 1000, 900), ('93', date '2026-07-25', 200, 150),
        ('94', date '2026-07-25', 300, 250), ('95', date '2026-07-25', 500, 400))
        as v (column0, column1, column2, column3)`);
  });
  afterAll(() => session.close());

  const rates = async (period: string | string[], by: ('province' | 'sex')[] = ['province']) =>
    (await queryMetrics(session, { metrics: ['received.per_100k'], by, period }))
      .filter(({ dims }) => ['91', '93'].includes(dims.province ?? ''))
      .map((row) => [row.dims.province, row.denominator, row.value, row.status]);

  it('before the day of the split are those of its successors too', async () => {
    expect(await rates('2026Q2')).toEqual([['91', 3700, (20 * 100_000) / 3700, 'ok']]);
    const [[, women] = []] = await rates('2026Q2', ['province', 'sex']);
    expect(women).toBe(900 + 150 + 250 + 400);
  });

  it('after it are its own, and a period that holds the day has no rate', async () => {
    expect(await rates('2026Q4')).toEqual([
      ['91', 1900, (40 * 100_000) / 1900, 'ok'],
      ['93', 350, (15 * 100_000) / 350, 'ok'],
    ]);
    const none = [
      ['91', null, null, 'not_available'],
      ['93', null, null, 'not_available'],
    ];
    expect(await rates('2026Q3')).toEqual(none);
    expect(await rates(['2026Q2', '2026Q4'])).toEqual(none);
  });
});
