import { BuktiError, type IsoDate } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import type { Cut } from './plan/spec.ts';
import { type CalendarName, WorkCalendar } from './work-calendar.ts';

export interface Population {
  female: number;
  male: number;
  total: number;
}

/** What every query needs to know of a warehouse; read it once for many queries. */
export interface MetricsContext {
  calendar: WorkCalendar;
  /** `weekdays` where no report has the Indonesian calendar. */
  calendarName: CalendarName;
  /** Reports with another calendar stand beside those with that one. */
  calendarsMixed: boolean;
  /**
   * The smallest known_to over sources of complaints, and of events where the logs cover at least 80 %
   * of the reports; null where nothing is declared.
   */
  coveredTo: IsoDate | null;
  /** Day of the first report; null where there is none. */
  firstDay: IsoDate | null;
  /** Days of the exports, in order, where the states come of exports; empty where a log tells them. */
  exportDays: readonly IsoDate[];
  /** The day of each quarter and year whose states fct_complaint keeps (meta_state_day). */
  stateDays: ReadonlyMap<string, IsoDate>;
  /** Fields of fct_complaint that some source has a column for. */
  available: ReadonlySet<string>;
  /** Some source gives reasons for putting a report aside. */
  hasReasons: boolean;
  /** Residents by code of province or regency, `''` for the country. */
  population: ReadonlyMap<string, Population>;
  /** Provinces of Kemendagri, so that those without any report are listed. */
  provinces: readonly { code: string; validFrom: IsoDate; validTo: IsoDate }[];
  /** Agencies of the seeds, local governments too, so that those without any report are listed. */
  bodies: readonly { code: string; type: string; validFrom: IsoDate; validTo: IsoDate }[];
  /** Provinces of 2022 and the one each was cut from. */
  formerProvinces: ReadonlyMap<string, string>;
  /** Sector by category. */
  sectors: ReadonlyMap<string, string>;
  /** Cohorts that lie cut in temporary tables (withCohorts). */
  cuts: readonly Cut[];
}

/** Reads the context of a session that has the tables of the warehouse. */
export async function readContext(session: Session): Promise<MetricsContext> {
  await checkIsOfThisVersion(session);
  const kinds = await session.row<{
    indonesian: boolean;
    others: boolean;
    any_report: boolean;
    logged: boolean;
    first: IsoDate | null;
    reasons: boolean;
  }>(
    `select coalesce(bool_or(calendar = 'indonesia'), false) as indonesian,
      coalesce(bool_or(calendar <> 'indonesia'), false) as others, count(*) > 0 as any_report,
      count(*) filter (where has_events) >= 0.8 * greatest(count(*), 1) as logged, min(submitted_date) as first,
      exists (from fct_complaint_status where reason <> 'unknown') as reasons
    from fct_complaint`,
  );
  const logged = kinds?.logged ?? false;
  const [calendar, coverage, exports, stateDays, fields, regions, history, categories, bodies] = [
    await WorkCalendar.read(session),
    await session.row<{ day: IsoDate | null }>(
      `select min(known_to) as day from meta_source
      where kind in (${logged ? `'complaint', 'event'` : `'complaint'`})`,
    ),
    // A log tells the states: then the spells of millions of reports need not be read for days of exports.
    logged
      ? []
      : await session.rows<{ day: IsoDate }>(
          `select day from (
            select distinct valid_to - 1 as day from fct_complaint_status
            where basis = 'export' and valid_to < date '9999-12-31'
            union select known_to from meta_source where kind = 'complaint')
          where day is not null order by day`,
        ),
    await session.rows<{ period: string; day: IsoDate }>(
      'select period, as_of as day from meta_state_day',
    ),
    await session.rows<{ field: string }>('select field from meta_field where available'),
    await session.rows<Region>(
      `select region_code as code, level, population_female as female, population_male as male,
        population_total as total, coalesce(valid_from, date '1900-01-01') as valid_from,
        coalesce(valid_to, date '9999-12-31') as valid_to
      from dim_region where region_scheme = 'kemendagri' order by region_code`,
    ),
    await session.rows<{ code: string; former: string }>(
      'select province_code as code, former_province_code as former from dim_region_history',
    ),
    await session.rows<{ code: string; sector: string }>(
      'select category_code as code, sector from dim_category',
    ),
    await session.rows<{ code: string; type: string; validFrom: IsoDate; validTo: IsoDate }>(
      `select agency_code as code, agency_type as type, valid_from as "validFrom", valid_to as "validTo" from dim_agency
      where resolved_by = 'seed' and agency_code <> 'unknown' order by agency_code`,
    ),
  ];
  const indonesian = kinds?.indonesian || !kinds?.any_report;
  return {
    calendar,
    calendarName: indonesian ? 'indonesia' : 'weekdays',
    calendarsMixed: Boolean(kinds?.indonesian && kinds.others),
    coveredTo: coverage?.day ?? null,
    firstDay: kinds?.first ?? null,
    exportDays: exports.map((row) => row.day),
    stateDays: new Map(stateDays.map(({ period, day }) => [period, day])),
    available: new Set(fields.map((row) => row.field)),
    hasReasons: kinds?.reasons ?? false,
    population: populationOf(regions),
    provinces: regions
      .filter((region) => region.level === 'province')
      .map(({ code, valid_from, valid_to }) => ({
        code,
        validFrom: valid_from,
        validTo: valid_to,
      })),
    formerProvinces: new Map(history.map(({ code, former }) => [code, former])),
    sectors: new Map(categories.map(({ code, sector }) => [code, sector])),
    bodies,
    cuts: [],
  };
}

interface Region {
  code: string;
  level: string;
  female: number | null;
  male: number | null;
  total: number | null;
  valid_from: IsoDate;
  valid_to: IsoDate;
}

function populationOf(regions: Region[]): Map<string, Population> {
  const known = new Map<string, Population>();
  const country = { female: 0, male: 0, total: 0 };
  for (const { code, level, female, male, total } of regions) {
    if (female === null || male === null || total === null) continue;
    known.set(code, { female, male, total });
    if (level !== 'province') continue;
    country.female += female;
    country.male += male;
    country.total += total;
  }
  if (country.total > 0) known.set('', country);
  return known;
}

/** The newest table that every question needs: a build of an older version has none. */
const newestTable = 'meta_state_day';

async function checkIsOfThisVersion(session: Session): Promise<void> {
  const row = await session.row<{ there: boolean }>(
    'select count(*) > 0 as there from duckdb_tables() where table_name = $1',
    [newestTable],
  );
  if (!row?.there) throw new BuktiError('metrics.older-warehouse', {});
}
