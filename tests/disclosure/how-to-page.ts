import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { vi } from 'vitest';
import { packageRoot } from '../../base/index.ts';

/** The fenced blocks of a page of docs/how-to, by their kind and in order; '' where there is none. */
export function blocksOf(page: string): (kind: string, index?: number) => string {
  const text = readFileSync(path.join(packageRoot(), 'docs', 'how-to', page), 'utf8');
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  return (kind, index = 0) => blocks.filter(([, own]) => own === kind)[index]?.[2] ?? '';
}

/** Runs a program of a page against the sources here. @returns what it printed */
export async function printedBy(code: string): Promise<string> {
  const made = mkdtempSync(path.join(import.meta.dirname, 'example-'));
  const printed: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((...args) => {
    printed.push(format(...args));
  });
  try {
    writeFileSync(path.join(made, 'example.mts'), code);
    await import(path.join(made, 'example.mts'));
  } finally {
    spy.mockRestore();
    rmSync(made, { recursive: true });
  }
  return `${printed.join('\n')}\n`;
}
