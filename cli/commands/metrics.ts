import type { Command } from 'commander';
import { formatDate } from '../../base/dates.ts';
import { answer, listCatalogue } from '../../metrics/index.ts';
import { withPublished } from '../../warehouse/index.ts';
import { createContext } from '../context.ts';
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
  if (names.length === 0) {
    const catalogue = listCatalogue(context.workspace, context.lang);
    context.print('cli.metrics.title');
    const width = Math.max(...catalogue.metrics.map(({ name }) => name.length));
    for (const { name, label, statistics } of catalogue.metrics) {
      const line = `  ${name.padEnd(width)}  ${label} (${statistics.join(', ')})`;
      if (!context.json && !context.quiet) process.stdout.write(`${line}\n`);
    }
    context.print('cli.metrics.dimensions', { names: catalogue.dimensions.join(', ') });
    context.print('cli.metrics.example', { period: '2026Q3' });
    context.result(catalogue);
    return;
  }
  checkDate('--as-of', options.asOf);
  const given = await withPublished(context.workspace, (session) =>
    answer(context.workspace, session, {
      metrics: names,
      by: parseList(options.by),
      periods: parseList(options.period),
      where: parseWhere(options.where ?? []),
      ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    }),
  );
  if (given.synthetic) context.print('cli.metrics.synthetic');
  for (const { period, asOf } of given.periods) {
    context.print('cli.metrics.as-of', { period, date: formatDate(asOf, context.lang) });
  }
  if (!context.json && !context.quiet) {
    process.stdout.write(`${metricsTable(given, context)}\n`);
  }
  context.result(given);
}
