import type { IsoDate } from '../base/index.ts';
import type { Session } from '../warehouse/index.ts';
import { defaultAsOfWorkingDays } from './as-of.ts';
import { cohortsOf } from './cohorts.ts';
import { readContext } from './context.ts';
import { type MetricQuery, queryMetrics } from './query.ts';
import type { Comparison, MetricRow } from './types.ts';

/**
 * What is known now of the figures that were known on an earlier day: both seen on the as-of day that
 * they had then, so that every difference is a revision and none is later course. Nothing is tested: a
 * revision is a fact.
 * @param then a session on what was known on `known` (withPublished's `known`)
 * @returns figures as they are known now, each with what was known then as its base; those that only
 *   one of the two has, too (value null in the other)
 */
export async function queryRevision(
  now: Session,
  then: Session,
  query: Omit<MetricQuery, 'compare'>,
  known: IsoDate,
): Promise<MetricRow[]> {
  const [before, after] = [await readContext(then), await readContext(now)];
  const cohorts = cohortsOf(
    before,
    query.period,
    query.by,
    query.asOf ?? 'own',
    query.asOfWorkingDays ?? defaultAsOfWorkingDays,
  );
  const rows: MetricRow[] = [];
  for (const { period, asOf } of cohorts) {
    const one = { ...query, period: period.id, asOf };
    const old = new Map((await queryMetrics(then, one, before)).map((row) => [keyOf(row), row]));
    for (const row of await queryMetrics(now, one, after)) {
      const base = old.get(keyOf(row));
      old.delete(keyOf(row));
      rows.push({ ...row, comparison: revised(row, base ?? absent(row), known) });
    }
    for (const base of old.values()) {
      const gone = absent(base);
      rows.push({ ...gone, comparison: revised(gone, base, known) });
    }
  }
  return rows;
}

function revised(row: MetricRow, base: MetricRow, known: IsoDate): Comparison {
  const { value, low, high, numerator, denominator, n, status, as_of } = base;
  const both = row.value !== null && value !== null;
  return {
    with: known,
    withheld: both ? null : 'no_value',
    base: { value, low, high, numerator, denominator, n, status, as_of },
    difference: both ? (row.value as number) - value : null,
    ...{ low: null, high: null, ratio: null, ratio_low: null, ratio_high: null },
    ...{ test: null, design_effect: null, df: null, p: null, q: null, clear: null },
    ...{ fcr_low: null, fcr_high: null, family: 0 },
  };
}

function absent(row: MetricRow): MetricRow {
  const { comparison: _, ...rest } = row;
  const none = { value: null, low: null, high: null, numerator: null, denominator: null, n: 0 };
  return { ...rest, ...none };
}

function keyOf({ metric, statistic, dims }: MetricRow): string {
  return JSON.stringify([metric, statistic, Object.entries(dims).sort()]);
}
