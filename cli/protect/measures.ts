import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import {
  cellKey,
  type Dimension,
  depths,
  dimensionOf,
  type NoiseParameters,
  type ProtectedCell,
  type PublicFigure,
  type PublicMeasure,
  protectedRate,
  type Structure,
  type TableDesign,
  tableCells,
} from '../../disclosure/index.ts';

/** A rate that was asked for: a code of a dimension with two codes, as `outcome=yes`. */
export interface RateRequest {
  readonly dimension: string;
  readonly code: string;
  /** The other code: what is no case. */
  readonly complement: string;
}

/** @throws BuktiError `protect.bad-rate` where the dimension has not two codes, one of them this */
export function rateRequests(
  structure: Structure,
  asked: ReadonlyMap<string, string>,
): RateRequest[] {
  return [...asked].map(([name, code]) => {
    const dimension = structure.dimensions.find((one) => one.name === name);
    const codes = leavesOf(dimension);
    const complement = codes.find((one) => one !== code);
    if (codes.length === 2 && codes.includes(code) && complement !== undefined) {
      return { dimension: name, code, complement };
    }
    throw new BuktiError('protect.bad-rate', { dimension: name, code }, exitStatus.usage);
  });
}

function leavesOf(dimension: Dimension | undefined): string[] {
  return (dimension?.codes ?? []).filter((code) => code !== dimension?.total);
}

/**
 * Counts of one table, and a rate for every group of each rate's dimension that the table holds: from 10
 * cases, below the first level of a hierarchy (a province) from 20.
 */
export function measuresOf(
  structure: Structure,
  table: TableDesign,
  cells: readonly ProtectedCell[],
  rates: readonly RateRequest[],
  noise: NoiseParameters,
): PublicMeasure[] {
  const byKey = new Map(cells.map((cell) => [cellKey(cell.at), cell]));
  const counts: PublicMeasure = { name: 'COMPLAINTS', figures: cells };
  const own = rates.filter(({ dimension }) => table.dimensions.includes(dimension));
  const depth = new Map(
    structure.dimensions.map(({ name, total, relations }) => [name, depths(total, relations)]),
  );
  const leastCases = (group: Readonly<Record<string, string>>) =>
    Object.entries(group).some(([name, code]) => (depth.get(name)?.get(code) ?? 0) > 1) ? 20 : 10;
  return [
    counts,
    ...own.map(({ dimension, code, complement }): PublicMeasure => {
      const { name } = dimensionOf(structure, dimension);
      const groups = table.dimensions.filter((one) => one !== name);
      const figures = [...tableCells(structure, { ...table, dimensions: groups })].map((group) => {
        const valueAt = (at: Readonly<Record<string, string>>) =>
          byKey.get(cellKey(at))?.value ?? null;
        const at = { ...group, [name]: code };
        const told = protectedRate(
          {
            numerator: valueAt(at),
            complement: valueAt({ ...group, [name]: complement }),
            denominator: valueAt(group),
          },
          { noise, leastCases: leastCases(group) },
        );
        return figureOf(at, told);
      });
      return { name: `RATE_${code}`, figures };
    }),
  ];
}

function figureOf(at: PublicFigure['at'], told: ReturnType<typeof protectedRate>): PublicFigure {
  if (told.kind === 'hidden') return { at, value: null, status: 'hidden' };
  const { lower, upper } = told;
  return { at, value: told.kind === 'rate' ? told.percent : null, lower, upper, status: 'shown' };
}
