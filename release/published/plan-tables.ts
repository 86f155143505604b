import type { Period } from '../../base/index.ts';
import type { DimensionName, MetricsContext } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import type { PublishCatalogue } from './catalogue.ts';
import {
  type Level,
  periodLevel,
  readLevel,
  readLevelExcept,
  withoutBelowCodes,
} from './levels.ts';
import { type PublishedClock, readMeasures, type TableMeasures } from './measures.ts';
import type { PublishTable } from './schema.ts';

/** What a table or a measure needs and no source has: not available, which is not unknown. */
export interface NotAvailable {
  readonly table: string;
  readonly what: string;
}

/** A table of a period with its dimensions as they are in it; the period itself is none. */
export interface PlannedTable {
  table: PublishTable;
  by: Readonly<Record<string, string>>;
  levels: Level[];
}

/**
 * The tables that are made for a period of its kind.
 * @param decided levels of tables where they differ from the catalogue
 */
export async function planTables(
  session: Session,
  catalogue: PublishCatalogue,
  period: Period,
  context: MetricsContext,
  decided: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(),
): Promise<{ planned: PlannedTable[]; lacking: NotAvailable[] }> {
  const known = new Map<string, Level | undefined>();
  const levelOf = async (dimension: string, name: string) => {
    const key = `${dimension}.${name}`;
    if (!known.has(key)) {
      const { name: own, except } = readLevelExcept(name);
      const found =
        dimension === 'period'
          ? periodLevel(period, own)
          : await readLevel({ session, catalogue, period }, dimension, own);
      known.set(key, found && withoutBelowCodes(found, except));
    }
    return known.get(key);
  };
  const planned: PlannedTable[] = [];
  const lacking: NotAvailable[] = [];
  for (const table of catalogue.tables) {
    const by = decided.get(table.name) ?? table.by;
    if ((by.period === 'year') !== (period.kind === 'year')) continue;
    const levels: Level[] = [];
    for (const [dimension, name] of Object.entries(by)) {
      levels.push(...[(await levelOf(dimension, name)) ?? []].flat());
    }
    const missing = levels
      .flatMap(({ columns }) => columns)
      .filter((name) => !isThere(context, name));
    for (const what of missing) lacking.push({ table: table.name, what });
    if (missing.length === 0) planned.push({ table, by: plainLevels(by), levels });
  }
  return { planned, lacking };
}

/** Without the codes that are excepted. */
function plainLevels(by: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(by).map(([dimension, text]) => [dimension, readLevelExcept(text).name]),
  );
}

/** The measures of each table that some source has, those that none has, and those that come later. */
export function keptMeasures(
  planned: readonly PlannedTable[],
  context: MetricsContext,
  clocks: readonly PublishedClock[],
  mature: number,
): { measures: TableMeasures[]; lacking: NotAvailable[]; immature: NotAvailable[] } {
  const lacking: NotAvailable[] = [];
  const immature: NotAvailable[] = [];
  const hasStates = context.available.has('status');
  const measures = planned.map(({ table }): TableMeasures => {
    const { name } = table;
    const asked = readMeasures(table.measures);
    for (const what of hasStates ? [] : asked.states) lacking.push({ table: name, what });
    for (const { clock, horizons } of asked.clocks) {
      if (!clocks.includes(clock)) lacking.push({ table: name, what: clock });
      else {
        const later = horizons.filter((day) => day > mature);
        immature.push(...later.map((day) => ({ table: name, what: `${clock}.incidence_${day}` })));
      }
    }
    return {
      states: hasStates ? asked.states : [],
      clocks: asked.clocks.filter(({ clock }) => clocks.includes(clock)),
    };
  });
  return { measures, lacking, immature };
}

/** Whether some source has what a column is read from. */
function isThere(context: MetricsContext, name: DimensionName): boolean {
  if (name === 'month') return true;
  if (name === 'reason') return context.hasReasons;
  const fields: Partial<Record<DimensionName, string>> = {
    agency_type: 'agency',
    coordinator: 'agency',
    sector: 'category',
  };
  return context.available.has(fields[name] ?? name);
}

/** The level of each dimension that holds the codes of all the others. */
export function finestLevels(catalogue: PublishCatalogue, levels: readonly Level[]): Level[] {
  const finest = new Map<string, Level>();
  for (const level of levels) {
    const order = catalogue.dimensions.find(({ name }) => name === level.dimension)?.levels ?? [];
    const other = finest.get(level.dimension);
    const finer = other ? order.indexOf(other.name) - order.indexOf(level.name) : 1;
    // Of two that are equally fine the one that leaves out less.
    const isFuller = finer === 0 && level.list.codes.length > (other?.list.codes.length ?? 0);
    if (finer > 0 || isFuller) {
      finest.set(level.dimension, level);
    }
  }
  return [...finest.values()];
}
