import { expect, it } from 'vitest';
import { backlogDelay, reasonSurge, womenDelay } from '../../../data/sample/effects.ts';
import { reportSql } from '../../../data/sample/report-sql.ts';
import { reasonCodes } from '../../../data/sample/texts.ts';
import { loadWorld } from '../../../data/sample/world-tables.ts';
import { withSession } from '../../../warehouse/index.ts';
import { plainWorkspace } from './support.ts';

it('a world without effects is the same world but for what was planted', async () => {
  expect(Math.min(backlogDelay, reasonSurge, womenDelay)).toBeGreaterThan(0);
  await withSession({}, async (session) => {
    const options = { seed: 4, rows: 40_000 };
    const world = await loadWorld(session, plainWorkspace(), options);
    await session.run(`CREATE TABLE planted AS ${reportSql(world, 1, options.rows)}`);
    await session.run(
      `CREATE TABLE quiet AS ${reportSql({ ...world, effects: false }, 1, options.rows)}`,
    );
    const category = world.categories.indexOf('social_welfare');
    const agency = world.agencies.findIndex(({ code }) => code === 'kemnaker');
    // Quarters 6 and 7 are 2026Q2 and 2026Q3.
    const rows = await session.rows(`
      SELECT q.quarter >= 6 AND q.female AND q.category = ${category} AND q.province IN (32, 33, 35) AS women,
        q.quarter = 7 AND q.agency = ${agency} AS ministry,
        q.quarter = 7 AND q.outcome = 'archived' AS archived,
        q.quarter = 7 AND q.province = 91 AS province,
        count(*) FILTER (q IS DISTINCT FROM p) AS changed,
        count(*) FILTER (p.end_reason <> q.end_reason
          AND p.end_reason = ${reasonCodes.indexOf('reporter_unreachable')}) AS surged,
        count(*) FILTER (p.sex_left_out AND NOT q.sex_left_out) AS silenced,
        count(*) FILTER (p.w_respond > q.w_respond) AS delayed,
        count(*) FILTER (p.w_respond < q.w_respond) AS hastened
      FROM quiet q JOIN planted p USING (id) GROUP BY ALL`);
    const sum = (name: string, of: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(of).reduce((total, row) => total + Number(row[name]), 0);
    const untouched = sum(
      'changed',
      (row) => !(row.women || row.ministry || row.archived || row.province),
    );
    expect(untouched).toBe(0);
    expect(sum('hastened', () => true)).toBe(0);
    expect(sum('delayed', (row) => row.women === true)).toBeGreaterThan(50);
    expect(sum('delayed', (row) => row.ministry === true)).toBeGreaterThan(50);
    expect(sum('surged', (row) => row.archived === true)).toBeGreaterThan(20);
    expect(sum('silenced', (row) => row.province === true)).toBeGreaterThan(3);
  });
});
