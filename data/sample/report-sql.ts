import { quarters } from './calendar.ts';
import { normalMilli, pick, threshold, within } from './draw.ts';
import { backlogDelay, plantedEffect, reasonSurge, womenDelay } from './effects.ts';
import { Stages } from './stages.ts';
import { choiceKey, choiceValue } from './tables.ts';
import { reasonCodes } from './texts.ts';
import { expHigh, expLow, expStep, type World, youngestAge } from './world-tables.ts';

const reason = (code: string) => String(reasonCodes.indexOf(code));
/** A planted effect holds from its quarter on; in a world without effects, never. */
const since = (world: World, from: string) =>
  world.effects ? `quarter >= ${quarters.indexOf(from)}` : 'false';
const provinceIn = (list: string[] = []) => `province IN (${list.map(Number).join(', ')})`;

/** Columns of table `report`; a null time means that it never happens. */
const reportColumns = [
  'id, day, w, week, month, quarter, second, campaign, place, province, reporter, female, category, age',
  'disabled, channel, classification, anonymity, has_attributes, sex_left_out',
  'agency, first_agency, second_agency, intake, returned, outcome, by_system, end_reason, postpone_reason',
  'w_verify, s_verify, w_return, s_return, w_forward, s_forward, w_second_respond, w_respond, s_respond',
  'w_respond_more, w_postpone, s_postpone, w_end, s_end, w_reopen, s_reopen',
  'w_respond_again, s_respond_again, w_end_again, s_end_again',
].join(', ');

/** A moment k working days after second s: within office hours, on the same day always later. */
const later = (k: string, s: string, draw: string) =>
  `CASE WHEN ${k} = 0 THEN ${s} + 60 + (${draw} % greatest(59400 - ${s} - 60, 60)::UBIGINT)::INTEGER
    ELSE 28800 + (${draw} % 30600)::INTEGER END`;

const officeHours = (draw: string) => `28800 + (${draw} % 30600)::INTEGER`;

/**
 * SELECT of the course of the reports with these ids, one row each, ordered by id. Times after the
 * submission are pairs (`w_*` working-day ordinal, `s_*` second of the day).
 */
export function reportSql(world: World, firstId: number, lastId: number): string {
  const stages = new Stages(world.seed);
  bornStages(stages, world, firstId, lastId);
  intakeStages(stages);
  courseStages(stages, world);
  endStages(stages, world);
  return stages.end(`SELECT ${reportColumns} FROM finished ORDER BY id`);
}

/** Day and moment of submission, place and campaign, the reporter, category and route. */
function bornStages(stages: Stages, world: World, firstId: number, lastId: number): void {
  const coverage = plantedEffect('sex_coverage');
  stages
    .add(
      'ids',
      `(SELECT d.*, unnest(range(greatest(first_id, ${firstId}), least(first_id + n, ${lastId + 1}))) AS id
        FROM (SELECT * FROM s_day WHERE first_id <= ${lastId} AND first_id + n > ${firstId}) d)`,
      (draw, source) => `SELECT i.* EXCLUDE (n, first_id),
          s.second + (${draw('second')} % s.span::UBIGINT)::INTEGER AS second,
          k.campaign, k.campaign_place, k.campaign_category
        FROM ${source} i
        JOIN s_second s
          ON s.step = (((i.id - i.first_id) * 4096 + (${draw('step')} & 4095)::BIGINT) // i.n)::INTEGER
        LEFT JOIN s_campaign k
          ON k.slot_key = i.day::BIGINT * 1048576 + ((i.id - i.first_id) * 1000003) % i.n`,
    )
    .add(
      'located',
      'ids',
      (draw, source) => `SELECT b.*,
          coalesce(b.campaign_place, ${choiceValue(draw('place'), 10, 'c')}) AS place
        FROM ${source} b JOIN c_place c ON c.key = ${choiceKey(draw('place'), 10)}`,
    )
    .add(
      'placed',
      'located',
      (
        draw,
        source,
      ) => `SELECT l.*, p.province, p.mix, p.place_delay, p.place_agency, p.province_agency,
          CASE WHEN ${within(draw('writer'), 0.22)}
            THEN 20000000 + l.place::BIGINT * 20000 + (${draw('which writer')} % p.writers::UBIGINT)::BIGINT
            ELSE 40000000 + l.id END AS reporter
        FROM ${source} l JOIN s_place p USING (place)`,
    )
    .add(
      'known',
      'placed',
      (draw, source) => `SELECT p.*,
          ${within(draw('female', 'reporter'), 0.42)} AS female,
          ${within(draw('disability', 'reporter'), 0.045)} AS disabled,
          coalesce(p.campaign_category, ${choiceValue(draw('category'), 6, 'c')}) AS category,
          ${youngestAge} + ${choiceValue(draw('age', 'reporter'), 7, 'a')} AS age
        FROM ${source} p
        JOIN c_category c ON c.key = ${choiceKey(draw('category'), 6, 'p.mix')}
        JOIN c_age a ON a.key = ${choiceKey(draw('age', 'reporter'), 7)}`,
    )
    .add('sorted', 'known', (draw, source) => {
      // Offices hand the attributes over week by week, some weeks better than others.
      const week = `(${draw('attribute week', '(province * 4096 + week)')} % ${threshold(0.07)}::UBIGINT)`;
      return `SELECT k.*, s.lead_agency, r.target,
          ${pick(draw('channel'), [
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
          ${pick(draw('classification'), [
            ["'tidak berkadar'", 60],
            ["'berkadar'", 9],
            ["'permintaan'", 14],
            ["'aspirasi'", 12],
            ["'pengaduan'", 3.6],
            ["'wbs'", 1.4],
          ])} AS classification,
          ${pick(draw('anonymity'), [
            ["''", 81],
            ["'anonim'", 12],
            ["'rahasia'", 4.5],
            ["'keduanya'", 2.5],
          ])} AS anonymity,
          ${draw('attribute row')} < ${week}
            + CASE WHEN province >= 91 THEN ${threshold(0.47)} ELSE ${threshold(0.665)} END AS has_attributes,
          ${within(draw('sex left out'), 0.02)}
            OR (${provinceIn(coverage.where.provinces)} AND ${since(world, coverage.from)}) AS sex_left_out
        FROM ${source} k
        JOIN s_category s USING (category)
        JOIN c_route c ON c.key = ${choiceKey(draw('route'), 4, 'k.category')}
        JOIN s_route r ON r.route_key = k.category * 16 + ${choiceValue(draw('route'), 4, 'c')}`;
    });
}

/** Verification, what ends there, and the agency that the report is first forwarded to. */
function intakeStages(stages: Stages): void {
  stages
    .add(
      'verifying',
      'sorted',
      (draw, source) => `SELECT *,
          CASE target WHEN -1 THEN place_agency WHEN -2 THEN province_agency ELSE target END AS agency,
          greatest(
            ${pick(draw('verify'), [
              ['0', 27],
              ['1', 36],
              ['2', 19],
              ['3', 10],
              ['4', 5],
              ['5', 3],
            ])}
            -- Some weeks the national admins are behind.
            + CASE WHEN ${within(draw('intake week', 'week'), 0.05)} THEN (${draw('intake delay')} % 3)::INTEGER ELSE 0 END,
            CASE WHEN working AND second < 55800 THEN 0 ELSE 1 END) AS k_verify,
          greatest(second + 600, 28800) AS from_second
        FROM ${source}`,
    )
    .add(
      'verified',
      'verifying',
      (draw, source) => `SELECT *,
          w + k_verify AS w_verify,
          CASE WHEN k_verify = 0
            THEN from_second + (${draw('verify second')} % (59400 - from_second)::UBIGINT)::INTEGER
            ELSE ${officeHours(draw('verify second'))} END AS s_verify,
          CASE WHEN campaign IS NULL THEN ${pick(draw('intake'), [
            ["'deleted'", 0.023],
            ["'archived'", 0.032],
            ["'withdrawn'", 0.004],
            ["''", 0.941],
          ])} ELSE ${pick(draw('intake'), [
            ["'deleted'", 0.09],
            ["'archived'", 0.5],
            ["''", 0.41],
          ])} END AS intake,
          -- Shocks hit an agency's whole week, lighter and longer ones six weeks.
          CASE WHEN ${within(draw('week shock', '(agency * 4096 + week)'), 0.025)} THEN 1200
               WHEN ${within(draw('week shock', '(agency * 4096 + week)'), 0.13)} THEN 500 ELSE -100 END
          + ${normalMilli(draw('week drift', '(agency * 4096 + week)'))} * 150 // 1000
          + CASE WHEN ${within(draw('season shock', '(agency * 4096 + week // 6)'), 0.08)} THEN 350 ELSE 0 END AS shock,
          agency <> lead_agency AND ${within(draw('astray'), 0.085)}
            OR agency = lead_agency AND ${within(draw('astray'), 0.115)} AS astray
        FROM ${source}`,
    )
    .add(
      'forwarding',
      'verified',
      (draw, source) => `SELECT *,
          intake = '' AND astray AS returned,
          intake = '' AND astray AND ${within(draw('given up'), 0.15)} AS given_up,
          CASE WHEN NOT astray THEN agency WHEN agency = place_agency OR agency = province_agency
            THEN lead_agency ELSE place_agency END AS first_agency,
          ${pick(draw('return'), [
            ['0', 10],
            ['1', 22],
            ['2', 21],
            ['3', 16],
            ['4', 12],
            ['6', 10],
            ['9', 6],
            ['15', 3],
          ])} AS k_return,
          ${pick(draw('forward again'), [
            ['0', 45],
            ['1', 35],
            ['2', 20],
          ])} AS k_again
        FROM ${source}`,
    )
    .add(
      'returning_',
      'forwarding',
      (draw, source) => `SELECT *,
          CASE WHEN returned THEN w_verify + k_return END AS w_return,
          CASE WHEN returned THEN ${later('k_return', '(s_verify + 240)', draw('return second'))} END AS s_return
        FROM ${source}`,
    );
}

/** The agency that is responsible, how fast it is, its response. */
function courseStages(stages: Stages, world: World): void {
  const category = (code: string) => world.categories.indexOf(code);
  const agency = (code: string) => world.agencies.findIndex((each) => each.code === code);
  const women = plantedEffect('women_wait');
  const backlog = plantedEffect('backlog');
  const expKey = (log: string) =>
    `(least(greatest(${log}, ${expLow}), ${expHigh}) // ${expStep})::INTEGER`;
  stages
    .add(
      'forwarded',
      'returning_',
      (draw, source) => `SELECT r.*,
          CASE WHEN given_up OR intake <> '' THEN NULL
            WHEN returned THEN w_return + k_again ELSE w_verify END AS w_forward,
          CASE WHEN given_up OR intake <> '' THEN NULL
            WHEN returned THEN ${later('k_again', 's_return', draw('again second'))} ELSE s_verify + 240 END AS s_forward,
          ${within(draw('second agency'), 0.015)} AND intake = '' AND NOT returned AS has_second,
          agency_delay + place_delay + shock
            + CASE WHEN agency = ${agency(backlog.where.agency ?? '')} AND ${since(world, backlog.from)}
                THEN ${backlogDelay} ELSE 0 END AS slow
        FROM ${source} r JOIN s_agency a USING (agency)`,
    )
    .add(
      'pace',
      'forwarded',
      (draw, source) => `SELECT *,
          ${expKey(`1330 + slow + ${normalMilli(draw('respond'))} * 820 // 1000
            + CASE WHEN female AND category = ${category(women.where.category ?? '')}
                AND ${provinceIn(women.where.provinces)} AND ${since(world, women.from)} THEN ${womenDelay} ELSE 0 END`)} AS l_respond,
          ${expKey(`2050 + slow * 6 // 10 + ${normalMilli(draw('resolve'))} * 900 // 1000`)} AS l_resolve,
          ${expKey(`1700 + slow * 6 // 10 + ${normalMilli(draw('archive'))} * 800 // 1000`)} AS l_archive,
          CASE WHEN w_forward IS NULL THEN NULL WHEN campaign IS NOT NULL AND ${within(draw('campaign end'), 0.4)}
            THEN 'archived' ELSE ${pick(draw('first outcome'), [
              ["'archived'", 0.052],
              ["'withdrawn'", 0.006],
              ["'never'", 0.006],
              ["'responded'", 0.936],
            ])} END AS first_outcome,
          ${pick(draw('outcome'), [
            ["'archived'", 0.098],
            ["'postponed'", 0.04],
            ["'withdrawn'", 0.006],
            ["'never'", 0.007],
            ["'at once'", 0.233],
            ["'by system'", 0.31],
            ["'resolved'", 0.306],
          ])} AS later_outcome
        FROM ${source}`,
    )
    .add(
      'responded',
      'pace',
      (draw, source) => `SELECT p.*, e2.days AS k_resolve, e3.days AS k_archive,
          CASE WHEN first_outcome = 'responded' THEN w_forward + e1.days END AS w_respond,
          CASE WHEN first_outcome = 'responded'
            THEN ${later('e1.days', 's_forward', draw('respond second'))} END AS s_respond
        FROM ${source} p
        JOIN s_exp e1 ON e1.l = p.l_respond
        JOIN s_exp e2 ON e2.l = p.l_resolve
        JOIN s_exp e3 ON e3.l = p.l_archive`,
    );
}

/** Resolution, archiving, postponement, withdrawal; reopening and what follows. */
function endStages(stages: Stages, world: World): void {
  const surge = plantedEffect('reason');
  const reopened = (share: number, value: string, draw: string) =>
    `CASE WHEN outcome = 'resolved' AND ${within(draw, share)} THEN ${value} END`;
  stages
    .add(
      'ending',
      'responded',
      (draw, source) => `SELECT *,
          CASE WHEN intake <> '' THEN intake WHEN given_up THEN 'archived'
            WHEN first_outcome IN ('archived', 'withdrawn') THEN first_outcome
            WHEN first_outcome = 'never' THEN 'open'
            WHEN later_outcome IN ('archived', 'withdrawn') THEN later_outcome
            WHEN later_outcome = 'never' THEN 'open'
            WHEN later_outcome = 'postponed'
              THEN CASE WHEN ${within(draw('taken up'), 0.6)} THEN 'resolved' ELSE 'open' END
            ELSE 'resolved' END AS outcome,
          later_outcome = 'by system' AND first_outcome = 'responded' AS by_system,
          CASE WHEN first_outcome = 'responded' AND later_outcome = 'postponed'
            THEN w_respond + 1 + k_archive // 2 END AS w_postpone,
          CASE WHEN intake <> '' THEN 0 WHEN given_up THEN 1
            WHEN first_outcome <> 'responded' OR later_outcome IN ('archived', 'withdrawn') THEN k_archive
            WHEN later_outcome = 'postponed' THEN 2 + k_archive // 2 + 20 + k_resolve * 2
            WHEN later_outcome = 'at once' THEN 0 WHEN later_outcome = 'by system' THEN 10
            ELSE k_resolve END AS k_end
        FROM ${source}`,
    )
    .add(
      'ended',
      'ending',
      (draw, source) => `SELECT *,
          CASE WHEN outcome <> 'open' THEN coalesce(w_respond, w_forward, w_return, w_verify) + k_end END AS w_end,
          CASE WHEN outcome <> 'open'
            THEN ${later('k_end', 'coalesce(s_respond, s_forward, s_return, s_verify)', draw('end second'))} END AS s_end,
          CASE WHEN w_postpone IS NOT NULL THEN ${officeHours(draw('postpone second'))} END AS s_postpone,
          ${pick(draw('reason'), [
            [reason('not_in_authority'), 15],
            [reason('incomplete_data'), 21],
            [reason('unclear_substance'), 13],
            [reason('wrong_format'), 5],
            [reason('too_general'), 7],
            [reason('not_performance'), 8],
            [reason('duplicate'), 8],
            [reason('already_handled'), 9],
            [reason('legal_process'), 3],
            [reason('reporter_unreachable'), 4],
            [reason('none_given'), 5],
            [reason('other'), 2],
          ])} AS archive_reason,
          ${pick(draw('postpone reason'), [
            [reason('awaiting_budget'), 42],
            [reason('awaiting_agency'), 30],
            [reason('legal_process'), 8],
            [reason('incomplete_data'), 10],
            [reason('none_given'), 10],
          ])} AS postpone_reason,
          (${draw('reopen days')} % 40)::INTEGER + 1 AS k_reopen,
          (${draw('second course')} & 15)::INTEGER + 1 AS k_course
        FROM ${source}`,
    )
    .add('finished', 'ended', (draw, source) => {
      const chance = draw('reopen');
      const course = draw('course second');
      return `SELECT *,
          CASE WHEN given_up THEN ${reason('not_in_authority')}
            WHEN campaign IS NOT NULL AND outcome IN ('archived', 'deleted') THEN ${reason('duplicate')}
            WHEN outcome = 'archived' AND ${since(world, surge.from)} AND ${within(draw('surge'), reasonSurge)}
              THEN ${reason(surge.where.reason ?? '')}
            WHEN outcome = 'archived' THEN archive_reason
            WHEN outcome = 'deleted' THEN ${pick(draw('postpone second'), [
              [reason('duplicate'), 45],
              [reason('unclear_substance'), 35],
              [reason('wrong_format'), 20],
            ])} END AS end_reason,
          ${reopened(0.03, 'w_end + k_reopen', chance)} AS w_reopen,
          ${reopened(0.03, officeHours(draw('reopen second')), chance)} AS s_reopen,
          ${reopened(0.028, 'w_end + k_reopen + k_course', chance)} AS w_respond_again,
          ${reopened(0.028, `28800 + (${course} % 15000)::INTEGER`, chance)} AS s_respond_again,
          ${reopened(0.025, 'w_end + k_reopen + k_course + k_course // 2', chance)} AS w_end_again,
          ${reopened(0.025, `44000 + (${course} % 15000)::INTEGER`, chance)} AS s_end_again,
          -- Between response and resolution many agencies answer once more.
          CASE WHEN outcome = 'resolved' AND NOT by_system AND w_postpone IS NULL AND w_end - w_respond >= 4 AND ${within(draw('answers again'), 0.45)}
            THEN w_respond + (w_end - w_respond) // 2 END AS w_respond_more,
          CASE WHEN has_second AND w_forward IS NOT NULL
            THEN CASE agency WHEN place_agency THEN province_agency ELSE place_agency END END AS second_agency,
          CASE WHEN has_second THEN w_forward + 1 + (${draw('second responds')} & 15)::INTEGER END AS w_second_respond
        FROM ${source}`;
    });
}
