import { createHash } from 'node:crypto';
import { codeHash } from '../base/code-hash.ts';
import { type IsoDate, layered, type Period, type Workspace } from '../base/index.ts';
import { type MetricsCatalogue, metricsCatalogue } from '../metrics/index.ts';
import { activeBatches, type Session, sqlString } from '../warehouse/index.ts';
import { computingFolders } from './vault/vault-manifest.ts';

/** A rule that figures rest on: its hash, and how often it has changed since the first release. */
export interface Rule {
  version: number;
  sha256: string;
  /** The rule itself where it is one number: working days of a limit. */
  value?: number;
}

/**
 * What figures rest on beside the records. Two releases whose rules are the same differ by their
 * records alone.
 */
export interface Basis {
  /** By `metric.statistic`: population, formula, filter, clock, minimum n. Labels are no part of it. */
  definitions: Record<string, Rule>;
  /** By `clock/classification` (`verify/*` where it is one for all): in force on the quarter's first day. */
  limits: Record<string, Rule>;
  /** By name: those that the active batches were read with. */
  mappings: Record<string, Rule>;
  /** Working days of each quarter that was over on the as-of day. */
  calendar: Record<string, Rule>;
  /** Of the code that computes. */
  code_sha256: string;
}

export const ruleKinds = ['definitions', 'limits', 'mappings', 'calendar'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/**
 * The rules of a release that is being made.
 * @param session on the warehouse that its figures are computed from
 * @param before those of the release before it, whose versions are carried on
 */
export async function basisOf(
  workspace: Workspace,
  session: Session,
  period: Period,
  asOf: IsoDate,
  before: Basis | undefined,
): Promise<Basis> {
  const days = await session.rows<{ quarter: string; days: string }>(
    `select quarter, coalesce(string_agg(cast(date_day as varchar), ' ' order by date_day)
      filter (where is_working_day), '') as days
    from dim_date where quarter is not null group by quarter
    having max(date_day) <= cast($1 as date)
      and min(date_day) >= cast($1 as date) - interval 3 year order by quarter`,
    [asOf],
  );
  const rules = {
    definitions: definitionsOf(metricsCatalogue(workspace)),
    limits: await limitsOn(workspace, session, period.first),
    mappings: mappingsOf(workspace),
    calendar: Object.fromEntries(days.map((one) => [one.quarter, { text: one.days }])),
  };
  const kept = (kind: RuleKind) => numbered(rules[kind], before?.[kind]);
  return {
    definitions: kept('definitions'),
    limits: kept('limits'),
    mappings: kept('mappings'),
    calendar: kept('calendar'),
    code_sha256: codeHash(computingFolders),
  };
}

type Texts = Record<string, { text: string; value?: number }>;

/** A changed rule has the next version; one that comes back after a gap goes on where it was. */
function numbered(texts: Texts, before: Record<string, Rule> = {}): Record<string, Rule> {
  const rules: Record<string, Rule> = {};
  for (const [name, { text, value }] of Object.entries(texts)) {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const old = before[name];
    const version = old === undefined ? 1 : old.version + Number(old.sha256 !== sha256);
    rules[name] = { version, sha256, ...(value === undefined ? {} : { value }) };
  }
  return rules;
}

function definitionsOf({ metrics, clocks }: MetricsCatalogue): Texts {
  const texts: Texts = {};
  for (const {
    name,
    population,
    type_params,
    filter,
    clock,
    definition_version,
    details,
  } of metrics) {
    const entry = clocks.find((one) => one.name === clock);
    const runs = entry && [entry.starts, entry.waits_for, entry.competing];
    for (const { name: statistic, unit, formula, minimum_n } of details) {
      const own = { population, type_params, filter, runs, unit, formula, minimum_n };
      texts[`${name}.${statistic}`] = { text: JSON.stringify({ ...own, definition_version }) };
    }
  }
  return texts;
}

/** Working days by `clock/classification`: the limits in force on a day, as today's seed has them. */
export async function limitValuesOn(
  workspace: Workspace,
  session: Session,
  day: IsoDate,
): Promise<Record<string, number>> {
  const limits = Object.entries(await limitsOn(workspace, session, day));
  return Object.fromEntries(limits.map(([name, { value = 0 }]) => [name, value]));
}

async function limitsOn(workspace: Workspace, session: Session, day: IsoDate): Promise<Texts> {
  const seed = layered(workspace.models, 'seeds', 'clock_limit.csv');
  if (!seed) return {};
  const rows = await session.rows<{ name: string; days: number }>(
    `select clock || '/' || coalesce(classification, '*') as name,
      cast(working_days as integer) as days
    from read_csv(${sqlString(seed)}, header = true, all_varchar = true)
    where cast(valid_from as date) <= cast($1 as date)
      and (valid_to is null or cast(valid_to as date) > cast($1 as date))
    order by name`,
    [day],
  );
  return Object.fromEntries(
    rows.map(({ name, days }) => [name, { text: String(days), value: days }]),
  );
}

/** Of a name whose batches were read under several states of the mapping, all of them. */
function mappingsOf(workspace: Workspace): Texts {
  const states = new Map<string, Set<string>>();
  for (const { mapping } of activeBatches(workspace)) {
    const own = states.get(mapping.name) ?? new Set();
    states.set(mapping.name, own.add(mapping.sha256));
  }
  return Object.fromEntries(
    [...states].sort().map(([name, own]) => [name, { text: [...own].sort().join(' ') }]),
  );
}

/** What changed between the rules of two releases; what only one of them has is left out. */
export function changedRules(
  before: Basis | undefined,
  now: Basis | undefined,
  kind: RuleKind,
): { name: string; from: Rule; to: Rule }[] {
  return Object.entries(now?.[kind] ?? {}).flatMap(([name, to]) => {
    const from = before?.[kind][name];
    return from && from.sha256 !== to.sha256 ? [{ name, from, to }] : [];
  });
}
