import { type IsoDate, type Period, parsePeriod, previousQuarter } from '../../base/index.ts';
import type { Ledger } from '../../disclosure/index.ts';
import { ageOn, asOfIn, type MetricsContext } from '../../metrics/index.ts';
import type { PublishCatalogue } from '../published/index.ts';
import type { PublishTable } from '../published/schema.ts';

/** Tables of one period that a release publishes, in a folder of their own below its public one. */
export interface PartPlan {
  /** '' for the quarter itself. */
  readonly folder: string;
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly tables: readonly PublishTable[];
}

/** A file's name below the public folder of the release. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** What a table of matured shares is called. */
const maturedSuffix = '_matured';

export function isMatured(table: string): boolean {
  return table.endsWith(maturedSuffix);
}

/** The table of the catalogue that a published one is of. */
export function plainName(table: string): string {
  return isMatured(table) ? table.slice(0, -maturedSuffix.length) : table;
}

/**
 * The parts of a quarter's release: its own tables; those of the year that ends with it; and of the quarter before
 * the shares at horizons that its own release came too early for.
 * @param workingDays from the end of a period to its as-of day
 */
export function partsOf(
  context: MetricsContext,
  { tables }: Pick<PublishCatalogue, 'tables'>,
  period: Period,
  asOf: IsoDate,
  workingDays: number,
): PartPlan[] {
  const parts: PartPlan[] = [{ folder: '', period, asOf, tables }];
  const year = parsePeriod(period.id.slice(0, 4)) as Period;
  if (period.id.endsWith('Q4')) parts.push({ folder: year.id, period: year, asOf, tables });
  const before = parsePeriod(previousQuarter(period.id, 1)) as Period;
  const then = ageOn(context, before, asOfIn(context, before, workingDays).asOf);
  const now = ageOn(context, before, asOf);
  if (then !== null && now !== null) {
    const late = tables.flatMap((table) => maturedOf(table, then, now));
    if (late.length > 0) parts.push({ folder: before.id, period: before, asOf, tables: late });
  }
  return parts;
}

function maturedOf(table: PublishTable, then: number, now: number): PublishTable[] {
  const measures = table.measures.filter((measure) => {
    const day = Number(/\.incidence_(\d+)$/.exec(measure)?.[1] ?? Number.NaN);
    return day > then && day <= now;
  });
  return measures.length === 0
    ? []
    : [{ ...table, name: `${table.name}${maturedSuffix}`, measures }];
}

/** A share at a horizon is published once: what the ledger has of it already is left out of a matured part. */
export function withoutPublished(
  { period, tables }: Pick<PartPlan, 'period' | 'tables'>,
  ledger: Ledger,
): readonly PublishTable[] {
  return tables.flatMap((table) => {
    if (!isMatured(table.name)) return [table];
    const entry = ledger.tables.find(
      (one) => one.period === period.id && one.table === plainName(table.name),
    );
    const measures = table.measures.filter((measure) => {
      const [, clock = '', day = ''] = /^(.+)\.incidence_(\d+)$/.exec(measure) ?? [];
      return !entry?.cells.some(({ at }) => at.outcome === `${clock}.by_${day}`);
    });
    return measures.length === 0 ? [] : [{ ...table, measures }];
  });
}
