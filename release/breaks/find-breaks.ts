import { quarterOf } from '../../base/index.ts';
import { type Basis, changedRules, type RuleKind } from '../basis.ts';
import { touchedBy } from '../compare/causes.ts';
import { periodsOf } from '../spans.ts';
import type { Figure, Manifest } from '../types.ts';

/** A rule that changed, so that figures since then are not made as those before. */
export interface Break {
  /** `limits/resolve/complaint@2026Q3`: the rule and since when. */
  name: string;
  kind: Exclude<RuleKind, 'calendar'>;
  /** `resolve/complaint`, `resolve.median`, `lapor-export` */
  rule: string;
  /** The first quarter that was released under the new rule. */
  since: string;
  /** Versions of the rule. */
  from: number;
  to: number;
  /** Of a limit: working days before and since. */
  values?: [number, number];
  /** `metric.statistic` of what it touches; null: every figure. */
  figures: string[] | null;
  /**
   * Earlier quarters in this release are computed under the new rule too: within the release there is no
   * break, but against what was released before there is. False where the rule holds from `since` on.
   */
  recomputed: boolean;
}

const kinds = ['definitions', 'limits', 'mappings'] as const;

/**
 * The breaks that a release has to tell: those that the release before it in the series told, as far as
 * its own series reach back, and those between the two. What changed between two versions of a quarter is
 * told by their revisions.
 * @param limitsThen the limits that today's seed has in force on the first day of the predecessor's quarter
 */
export function findBreaks(
  period: string,
  predecessor: Pick<Manifest, 'basis' | 'breaks'> | undefined,
  basis: Basis,
  limitsThen: Readonly<Record<string, number>>,
): Break[] {
  const span = periodsOf('last_8', period);
  const carried = (predecessor?.breaks ?? []).filter(({ since }) => span.includes(since));
  const found = kinds.flatMap((kind) =>
    changedRules(predecessor?.basis, basis, kind).map(({ name, from, to }): Break => {
      const values = from.value !== undefined && to.value !== undefined;
      return {
        ...{ name: `${kind}/${name}@${period}`, kind, rule: name, since: period },
        ...{ from: from.version, to: to.version },
        ...(values ? { values: [from.value as number, to.value as number] } : {}),
        figures: touchedBy({ kind, name }),
        recomputed: kind !== 'limits' || limitsThen[name] !== from.value,
      };
    }),
  );
  const renewed = new Set(found.map(({ name }) => name));
  return [...carried.filter(({ name }) => !renewed.has(name)), ...found];
}

/** The breaks that a figure is the first observation after: its OBS_STATUS is `B`. */
export function breaksOf(
  { breaks = [] }: Pick<Manifest, 'breaks'>,
  { metric, statistic, dims }: Pick<Figure, 'metric' | 'statistic' | 'dims'>,
): Break[] {
  if (breaks.length === 0) return [];
  const { quarter = '', month } = dims;
  const own = month === undefined ? quarter : quarterOf(`${month}-01`);
  return breaks.filter(
    ({ since, figures }) =>
      since === own && (figures === null || figures.includes(`${metric}.${statistic}`)),
  );
}
