import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { layered, type Workspace } from '../base/index.ts';
import { sqlString } from '../warehouse/index.ts';
import { csvRows } from './csv-head.ts';
import { fold } from './layout.ts';

/** The reason patterns of the seed, in the order of their priority (RE2 over folded text). */
export interface ReasonPatterns {
  patterns: string[];
  /** Part of a batch's hash: a new pattern needs the source file read again. */
  sha256: string;
}

export function readReasonPatterns(workspace: Workspace): ReasonPatterns {
  const file = layered(workspace.models, 'seeds', 'reason_pattern.csv');
  if (file === undefined) return { patterns: [], sha256: '' };
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  const [header, ...rows] = csvRows(text, ',', Number.POSITIVE_INFINITY);
  const names = (header?.cells ?? []).map((cell) => fold(cell ?? ''));
  const [priority, pattern] = [names.indexOf('priority'), names.indexOf('pattern')];
  const patterns = rows
    .filter(({ cells }) => cells[pattern])
    .map(({ cells }) => ({ priority: Number(cells[priority]), pattern: cells[pattern] as string }))
    .sort((a, b) => a.priority - b.priority)
    .map((each) => each.pattern);
  const sha256 = createHash('sha256').update(JSON.stringify(patterns)).digest('hex');
  return { patterns, sha256 };
}

/**
 * The words that stand in the patterns themselves. A pattern may let any word stand between two of its
 * own (`pelapor( \w+){0,3} dihubungi`), and that word may be a name: only these words land.
 */
function vocabulary(patterns: readonly string[]): string[] {
  const words = new Set<string>();
  for (const pattern of patterns) {
    const plain = pattern.replace(/\\[a-zA-Z]/g, ' ');
    for (const [, word = '', optional] of plain.matchAll(/([a-z]+)(\?)?/g)) {
      words.add(word);
      if (optional) words.add(word.slice(0, -1));
    }
  }
  return [...words].filter((word) => word !== '').sort();
}

const titles = 'bapak|bpk|ibu|sdr|sdri|saudara|saudari|pak|bu|mr|mrs|ms';
const personal = `(?i)[0-9]{5}|@|http|\\b(${titles})\\b[.]?\\s*\\p{L}`;

/**
 * SQL of the table raw reason → what lands of it (docs/architecture.md, section 1): the text where
 * at least 5 reports share it and it names nobody; else the part that a pattern matched, with `x` for
 * every word that is not the pattern's own; else its shape and keyed hash.
 * @param narrow table with `id` and `reason` (cleaned)
 * @param hash SQL of the keyed hash of the column `folded`
 */
export function reasonTableSql(narrow: string, patterns: string[], hash: string): string {
  const whens = patterns.map((pattern) => {
    const re = sqlString(pattern);
    return `WHEN regexp_matches(folded, ${re}) THEN regexp_extract(folded, ${re})`;
  });
  const part = whens.length > 0 ? `CASE ${whens.join('\n')} END` : 'NULL';
  const known = `[${vocabulary(patterns).map(sqlString).join(', ')}]::VARCHAR[]`;
  const masked = `array_to_string(list_transform(string_split(part, ' '),
      lambda word: CASE WHEN list_contains(${known}, word) THEN word ELSE 'x' END), ' ')`;
  const matches = patterns.map((pattern) => `regexp_matches(masked, ${sqlString(pattern)})`);
  return `
    WITH raw AS (
      SELECT reason AS raw, bukti_fold(reason) AS folded, id FROM ${narrow}
      WHERE reason IS NOT NULL AND reject IS NULL
    ),
    common AS (SELECT folded, count(DISTINCT id) AS reports FROM raw GROUP BY folded),
    judged AS (
      SELECT raw, folded, NOT regexp_matches(raw, '${personal}') AND reports >= 5 AS shared
      FROM (SELECT DISTINCT raw, folded FROM raw) JOIN common USING (folded)
    ),
    matched AS (
      SELECT *, CASE WHEN NOT shared THEN nullif(${part}, '') END AS part FROM judged
    ),
    anonymous AS (SELECT *, ${masked} AS masked FROM matched),
    kept AS (
      SELECT raw, folded, CASE WHEN shared THEN raw
        WHEN ${matches.length > 0 ? matches.join(' OR ') : 'false'} THEN masked END AS reason
      FROM anonymous
    )
    SELECT raw, reason,
      CASE WHEN reason IS NULL THEN bukti_shape(raw) END AS shape,
      CASE WHEN reason IS NULL THEN ${hash} END AS hash
    FROM kept`;
}
