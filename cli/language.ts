import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isLang, type Lang, systemLang } from '../base/locale.ts';

/**
 * The language of this run, known before any command or library is loaded: `--lang`, else `lang:` in
 * the nearest bukti.yaml, else the system's. The file is checked in full later, by the command.
 */
export function languageOf(argv: string[], cwd = process.cwd()): Lang {
  return chosenLanguage(argv, cwd) ?? systemLang();
}

/** As `languageOf`, but only what somebody chose; `undefined` where nobody did. */
export function chosenLanguage(argv: string[], cwd = process.cwd()): Lang | undefined {
  const option = optionValue(argv, '--lang');
  if (isLang(option)) return option;
  const start = path.resolve(cwd, optionValue(argv, '--workspace') ?? '.');
  for (let folder = start; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'bukti.yaml');
    if (existsSync(file)) {
      const line = /^lang:\s*["']?(\w+)/m.exec(readFileSync(file, 'utf8'))?.[1];
      return isLang(line) ? line : undefined;
    }
    if (path.dirname(folder) === folder) return undefined;
  }
}

function optionValue(argv: string[], name: string): string | undefined {
  const index = argv.findIndex((word) => word === name || word.startsWith(`${name}=`));
  if (index < 0) return undefined;
  const word = argv[index] as string;
  return word.includes('=') ? word.slice(name.length + 1) : argv[index + 1];
}
