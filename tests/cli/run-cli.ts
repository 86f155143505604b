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

/** Runs the compiled command as a user does, in `cwd`, in English unless `--lang` says otherwise. */
export function bukti(args: string[], cwd: string, env: Record<string, string> = {}): CliResult {
  const result = spawnSync(process.execPath, [path.join(root, 'dist', 'cli', 'main.js'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      LC_ALL: 'en_US.UTF-8',
      BUKTI_KEYS: path.join(cwd, '..', `${path.basename(cwd)}.keys.json`),
      ...env,
    },
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** An empty workspace whose path has a space. */
export function emptyWorkspace(): string {
  return mkdtempSync(path.join(tmpdir(), 'bukti kerja '));
}
