import { runCommand } from '../../cli/run.ts';
import { type CliResult, commandOf } from './run-cli.ts';

type Write = typeof process.stdout.write;

/**
 * As `bukti`, but within this process: the same words, folder, environment and output, without the half
 * second that a process of its own takes to start. For what asks; what may leave a process in another
 * state (locks, killed runs, exit statuses of the shell) is run by `bukti`.
 */
export async function buktiHere(
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<CliResult> {
  const { options } = commandOf(args, cwd, env);
  const before = { argv: process.argv, cwd: process.cwd(), env: process.env };
  const said = { stdout: '', stderr: '' };
  const writes = { stdout: process.stdout.write, stderr: process.stderr.write };
  const listen = (stream: 'stdout' | 'stderr'): Write =>
    ((piece: string | Uint8Array) => {
      said[stream] += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
      return true;
    }) as Write;
  try {
    process.argv = [process.argv[0] ?? 'node', 'bukti', ...args];
    process.chdir(cwd);
    process.env = { ...options.env };
    process.stdout.write = listen('stdout');
    process.stderr.write = listen('stderr');
    const status = await runCommand(args);
    return { status, ...said };
  } finally {
    process.stdout.write = writes.stdout;
    process.stderr.write = writes.stderr;
    process.env = before.env;
    process.chdir(before.cwd);
    process.argv = before.argv;
  }
}
