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

const titles = 'bapak|bpk|ibu|sdr|sdri|saudara|saudari|pak|bu|mr|mrs|ms';
const personal = `(?i)[0-9]{5}|@|http|\\b(${titles})\\b[.]?\\s*\\p{L}`;

/**
 * SQL of the table raw reason → what lands of it (docs/architecture.md, section 1): the text where
 * at least 5 reports share it and it names nobody; else the part that a pattern matched; else its
 * shape and keyed hash.
 * @param narrow table with `id` and `reason` (cleaned)
 * @param hash SQL of the keyed hash of the column `folded`
 */
export function reasonTableSql(narrow: string, patterns: string[], hash: string): string {
  const whens = patterns.map((pattern) => {
    const re = sqlString(pattern);
    return `WHEN regexp_matches(folded, ${re}) THEN regexp_extract(folded, ${re})`;
  });
  const part = whens.length > 0 ? `CASE ${whens.join('\n')} END` : 'NULL';
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
    kept AS (
      SELECT raw, folded, CASE WHEN shared THEN raw
        WHEN NOT regexp_matches(part, '[0-9]{5}') THEN part END AS reason FROM matched
    )
    SELECT raw, reason,
      CASE WHEN reason IS NULL THEN bukti_shape(raw) END AS shape,
      CASE WHEN reason IS NULL THEN ${hash} END AS hash
    FROM kept`;
}
