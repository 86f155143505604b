import {
  cellKey,
  type Ledger,
  type PublicFigure,
  type PublicMeasure,
} from '../../disclosure/index.ts';

/**
 * Percentiles are read from exact waits, which counts and keys say nothing of: one wait that was corrected, or one late
 * report of a table that is held, would move them. So what was published of a cell stands for as long as the
 * counts that are published of it are of the same records; but a band that was cut short by too little
 * following is told anew.
 * @param before the ledger as it was read
 * @param now with what is published now
 * @param mature working days for which all reports have been followed
 */
export function heldPercentiles(
  period: string,
  before: Ledger,
  now: Ledger,
  mature: number,
): (measures: readonly PublicMeasure[]) => PublicMeasure[] {
  const published = new Map<string, PublicFigure>();
  for (const { period: of, percentiles = {} } of before.tables) {
    if (of !== period) continue;
    for (const [name, figures] of Object.entries(percentiles)) {
      for (const figure of figures) published.set(`${name} ${cellKey(figure.at)}`, figure);
    }
  }
  const old = recordsOf(before, period);
  const own = recordsOf(now, period);
  const stands = (name: string, figure: PublicFigure): PublicFigure => {
    const key = cellKey(figure.at);
    const standing = published.get(`${name} ${key}`);
    if (!standing || old.get(key) !== own.get(key)) return figure;
    const isShort = standing.value === null && (standing.lower ?? mature) < mature;
    return isShort ? figure : standing;
  };
  return (measures) =>
    measures.map((measure) =>
      isPercentile(measure)
        ? { ...measure, figures: measure.figures.map((figure) => stands(measure.name, figure)) }
        : measure,
    );
}

/** The ledger with the percentiles that are published beside its counts. */
export function withPercentiles(
  ledger: Ledger,
  period: string,
  measures: ReadonlyMap<string, readonly PublicMeasure[]>,
): Ledger {
  const tables = ledger.tables.map((entry) => {
    const own = entry.period === period ? (measures.get(entry.table) ?? []) : [];
    const named = own.filter(isPercentile).map(({ name, figures }) => [name, figures] as const);
    return named.length > 0 ? { ...entry, percentiles: Object.fromEntries(named) } : entry;
  });
  return { ...ledger, tables };
}

function isPercentile({ name }: PublicMeasure): boolean {
  return /\.(median|p90)$/.test(name);
}

/** Names the records that the published counts of each cell are of. */
function recordsOf({ tables }: Ledger, period: string): Map<string, string> {
  const cells = tables.filter((table) => table.period === period).flatMap((table) => table.cells);
  return new Map(cells.map(({ at, n, keySum }) => [cellKey(at), `${n} ${keySum}`]));
}
