import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** SHA-256 of a file's bytes, in hex, and the size and time of the moment it began. */
export interface InputHash {
  sha256: string;
  /** Changes where the file was written to meanwhile. */
  stamp: string;
}

export async function stampOf(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file);
  return `${size} ${mtimeMs}`;
}

export async function hashInput(file: string): Promise<InputHash> {
  const stamp = await stampOf(file);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return { sha256: hash.digest('hex'), stamp };
}

/** First 32 hex digits of the SHA-256 of some lines: a batch's name and the like. */
export function shortHash(...lines: string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 32);
}
