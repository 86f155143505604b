import { existsSync, readFileSync } from 'node:fs';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { suggestion } from '../../base/nearest.ts';
import {
  type Cell,
  cellKey,
  dimensionOf,
  type NoiseParameters,
  type ProtectedCell,
  type PublicFigure,
  type PublicMeasure,
  parseCsv,
  perResidents,
  protectedPercentile,
  type Structure,
  type TableDesign,
} from '../../disclosure/index.ts';
import type { CellWaits, PercentileRequest } from './waits.ts';

/** Residents by code of one dimension, the total and other sums too. */
export interface ResidentsRequest {
  readonly dimension: string;
  readonly residents: ReadonlyMap<string, number>;
}

/** What else is told of every cell than its count and rates. */
export interface MoreMeasures {
  readonly percentiles: readonly { request: PercentileRequest; waits: CellWaits }[];
  readonly residents: readonly ResidentsRequest[];
  /** Exact cells, whose keys move the ranks. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly noise: NoiseParameters;
}

/**
 * Residents from CSVs with the columns `code` and `residents`; what no row has is the sum of its parts.
 * @throws BuktiError `protect.residents-columns`, `protect.no-dimension`
 */
export function residentsRequests(
  structure: Structure,
  asked: ReadonlyMap<string, string>,
): ResidentsRequest[] {
  return [...asked].map(([name, file]) => {
    const dimensions = structure.dimensions.map((one) => one.name);
    if (!dimensions.includes(name)) {
      const params = { option: '--residents', column: name, near: suggestion(name, dimensions) };
      throw new BuktiError('protect.no-dimension', params, exitStatus.usage);
    }
    if (!existsSync(file)) throw new BuktiError('cli.no-file', { file }, exitStatus.usage);
    const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8'));
    const names = header.map((column) => column.trim().toLowerCase());
    const [code, value] = [names.indexOf('code'), names.indexOf('residents')];
    const isNumber = (row: readonly string[]) => /^\d{1,12}$/.test(row[value]?.trim() ?? '');
    if (code < 0 || value < 0 || !rows.every(isNumber)) {
      throw new BuktiError('protect.residents-columns', { file }, exitStatus.usage);
    }
    const residents = new Map(rows.map((row) => [row[code]?.trim() ?? '', Number(row[value])]));
    const { codes, relations } = dimensionOf(structure, name);
    // Sums of sums come in the round after those they are made of.
    for (const _ of codes) {
      for (const { parent, children } of relations) {
        const parts = children.map((child) => residents.get(child));
        if (residents.has(parent) || parts.includes(undefined)) continue;
        residents.set(
          parent,
          (parts as number[]).reduce((sum, part) => sum + part, 0),
        );
      }
    }
    return { dimension: name, residents };
  });
}

/** Percentiles and figures by residents of one table's cells. */
export function moreMeasuresOf(
  structure: Structure,
  table: TableDesign,
  shown: readonly ProtectedCell[],
  { percentiles, residents, cells, noise }: MoreMeasures,
): PublicMeasure[] {
  const measures: PublicMeasure[] = [];
  for (const { request, waits } of percentiles) {
    for (const percent of request.percents) {
      const figures = shown.map(({ at, value, status }): PublicFigure => {
        if (status === 'cannot-exist') return { at, value: null, status };
        const key = cellKey(at);
        const own = waits.get(key) ?? { days: [], beyond: 0 };
        const keySum = cells.get(key)?.keySum ?? 0;
        const told = protectedPercentile({ ...own, keySum, shown: value }, percent / 100);
        if (told.kind === 'hidden') return { at, value: null, status: 'hidden' };
        if (told.kind === 'beyond') return { at, value: null, status: 'shown' };
        if (told.topCoded) return { at, value: null, lower: told.days, status: 'shown' };
        return { at, value: told.days, status: 'shown' };
      });
      measures.push({ name: `P${percent}_${request.column}`, figures });
    }
  }
  for (const { dimension, residents: byCode } of residents) {
    if (!table.dimensions.includes(dimension)) continue;
    const { total } = dimensionOf(structure, dimension);
    const figures = shown.flatMap(({ at, value, status }): PublicFigure[] => {
      const people = byCode.get(at[dimension] ?? total);
      if (people === undefined) return [];
      if (status === 'cannot-exist') return [{ at, value: null, status }];
      const told = perResidents(value, people, noise);
      if (told.kind === 'hidden') return [{ at, value: null, status: 'hidden' }];
      const { lower, upper } = told;
      const own = told.kind === 'rate' ? told.value : null;
      return [{ at, value: own, lower, upper, status: 'shown' }];
    });
    const name = residents.length > 1 ? `PER_100K_${dimension}` : 'PER_100K';
    measures.push({ name, figures });
  }
  return measures;
}
