import type { Found } from './find-layout.ts';
import type { Input } from './input.ts';
import type { Field } from './layout.ts';
import { stampLayers } from './stamp-sql.ts';

/** Why a row is rejected, by code; each is a key of the catalogue. */
export const rejectReasons = {
  1: 'pipelines.reject-id-empty',
  2: 'pipelines.reject-id-unreadable',
  3: 'pipelines.reject-date-empty',
  4: 'pipelines.reject-bad-date',
  5: 'pipelines.reject-bad-time',
  6: 'pipelines.reject-event-empty',
} as const;

/** The column of the source that carries a field; undefined where the file has none. */
export function columnOf(found: Found, field: Field): string | undefined {
  const index = found.columns[field];
  return index === undefined ? undefined : `c${index}`;
}

interface Stamp {
  day: Field;
  clock?: Field;
  prefix: string;
}

const stampsOf: Record<Found['layout']['kind'], Stamp[]> = {
  complaint: [
    { day: 'submitted_at', clock: 'submitted_time', prefix: 'submitted' },
    { day: 'closed_at', clock: 'closed_time', prefix: 'closed' },
    { day: 'due_at', prefix: 'due' },
  ],
  event: [{ day: 'event_at', clock: 'event_time', prefix: 'event' }],
  attribute: [],
};

/** The stamps that a file of this layout has columns for. */
export function stampsIn(found: Found): Stamp[] {
  return stampsOf[found.layout.kind].filter(({ day }) => columnOf(found, day) !== undefined);
}

/** Of the stamps, the one without which a row is rejected. */
const neededStamp = { complaint: 'submitted', event: 'event', attribute: undefined } as const;

function rejectSql(found: Found): string {
  const conditions = [
    `WHEN id IS NULL THEN 1`,
    `WHEN length(id) > 64 OR regexp_full_match(id, '[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+|#+') THEN 2`,
  ];
  const stamp = neededStamp[found.layout.kind];
  if (stamp) {
    conditions.push(`WHEN ${stamp}_text IS NULL THEN 3`, `WHEN ${stamp}_day IS NULL THEN 4`);
    const timed = stampsIn(found).find(({ prefix }) => prefix === stamp)?.clock;
    if (timed && columnOf(found, timed)) {
      conditions.push(`WHEN ${stamp}_clock_text IS NOT NULL AND ${stamp}_clock IS NULL THEN 5`);
    }
  }
  const event = columnOf(found, 'event');
  if (event) conditions.push(`WHEN bukti_clean(${event}) IS NULL THEN 6`);
  return `CAST(CASE ${conditions.join(' ')} END AS UTINYINT)`;
}

/**
 * The rows of a file as a chain of CTEs ending in `judged`: the source's columns, `id`, `row_hash`,
 * `<stamp>_text`, `<stamp>_at` (TIMESTAMP), and `reject` (null, or a code of `rejectReasons`).
 * @param relation the input's FROM clause, numbered or not
 * @param where condition on the raw row, before anything of it is worked out
 */
export function judgedRows(found: Found, input: Input, relation: string, where = 'true'): string {
  const stamps = stampsIn(found);
  const texts: string[] = [];
  const layers: string[][] = [];
  const whole: string[] = [];
  for (const { day, clock, prefix } of stamps) {
    const clockColumn = clock && columnOf(found, clock);
    texts.push(`bukti_clean(${columnOf(found, day)}) AS ${prefix}_text`);
    const local = found.layout.calendar !== 'indonesia';
    const own = stampLayers({ prefix, formats: found.layout.dates[day], local });
    for (const [depth, columns] of own.entries()) {
      layers[depth] = [...(layers[depth] ?? []), ...columns];
    }
    if (!clockColumn) {
      whole.push(`${prefix}_day AS ${prefix}_at`);
      continue;
    }
    texts.push(`bukti_clean(${clockColumn}) AS ${prefix}_clock_text`);
    layers[0]?.push(`bukti_clock(${prefix}_clock_text) AS ${prefix}_clock`);
    whole.push(
      `CASE WHEN ${prefix}_clock_text IS NULL THEN ${prefix}_day
            ELSE CAST(${prefix}_day AS DATE) + ${prefix}_clock END AS ${prefix}_at`,
    );
  }
  const list = (items: string[]) => items.map((item) => `, ${item}`).join('');
  const stacked = layers.map(
    (columns, depth) => `layer${depth + 1} AS (SELECT *${list(columns)} FROM layer${depth})`,
  );
  return `
    layer0 AS (
      SELECT *, bukti_id(${columnOf(found, 'id')}) AS id, ${input.hash} AS row_hash_value${list(texts)}
      FROM ${relation} WHERE NOT (${input.blank}) AND ${where}
    ),
    ${stacked.map((layer) => `${layer},`).join('\n    ')}
    judged AS (SELECT *${list(whole)}, ${rejectSql(found)} AS reject FROM layer${layers.length})`;
}
