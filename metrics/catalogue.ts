import { BuktiError, exitStatus, type Workspace } from '../base/index.ts';
import { type CatalogueFiles, readCatalogueFiles } from './catalogue-read.ts';
import type {
  Additivity,
  Bilingual,
  ClockEntry,
  DimensionEntry,
  Direction,
  MethodEntry,
  MetricFileEntry,
  NamedEntry,
  StatisticEntry,
} from './catalogue-schema.ts';
import { isClock, type MetricName, metricNames, metricStatistics, unitOf } from './definitions.ts';
import type { Unit } from './types.ts';

/** What is to be known of a statistic of a metric: the metric's own word before the statistic's. */
export interface StatisticOfMetric {
  name: string;
  unit: Unit;
  formula: Bilingual;
  minimum_n: number | null;
  additive: Additivity;
  /** Which way is better. */
  direction: Direction;
  methods: MethodEntry[];
}

type Meta = MetricFileEntry['config']['meta'];

/** A metric with all that its file says of it. */
export interface MetricEntry
  extends Pick<MetricFileEntry, 'label' | 'description' | 'type' | 'type_params' | 'filter'>,
    Pick<Meta, 'unit' | 'population' | 'direction' | 'caveats' | 'source'> {
  name: MetricName;
  clock?: string;
  definition_version?: number;
  statistics: string[];
  /** By statistic, where there is one. */
  minimum_n: Record<string, number>;
  details: StatisticOfMetric[];
}

/** What the metrics are called and what is to be known of them, in both languages. */
export interface MetricsCatalogue {
  metrics: MetricEntry[];
  statistics: StatisticEntry[];
  clocks: ClockEntry[];
  dimensions: DimensionEntry[];
  /** Fields of the `unknown` share. */
  fields: NamedEntry[];
  methods: MethodEntry[];
  /** The word for a value that is not known. */
  unknown: Bilingual;
}

/**
 * Reads `metrics/*.yml` of the models and holds it to what the code computes; a user's file lies over
 * the shipped one of the same name.
 * @throws BuktiError `metrics.catalogue-syntax`, `metrics.catalogue-value`,
 *   `metrics.catalogue-twice`, each with file and line
 */
export function metricsCatalogue(workspace: Workspace | readonly string[]): MetricsCatalogue {
  const layers = 'models' in workspace ? workspace.models : [...workspace];
  const files = readCatalogueFiles(layers);
  const { metrics, statistics, clocks, dimensions, fields, methods, unknown } = files;
  return {
    metrics: metrics.map((metric) => metricEntry(metric, files)),
    ...{ statistics, clocks, dimensions, fields, methods, unknown },
  };
}

function metricEntry(written: MetricFileEntry, files: CatalogueFiles): MetricEntry {
  const { label, description, type, type_params, filter } = written;
  const { unit, population, direction, caveats, source, clock, definition_version } =
    written.config.meta;
  const metric = metricNames.find((one) => one === written.name);
  if (!metric) throw wrong(files, written, ['name'], `no metric ${written.name}`);
  if (clock !== undefined && !isClock(clock)) {
    throw wrong(files, written, ['config', 'meta', 'clock'], `no clock ${clock}`);
  }
  const details = written.config.meta.statistics.map((name) =>
    detail(metric, name, written, files),
  );
  const limits = details.flatMap(({ name, minimum_n }) =>
    minimum_n === null ? [] : [[name, minimum_n] as const],
  );
  return {
    ...{ name: metric, label, description, type, type_params },
    ...{ unit, population, direction, caveats, source },
    ...(filter === undefined ? {} : { filter }),
    ...(clock === undefined ? {} : { clock }),
    ...(definition_version === undefined ? {} : { definition_version }),
    statistics: details.map(({ name }) => name),
    minimum_n: Object.fromEntries(limits),
    details,
  };
}

function detail(
  metric: MetricName,
  name: string,
  written: MetricFileEntry,
  files: CatalogueFiles,
): StatisticOfMetric {
  const { meta } = written.config;
  const place = ['config', 'meta', 'statistics', meta.statistics.indexOf(name)];
  const known: readonly string[] = metricStatistics[metric];
  if (!known.includes(name)) throw wrong(files, written, place, `no statistic ${metric}.${name}`);
  const general = files.statistics.find((one) => one.name === name);
  if (!general) throw wrong(files, written, place, `no statistic ${name} in the catalogue`);
  const own = <Value>(values: Record<string, Value>): Value | undefined =>
    values[name] ?? values[name.replace(/_\d+$/, '')];
  const methods = (own(meta.methods) ?? general.methods).map((method) => {
    const found = files.methods.find((one) => one.name === method);
    if (!found) throw wrong(files, written, place, `no method ${method}`);
    return found;
  });
  return {
    name,
    unit: unitOf(name, metric),
    formula: own(meta.formula) ?? general.formula,
    minimum_n: own(meta.minimum_n) ?? general.minimum_n ?? null,
    additive: own(meta.additive) ?? general.additive,
    direction: own(meta.directions) ?? general.direction ?? meta.direction,
    methods,
  };
}

function wrong(
  files: CatalogueFiles,
  { name }: MetricFileEntry,
  place: PropertyKey[],
  why: string,
): BuktiError {
  const { file, line } = files.placeOf('metrics', name, ...place);
  const key = ['metrics', name, ...place].map(String).join('.');
  return new BuktiError('metrics.catalogue-value', { file, line, key, why }, exitStatus.usage);
}
