import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Workspace } from '../../base/index.ts';

/** Starts a build in another process and collects what it prints. */
export function startBuild(workspace: Workspace) {
  return start('./build-child.mjs', workspace.root);
}

/** Starts a reader of what was known on a day in another process. */
export function startKnown(workspace: Workspace, known: string) {
  return start('./known-child.mjs', workspace.root, known);
}

function start(script: string, ...args: string[]) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const waiting: (() => void)[] = [];
  child.stdout?.on('data', (data: Buffer) => {
    output += data.toString();
    for (const check of waiting) check();
  });
  const ended = new Promise<string>((resolve) => child.on('close', () => resolve(output)));
  return {
    pid: child.pid as number,
    kill: () => child.kill('SIGKILL'),
    ended,
    /** Resolves once the text has been printed, or at the end. */
    printed: (text: string) =>
      Promise.race([
        ended,
        new Promise<void>((resolve) => {
          const check = () => output.includes(text) && resolve();
          waiting.push(check);
          check();
        }),
      ]),
  };
}
