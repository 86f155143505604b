import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

/** Expected numbers that a script of bench/peers printed. */
export function golden<T>(name: string): T {
  return JSON.parse(
    readFileSync(path.join(import.meta.dirname, 'golden', `${name}.json`), 'utf8'),
  ) as T;
}

/** To 1e-9, relative to numbers above 1; what is nearly 0 also relative to itself, to 1e-7. */
export function expectClose(actual: number | null | undefined, wanted: number): void {
  expect(typeof actual).toBe('number');
  const miss = Math.abs((actual as number) - wanted);
  expect(miss).toBeLessThan(1e-9 * Math.max(1, Math.abs(wanted)));
  if (Math.abs(wanted) > 1e-290) expect(miss).toBeLessThan(1e-7 * Math.abs(wanted) + 1e-15);
}
