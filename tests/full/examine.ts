import type { PlantedEffect } from '../../data/sample/index.ts';
import { fisherP, normalCdf, ratioZ, shareZ, waitZ } from '../../data/sample/power.ts';
import type { ShareCount } from '../../data/sample/truth-sql.ts';
import { worldFacts } from '../../data/sample/world-facts.ts';
import type { Session } from '../../warehouse/index.ts';

const [before, after] = ['2026Q2', '2026Q3'];

/**
 * What is clear in a world's last quarter, by name: the tests of TRUTH.md at the places that it
 * names, counted from the warehouse, Benjamini-Hochberg at 5 % over the four.
 */
export async function examine(session: Session): Promise<string[]> {
  const tests: [PlantedEffect['id'], number][] = [
    ['women_wait', twoSided(await waits(session))],
    ['backlog', twoSided(ratioZ(...(await backlog(session)), worldFacts.backlogDispersion))],
    ['reason', twoSided(shareZ(...(await reason(session)), worldFacts.reasonDesignEffect))],
    ['sex_coverage', fisherP(...(await withoutSex(session)))],
  ];
  const sorted = tests.toSorted((a, b) => a[1] - b[1]);
  const last = sorted.findLastIndex(([, p], index) => p <= (0.05 * (index + 1)) / sorted.length);
  return sorted.slice(0, last + 1).map(([name]) => name);
}

const twoSided = (z: number) => 2 * (1 - normalCdf(Math.abs(z)));

/** Last day of a quarter, and the day on which 15 working days have passed since. */
const cutDays = `cut as (
  select quarter, max(date_day) as ended,
    (select min(later.date_day) from dim_date as later
      where later.w_indonesia = max(dim_date.w_indonesia) + 15) as as_of
  from dim_date where quarter in ('${before}', '${after}') group by quarter)`;

async function waits(session: Session): Promise<number> {
  const rows = await session.rows<{ sex: string; days: number | null; n: number }>(`
    with ${cutDays}
    select sex, case when respond_citizen_end_cause = 'responded' and respond_citizen_end_date <= as_of
        then respond_citizen_end_w - submitted_w end as days, count(*) as n
    from fct_complaint join cut using (quarter)
    where quarter = '${after}' and category_code = 'social_welfare' and sex <> 'unknown'
      and province_code in ('32', '33', '35') group by all`);
  const of = (sex: string) => {
    const own = rows.filter((row) => row.sex === sex);
    const byDay: number[] = [];
    for (const { days, n } of own) if (days !== null) byDay[days] = n;
    const started = own.reduce((sum, { n }) => sum + n, 0);
    return { started, byDay: Array.from(byDay, (n) => n ?? 0) };
  };
  return waitZ(of('f'), of('m'));
}

async function backlog(session: Session): Promise<[number, number]> {
  const rows = await session.rows<{ n: number }>(`
    with ${cutDays}
    select count(s.complaint_key) as n from cut left join fct_complaint_status as s
      on valid_from <= ended and valid_to > ended and agency_code = 'kemnaker'
      and status in ('forwarded', 'in_progress') group by quarter order by quarter`);
  return [rows[0]?.n ?? 0, rows[1]?.n ?? 0];
}

function reason(session: Session): Promise<[ShareCount, ShareCount]> {
  return shares(
    session,
    `select quarter, reason = 'reporter_unreachable' as hit
    from fct_complaint join cut using (quarter) join fct_complaint_status as s using (complaint_key)
    where s.valid_from <= as_of and s.valid_to > as_of and status = 'archived'`,
  );
}

function withoutSex(session: Session): Promise<[ShareCount, ShareCount]> {
  return shares(
    session,
    `select quarter, sex = 'unknown' as hit
    from fct_complaint join cut using (quarter) where province_code = '91'`,
  );
}

async function shares(session: Session, cases: string): Promise<[ShareCount, ShareCount]> {
  const rows = await session.rows<ShareCount & Record<string, number>>(`
    with ${cutDays}, one as (${cases})
    select count(*) filter (where hit) as part, count(*) as whole from one
    group by quarter order by quarter`);
  const none = { part: 0, whole: 0 };
  return [rows[0] ?? none, rows[1] ?? none];
}
