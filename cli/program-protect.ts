import { type Command, InvalidArgumentError, Option } from 'commander';
import type { MessageKey } from '../base/messages/index.ts';

/** `bukti protect`: its arguments and options. */
export function declareProtect(
  command: (spec: string, key: MessageKey) => Command,
  say: (key: MessageKey) => string,
): void {
  command('protect <file>', 'protect.command')
    .requiredOption('--out <dir>', say('protect.option.out'))
    .addOption(
      new Option('--method <method>', say('protect.option.method'))
        .choices(['perturb', 'suppress'])
        .default('perturb'),
    )
    .option('--dimensions <columns>', say('protect.option.dimensions'))
    .option('--table <dimensions>', say('protect.option.table'), collect)
    .option('--hierarchy <dimension=csv>', say('protect.option.hierarchy'), collect)
    .option('--total <code>', say('protect.option.total'), '_T')
    .option('--sensitive <dimension=codes>', say('protect.option.sensitive'), collect)
    .option('--rate <dimension=code>', say('protect.option.rate'), collect)
    .option('--percentile <column=percents>', say('protect.option.percentile'), collect)
    .option('--residents <dimension=csv>', say('protect.option.residents'), collect)
    .option('--impossible <csv>', say('protect.option.impossible'))
    .option('--secret <column=code>', say('protect.option.secret'))
    .option('--id <column>', say('protect.option.id'))
    .option('--id-system <name>', say('protect.option.id-system'), 'lapor')
    .option('--complainant <column>', say('protect.option.complainant'))
    .option('--count <column>', say('protect.option.count'))
    .option('--key-sum <column>', say('protect.option.key-sum'))
    .option('--keys <file>', say('protect.option.keys'))
    .option('--threshold <n>', say('protect.option.threshold'), positiveInteger, 5)
    .option('--noise <D,V,js>', say('protect.option.noise'))
    .option('--coarsen <dimensions>', say('protect.option.coarsen'))
    .option('--keep <dimensions>', say('protect.option.keep'), collect)
    .option('--design <file>', say('protect.option.design'))
    .option('--ledger <file>', say('protect.option.ledger'))
    .option('--period <period>', say('protect.option.period'))
    .option('--report <file>', say('protect.option.report'))
    .action(async (file, options, self) => {
      const { protect } = await import('./commands/protect.ts');
      await protect(file, options, self);
    });
}

function collect(text: string, before: string[] = []): string[] {
  return [...before, text];
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
}
