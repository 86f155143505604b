import {
  cellKey,
  type NoiseParameters,
  type ProtectedCell,
  type PublicFigure,
  type PublicMeasure,
  protectedPercentile,
  protectedRate,
} from '../../disclosure/index.ts';
import type { PublishedCells, PublishedTable } from '../published/index.ts';

/** Name of the counts of reports in public files; every other measure has the name of its metric. */
export const countMeasure = 'COMPLAINTS';

const percentiles = { median: 0.5, p90: 0.9 } as const;

export interface MeasureRules {
  readonly noise: NoiseParameters;
  /** Least published cases of a rate in a group: 10, and 20 below province. */
  readonly leastCases: (at: ProtectedCell['at']) => number;
}

/**
 * What is published of one table: its counts; its shares, each from its own published numerator, complement
 * and denominator, at the coordinates of the numerator; its percentiles, at those of the started clock.
 * @param table exact, for the waits that percentiles are read from
 * @param cells as protected
 */
export function tableMeasures(
  { mature }: Pick<PublishedCells, 'mature'>,
  table: PublishedTable,
  cells: readonly ProtectedCell[],
  rules: MeasureRules,
): PublicMeasure[] {
  const byKey = new Map(cells.map((cell) => [cellKey(cell.at), cell]));
  const shown = (at: ProtectedCell['at']) => byKey.get(cellKey(at))?.value ?? null;
  const groups = cells.filter(({ at, status }) => !at.outcome && status !== 'cannot-exist');
  const measures: PublicMeasure[] = [{ name: countMeasure, figures: cells }];
  for (const { measure, numerator, complement, denominator } of table.rates) {
    const figures = groups.map(({ at }): PublicFigure => {
      const rate = protectedRate(
        {
          numerator: shown({ ...at, outcome: numerator }),
          complement: shown({ ...at, outcome: complement }),
          denominator: shown(denominator === '_T' ? at : { ...at, outcome: denominator }),
        },
        { noise: rules.noise, leastCases: rules.leastCases(at) },
      );
      return rateFigure({ ...at, outcome: numerator }, rate);
    });
    const share = { dimension: 'outcome', numerator, complement, denominator };
    measures.push({ name: measure, figures, share });
  }
  return [...measures, ...percentilesOf(table, shown, mature, groups)];
}

function percentilesOf(
  table: PublishedTable,
  shown: (at: ProtectedCell['at']) => number | null,
  mature: number,
  groups: readonly ProtectedCell[],
): PublicMeasure[] {
  const keys = new Map(table.cells.map(({ at, keySum }) => [cellKey(at), keySum]));
  const days = new Map(table.days.map((one) => [`${one.clock} ${cellKey(one.at)}`, one]));
  const clocks = [...new Set(table.days.map(({ clock }) => clock))].sort();
  return clocks.flatMap((clock) =>
    Object.entries(percentiles).map(([name, q]): PublicMeasure => {
      const figures = groups.flatMap(({ at }): PublicFigure[] => {
        const started = { ...at, outcome: `${clock}.started` };
        const own = days.get(`${clock} ${cellKey(at)}`);
        if (!own) return [];
        // Beyond the day up to which all were followed a rank says nothing.
        const ended = own.ended.slice(0, mature + 1);
        const all = [own.ended, own.otherwise, own.waiting].flat();
        const beyond = sum(all) - sum(ended);
        const keySum = keys.get(cellKey(started)) ?? 0;
        const told = protectedPercentile({ days: ended, beyond, keySum, shown: shown(started) }, q);
        if (told.kind === 'hidden') return [{ at: started, value: null, status: 'hidden' }];
        if (told.kind === 'beyond' || told.topCoded) {
          const lower = told.kind === 'beyond' ? mature : told.days;
          return [{ at: started, value: null, lower, status: 'shown' }];
        }
        return [{ at: started, value: told.days, status: 'shown' }];
      });
      return { name: `${clock}.${name}`, figures };
    }),
  );
}

function rateFigure(at: PublicFigure['at'], rate: ReturnType<typeof protectedRate>): PublicFigure {
  if (rate.kind === 'hidden') return { at, value: null, status: 'hidden' };
  const { lower, upper } = rate;
  return { at, value: rate.kind === 'rate' ? rate.percent : null, lower, upper, status: 'shown' };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
