import { quarters } from './calendar.ts';
import { normalMilli, pick, sqlDraw, threshold, within } from './draw.ts';
import { backlogDelay, plantedEffect, reasonSurge, womenDelay } from './effects.ts';
import { choiceKey, choiceValue } from './tables.ts';
import { reasonCodes } from './texts.ts';
import { expHigh, expLow, expStep, type World, youngestAge } from './world-tables.ts';

/**
 * The course of every report as one row, in SQL. Times after the submission are pairs (`w_*` working
 * day ordinal, `s_*` second of the day); a null means that it never happens. The stages follow each
 * other in the order of the CTEs:
 *
 * born      day and moment of submission
 * placed    place, campaign, reporter
 * sorted    category and the route it takes
 * verified  verification, and what ends there (deleted, archived by the admin, withdrawn)
 * forwarded first and final agency, a return between them
 * answered  response or an end without one
 * ended     resolution, archiving, postponement, withdrawal
 * reopened  and what follows
 */
export function reportSql(world: World, firstId: number, lastId: number): string {
  const u = (purpose: string, counter = 'id') => sqlDraw(world.seed, purpose, counter);
  const reason = (code: string) => reasonCodes.indexOf(code);
  const category = (code: string) => world.categories.indexOf(code);
  const agency = (code: string) => world.agencies.findIndex((each) => each.code === code);
  const expKey = (log: string) =>
    `(least(greatest(${log}, ${expLow}), ${expHigh}) // ${expStep})::INTEGER`;
  // A moment k working days after (w, s): within office hours, on the same day always later.
  const later = (k: string, s: string, draw: string) =>
    `CASE WHEN ${k} = 0 THEN ${s} + 60 + (${draw} % greatest(59400 - ${s} - 60, 60)::UBIGINT)::INTEGER
      ELSE 28800 + (${draw} % 30600)::INTEGER END`;

  const women = plantedEffect('women_wait');
  const backlog = plantedEffect('backlog');
  const surge = plantedEffect('reason');
  const coverage = plantedEffect('sex_coverage');
  const since = (from: string) => `quarter >= ${quarters.indexOf(from)}`;
  const provinceIn = (list: string[] = []) => `province IN (${list.map(Number).join(', ')})`;

  return `
WITH days AS (
  SELECT * FROM s_day WHERE first_id <= ${lastId} AND first_id + n > ${firstId}
), ids AS (
  SELECT d.*, unnest(range(greatest(first_id, ${firstId}), least(first_id + n, ${lastId + 1}))) AS id
  FROM days d
), born AS (
  SELECT i.id, i.day, i.w, i.working, i.week, i.month, i.quarter,
    s.second + (${u('second')} % s.span::UBIGINT)::INTEGER AS second,
    k.campaign, k.campaign_place, k.campaign_category, ${u('place')} AS u_place
  FROM ids i
  JOIN s_second s ON s.step = (((i.id - i.first_id) * 4096 + (${u('step')} & 4095)::BIGINT) // i.n)::INTEGER
  LEFT JOIN s_campaign k
    ON k.slot_key = i.day::BIGINT * 1048576 + ((i.id - i.first_id) * 1000003) % i.n
), located AS (
  SELECT b.* EXCLUDE (u_place, campaign_place),
    coalesce(b.campaign_place, ${choiceValue('b.u_place', 10, 'c')}) AS place
  FROM born b JOIN c_place c ON c.key = ${choiceKey('b.u_place', 10)}
), placed AS (
  SELECT l.*, p.province, p.mix, p.place_delay, p.place_agency, p.province_agency,
    CASE WHEN ${within(u('writer'), 0.22)}
      THEN 20000000 + l.place::BIGINT * 20000 + (${u('which writer')} % p.writers::UBIGINT)::BIGINT
      ELSE 40000000 + l.id END AS reporter,
    ${u('category')} AS u_category, ${u('route')} AS u_route
  FROM located l JOIN s_place p USING (place)
), known AS (
  SELECT p.* EXCLUDE (u_category, campaign_category),
    ${within(u('female', 'reporter'), 0.42)} AS female,
    coalesce(p.campaign_category, ${choiceValue('p.u_category', 6, 'c')}) AS category,
    ${u('age', 'reporter')} AS u_age,
    ${within(u('disability', 'reporter'), 0.045)} AS disabled
  FROM placed p JOIN c_category c ON c.key = ${choiceKey('p.u_category', 6, 'p.mix')}
), sorted AS (
  SELECT k.* EXCLUDE (u_route, u_age), s.lead_agency, r.target,
    ${youngestAge} + ${choiceValue('k.u_age', 7, 'a')} AS age,
    ${pick(u('channel'), [
      ["'website'", 44],
      ["'mobile'", 21],
      ["'whatsapp'", 16],
      ["'sms'", 5],
      ["'twitter'", 4],
      ["'instansi'", 4],
      ["'langsung'", 2],
      ["'surat'", 1],
      ["'setwapres'", 3],
    ])} AS channel,
    ${pick(u('classification'), [
      ["'tidak berkadar'", 60],
      ["'berkadar'", 9],
      ["'permintaan'", 14],
      ["'aspirasi'", 12],
      ["'pengaduan'", 3.6],
      ["'wbs'", 1.4],
    ])} AS classification,
    ${pick(u('anonymity'), [
      ["''", 81],
      ["'anonim'", 12],
      ["'rahasia'", 4.5],
      ["'keduanya'", 2.5],
    ])} AS anonymity,
    -- Offices hand the attributes over week by week, some weeks better than others.
    ${u('attribute row')} < CASE WHEN province >= 91 THEN ${threshold(0.555)} ELSE ${threshold(0.665)} END + (${u('attribute week', '(province * 4096 + week)')} % ${threshold(0.07)}::UBIGINT)
      AS has_attributes,
    ${within(u('sex left out'), 0.02)}
      OR (${provinceIn(coverage.where.provinces)} AND ${since(coverage.from)})
      AS sex_left_out
  FROM known k
  JOIN s_category s USING (category)
  JOIN c_route c ON c.key = ${choiceKey('k.u_route', 4, 'k.category')}
  JOIN s_route r ON r.route_key = k.category * 16 + ${choiceValue('k.u_route', 4, 'c')}
  JOIN c_age a ON a.key = ${choiceKey('k.u_age', 7)}
), verifying AS (
  SELECT s.* EXCLUDE (target),
    CASE target WHEN -1 THEN place_agency WHEN -2 THEN province_agency ELSE target END AS agency,
    greatest(
      ${pick(u('verify'), [
        ['0', 27],
        ['1', 36],
        ['2', 19],
        ['3', 10],
        ['4', 5],
        ['5', 3],
      ])}
      -- Some weeks the national admins are behind.
      + CASE WHEN ${within(u('intake week', 'week'), 0.05)} THEN (${u('intake delay')} % 3)::INTEGER ELSE 0 END,
      CASE WHEN working AND second < 55800 THEN 0 ELSE 1 END) AS k_verify,
    ${u('verify second')} AS u_verify, ${u('intake')} AS u_intake
  FROM sorted s
), verified AS (
  SELECT v.* EXCLUDE (u_verify, u_intake, k_verify),
    w + k_verify AS w_verify,
    CASE WHEN k_verify = 0
      THEN greatest(second + 600, 28800) + (u_verify % (59400 - greatest(second + 600, 28800))::UBIGINT)::INTEGER
      ELSE 28800 + (u_verify % 30600)::INTEGER END AS s_verify,
    CASE WHEN campaign IS NULL THEN ${pick('u_intake', [
      ["'deleted'", 0.023],
      ["'archived'", 0.032],
      ["'withdrawn'", 0.004],
      ["''", 0.941],
    ])} ELSE ${pick('u_intake', [
      ["'deleted'", 0.09],
      ["'archived'", 0.5],
      ["''", 0.41],
    ])} END AS intake,
    -- Shocks hit an agency's whole week, lighter and longer ones six weeks.
    CASE WHEN ${within(u('week shock', '(agency * 4096 + week)'), 0.025)} THEN 1200
         WHEN ${within(u('week shock', '(agency * 4096 + week)'), 0.13)} THEN 500 ELSE -100 END
    + ${normalMilli(u('week drift', '(agency * 4096 + week)'))} * 150 // 1000
    + CASE WHEN ${within(u('season shock', '(agency * 4096 + week // 6)'), 0.08)} THEN 350 ELSE 0 END AS shock,
    agency <> lead_agency AND ${within(u('astray'), 0.085)}
      OR agency = lead_agency AND ${within(u('astray'), 0.115)} AS astray
  FROM verifying v
), forwarding AS (
  SELECT v.* EXCLUDE (astray),
    intake = '' AND astray AS returned,
    CASE WHEN NOT astray THEN agency WHEN agency = place_agency OR agency = province_agency
      THEN lead_agency ELSE place_agency END AS first_agency,
    ${pick(u('return'), [
      ['0', 10],
      ['1', 22],
      ['2', 21],
      ['3', 16],
      ['4', 12],
      ['6', 10],
      ['9', 6],
      ['15', 3],
    ])} AS k_return,
    ${pick(u('forward again'), [
      ['0', 45],
      ['1', 35],
      ['2', 20],
    ])} AS k_again,
    ${u('return second')} AS u_return, ${u('again second')} AS u_again
  FROM verified v
), returning_ AS (
  SELECT f.* EXCLUDE (u_return),
    CASE WHEN returned THEN w_verify + k_return END AS w_return,
    CASE WHEN returned THEN ${later('k_return', '(s_verify + 240)', 'u_return')} END AS s_return,
    returned AND ${within(u('given up'), 0.15)} AS given_up
  FROM forwarding f
), forwarded AS (
  SELECT r.* EXCLUDE (k_return, k_again, u_again),
    CASE WHEN given_up OR intake <> '' THEN NULL WHEN returned THEN w_return + k_again ELSE w_verify END AS w_forward,
    CASE WHEN given_up OR intake <> '' THEN NULL
      WHEN returned THEN ${later('k_again', 's_return', 'u_again')} ELSE s_verify + 240 END AS s_forward,
    a.agency_delay,
    ${within(u('second agency'), 0.015)} AND intake = '' AND NOT returned AS has_second,
    CASE WHEN agency = ${agency(backlog.where.agency ?? '')} AND ${since(backlog.from)}
      THEN ${backlogDelay} ELSE 0 END AS planted_backlog
  FROM returning_ r JOIN s_agency a USING (agency)
), pace AS (
  SELECT f.*,
    a_delay AS _pace, ${expKey(`1330 + a_delay + ${normalMilli(u('respond'))} * 820 // 1000
      + CASE WHEN female AND category = ${category(women.where.category ?? '')}
          AND ${provinceIn(women.where.provinces)} AND ${since(women.from)} THEN ${womenDelay} ELSE 0 END`)} AS l_respond,
    ${expKey(`2050 + a_delay * 6 // 10 + ${normalMilli(u('resolve'))} * 900 // 1000`)} AS l_resolve,
    ${expKey(`1700 + a_delay * 6 // 10 + ${normalMilli(u('archive'))} * 800 // 1000`)} AS l_archive,
    ${pick(u('first outcome'), [
      ["'archived'", 0.052],
      ["'withdrawn'", 0.006],
      ["'never'", 0.006],
      ["'responded'", 0.936],
    ])} AS first_outcome,
    ${pick(u('outcome'), [
      ["'archived'", 0.098],
      ["'postponed'", 0.04],
      ["'withdrawn'", 0.006],
      ["'never'", 0.007],
      ["'at once'", 0.233],
      ["'by system'", 0.31],
      ["'resolved'", 0.306],
    ])} AS later_outcome
  FROM (SELECT *, agency_delay + place_delay + shock + planted_backlog AS a_delay FROM forwarded) f
), answered AS (
  SELECT p.* EXCLUDE (_pace, l_respond, l_resolve, l_archive, first_outcome, later_outcome, agency_delay, place_delay, shock, planted_backlog, a_delay),
    CASE WHEN w_forward IS NULL THEN NULL WHEN campaign IS NOT NULL AND ${within(u('campaign end'), 0.4)}
      THEN 'archived' ELSE first_outcome END AS first_outcome,
    later_outcome, e1.days AS k_respond, e2.days AS k_resolve, e3.days AS k_archive,
    ${u('respond second')} AS u_respond, ${u('end second')} AS u_end
  FROM pace p
  JOIN s_exp e1 ON e1.l = p.l_respond
  JOIN s_exp e2 ON e2.l = p.l_resolve
  JOIN s_exp e3 ON e3.l = p.l_archive
), responded AS (
  SELECT a.* EXCLUDE (k_respond, u_respond),
    CASE WHEN first_outcome = 'responded' THEN w_forward + k_respond END AS w_respond,
    CASE WHEN first_outcome = 'responded' THEN ${later('k_respond', 's_forward', 'u_respond')} END AS s_respond
  FROM answered a
), ending AS (
  SELECT r.* EXCLUDE (first_outcome, later_outcome, k_resolve, k_archive),
    CASE WHEN intake <> '' THEN intake WHEN given_up THEN 'archived'
      WHEN first_outcome IN ('archived', 'withdrawn') THEN first_outcome
      WHEN first_outcome = 'never' THEN 'open'
      WHEN later_outcome IN ('archived', 'withdrawn') THEN later_outcome
      WHEN later_outcome = 'never' THEN 'open'
      WHEN later_outcome = 'postponed' THEN CASE WHEN ${within(u('taken up'), 0.6)} THEN 'resolved' ELSE 'open' END
      ELSE 'resolved' END AS outcome,
    later_outcome = 'by system' AND first_outcome = 'responded' AS by_system,
    CASE WHEN first_outcome = 'responded' AND later_outcome = 'postponed' THEN 1 + k_archive // 2 END AS k_postpone,
    CASE WHEN intake <> '' THEN 0 WHEN given_up THEN 1
      WHEN first_outcome <> 'responded' OR later_outcome IN ('archived', 'withdrawn') THEN k_archive
      WHEN later_outcome = 'postponed' THEN 2 + k_archive // 2 + 20 + k_resolve * 2
      WHEN later_outcome = 'at once' THEN 0 WHEN later_outcome = 'by system' THEN 10 ELSE k_resolve END AS k_end
  FROM responded r
), ended AS (
  SELECT e.* EXCLUDE (k_end, k_postpone, u_end),
    w_respond + k_postpone AS w_postpone,
    CASE WHEN outcome <> 'open' THEN coalesce(w_respond, w_forward, w_return, w_verify) + k_end END AS w_end,
    CASE WHEN outcome <> 'open' THEN ${later('k_end', 'coalesce(s_respond, s_forward, s_return, s_verify)', 'u_end')} END AS s_end,
    ${pick(u('reason'), [
      [`${reason('not_in_authority')}`, 15],
      [`${reason('incomplete_data')}`, 21],
      [`${reason('unclear_substance')}`, 13],
      [`${reason('wrong_format')}`, 5],
      [`${reason('too_general')}`, 7],
      [`${reason('not_performance')}`, 8],
      [`${reason('duplicate')}`, 8],
      [`${reason('already_handled')}`, 9],
      [`${reason('legal_process')}`, 3],
      [`${reason('reporter_unreachable')}`, 4],
      [`${reason('none_given')}`, 5],
      [`${reason('other')}`, 2],
    ])} AS archive_reason,
    ${pick(u('postpone reason'), [
      [`${reason('awaiting_budget')}`, 42],
      [`${reason('awaiting_agency')}`, 30],
      [`${reason('legal_process')}`, 8],
      [`${reason('incomplete_data')}`, 10],
      [`${reason('none_given')}`, 10],
    ])} AS postpone_reason,
    ${u('postpone second')} AS u_postpone, ${u('reopen')} AS u_reopen,
    (${u('reopen days')} % 40)::INTEGER + 1 AS k_reopen,
    (${u('second course')} & 15)::INTEGER + 1 AS k_course,
    ${u('reopen second')} AS u_reopen_second, ${u('course second')} AS u_course
  FROM ending e
), finished AS (
  SELECT e.* EXCLUDE (archive_reason, u_postpone, u_reopen, k_reopen, k_course, u_reopen_second, u_course),
    CASE WHEN w_postpone IS NOT NULL THEN 28800 + (u_postpone % 30600)::INTEGER END AS s_postpone,
    CASE WHEN given_up THEN ${reason('not_in_authority')}
      WHEN campaign IS NOT NULL AND outcome IN ('archived', 'deleted') THEN ${reason('duplicate')}
      WHEN outcome = 'archived' AND ${since(surge.from)} AND ${within(u('surge'), reasonSurge)}
        THEN ${reason(surge.where.reason ?? '')}
      WHEN outcome = 'archived' THEN archive_reason
      WHEN outcome = 'deleted' THEN ${pick('u_postpone', [
        [`${reason('duplicate')}`, 45],
        [`${reason('unclear_substance')}`, 35],
        [`${reason('wrong_format')}`, 20],
      ])} END AS end_reason,
    CASE WHEN outcome = 'resolved' AND ${within('u_reopen', 0.03)} THEN w_end + k_reopen END AS w_reopen,
    CASE WHEN outcome = 'resolved' AND ${within('u_reopen', 0.03)} THEN 28800 + (u_reopen_second % 30600)::INTEGER END AS s_reopen,
    CASE WHEN outcome = 'resolved' AND ${within('u_reopen', 0.028)} THEN w_end + k_reopen + k_course END AS w_respond_again,
    CASE WHEN outcome = 'resolved' AND ${within('u_reopen', 0.028)} THEN 28800 + (u_course % 15000)::INTEGER END AS s_respond_again,
    CASE WHEN outcome = 'resolved' AND ${within('u_reopen', 0.025)} THEN w_end + k_reopen + k_course + k_course // 2 END AS w_end_again,
    CASE WHEN outcome = 'resolved' AND ${within('u_reopen', 0.025)} THEN 44000 + (u_course % 15000)::INTEGER END AS s_end_again,
    -- Between response and resolution many agencies answer once more.
    CASE WHEN outcome = 'resolved' AND NOT by_system AND w_end - w_respond >= 4 AND ${within(u('answers again'), 0.45)}
      THEN w_respond + (w_end - w_respond) // 2 END AS w_respond_more,
    CASE WHEN has_second AND w_forward IS NOT NULL THEN CASE agency WHEN place_agency THEN province_agency ELSE place_agency END END AS second_agency,
    CASE WHEN has_second THEN w_forward + 1 + (${u('second responds')} & 15)::INTEGER END AS w_second_respond
  FROM ended e
)
SELECT * EXCLUDE (lead_agency, place_agency, province_agency, mix, given_up, has_second)
FROM finished ORDER BY id`;
}
