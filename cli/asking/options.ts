import { BuktiError, exitStatus, type IsoDate } from '../../base/index.ts';
import { suggestion } from '../../base/nearest.ts';
import {
  type CompareMode,
  compareModes,
  type DimensionName,
  dimension,
  filterDimension,
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
  adjust?: string;
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
  compare?: CompareMode | undefined;
  /** Say what the mix of categories makes of the comparison. */
  adjust?: boolean | undefined;
  /** Compare with what was known on this day. */
  revision?: IsoDate | undefined;
  known?: IsoDate | undefined;
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
  if (options.asOf !== undefined && options.at !== undefined) {
    throw new BuktiError('asking.at-and-as-of', {}, exitStatus.usage);
  }
  const where = Object.entries(parseWhere(options.where ?? []));
  return {
    metrics,
    by: [...new Set(parseList(options.by).map(dimension))],
    where: Object.fromEntries(where.map(([name, code]) => [filterDimension(name), code])),
    periods: parseList(options.period),
    asOf: options.asOf ?? options.at,
    known: options.known,
    ...readCompare(options.compare),
    ...readAdjust(options),
  };
}

function readAdjust({ adjust, compare }: AskingOptions): Pick<Question, 'adjust'> {
  if (adjust === undefined) return {};
  if (adjust !== 'category') {
    throw new BuktiError('asking.bad-adjust', { text: adjust }, exitStatus.usage);
  }
  if (readCompare(compare).compare === undefined) {
    throw new BuktiError('asking.adjust-needs-compare', {}, exitStatus.usage);
  }
  return { adjust: true };
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

function readCompare(text: string | undefined): Pick<Question, 'compare' | 'revision'> {
  if (text === undefined) return {};
  const compare = compareModes.find((one) => one === text);
  if (compare) return { compare };
  if (!/^\d{4}-/.test(text)) {
    throw new BuktiError('asking.bad-compare', { text }, exitStatus.usage);
  }
  checkDate('--compare', text);
  return { revision: text };
}
