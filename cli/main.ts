#!/usr/bin/env node
import { runCommand } from './run.ts';

// A reader that has seen enough (`bukti metrics ... | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await runCommand(process.argv.slice(2));
