import type { Command } from 'commander';
import type { MessageKey } from '../base/messages/index.ts';

/** `bukti attack DIR`: its arguments and options. */
export function declareAttack(
  command: (spec: string, key: MessageKey) => Command,
  say: (key: MessageKey) => string,
): void {
  command('attack <dir>', 'attack.command')
    .option('--known <dir>', say('attack.option.known'), collect)
    .option('--residents <file>', say('attack.option.residents'), collect)
    .option('--truth <dir>', say('attack.option.truth'))
    .option('--sample <n>', say('attack.option.sample'))
    .option('--report <file>', say('attack.option.report'))
    .action(async (folder, options, self) => {
      const { attack } = await import('./commands/attack.ts');
      await attack(folder, options, self);
    });
}

function collect(text: string, before: string[] = []): string[] {
  return [...before, text];
}
