import type { Command } from 'commander';
import type { MessageKey } from '../base/messages/index.ts';

/** The command that takes data out: its name, arguments and options. */
export function declareExport(
  command: (spec: string, key: MessageKey) => Command,
  say: (key: MessageKey) => string,
): void {
  command('export [what...]', 'export.command')
    .option('--period <period>', say('export.option.period'))
    .option('--release <release>', say('export.option.release'))
    .option('--recipient <recipient>', say('export.option.recipient'))
    .option('--metrics <metrics>', say('export.option.metrics'))
    .option('--by <dimensions>', say('cli.option.by'))
    .option('--where <dimension=code>', say('cli.option.where'), collect)
    .option('--as-of <date>', say('cli.option.as-of'))
    .option('--known <date>', say('cli.option.known'))
    .option('--rows', say('export.option.rows'))
    .option('--purpose <text>', say('export.option.purpose'))
    .option('--format <format>', say('export.option.format'))
    .option('--out <place>', say('export.option.out'))
    .option('--labels <parts>', say('export.option.labels'))
    .option('--wide <dimension>', say('export.option.wide'))
    .option('--decimal <sign>', say('export.option.decimal'))
    .option('--bom', say('export.option.bom'))
    .option('--region-codes <form>', say('export.option.region-codes'))
    .option('--for-publication', say('export.option.for-publication'))
    .option('--log', say('export.option.log'))
    .action(async (what, options, self) => {
      const { exportData } = await import('./commands/export.ts');
      await exportData(what, options, self);
    });
}

function collect(text: string, before: string[] = []): string[] {
  return [...before, text];
}
