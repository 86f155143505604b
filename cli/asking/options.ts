import { BuktiError, exitStatus, type IsoDate } from '../../base/index.ts';
import { suggestion } from '../../base/nearest.ts';
import {
  type DimensionName,
  dimension,
  type MetricName,
  metricNames,
  metricStatistics,
} from '../../metrics/index.ts';
import { checkDate, parseList, parseWhere } from '../parse.ts';

/** What the command line says of a question, as `metrics` and `chart` take it. */
export interface AskingOptions {
  by?: string;
  period?: string;
  where?: string[];
  asOf?: string;
  compare?: string;
  known?: string;
  at?: string;
}

/** A question whose names are known; its codes are looked up in the warehouse. */
export interface Question {
  metrics: string[];
  by: DimensionName[];
  where: Partial<Record<DimensionName, string>>;
  /** Empty where the default is meant. */
  periods: string[];
  asOf?: IsoDate | undefined;
  compare?: 'previous' | 'year' | 'others' | IsoDate | undefined;
  known?: IsoDate | undefined;
  at?: IsoDate | undefined;
}

/**
 * Reads a question and checks its names, so that a slip of the pen is answered with the nearest name.
 * @throws BuktiError `metrics.unknown-metric`, `metrics.unknown-statistic`,
 *   `metrics.unknown-dimension`, `cli.bad-where`, `cli.bad-date`, `asking.bad-compare`
 */
export function readQuestion(names: readonly string[], options: AskingOptions): Question {
  const metrics = names.flatMap(parseList);
  for (const name of metrics) checkMetric(name);
  checkDate('--as-of', options.asOf);
  checkDate('--known', options.known);
  checkDate('--at', options.at);
  const where = Object.entries(parseWhere(options.where ?? []));
  return {
    metrics,
    by: [...new Set(parseList(options.by).map(dimension))],
    where: Object.fromEntries(where.map(([name, code]) => [dimension(name), code])),
    periods: parseList(options.period),
    asOf: options.asOf,
    compare: options.compare === undefined ? undefined : readCompare(options.compare),
    known: options.known,
    at: options.at,
  };
}

function checkMetric(text: string): void {
  const [name = '', statistic] = text.split('.');
  const metric = metricNames.find((one) => one === name);
  if (!metric) {
    const known = suggestion(name, metricNames);
    throw new BuktiError('metrics.unknown-metric', { name, known }, exitStatus.usage);
  }
  const statistics: readonly string[] = metricStatistics[metric as MetricName];
  if (statistic === undefined || statistics.includes(statistic)) return;
  const params = { metric, name: statistic, known: suggestion(statistic, statistics) };
  throw new BuktiError('metrics.unknown-statistic', params, exitStatus.usage);
}

function readCompare(text: string): string {
  if (['previous', 'year', 'others'].includes(text)) return text;
  if (!/^\d{4}-/.test(text)) {
    throw new BuktiError('asking.bad-compare', { text }, exitStatus.usage);
  }
  checkDate('--compare', text);
  return text;
}
