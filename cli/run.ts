import { CommanderError } from 'commander';
import type { ExitStatus } from '../base/exit-status.ts';
import { explain } from './explain-error.ts';
import { languageOf } from './language.ts';
import { createProgram } from './program.ts';

/**
 * Runs one command line to its end; what it says goes to stdout and stderr.
 * @param argv the words after `bukti`
 * @returns the exit status
 */
export async function runCommand(argv: string[]): Promise<ExitStatus> {
  const lang = languageOf(argv);
  try {
    await createProgram(lang).parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    // Help and version have been printed already.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return explain(error, lang, argv.includes('--json'));
  }
}
