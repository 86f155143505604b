#!/usr/bin/env node
import { CommanderError } from 'commander';
import { explain } from './explain-error.ts';
import { languageOf } from './language.ts';
import { createProgram } from './program.ts';

// A reader that has seen enough (`bukti metrics ... | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const argv = process.argv.slice(2);
const lang = languageOf(argv);
try {
  await createProgram(lang).parseAsync(argv, { from: 'user' });
} catch (error) {
  // Help and version have been printed already.
  if (error instanceof CommanderError && error.exitCode === 0) process.exit(0);
  process.exitCode = explain(error, lang, argv.includes('--json'));
}
