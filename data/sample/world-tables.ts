import type { Workspace } from '../../base/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { type Agency, listAgencies } from './agencies.ts';
import {
  type Calendar,
  dateOf,
  dayNumber,
  exportDate,
  finalDate,
  months,
  quarters,
  readCalendar,
} from './calendar.ts';
import { categoryPlans, local } from './categories.ts';
import { drawMacros } from './draw.ts';
import { type Place, provinceSpellings, readPlaces, regencySpellings } from './places.ts';
import { readSeed } from './seed-files.ts';
import { loadChoice, loadTable } from './tables.ts';
import { reasonCodes, reasonTexts, topics } from './texts.ts';
import { planVolume } from './volume.ts';

/** What the tables were made from, for those who write SQL over them. */
export interface World {
  seed: number;
  rows: number;
  /** Whether the planted effects are in it. */
  effects: boolean;
  calendar: Calendar;
  agencies: Agency[];
  places: Place[];
  categories: string[];
  /** Ordinal of the last working day of which something is known. */
  finalOrdinal: number;
}

/** Categories that campaigns are about. */
const campaignCategories = [
  'public_works',
  'environment_forestry',
  'energy_resources',
  'transport',
];

/** Ages from 14 to 82, most between 25 and 45. */
const ageWeights = Array.from({ length: 69 }, (_, index) => {
  const age = index + 14;
  if (age < 18) return 3;
  if (age < 25) return 18;
  if (age < 45) return 30;
  return Math.max(30 - (age - 45) * 0.9, 1.5);
});
export const youngestAge = 14;

/** By hour of the day, 0 to 23: when people write. */
const hourWeights = [
  4, 2, 1, 1, 2, 4, 8, 14, 24, 30, 31, 27, 22, 27, 28, 25, 21, 17, 16, 20, 21, 18, 13, 8,
];

/** Second of the day at 4,096 equal steps of the hours' distribution. */
function secondsOfDay(): number[] {
  const total = hourWeights.reduce((sum, weight) => sum + weight, 0);
  const seconds: number[] = [];
  let hour = 0;
  let before = 0;
  for (let step = 0; step < 4096; step++) {
    const target = (step * total) / 4096;
    while (target >= before + (hourWeights[hour] as number))
      before += hourWeights[hour++] as number;
    const part = (target - before) / (hourWeights[hour] as number);
    seconds.push(Math.floor(3600 * (hour + part)));
  }
  return seconds;
}

export const expStep = 20;
export const expLow = -4000;
export const expHigh = 6400;

async function loadPlaces(session: Session, world: World, agencyIndex: Map<string, number>) {
  const { places } = world;
  const total = places.reduce((sum, place) => sum + place.weight, 0);
  const spellings = places.map((place) => regencySpellings(place.name));
  const provinceNames = places.map((place) =>
    provinceSpellings(place.province, place.provinceName),
  );
  const spelling = (list: string[][], index: number) =>
    ['VARCHAR', list.map((texts) => texts[index] as string)] as const;
  await loadTable(session, 's_place', {
    place: ['INTEGER', places.map((_, index) => index)],
    code: ['VARCHAR', places.map((place) => place.code)],
    province: ['INTEGER', places.map((place) => Number(place.province))],
    mix: ['INTEGER', places.map((place) => place.mix)],
    place_delay: ['INTEGER', places.map((place) => place.delay)],
    place_agency: ['INTEGER', places.map((place) => agencyIndex.get(place.government) ?? 0)],
    province_agency: [
      'INTEGER',
      places.map((place) => agencyIndex.get(`prov-${place.province}`) ?? 0),
    ],
    // Regular writers: about one in 25 reports expected from the place.
    writers: [
      'INTEGER',
      places.map((place) => Math.max(1, Math.round((place.weight / total) * world.rows * 0.06))),
    ],
    name_0: spelling(spellings, 0),
    name_1: spelling(spellings, 1),
    name_2: spelling(spellings, 2),
    name_3: spelling(spellings, 3),
    province_0: spelling(provinceNames, 0),
    province_1: spelling(provinceNames, 1),
    province_2: spelling(provinceNames, 2),
    province_3: spelling(provinceNames, 3),
  });
  await loadChoice(session, 'place', [places.map((place) => place.weight)], 10);
}

async function loadCategories(
  session: Session,
  workspace: Workspace,
  world: World,
  agencyIndex: Map<string, number>,
) {
  const sourceName = new Map(
    readSeed(workspace, 'category', ['category_code', 'source_name']).map(
      (row) => [row.category_code, row.source_name] as const,
    ),
  );
  const plans = world.categories.map((code) => categoryPlans[code] ?? { weight: 0.1, routes: {} });
  const routes = plans.map((plan) =>
    Object.entries(plan.routes).map(([target, weight]) => {
      if (target === local.regency) return [-1, weight] as const;
      if (target === local.province) return [-2, weight] as const;
      return [agencyIndex.get(target) ?? -1, weight] as const;
    }),
  );
  const topic = (index: 0 | 1 | 2 | 3) =>
    [
      'VARCHAR',
      world.categories.map((code) => {
        const name = sourceName.get(code) ?? code;
        const general = `Pengaduan tentang ${name.toLowerCase()}`;
        return topics[code]?.[index] ?? general;
      }),
    ] as const;
  await loadTable(session, 's_category', {
    category: ['INTEGER', world.categories.map((_, index) => index)],
    category_code: ['VARCHAR', world.categories],
    source_name: ['VARCHAR', world.categories.map((code) => sourceName.get(code) ?? code)],
    // Where a report of the category goes when it goes astray.
    lead_agency: ['INTEGER', routes.map((list) => list.find(([target]) => target >= 0)?.[0] ?? 0)],
    topic_0: topic(0),
    topic_1: topic(1),
    topic_2: topic(2),
    topic_3: topic(3),
  });
  const mixes = [0, 1, 2].map((mix) =>
    plans.map(
      (plan) => plan.weight * (mix === 0 ? (plan.urban ?? 1) : mix === 2 ? (plan.outer ?? 1) : 1),
    ),
  );
  await loadChoice(session, 'category', mixes, 6);
  await loadChoice(
    session,
    'route',
    routes.map((list) => (list.length > 0 ? list.map(([, weight]) => weight) : [1])),
    4,
  );
  const flat = routes.flatMap((list, category) =>
    (list.length > 0 ? list : [[-1, 1] as const]).map(([target], index) => ({
      key: category * 16 + index,
      target,
    })),
  );
  await loadTable(session, 's_route', {
    route_key: ['INTEGER', flat.map((row) => row.key)],
    target: ['INTEGER', flat.map((row) => row.target)],
  });
}

async function loadTimes(session: Session, world: World) {
  const { calendar } = world;
  const volume = planVolume({
    seed: world.seed,
    rows: world.rows,
    calendar,
    placeWeights: world.places.map((place) => place.weight),
    topics: campaignCategories.length,
    // Growth and season are real changes too: a world without effects has neither.
    steady: !world.effects,
  });
  const { days, campaigns } = volume;
  const date = days.map(({ day }) => dateOf(day));
  await loadTable(session, 's_day', {
    day: ['INTEGER', days.map(({ day }) => day)],
    first_id: ['BIGINT', days.map(({ firstId }) => firstId)],
    n: ['BIGINT', days.map(({ count }) => count)],
    w: ['INTEGER', days.map(({ day }) => calendar.ordinal[day] as number)],
    working: ['BOOLEAN', days.map(({ day }) => calendar.working[day] as boolean)],
    week: ['INTEGER', days.map(({ day }) => Math.floor((day - 1) / 7))],
    month: ['INTEGER', date.map((text) => months.indexOf(text.slice(0, 7)))],
    quarter: [
      'INTEGER',
      date.map((text) =>
        quarters.indexOf(`${text.slice(0, 4)}Q${Math.ceil(Number(text.slice(5, 7)) / 3)}`),
      ),
    ],
  });
  const slots = days.flatMap(({ day, count, campaigns: todays }) => {
    let slot = count - todays.reduce((sum, [, reports]) => sum + reports, 0);
    return todays.map(([campaign, reports]) => {
      slot += reports;
      return { key: day * 1_048_576 + slot - reports, reports, campaign };
    });
  });
  await loadTable(session, 's_campaign_day', {
    key: ['BIGINT', slots.map((row) => row.key)],
    n: ['BIGINT', slots.map((row) => row.reports)],
    campaign: ['INTEGER', slots.map((row) => row.campaign)],
  });
  const category = (topic: number) =>
    world.categories.indexOf(campaignCategories[topic] ?? 'public_works');
  await loadTable(session, 's_campaign_plan', {
    campaign: ['INTEGER', campaigns.map((_, index) => index)],
    place: ['INTEGER', campaigns.map((campaign) => campaign.place)],
    category: ['INTEGER', campaigns.map((campaign) => category(campaign.topic))],
  });
  await session.run(`CREATE OR REPLACE TABLE s_campaign AS
    SELECT d.slot_key, p.campaign, p.place AS campaign_place, p.category AS campaign_category
    FROM (SELECT campaign, unnest(range(key, key + n)) AS slot_key FROM s_campaign_day) d
    JOIN s_campaign_plan p USING (campaign)`);
  const last = calendar.dayOf.length - 1;
  const ordinals = Array.from({ length: last }, (_, index) => index + 1);
  const workdays = ordinals.map((ordinal) => dateOf(calendar.dayOf[ordinal] as number));
  await loadTable(session, 's_workday', {
    w: ['INTEGER', ordinals],
    work_date: ['VARCHAR', workdays],
  });
  const every = calendar.working.map((_, day) => day);
  await loadTable(session, 's_date', {
    day: ['INTEGER', every],
    iso_date: ['VARCHAR', every.map(dateOf)],
    export_date: ['VARCHAR', every.map((day) => exportDate(dateOf(day)))],
  });
  const seconds = secondsOfDay();
  await loadTable(session, 's_second', {
    step: ['INTEGER', seconds.map((_, index) => index)],
    second: ['INTEGER', seconds],
    span: [
      'INTEGER',
      seconds.map((second, index) => Math.max((seconds[index + 1] ?? 86_399) - second, 1)),
    ],
  });
  // floor(e^x): a response within the first day is 0 working days.
  const logs = Array.from(
    { length: (expHigh - expLow) / expStep + 1 },
    (_, index) => expLow + index * expStep,
  );
  await loadTable(session, 's_exp', {
    l: ['INTEGER', logs.map((log) => log / expStep)],
    days: ['INTEGER', logs.map((log) => Math.floor(Math.exp(log / 1000) + 1e-9))],
  });
}

async function loadReasons(session: Session) {
  const spelling = (index: 0 | 1 | 2 | 3) =>
    ['VARCHAR', reasonCodes.map((code) => reasonTexts[code]?.[index] ?? '-')] as const;
  await loadTable(session, 's_reason', {
    reason: ['INTEGER', reasonCodes.map((_, index) => index)],
    reason_code: ['VARCHAR', reasonCodes],
    reason_0: spelling(0),
    reason_1: spelling(1),
    reason_2: spelling(2),
    reason_3: spelling(3),
  });
}

/**
 * Loads the tables that a world is drawn from: calendar, volume by day, campaigns, places, categories
 * with their routes, agencies, reasons. All are small but the campaigns' slots (2.6 % of the rows).
 */
export async function loadWorld(
  session: Session,
  workspace: Workspace,
  options: { seed: number; rows: number; effects?: boolean },
): Promise<World> {
  await session.run(drawMacros);
  const calendar = readCalendar(workspace);
  const { places, provinces } = readPlaces(workspace);
  const agencies = listAgencies(workspace, provinces, places);
  const categories = readSeed(workspace, 'category', ['category_code']).map(
    (row) => row.category_code,
  );
  const finalOrdinal = calendar.ordinal[dayNumber(finalDate)] as number;
  const world: World = {
    effects: true,
    ...options,
    calendar,
    agencies,
    places,
    categories,
    finalOrdinal,
  };
  const agencyIndex = new Map(agencies.map((agency, index) => [agency.code, index]));
  await loadTable(session, 's_agency', {
    agency: ['INTEGER', agencies.map((_, index) => index)],
    agency_code: ['VARCHAR', agencies.map((agency) => agency.code)],
    agency_name: ['VARCHAR', agencies.map((agency) => agency.name)],
    agency_parent: ['VARCHAR', agencies.map((agency) => agency.parent)],
    agency_delay: ['INTEGER', agencies.map((agency) => agency.delay)],
  });
  await loadPlaces(session, world, agencyIndex);
  await loadCategories(session, workspace, world, agencyIndex);
  await loadTimes(session, world);
  await loadReasons(session);
  await loadChoice(session, 'age', [ageWeights], 7);
  return world;
}
