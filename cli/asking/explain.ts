import { formatDate, formatPeriod } from '../../base/dates.ts';
import type { Lang } from '../../base/locale.ts';
import { type MessageKey, type MessageParams, message } from '../../base/messages/index.ts';
import type { MetricEntry, MetricsCatalogue, Unit } from '../../metrics/index.ts';
import type { Cell } from '../../warehouse/index.ts';
import { blocks } from './arrange.ts';
import type { Figures } from './ask.ts';

/** One statement of a question as it ran, its values as `$1`, `$2`, ... */
export interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

/**
 * What stands behind an answer: of each metric its definition, formula, population, clock, unit,
 * minimum n, caveats and source; the cohorts with their as-of days; and the SQL that ran, its values
 * written in, so that it can be pasted into `bukti sql`.
 */
export function explainLines(
  figures: Figures,
  catalogue: MetricsCatalogue,
  statements: readonly Statement[],
  lang: Lang,
): string[] {
  const say = (key: MessageKey, params?: MessageParams) => message(lang, key, params);
  const asked = new Map<string, { statistic: string; unit: Unit }[]>();
  for (const [row] of blocks(figures.rows)) {
    if (!row) continue;
    const { metric, statistic, unit } = row;
    asked.set(metric, [...(asked.get(metric) ?? []), { statistic, unit }]);
  }
  const metrics = [...asked].flatMap(([name, statistics]) => {
    const entry = catalogue.metrics.find((metric) => metric.name === name);
    return entry ? metricLines(entry, statistics, catalogue, lang) : [];
  });
  const cohorts = figures.periods.map(({ period, asOf }) => {
    const params = { period: formatPeriod(period, lang), date: formatDate(asOf, lang) };
    return `  ${say('asking.explain.cohort', params)}`;
  });
  const sql = statements.flatMap((statement) => ['', `${inlined(statement)};`]);
  return [
    ...metrics,
    '',
    say('asking.explain.cohorts'),
    ...cohorts,
    ...(sql.length > 0 ? ['', say('asking.explain.sql'), ...sql] : []),
  ];
}

function metricLines(
  entry: MetricEntry,
  statistics: readonly { statistic: string; unit: Unit }[],
  catalogue: MetricsCatalogue,
  lang: Lang,
): string[] {
  const say = (key: MessageKey, params?: MessageParams) => message(lang, key, params);
  const field = (key: MessageKey, text: string) => `  ${say(key)}: ${text}`;
  const formulas = statistics.map(({ statistic, unit }) => {
    const label = catalogue.statistics.find((one) => one.name === statistic)?.label[lang];
    const minimum = minimumOf(entry, statistic);
    const few = minimum === undefined ? '' : ` ${say('asking.explain.minimum', { n: minimum })}`;
    return `    ${statistic} (${label ?? statistic}): ${say(formulaKey(statistic, unit))}${few}`;
  });
  return [
    '',
    `${entry.name}: ${entry.label[lang]}`,
    field('asking.explain.definition', entry.description[lang]),
    field('asking.explain.population', say(populationKey(entry.population))),
    ...(entry.clock === undefined ? [] : [field('asking.explain.clock', entry.clock)]),
    field('asking.explain.unit', [...new Set(statistics.map(({ unit }) => unit))].join(', ')),
    `  ${say('asking.explain.formula')}:`,
    ...formulas,
    ...entry.caveats.map((caveat) => field('asking.explain.caveat', caveat[lang])),
    field('asking.explain.source', entry.source),
  ];
}

/** `incidence` stands for every horizon. */
function minimumOf(entry: MetricEntry, statistic: string): number | undefined {
  return entry.minimum_n[statistic] ?? entry.minimum_n[statistic.replace(/_\d+$/, '')];
}

function populationKey(population: string): MessageKey {
  if (population === 'forwardings') return 'asking.population.forwardings';
  return population === 'reports' ? 'asking.population.reports' : 'asking.population.other';
}

/** What a statistic is made of and how; the full formulas stand in docs/metrics.md. */
function formulaKey(statistic: string, unit: Unit): MessageKey {
  if (/^incidence/.test(statistic)) return 'asking.formula.incidence';
  if (/(^|_)(median|p90)$/.test(statistic)) return 'asking.formula.percentile';
  if (statistic === 'within_limit') return 'asking.formula.within-limit';
  if (unit === 'share') return 'asking.formula.share';
  if (unit === 'per_100k') return 'asking.formula.per-100k';
  if (unit === 'score') return 'asking.formula.mean';
  return 'asking.formula.count';
}

/** Values in the place of `$1`, `$2`, ... */
export function inlined({ sql, parameters }: Statement): string {
  return sql.replace(/\$(\d+)/g, (whole, position: string) => {
    const value = parameters[Number(position) - 1];
    return value === undefined ? whole : literal(value);
  });
}

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
    return String(value);
  }
  return `'${String(value as Cell).replaceAll("'", "''")}'`;
}
