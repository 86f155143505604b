import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { commandOf } from './cli/run-cli.ts';

declare module 'vitest' {
  interface ProvidedContext {
    worldFolder: string;
  }
}

/**
 * A folder for the world that tests share (world.ts), removed after the last of them. Where all tests
 * run, the world is made from the start, beside the tests that do not need it.
 */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'bukti dunia '));
  project.provide('worldFolder', folder);
  const filtered = process.argv.slice(2).some((word) => word.includes('test'));
  const child = filtered ? undefined : makeWorld(folder);
  return () => {
    child?.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}

/** Writes what the command said as world.ts does, once it has ended. */
function makeWorld(parent: string): ChildProcess {
  const folder = path.join(parent, 'contoh');
  mkdirSync(folder);
  const { file, args, options } = commandOf(['run', '--sample', '--no-open', '--json'], folder);
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  }
  child.on('close', (status) => {
    const result = path.join(parent, 'run.json');
    writeFileSync(`${result}.new`, JSON.stringify({ status, ...said }));
    renameSync(`${result}.new`, result);
  });
  return child;
}
