import type { Head } from './head.ts';

const monthNames = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'pebruari', 'february'],
  ['mar', 'maret', 'mrt', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'agt', 'ags', 'agustus', 'aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'nop', 'november', 'nopember'],
  ['des', 'desember', 'dec', 'december'],
] as const;

/** Month names and abbreviations, Indonesian and English, lower case → `1` to `12`. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** The calendar days that a line names, as `22 Okt 2026` or ISO, in their order. */
export function daysIn(text: string): string[] {
  const days: string[] = [];
  const pattern =
    /(?<!\d)(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[\s-]+(\p{L}{3,9})\.?[\s-]+(\d{4}))(?!\d)/gu;
  for (const found of text.replaceAll('\u00a0', ' ').matchAll(pattern)) {
    const [, y, m, d, day, name, year] = found;
    const month = y ? Number(m) : monthNumbers.get((name as string).toLowerCase());
    const iso = month && isoDay(Number(y ?? year), month, Number(d ?? day));
    if (iso) days.push(iso);
  }
  return days;
}

const producedOn =
  /unduh|dibuat|dicetak|cetak|ekspor|diekspor|per tanggal|generated|download|created|export|known.?at/i;
const period = /periode|period|rentang|range|s\.?\/?d\.?\b|sampai|hingga/i;

/** What the lines above the header row (or a file's metadata) say about the whole file. */
export interface Information {
  knownAt?: string;
  synthetic: boolean;
}

/** @param headerRow row number of the header */
export function readInformation(head: Head, headerRow: number): Information {
  const above = head.rows.filter(({ row }) => row < headerRow);
  const lines = above.map(({ cells }) => cells.filter((cell) => cell !== null).join(' '));
  lines.push(...head.metadata);
  const labelled = lines.filter((line) => producedOn.test(line) && !period.test(line));
  const others = lines.filter((line) => !period.test(line) && daysIn(line).length === 1);
  const knownAt = [...labelled, ...others].flatMap(daysIn)[0];
  const synthetic = lines.some(
    (line) => /\bSINTETIS\b/i.test(line) || /^synthetic[=: ]+true$/i.test(line),
  );
  return { ...(knownAt ? { knownAt } : {}), synthetic };
}
