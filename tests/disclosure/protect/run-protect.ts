import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { BuktiError } from '../../../base/index.ts';
import { createProgram } from '../../../cli/program.ts';
import { parseCsv } from '../../../disclosure/index.ts';

/** A folder with a key file of its own place. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'bukti lindung '));
  writeFileSync(path.join(made, 'bukti.yaml'), 'lang: en\nkeys: keys.json\n');
  return made;
}

/** Runs `bukti protect` in this process and gives its object; the key of the error where it refused. */
export async function protect(at: string, args: readonly string[]) {
  const said: string[] = [];
  const capture = (text: string | Uint8Array) => said.push(String(text)) > 0;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(capture),
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true),
  ];
  try {
    const all = ['protect', ...args, '-w', at, '--json'];
    await createProgram('en').parseAsync(all, { from: 'user' });
    return { error: undefined, ...(JSON.parse(said.join('')) as Result) };
  } catch (error) {
    if (!(error instanceof BuktiError)) throw error;
    return { ...nothing, error: { key: error.key, params: error.params, text: error.message } };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

interface Result {
  published: string[];
  coarsened: string[];
  withheld: string[];
  warned: string[];
  held: string[];
  files: string[];
  complaints: number;
}

const nothing: Result = {
  published: [],
  coarsened: [],
  withheld: [],
  warned: [],
  held: [],
  files: [],
  complaints: 0,
};

/** Values of one measure of a public table by its codes, `11 f`. */
export function table(file: string, measure = 'COMPLAINTS'): Map<string, string[]> {
  const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8'));
  const value = header.indexOf('OBS_VALUE');
  return new Map(
    rows
      .filter((row) => row[0] === measure)
      .map((row) => [row.slice(1, value).join(' '), row.slice(value)]),
  );
}
