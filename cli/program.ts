import { Command, InvalidArgumentError, Option } from 'commander';
import { BuktiError } from '../base/errors.ts';
import { exitStatus } from '../base/exit-status.ts';
import type { Lang } from '../base/locale.ts';
import { type MessageKey, message } from '../base/messages/index.ts';
import { suggestion } from '../base/nearest.ts';
import { packageVersion } from '../base/package-root.ts';
import { declareAsking } from './program-asking.ts';
import { declareAttack } from './program-attack.ts';
import { declareEvidence } from './program-evidence.ts';
import { declareExport } from './program-export.ts';
import { declareForget } from './program-forget.ts';
import { declareProtect } from './program-protect.ts';

/** Options that every command takes. */
interface GlobalOptions {
  workspace?: string;
  lang?: Lang;
  json?: boolean;
  quiet?: boolean;
}

/** The command line: names, arguments and options. A command's file is loaded when it is called. */
export function createProgram(lang: Lang): Command {
  const say = (key: MessageKey) => message(lang, key);
  const program = new Command('bukti');
  const globals = (command: Command) =>
    command
      .option('-w, --workspace <dir>', say('cli.option.workspace'))
      .addOption(new Option('--lang <lang>', say('cli.option.lang')).choices(['id', 'en']))
      .option('--json', say('cli.option.json'))
      .option('-q, --quiet', say('cli.option.quiet'));
  const command = (spec: string, key: MessageKey) =>
    globals(localise(program.command(spec), lang)).description(say(key));

  localise(program, lang)
    .description(say('cli.description'))
    .version(packageVersion(), '-V, --version', say('cli.option.version'))
    .helpCommand(false);
  globals(program)
    .usage('[options] [command]')
    .argument('[command]')
    .allowExcessArguments(true)
    .action(async (word: string | undefined, options: GlobalOptions, self: Command) => {
      if (word !== undefined) throw unknownCommand(word, program);
      const { status } = await import('./commands/status.ts');
      await status(options, self);
    });

  command('run [files...]', 'cli.run')
    .option('--sample', say('cli.option.sample'))
    .option('--rows <n>', say('cli.option.rows'), positiveInteger)
    .option('--mapping <name>', say('cli.option.mapping'))
    .option('--known-at <date>', say('cli.option.known-at'))
    .option('--max-rejects <share>', say('cli.option.max-rejects'), share)
    .option('--period <quarter>', say('cli.option.period'))
    .option('--reason <text>', say('cli.option.reason'))
    .option('--no-open', say('cli.option.no-open'))
    .action(async (files, options, command) => {
      const { run } = await import('./commands/run.ts');
      await run(files, options, command);
    });

  command('sample', 'cli.sample')
    .option('--rows <n>', say('cli.option.rows'), positiveInteger)
    .option('--seed <n>', say('cli.option.seed'), positiveInteger)
    .addOption(
      new Option('--format <format>', say('cli.option.sample-format')).choices([
        'xlsx',
        'csv',
        'parquet',
      ]),
    )
    .option('--out <dir>', say('cli.option.out'))
    .option('--remove', say('cli.option.remove'))
    .action(async (options, command) => {
      const { sample } = await import('./commands/sample.ts');
      await sample(options, command);
    });

  command('land <files...>', 'cli.land')
    .option('--mapping <name>', say('cli.option.mapping'))
    .option('--known-at <date>', say('cli.option.known-at'))
    .option('--max-rejects <share>', say('cli.option.max-rejects'), share)
    .action(async (files, options, command) => {
      const { land } = await import('./commands/land.ts');
      await land(files, options, command);
    });

  command('build', 'cli.build')
    .option('--force', say('cli.option.force'))
    .action(async (options, command) => {
      const { build } = await import('./commands/build.ts');
      await build(options, command);
    });

  declareAsking(command, say);

  command('release <period>', 'cli.release')
    .option('--reason <text>', say('cli.option.reason'))
    .action(async (period, options, command) => {
      const { release } = await import('./commands/release.ts');
      await release(period, options, command);
    });

  command('report [document-name-period...]', 'cli.report')
    .option('--format <format>', say('cli.option.format'), documentFormats)
    .addOption(
      new Option('--paper <paper>', say('reports.pdf.option.paper'))
        .choices(['a4', 'f4'])
        .default('a4'),
    )
    .option('--new <name>', say('cli.option.new-document'))
    .option('--open', say('cli.option.open'))
    .action(async (words, options, command) => {
      const { report } = await import('./commands/report.ts');
      await report(words, options, command);
    });

  command('workbook <period>', 'reports.workbook.command')
    .option('--out <path>', say('reports.workbook.option.out'))
    .action(async (period, options, command) => {
      const { workbook } = await import('./commands/workbook.ts');
      await workbook(period, options, command);
    });

  declareProtect(command, say);

  declareAttack(command, say);
  declareExport(command, say);
  declareEvidence(command, say);
  declareForget(command, say);

  return program;
}

function localise(command: Command, lang: Lang): Command {
  const say = (key: MessageKey) => message(lang, key);
  return command
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', say('cli.option.help'))
    .showSuggestionAfterError(true)
    .configureHelp({
      styleTitle: (title) => {
        const key = titles[title];
        return key ? say(key) : title;
      },
      styleUsage: (text) => words(text, say),
      styleSubcommandTerm: (text) => words(text, say),
      optionDescription: (option) => option.description,
      visibleArguments: () => [],
    });
}

type Word =
  | 'file'
  | 'files'
  | 'folder'
  | 'period'
  | 'document'
  | 'metrics'
  | 'metric'
  | 'query'
  | 'name'
  | 'what';

/** commander's own English words in usage lines. */
function words(text: string, say: (key: MessageKey) => string): string {
  return text
    .replace('[options]', say('cli.help.options-word'))
    .replace('[command]', say('cli.help.command-word'))
    .replace(
      /([[<])(files|file|folder|period|document|metrics|metric|query|name|what)(?=[.\]>])/g,
      (_, bracket: string, word: Word) => {
        return bracket + say(`cli.help.word.${word}`);
      },
    );
}

function unknownCommand(word: string, program: Command): BuktiError {
  const known = program.commands.map((command) => command.name());
  return new BuktiError(
    'cli.unknown-command',
    { word, near: suggestion(word, known) },
    exitStatus.usage,
  );
}

const titles: Partial<Record<string, MessageKey>> = {
  'Usage:': 'cli.help.usage',
  'Options:': 'cli.help.options',
  'Commands:': 'cli.help.commands',
  'Arguments:': 'cli.help.arguments',
};

const documentForms = ['html', 'pdf', 'xlsx', 'pptx'] as const;

/** `html,pdf` */
function documentFormats(text: string): (typeof documentForms)[number][] {
  return [...new Set(text.toLowerCase().split(','))].map((one) => {
    const format = documentForms.find((known) => known === one);
    if (format === undefined) throw new InvalidArgumentError(text);
    return format;
  });
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
}

/** `1%` or `0.01`. */
function share(text: string): number {
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError(text);
  return value;
}
