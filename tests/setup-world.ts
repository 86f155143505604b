import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    worldFolder: string;
  }
}

/** A folder for the world that tests share (world.ts), removed after the last of them. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'bukti dunia '));
  project.provide('worldFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
