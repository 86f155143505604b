import type { Command } from 'commander';
import { formatDate, formatPeriod } from '../../base/dates.ts';
import {
  checkPeriod,
  cohortsOf,
  defaultPeriod,
  dimension,
  dimensionNames,
  metricsCatalogue,
  queryDimensions,
  queryMetrics,
  readCodeLabels,
  readCodes,
  readContext,
} from '../../metrics/index.ts';
import { activeBatches, withPublished } from '../../warehouse/index.ts';
import { type Context, createContext } from '../context.ts';
import { metricsTable } from '../metrics-table.ts';
import { checkDate, parseList, parseWhere } from '../parse.ts';

interface MetricsOptions {
  by?: string;
  period?: string;
  where?: string[];
  asOf?: string;
}

/** Figures from the published warehouse; without a name, the metrics and dimensions there are. */
export async function metrics(
  names: string[],
  options: MetricsOptions,
  command: Command,
): Promise<void> {
  const context = createContext(command);
  if (names.length === 0) return list(context);
  checkDate('--as-of', options.asOf);
  const { workspace, lang } = context;
  const by = parseList(options.by).map(dimension);
  const filters = Object.fromEntries(
    Object.entries(parseWhere(options.where ?? [])).map(([name, code]) => [dimension(name), code]),
  );
  const workingDays = workspace.config.release.as_of_working_days;
  const catalogue = metricsCatalogue(workspace);
  const synthetic = activeBatches(workspace).some((batch) => batch.synthetic);

  const { rows, periods, labelOf } = await withPublished(workspace, async (session) => {
    const asked = parseList(options.period);
    const periods = asked.length > 0 ? asked : [(await defaultPeriod(session, workingDays)).period];
    for (const period of periods) await checkPeriod(session, period);
    const where = await readCodes(session, filters);
    const rows = await queryMetrics(session, {
      metrics: names.flatMap(parseList),
      by,
      where,
      period: periods,
      asOfWorkingDays: workingDays,
      ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    });
    const known = await readContext(session);
    const cohorts = cohortsOf(known, periods, by, options.asOf ?? 'own', workingDays);
    const dated = cohorts.map(({ period, asOf }) => ({ period: period.id, asOf }));
    return { rows, periods: dated, labelOf: await readCodeLabels(session, catalogue, lang) };
  });

  context.result({ synthetic, periods, rows });
  if (synthetic) context.print('cli.metrics.synthetic');
  for (const { period, asOf } of periods) {
    context.print('cli.metrics.as-of', {
      period: formatPeriod(period, lang),
      date: formatDate(asOf, lang),
    });
  }
  const columns = dimensionNames.filter((name) => rows.some((row) => name in row.dims));
  context.write(metricsTable(rows, [...new Set([...by, ...columns])], labelOf, lang));
}

function list(context: Context): void {
  const catalogue = metricsCatalogue(context.workspace);
  const { lang } = context;
  context.print('cli.metrics.title');
  const width = Math.max(...catalogue.metrics.map(({ name }) => name.length));
  for (const { name, label, statistics } of catalogue.metrics) {
    context.write(`  ${name.padEnd(width)}  ${label[lang]} (${statistics.join(', ')})`);
  }
  context.print('cli.metrics.dimensions', { names: queryDimensions.join(', ') });
  context.print('cli.metrics.example');
  context.result({ metrics: catalogue.metrics, dimensions: queryDimensions });
}
