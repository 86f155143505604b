import type { Coordinates } from './cell.ts';

/** One text for one set of records: `province=35&sex=f`, dimensions in alphabetical order; `''` is the grand total. */
export function cellKey(at: Coordinates): string {
  return Object.keys(at)
    .sort()
    .map((name) => `${name}=${at[name]}`)
    .join('&');
}
