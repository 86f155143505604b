import { expect, it } from 'vitest';
import { applyLimit } from '../../release/breaks/apply-limit.ts';
import { withSession } from '../../warehouse/index.ts';

// Four reports: two kinds in the quarter, one of them under a limit of its own, and one of the quarter before,
// forwarded in this one.
const tables = `
  create table fct_complaint as from (values
    ('a', 'complaint', '2026Q2', date '2026-04-10', 3, 60),
    ('b', 'aspiration', '2026Q2', date '2026-05-10', 3, 60),
    ('c', 'complaint', '2026Q2', date '2026-06-10', 1, 30),
    ('d', 'complaint', '2026Q1', date '2026-03-30', 3, 60)
  ) as t(complaint_key, classification, quarter, submitted_date, verify_limit, resolve_limit);
  create table fct_forwarding as from (values
    ('a', '2026Q2', 5), ('b', '2026Q2', 5), ('c', '2026Q2', 7), ('d', '2026Q2', 5), ('d', '2026Q1', 5)
  ) as t(complaint_key, quarter, limit_days);
  create table fct_backlog as select complaint_key, resolve_limit from fct_complaint`;

const after = (rule: string, values: [number, number]) =>
  withSession({ threads: 1 }, async (session) => {
    await session.run(tables);
    await applyLimit(session, '2026Q2', { rule, values });
    const list = async (table: string, column: string) => {
      const rows = await session.rows<{ said: string }>(
        `select complaint_key || quarter[5:] || ' ' || ${column} as said from ${table} order by 1`,
      );
      return rows.map(({ said }) => said).join(', ');
    };
    const backlog =
      '(from fct_backlog join (from fct_complaint select complaint_key, quarter) using (complaint_key))';
    return {
      verify: await list('fct_complaint', 'verify_limit'),
      resolve: await list('fct_complaint', 'resolve_limit'),
      respond: await list('fct_forwarding', 'limit_days'),
      backlog: await list(backlog, 'resolve_limit'),
    };
  });

const sealed = {
  verify: 'aQ2 3, bQ2 3, cQ2 1, dQ1 3',
  resolve: 'aQ2 60, bQ2 60, cQ2 30, dQ1 60',
  respond: 'aQ2 5, bQ2 5, cQ2 7, dQ1 5, dQ2 5',
  backlog: 'aQ2 60, bQ2 60, cQ2 30, dQ1 60',
};

it('gives the new limit to those of the quarter that had the old one', async () => {
  expect(await after('verify/*', [3, 2])).toEqual({
    ...sealed,
    verify: 'aQ2 2, bQ2 2, cQ2 1, dQ1 3',
  });
  expect(await after('respond_agency/*', [5, 4])).toEqual({
    ...sealed,
    respond: 'aQ2 4, bQ2 4, cQ2 7, dQ1 5, dQ2 4',
  });
});

it('where the rule is of one classification, to reports of that alone', async () => {
  expect(await after('resolve/complaint', [60, 45])).toEqual({
    ...sealed,
    resolve: 'aQ2 45, bQ2 60, cQ2 30, dQ1 60',
    backlog: 'aQ2 45, bQ2 60, cQ2 30, dQ1 60',
  });
  expect(await after('respond_agency/complaint', [5, 4])).toEqual({
    ...sealed,
    respond: 'aQ2 4, bQ2 5, cQ2 7, dQ1 5, dQ2 4',
  });
});
