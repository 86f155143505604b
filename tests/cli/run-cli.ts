import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');

export interface CliResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The compiled command as a user runs it in `cwd`, in English unless `--lang` says otherwise. */
export function commandOf(args: string[], cwd: string, env: Record<string, string> = {}) {
  const keys = path.join(cwd, '..', `${path.basename(cwd)}.keys.json`);
  return {
    file: process.execPath,
    args: [path.join(root, 'dist', 'cli', 'main.js'), ...args],
    options: { cwd, env: { ...process.env, LC_ALL: 'en_US.UTF-8', BUKTI_KEYS: keys, ...env } },
  };
}

/** Runs the compiled command to its end. */
export function bukti(args: string[], cwd: string, env: Record<string, string> = {}): CliResult {
  const command = commandOf(args, cwd, env);
  const result = spawnSync(command.file, command.args, {
    ...command.options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** An empty workspace whose path has a space. */
export function emptyWorkspace(): string {
  return mkdtempSync(path.join(tmpdir(), 'bukti kerja '));
}
