import { type Clock, limitedBy } from '../../metrics/index.ts';
import { type Session, sqlString } from '../../warehouse/index.ts';
import { type Basis, changedRules, type RuleKind, ruleKinds } from '../basis.ts';
import { dimensionColumns } from '../figure-file.ts';
import { batchChanges } from '../revision.ts';
import type { Manifest } from '../types.ts';
import { matchable, type RecordTables } from './record-changes.ts';

/** Why a figure moved, as far as records and rules tell. */
export const causes = [
  'late',
  'changed',
  'deleted',
  'as_of',
  'listing',
  'definition',
  'limit',
  'mapping',
  'calendar',
  'data',
  'software',
  'unknown',
] as const;
export type Cause = (typeof causes)[number];

/** What changed between two releases beside the records. */
export interface RuleChanges {
  rules: { kind: RuleKind; name: string; from: number; to: number; values?: [number, number] }[];
  /** Batches that only one of them rests on. */
  batches: { added: number; removed: number };
  software: boolean;
}

export function ruleChanges(
  before: Pick<Manifest, 'basis' | 'batches'>,
  now: Pick<Manifest, 'basis' | 'batches'>,
): RuleChanges {
  const rules = ruleKinds.flatMap((kind) =>
    changedRules(before.basis, now.basis, kind).map(({ name, from, to }) => ({
      ...{ kind, name, from: from.version, to: to.version },
      ...(from.value === undefined || to.value === undefined
        ? {}
        : { values: [from.value, to.value] as [number, number] }),
    })),
  );
  return {
    rules,
    batches: batchChanges(before, now),
    software: codeOf(before.basis) !== codeOf(now.basis),
  };
}

const codeOf = (basis: Basis | undefined) => basis?.code_sha256 ?? '';

/** Figures (`metric.statistic`) that a changed rule touches; `null`: every figure may be. */
export function touchedBy({ kind, name }: { kind: RuleKind; name: string }): string[] | null {
  if (kind === 'definitions') return [name];
  if (kind === 'limits') return [...(limitedBy[name.split('/')[0] as Clock] ?? [])];
  return null;
}

/**
 * Fills in, for each figure of `figure_change`, how many late, changed and deleted reports are in its
 * group (`late`, `changed`, `deleted`; left null where `records` is null) and `why`: its causes.
 * @param records the tables of changed reports, as `recordChanges` named them
 */
export async function explainMoves(
  session: Session,
  changes: RuleChanges,
  records: RecordTables | null,
): Promise<void> {
  const table = 'figure_change';
  await session.run(
    `alter table ${table} add column late bigint; alter table ${table} add column changed bigint;
    alter table ${table} add column deleted bigint; alter table ${table} add column why varchar`,
  );
  if (records !== null) await countRecords(session, table, records);
  const rule = (kind: RuleKind, cause: Cause) => {
    const own = changes.rules.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const touched = own.map(touchedBy);
    if (touched.includes(null)) return [`select '${cause}' where ${whole(kind)}`];
    const names = touched.flat().map((name) => sqlString(name as string));
    return [`select '${cause}' where metric || '.' || statistic in (${names.join(', ')})`];
  };
  const { added, removed } = changes.batches;
  const parts = [
    ...(['late', 'changed', 'deleted'] as const).map((one) => `select '${one}' where ${one} > 0`),
    `select 'as_of' where as_of_before <> as_of_now`,
    ...rule('definitions', 'definition'),
    ...rule('limits', 'limit'),
    ...rule('mappings', 'mapping'),
    ...rule('calendar', 'calendar'),
    ...(records === null && added + removed > 0 ? [`select 'data'`] : []),
  ];
  const rest: Cause = changes.software ? 'software' : 'unknown';
  // A group that one of them lists because of what else it shows.
  const alone = records !== null ? 'as_of_before is null or as_of_now is null' : 'false';
  const list = parts.map((part) => `(${part})`).join(', ');
  await session.run(
    `update ${table} set why = coalesce(nullif(concat_ws(',', ${list}), ''),
      case when ${alone} then 'listing' else '${rest}' end)`,
  );
}

/** Where a changed mapping or calendar may show: of records that changed, and of days. */
function whole(kind: RuleKind): string {
  if (kind === 'mappings') return '(late + changed + deleted > 0 or late is null)';
  return `unit = 'working_days' or metric in ('verify', 'respond_agency', 'respond_citizen', 'resolve',
    'resolve_net', 'reopened', 'open_within', 'open_beyond', 'unresolved', 'unresolved_reason', 'backlog')`;
}

/** Stocks and forwardings are made of reports of earlier quarters too. */
const ofEarlier = `(metric in ('backlog', 'forwarding', 'returned', 'respond_agency', 'reopened'))`;

/** Of each group of figures at once: the reports in it that came late, changed or are gone. */
async function countRecords(session: Session, table: string, records: RecordTables): Promise<void> {
  const usable = [...dimensionColumns.keys()].filter((name) => matchable.includes(name));
  const there = usable.map((name) => `case when ${name} is not null then '${name}' end`);
  const masks = await session.rows<{ mask: string; earlier: boolean }>(
    `select distinct concat_ws(',', ${there.join(', ')}) as mask, ${ofEarlier} as earlier from ${table}`,
  );
  for (const { mask, earlier } of masks) {
    const names = mask === '' ? [] : mask.split(',');
    const held = names.some((name) => isHeld(name));
    const own = [
      `${earlier ? '' : 'not '}${ofEarlier}`,
      ...usable.map((name) => `${name} is ${names.includes(name) ? 'not ' : ''}null`),
    ].join(' and ');
    const on = names.map((name) =>
      name === 'quarter' && earlier ? 'r.quarter <= g.quarter' : `r.${name} = g.${name}`,
    );
    const counts = ['late', 'changed', 'deleted'].map(
      (kind) => `count(distinct r.key) filter (where r.kind = '${kind}') as ${kind}`,
    );
    const groups = ['one', ...names];
    const of = (alias: string) => groups.map((name) => `${alias}.${name}`).join(', ');
    const same = groups.map((name) => `f.${name} = c.${name}`).join(' and ');
    await session.run(`
      create or replace temp table move_count as
      with f as (select rowid as place, 0 as one, * from ${table} where ${own}),
      g as (select distinct ${of('f')} from f),
      r as (select * from ${records}_change ${held ? `join ${records}_holder using (key)` : ''}),
      c as (
        select ${of('g')}, ${counts.join(', ')}
        from g left join r on ${on.join(' and ') || 'true'} group by all
      )
      select f.place, c.late, c.changed, c.deleted from f join c on ${same};
      update ${table} as m set late = c.late, changed = c.changed, deleted = c.deleted
      from move_count as c where m.rowid = c.place;
      drop table move_count`);
  }
}

const isHeld = (name: string) => ['agency', 'agency_type', 'reason'].includes(name);
