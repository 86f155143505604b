import { type Command, InvalidArgumentError } from 'commander';
import type { MessageKey } from '../base/messages/index.ts';

type Declare = (spec: string, key: MessageKey) => Command;
type Say = (key: MessageKey) => string;

/** The commands that ask: their names, arguments and options. */
export function declareAsking(command: Declare, say: Say): void {
  const question = (one: Command) =>
    one
      .option('--by <dimensions>', say('cli.option.by'))
      .option('--period <periods>', say('cli.option.periods'))
      .option('--where <dimension=code>', say('cli.option.where'), collect)
      .option('--as-of <date>', say('cli.option.as-of'))
      .option('--known <date>', say('cli.option.known'))
      .option('--at <date>', say('cli.option.at'));
  const output = (one: Command) =>
    one
      .option('--format <format>', say('cli.option.answer-format'))
      .option('--out <file>', say('cli.option.out-file'));

  output(question(command('metrics [metrics...]', 'cli.metrics')))
    .option('--compare <with>', say('cli.option.compare'))
    .option('--adjust <dimension>', say('cli.option.adjust'))
    .option('--sort <key>', say('cli.option.sort'))
    .option('--top <n>', say('cli.option.top'), positiveInteger)
    .option('--zero', say('cli.option.zero'))
    .option('--min-n <n>', say('cli.option.min-n'), positiveInteger)
    .option('--no-bars', say('cli.option.no-bars'))
    .option('--explain', say('cli.option.explain'))
    .action(async (metrics, options, self) => {
      const { metrics: ask } = await import('./commands/metrics.ts');
      await ask(metrics, options, self);
    });

  question(command('chart <metric>', 'cli.chart'))
    .option('--format <format>', say('cli.option.chart-format'))
    .option('--out <file>', say('cli.option.out-file'))
    .option('--layout <layout>', say('cli.option.layout'))
    .option('--title <text>', say('cli.option.title'))
    .option('--sort <key>', say('cli.option.sort'))
    .option('--top <n>', say('cli.option.top'), positiveInteger)
    .action(async (metric, options, self) => {
      const { chart } = await import('./commands/chart.ts');
      await chart(metric, options, self);
    });

  output(command('query [name]', 'cli.query'))
    .option('--period <period>', say('cli.option.query-period'))
    .option('--by <dimensions>', say('cli.option.query-by'))
    .option('--where <dimension=code>', say('cli.option.where'), collect)
    .option('--known <date>', say('cli.option.known'))
    .option('--since <date>', say('cli.option.since'))
    .option('--no-bars', say('cli.option.no-bars'))
    .action(async (name, options, self) => {
      const { query } = await import('./commands/query.ts');
      await query(name, options, self);
    });

  output(command('sql [query]', 'cli.sql'))
    .option('--file <file>', say('cli.option.sql-file'))
    .option('--tables', say('cli.option.tables'))
    .action(async (query, options, self) => {
      const { sql } = await import('./commands/sql.ts');
      await sql(query, options, self);
    });
}

function collect(text: string, before: string[] = []): string[] {
  return [...before, text];
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
}
