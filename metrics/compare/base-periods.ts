import { BuktiError, exitStatus, type Period } from '../../base/index.ts';
import { readPeriod } from '../as-of.ts';
import { codeOf } from '../cohorts.ts';
import { type TimeDimension, timeDimensions } from '../dimensions.ts';
import type { Dims } from '../types.ts';

/** The period before, or the same one a year before: `2026Q1` -> `2025Q4`, `2025Q1`. */
export function basePeriod(period: Period, mode: 'previous' | 'year'): Period {
  const year = Number(period.first.slice(0, 4));
  const month = Number(period.first.slice(5, 7));
  if (mode === 'year' || period.kind === 'year') return periodAt(period.kind, year - 1, month);
  const back = period.kind === 'quarter' ? 3 : 1;
  const months = year * 12 + (month - 1) - back;
  return periodAt(period.kind, Math.floor(months / 12), (months % 12) + 1);
}

function periodAt(kind: Period['kind'], year: number, month: number): Period {
  const text = String(year).padStart(4, '0');
  if (kind === 'year') return readPeriod(text);
  if (kind === 'quarter') return readPeriod(`${text}Q${Math.ceil(month / 3)}`);
  return readPeriod(`${text}-${String(month).padStart(2, '0')}`);
}

/** Codes of a group with its time put back to the base period. */
export function baseDims(dims: Dims, base: Period): Dims {
  const moved: Dims = { ...dims };
  for (const name of timeDimensions) {
    const code = codeOf(base, name);
    if (dims[name] !== undefined && code !== undefined) moved[name] = code;
  }
  return moved;
}

/**
 * The time dimension that tells figure and base apart: the finest of a query.
 * @throws BuktiError `metrics.compare-periods` where several periods are asked for as one
 */
export function comparedTime(periods: readonly Period[], by: readonly string[]): TimeDimension {
  const kind = periods[0]?.kind ?? 'quarter';
  if (periods.length > 1 && !by.includes(kind)) {
    throw new BuktiError('metrics.compare-periods', { kind }, exitStatus.usage);
  }
  return kind;
}
