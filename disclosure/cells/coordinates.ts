import type { Coordinates } from './cell.ts';

/** One text for one set of records: `province=35&sex=f`, dimensions in alphabetical order; `''` is the grand total. */
export function cellKey(at: Coordinates): string {
  return Object.keys(at)
    .sort()
    .map((name) => `${plain(name)}=${plain(at[name] as string)}`)
    .join('&');
}

/** `&`, `=` and `%` of a code itself, so that two cells never have one key. */
function plain(text: string): string {
  return text.replace(/[&=%]/g, encodeURIComponent);
}
