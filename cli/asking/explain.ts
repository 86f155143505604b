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
  const details = statistics.flatMap(({ statistic }) => {
    const detail = entry.details.find(({ name }) => name === statistic);
    if (!detail) return [];
    const label = catalogue.statistics.find(({ name }) => name === statistic)?.label[lang];
    const methods = detail.methods.map((method) => `${method.label[lang]} (${method.citation})`);
    return [
      `    ${statistic} (${label ?? statistic}, ${say(`asking.unit.${detail.unit}`)}): ${detail.formula[lang]}`,
      ...(detail.minimum_n === null
        ? []
        : [`      ${say('asking.explain.minimum', { n: detail.minimum_n })}`]),
      ...methods.map((method) => `      ${method}`),
    ];
  });
  return [
    '',
    `${entry.name}: ${entry.label[lang]}`,
    field('asking.explain.definition', entry.description[lang]),
    field('asking.explain.population', say(`asking.population.${entry.population}`)),
    ...(entry.filter === undefined ? [] : [field('asking.explain.filter', entry.filter)]),
    ...clockLine(entry, catalogue, lang).map((line) => field('asking.explain.clock', line)),
    `  ${say('asking.explain.formula')}:`,
    ...details,
    ...entry.caveats.map((caveat) => field('asking.explain.caveat', caveat[lang])),
    field('asking.explain.source', entry.source),
  ];
}

/** From what to what, and within which limit. */
function clockLine(entry: MetricEntry, { clocks }: MetricsCatalogue, lang: Lang): string[] {
  const clock = clocks.find(({ name }) => name === entry.clock);
  if (!clock) return [];
  const params = { from: clock.starts[lang], to: clock.waits_for[lang] };
  const span = message(lang, 'asking.explain.from-to', params);
  if (!clock.limit) return [span];
  return [`${span}; ${message(lang, 'asking.explain.limit', { limit: clock.limit[lang] })}`];
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
