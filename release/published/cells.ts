import {
  BuktiError,
  exitStatus,
  type IsoDate,
  type Period,
  parsePeriod,
} from '../../base/index.ts';
import {
  type Cell,
  CellNumbers,
  type Dimension,
  type Link,
  linksWithin,
  type Structure,
  type TableDesign,
} from '../../disclosure/index.ts';
import { type MetricsContext, readContext, reasonStates } from '../../metrics/index.ts';
import type { Session } from '../../warehouse/index.ts';
import type { PublishCatalogue } from './catalogue.ts';
import { type Counts, countTable } from './count-table.ts';
import { dimensionOfLevel } from './dimension.ts';
import { asked, type Level } from './levels.ts';
import type { PublishedClock } from './measures.ts';
import {
  type Outcome,
  outcomeName,
  outcomeOf,
  outcomeTotal,
  type PublishedRate,
} from './outcomes.ts';
import { finestLevels, keptMeasures, type NotAvailable, planTables } from './plan-tables.ts';
import { makeRecords } from './records.ts';

/** Waiting times of one cell, exact, never published: a percentile is read from them at a moved rank. */
interface CellDays {
  readonly clock: PublishedClock;
  readonly at: Cell['at'];
  /** By working day the reports whose wait ended on it, in what was waited for. */
  readonly ended: readonly number[];
  /** The same that ended otherwise, and that were still waiting on the as-of day after so many days. */
  readonly otherwise: readonly number[];
  readonly waiting: readonly number[];
}

export interface PublishedTable {
  readonly name: string;
  /** Dimension and level, as coarse as it was decided. */
  readonly by: Readonly<Record<string, string>>;
  /** Every cell, totals included, in the order of `tableCells`. */
  readonly cells: readonly Cell[];
  readonly days: readonly CellDays[];
  readonly rates: readonly PublishedRate[];
}

export interface PublishedCells {
  readonly period: Period;
  readonly asOf: IsoDate;
  /** Working days for which all reports have been followed: no share is given at a horizon beyond it. */
  readonly mature: number;
  readonly structure: Structure;
  readonly tables: readonly PublishedTable[];
  readonly notAvailable: readonly NotAvailable[];
  /** Measures whose horizon lies beyond `mature`: the next release has them. */
  readonly immature: readonly NotAvailable[];
}

export interface CellsOptions {
  context?: MetricsContext;
  /** Levels of tables where they differ from the catalogue (design.ts). */
  levels?: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** False: counts alone, to measure what protection costs. */
  isProtected?: boolean;
}

/**
 * The exact cells of every published table that is made for a quarter, or for a year: what goes into
 * protection. A quarter's tables and its months are all cut at the quarter's as-of day, so that months add
 * up to it. Equal cells of different tables hold the same records and have equal `n` and `keySum`.
 *
 * The period itself is the total of the dimension `period` and stands in no coordinates. Where no
 * reporter-id column was declared, cells have no `complainants`; a report without a reporter's id counts as
 * one complainant.
 * @param asOf `own` for the period's own as-of day
 * @throws BuktiError `publish.wrong-period`, `metrics.calendar-ends`
 * @example
 * const { structure, tables } = await publishedCells(session, publishCatalogue(workspace), '2026Q3', 'own');
 */
export async function publishedCells(
  session: Session,
  catalogue: PublishCatalogue,
  period: string,
  asOf: 'own' | IsoDate,
  options: CellsOptions = {},
): Promise<PublishedCells> {
  const { isProtected = true } = options;
  const whole = parsePeriod(period);
  if (!whole || whole.kind === 'month') {
    throw new BuktiError('publish.wrong-period', { text: period }, exitStatus.usage);
  }
  const context = options.context ?? (await readContext(session));
  const { planned, lacking } = await planTables(session, catalogue, whole, context, options.levels);
  const levels = [...new Set(planned.flatMap((one) => one.levels))];
  const { cohort, columns } = await makeRecords(session, context, {
    period: whole,
    asOf,
    levels,
    isProtected,
  });
  const kept = keptMeasures(planned, context, columns.clocks, cohort.mature);
  const outcomes = inOneOrder(kept.measures.map((one) => outcomeOf(one, cohort.mature)));
  const tables: PublishedTable[] = [];
  const designs: TableDesign[] = [];
  for (const [place, { table, by, levels: own }] of planned.entries()) {
    const outcome = outcomes[place];
    const histograms = (kept.measures[place]?.clocks ?? [])
      .filter(({ percentiles }) => percentiles.length > 0)
      .map(({ clock }) => clock);
    const counted = { levels: own, outcome, histograms };
    const counts = await countTable(session, counted, columns, isProtected);
    const names = [...own.map(({ dimension }) => dimension), ...(outcome ? [outcomeName] : [])];
    designs.push({ name: table.name, dimensions: names, codes: shownCodes(own, outcome) });
    tables.push({
      name: table.name,
      by,
      cells: cellsOf(own, outcome, counts),
      days: counts.days.flatMap((days) => daysOf(own, days)),
      rates: outcome?.rates ?? [],
    });
  }
  const shown = outcomes.flatMap((outcome) => outcome ?? []);
  const dimensions = [
    ...finestLevels(catalogue, levels).map(dimensionOfLevel),
    ...(shown.length > 0 ? [outcomeDimension(shown)] : []),
  ];
  const links = linksWithin([askedLink], dimensions);
  return {
    period: whole,
    asOf: cohort.asOf,
    mature: cohort.mature,
    structure: {
      dimensions,
      tables: designs.map((design) => withoutWhole(design, dimensions)),
      ...(links ? { links } : {}),
    },
    tables,
    notAvailable: [...lacking, ...kept.lacking],
    immature: kept.immature,
  };
}

/**
 * Each cell once, whatever tables it stands in: what protection is given. Margins that tables share are the
 * same records, so the first is as good as any.
 */
export function distinctCells({
  structure,
  tables,
}: Pick<PublishedCells, 'structure' | 'tables'>): Cell[] {
  const numbers = new CellNumbers(structure);
  const seen = new Uint8Array(numbers.size);
  const found: Cell[] = [];
  for (const { cells } of tables) {
    for (const cell of cells) {
      const number = numbers.of(cell.at);
      if (seen[number] === 1) continue;
      seen[number] = 1;
      found.push(cell);
    }
  }
  return found;
}

/** A reason is asked for in exactly these states, which are codes of `outcome` where a table tells them apart. */
const askedLink: Link = {
  parent: { reason: asked },
  children: reasonStates.map((state) => ({ [outcomeName]: state })),
};

/** Codes of every table in the order of the dimension that they share. */
function inOneOrder(outcomes: readonly (Outcome | undefined)[]): (Outcome | undefined)[] {
  const all = [...new Set(outcomes.flatMap((outcome) => outcome?.codes ?? []))];
  return outcomes.map((outcome) => {
    const own = new Set(outcome?.codes);
    return outcome && { ...outcome, codes: all.filter((code) => own.has(code)) };
  });
}

function outcomeDimension(outcomes: readonly Outcome[]): Dimension {
  const relations = new Map(
    outcomes
      .flatMap((outcome) => outcome.relations)
      .map((relation) => [`${relation.parent}=${relation.children.join('+')}`, relation]),
  );
  return {
    name: outcomeName,
    total: outcomeTotal,
    codes: [...new Set(outcomes.flatMap(({ codes }) => codes))],
    relations: [...relations.values()],
  };
}

function shownCodes(levels: readonly Level[], outcome: Outcome | undefined) {
  const codes: Record<string, readonly string[]> = {};
  for (const { dimension, total, list } of levels) {
    codes[dimension] = [total, ...list.codes.map(({ code }) => code)];
  }
  if (outcome) codes[outcomeName] = outcome.codes;
  return codes;
}

/** Codes are named only where they are not all of the dimension. */
function withoutWhole(
  { codes, ...design }: TableDesign,
  dimensions: readonly Dimension[],
): TableDesign {
  const parts = Object.entries(codes ?? {}).filter(
    ([name, list]) => dimensions.find((one) => one.name === name)?.codes.length !== list.length,
  );
  return parts.length === 0 ? design : { ...design, codes: Object.fromEntries(parts) };
}

/** Names of the cells of some axes, in their order: totals are left out. */
function* coordinates(
  levels: readonly Level[],
  outcome?: Outcome,
): Generator<[Cell['at'], boolean]> {
  const axes = [
    ...levels.map(({ dimension, total, list }) => ({
      name: dimension,
      codes: [{ code: total, exists: true }, ...list.codes],
    })),
    ...(outcome
      ? [{ name: outcomeName, codes: outcome.codes.map((code) => ({ code, exists: true })) }]
      : []),
  ];
  const at: Record<string, string> = {};
  yield* walk(0, true);

  function* walk(axis: number, exists: boolean): Generator<[Cell['at'], boolean]> {
    const own = axes[axis];
    if (!own) {
      yield [{ ...at }, exists];
      return;
    }
    for (const [place, code] of own.codes.entries()) {
      if (place === 0) delete at[own.name];
      else at[own.name] = code.code;
      yield* walk(axis + 1, exists && code.exists);
    }
    delete at[own.name];
  }
}

function cellsOf(levels: readonly Level[], outcome: Outcome | undefined, counts: Counts): Cell[] {
  const { cube, complainants, largest } = counts;
  const cells: Cell[] = [];
  for (const [at, exists] of coordinates(levels, outcome)) {
    const place = cells.length;
    const n = cube.n[place] as number;
    const keySum = cube.keySum[place] as number;
    const secret = cube.secret[place] as number;
    const isZero = n === 0 && !exists;
    if (complainants && largest) {
      const hands = complainants[place] as number;
      const most = largest[place] as number;
      cells.push(
        isZero
          ? { at, n, keySum, complainants: hands, largest: most, secret, structuralZero: true }
          : { at, n, keySum, complainants: hands, largest: most, secret },
      );
    } else {
      cells.push(
        isZero ? { at, n, keySum, secret, structuralZero: true } : { at, n, keySum, secret },
      );
    }
  }
  return cells;
}

function daysOf(
  levels: readonly Level[],
  { clock, width, list }: Counts['days'][number],
): CellDays[] {
  const all: CellDays[] = [];
  let place = 0;
  for (const [at] of coordinates(levels)) {
    const own = list.subarray(place * width, (place + 1) * width);
    place += 1;
    const of = (cause: number) => Array.from(own.filter((_, index) => index % 3 === cause));
    const [waiting, ended, otherwise] = [of(0), of(1), of(2)] as [number[], number[], number[]];
    if (own.some((count) => count > 0)) all.push({ clock, at, ended, otherwise, waiting });
  }
  return all;
}
