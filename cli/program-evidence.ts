import type { Command } from 'commander';
import type { MessageKey } from '../base/messages/index.ts';

type Declare = (spec: string, key: MessageKey) => Command;
type Say = (key: MessageKey) => string;

/** The commands of the evidence trail: their names, arguments and options. */
export function declareEvidence(command: Declare, say: Say): void {
  command('explain <id>', 'cli.explain').action(async (id, _options, self) => {
    const { explain } = await import('./commands/explain.ts');
    await explain(id, self);
  });

  command('calendar', 'release.calendar.command')
    .option('--format <format>', say('cli.option.answer-format'))
    .option('--out <file>', say('cli.option.out-file'))
    .action(async (options, self) => {
      const { calendar } = await import('./commands/calendar.ts');
      await calendar(options, self);
    });

  command('compare <a> <b>', 'release.compare.command')
    .option('--recipient <recipient>', say('release.compare.option.recipient'))
    .option('--all', say('release.compare.option.all'))
    .option('--format <format>', say('cli.option.answer-format'))
    .option('--out <file>', say('cli.option.out-file'))
    .action(async (a, b, options, self) => {
      const { compare } = await import('./commands/compare.ts');
      await compare(a, b, options, self);
    });

  command('verify <folder>', 'cli.verify')
    .option('--key <file>', say('cli.option.verify-key'))
    .action(async (folder, options, self) => {
      const { verify } = await import('./commands/verify.ts');
      await verify(folder, options, self);
    });

  command('key', 'cli.key')
    .option('--public', say('cli.option.key-public'))
    .option('--new', say('cli.option.key-new'))
    .action(async (options, self) => {
      const { key } = await import('./commands/key.ts');
      await key(options, self);
    });
}
