import type { Command } from 'commander';
import type { MessageKey } from '../base/messages/index.ts';

/** `bukti forget`: its arguments and options. */
export function declareForget(
  command: (spec: string, key: MessageKey) => Command,
  say: (key: MessageKey) => string,
): void {
  command('forget [ids...]', 'cli.forget')
    .option('--from <file>', say('cli.option.forget-from'))
    .option('--reporter', say('cli.option.forget-reporter'))
    .option('--register <name>', say('cli.option.forget-register'))
    .option('--expired', say('cli.option.forget-expired'))
    .option('--on <date>', say('cli.option.forget-on'))
    .option('--reason <text>', say('cli.option.forget-reason'))
    .option('--dry-run', say('cli.option.forget-dry-run'))
    .option('--delete-inputs', say('cli.option.forget-delete-inputs'))
    .option('--no-build', say('cli.option.forget-no-build'))
    .action(async (ids, options, self) => {
      const { forget } = await import('./commands/forget.ts');
      await forget(ids, options, self);
    });
}
