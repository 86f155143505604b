import {
  formatNumber,
  formatPercent,
  type Lang,
  type MessageKey,
  type MessageParams,
  message,
} from '../../base/index.ts';
import type { Coordinates } from '../cells/cell.ts';
import { placeName } from '../cells/cell-index.ts';
import type { PublicDisclosure } from '../cells/public-files.ts';
import type { Reason } from '../design/examine.ts';
import type { DesignPlan } from '../design/plan.ts';
import type { TableVerdict } from '../perturb/restate.ts';
import type { Audit } from '../suppress/index.ts';
import type { Loss } from './loss.ts';

/** All that the operator may know of one run. */
export interface ProtectionRun {
  readonly disclosure: PublicDisclosure;
  readonly complaints: number;
  /** How fine the tables are, and whether the design was made now or before. */
  readonly plan: DesignPlan;
  readonly designedNow: boolean;
  /** Distinct cells of the tables before any was coarsened or withheld. */
  readonly designedCells: number;
  /** Tables that are not published, and why. */
  readonly withheld: readonly { readonly table: string; readonly reasons: readonly Reason[] }[];
  /** Rules that the published tables break without being withheld. */
  readonly warnings: readonly { readonly table: string; readonly reasons: readonly Reason[] }[];
  /** Cells behind `dominated` and `attribute`. */
  readonly places: readonly { readonly reason: Reason; readonly at: Coordinates }[];
  readonly loss: Loss;
  readonly verdicts?: readonly TableVerdict[];
  /** Of `suppress`. */
  readonly audit?: Audit;
  /** Further remarks of the catalogue, such as where the keys came from. */
  readonly remarks?: readonly { readonly key: MessageKey; readonly params?: MessageParams }[];
}

const mostPlaces = 20;

/** The report for whoever ran the protection, in Markdown. It holds what readers must not know. */
export function operatorReport(protection: ProtectionRun, lang: Lang): string {
  const say = (key: MessageKey, params: MessageParams = {}) => message(lang, key, params);
  const { disclosure, plan, designedNow, withheld, warnings, places, loss } = protection;
  const why = (reasons: readonly Reason[]) =>
    reasons.map((reason) => say(`disclosure.reason.${reason}`)).join('; ');
  const lines: string[] = [];
  const section = (key: MessageKey, items: readonly string[], none?: MessageKey) => {
    if (items.length === 0 && !none) return;
    lines.push(`## ${say(key)}`, '');
    lines.push(...(items.length === 0 && none ? [say(none)] : items.map((one) => `- ${one}`)), '');
  };
  lines.push(`# ${say('disclosure.report.title')}`, '', say('disclosure.report.internal'), '');
  lines.push(say(`disclosure.report.${disclosure.method}`, summary(protection)), '');
  for (const { key, params } of protection.remarks ?? []) lines.push(say(key, params), '');
  const coarsened = plan.tables.filter(({ steps }) => steps.length > 0);
  section(
    'disclosure.report.coarsened',
    coarsened.map(({ table, steps, because }) =>
      say('disclosure.report.coarsened-line', {
        table,
        steps: steps.join(', '),
        why: why(because),
      }),
    ),
    'disclosure.report.coarsened-none',
  );
  const gone = protection.designedCells - loss.cells;
  if (gone > 0) {
    const params = { gone, cells: protection.designedCells };
    lines.push(say('disclosure.report.given-up', params), '');
  }
  if (!designedNow) lines.push(say('disclosure.report.design-kept'), '');
  section(
    'disclosure.report.withheld',
    withheld.map(({ table, reasons }) =>
      say('disclosure.report.table-line', { table, why: why(reasons) }),
    ),
  );
  section(
    'disclosure.report.warnings',
    warnings.map(({ table, reasons }) =>
      say('disclosure.report.table-line', { table, why: why(reasons) }),
    ),
  );
  const named = places.slice(0, mostPlaces).map(({ reason, at }) =>
    say('disclosure.report.table-line', {
      table: placeName(at),
      why: say(`disclosure.reason.${reason}`),
    }),
  );
  const left = places.length - named.length;
  section(
    'disclosure.report.places',
    left > 0 ? [...named, say('disclosure.report.places-more', { n: left })] : named,
  );
  section(
    'disclosure.report.restated',
    (protection.verdicts ?? []).map(({ table, verdict, changed, tooFew }) =>
      say('disclosure.report.restated-line', {
        table,
        verdict: say(`disclosure.verdict.${verdict}`),
        changed,
        tooFew,
      }),
    ),
  );
  lines.push(`## ${say('disclosure.report.loss')}`, '', ...lossLines(protection, say, lang), '');
  if (loss.shares.length > 0 && disclosure.method === 'perturb') {
    lines.push(say('disclosure.report.shares'), '', ...shareTable(loss, say, lang), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function summary({ disclosure, complaints, plan, loss }: ProtectionRun): MessageParams {
  const { deviation = 0, variance = 0, hidden = 0, threshold = 0 } = disclosure.parameters;
  return {
    complaints,
    tables: plan.tables.length,
    cells: loss.cells,
    D: deviation,
    V: variance,
    js: hidden,
    T: threshold,
  };
}

type Say = (key: MessageKey, params?: MessageParams) => string;

function lossLines({ disclosure, loss, audit }: ProtectionRun, say: Say, lang: Lang): string[] {
  const { nonZero, hidden, moved, toZero, meanMove } = loss;
  const part = (n: number) => formatPercent(nonZero === 0 ? 0 : n / nonZero, lang);
  if (disclosure.method === 'suppress') {
    const lines = [say('disclosure.report.loss-hidden', { nonZero, hidden, part: part(hidden) })];
    if (audit) {
      const { hidden: all, secondaries, rounds, linearPrograms } = audit;
      const primaries = all - secondaries;
      lines.push(
        say('disclosure.report.audit', { primaries, secondaries, rounds, linearPrograms }),
      );
    }
    return lines;
  }
  const mean = formatNumber(meanMove, lang, 2);
  return [
    say('disclosure.report.loss-moved', { nonZero, moved, part: part(moved), mean }),
    say('disclosure.report.loss-zero', { toZero, part: part(toZero) }),
  ];
}

function shareTable({ shares }: Loss, say: Say, lang: Lang): string[] {
  const number = (n: number) => formatNumber(n, lang);
  return [
    `| ${say('disclosure.report.shares-size')} | ${say('disclosure.report.shares-count')} | ${say('disclosure.report.shares-moved')} |`,
    '| --- | ---: | ---: |',
    ...shares.map(({ from, below, shares: count, moved }) => {
      const size = Number.isFinite(below)
        ? `${number(from)}-${number(below - 1)}`
        : `${number(from)}+`;
      return `| ${size} | ${number(count)} | ${formatPercent(moved / count, lang)} |`;
    }),
  ];
}
