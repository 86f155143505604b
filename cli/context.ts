import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { BuktiError } from '../base/errors.ts';
import { exitStatus } from '../base/exit-status.ts';
import type { Lang } from '../base/locale.ts';
import { type MessageKey, type MessageParams, message } from '../base/messages/index.ts';
import { openWorkspace, type Workspace } from '../base/workspace.ts';
import { chosenLanguage, languageOf } from './language.ts';
import { Progress } from './progress.ts';

/** What every command works with. */
export interface Context {
  workspace: Workspace;
  /** Of the command line's own words. */
  lang: Lang;
  /** Of what other people will read: Indonesian unless somebody chose. */
  reportLang: Lang;
  json: boolean;
  quiet: boolean;
  progress: Progress;
  say: (key: MessageKey, params?: MessageParams) => string;
  /** A line of the result, on stdout; nothing with `--json`. */
  print: (key: MessageKey, params?: MessageParams) => void;
  /** Text of the result that is no sentence of the catalogue, such as a table. */
  write: (text: string) => void;
  /** A line to take notice of, on stderr; nothing with `--json` or `--quiet`. */
  note: (key: MessageKey, params?: MessageParams) => void;
  /** The result as one object, on stdout; only with `--json`. */
  result: (value: unknown) => void;
}

interface Globals {
  workspace?: string;
  json?: boolean;
  quiet?: boolean;
}

/** @throws BuktiError `cli.no-workspace`, `config.*` */
export function createContext(command: Command): Context {
  const globals = command.optsWithGlobals<Globals>();
  const folder = path.resolve(globals.workspace ?? '.');
  if (!existsSync(folder)) throw new BuktiError('cli.no-workspace', { folder }, exitStatus.usage);
  const argv = process.argv.slice(2);
  const lang = languageOf(argv);
  const json = globals.json ?? false;
  const quiet = globals.quiet ?? false;
  const write = (text: string) => {
    if (!json) process.stdout.write(`${text}\n`);
  };
  const say = (key: MessageKey, params?: MessageParams) => message(lang, key, params);
  return {
    workspace: openWorkspace(folder),
    lang,
    reportLang: chosenLanguage(argv) ?? 'id',
    json,
    quiet,
    progress: new Progress(process.stderr, json || quiet, lang),
    say,
    print: (key, params) => write(say(key, params)),
    note: (key, params) => {
      if (!json && !quiet) process.stderr.write(`${say(key, params)}\n`);
    },
    write,
    result: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
  };
}
