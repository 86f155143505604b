import type { Cell } from '../cells/cell.ts';
import type { Structure } from '../cells/structure.ts';
import { attributeDisclosures } from './attribute.ts';
import { hidingCost } from './cost.ts';
import { addEarlier } from './differencing.ts';
import type { Rules } from './options.ts';
import { type Need, type PrimaryReason, primaryNeed, thresholds } from './primary.ts';
import { listsOf, type Problem, transposed } from './problem.ts';
import { type Universe, universeOf } from './universe.ts';

/** A problem with its primaries hidden, and what each variable is. */
export interface Posed {
  readonly universe: Universe;
  readonly problem: Problem;
  /** Why a variable is hidden for its own sake, by variable. */
  readonly reasons: ReadonlyMap<number, PrimaryReason>;
  /** Primaries that an earlier release has shown: nothing protects them now. */
  readonly exposed: readonly number[];
}

/** Variables while they are collected: those of the universe first, then those of earlier releases. */
export interface Draft {
  readonly values: number[];
  readonly rows: number[][];
  readonly needs: Map<number, Need>;
  /** Hidden from the start, primary or not. */
  readonly hidden: Set<number>;
  /** Gaps of earlier releases that are variables of their own. */
  readonly gaps: Set<number>;
  /** Known from an earlier release. */
  readonly known: Set<number>;
  /** Hidden as part of a breakdown that says too much, then and now: a zero among them must not be known for one. */
  readonly zeros: Set<number>;
  /** Hidden in the release before: hiding them again costs less and keeps the pattern. */
  readonly hiddenBefore: Set<number>;
}

/** Steps A and G: what must not be known, and everything an attacker can add up. */
export function buildProblem(structure: Structure, counted: readonly Cell[], rules: Rules): Posed {
  const universe = universeOf(structure, counted);
  const thresholdOf = thresholds(structure, rules);
  const draft: Draft = {
    values: [...universe.counts],
    rows: [...universe.rows],
    needs: new Map(),
    hidden: new Set(),
    gaps: new Set(),
    known: new Set(),
    zeros: new Set(),
    hiddenBefore: new Set(),
  };
  if (!rules.without.has('primary')) addPrimaries(draft, universe, rules, thresholdOf);
  universe.published.forEach((published, variable) => {
    if (!published) draft.hidden.add(variable);
  });
  if (!rules.without.has('differencing'))
    addEarlier(draft, universe, rules, thresholdOf, structure);
  for (const variable of draft.needs.keys()) {
    if (!draft.known.has(variable)) draft.hidden.add(variable);
  }
  const exposed = [...draft.needs.keys()].filter((variable) => draft.known.has(variable));
  const reasons = new Map([...draft.needs].map(([variable, { reason }]) => [variable, reason]));
  return { universe, problem: problemOf(draft, universe), reasons, exposed };
}

function addPrimaries(
  draft: Draft,
  universe: Universe,
  rules: Rules,
  thresholdOf: ReturnType<typeof thresholds>,
): void {
  universe.keys.forEach((key, variable) => {
    const at = universe.at[variable] ?? {};
    const n = universe.counts[variable] as number;
    const threshold = thresholdOf(at);
    if (!universe.published[variable]) {
      // Someone subtracts one area from the other.
      if (n > 0 && n < threshold) {
        draft.needs.set(variable, { reason: 'nested', width: threshold, upper: threshold });
      }
      return;
    }
    const cell = universe.cells.get(key);
    const need = cell && primaryNeed(cell, threshold);
    if (need) draft.needs.set(variable, need);
  });
  for (const at of rules.hide) {
    const variable = universe.variableOf(at);
    if (variable >= 0 && !draft.needs.has(variable)) {
      draft.needs.set(variable, { reason: 'asked', width: 1, upper: 0 });
    }
  }
  for (const { full, breakdown } of attributeDisclosures(universe, rules.attributeGroup)) {
    const width = Math.min(rules.threshold, universe.counts[full] as number);
    if (!draft.needs.has(full)) draft.needs.set(full, { reason: 'attribute', width, upper: 0 });
    for (const variable of breakdown) {
      if (!universe.cells.get(universe.keys[variable] as string)?.structuralZero) {
        draft.hidden.add(variable);
        draft.zeros.add(variable);
      }
    }
  }
}

function problemOf(draft: Draft, universe: Universe): Problem {
  const count = draft.values.length;
  const rows = listsOf(draft.rows);
  const value = Float64Array.from(draft.values);
  const fixed = new Uint8Array(count);
  const parents = new Set(draft.rows.map((row) => row[0]));
  const cost = Float64Array.from(value, (n, variable) => {
    const usual = hidingCost(n, parents.has(variable));
    return draft.hiddenBefore.has(variable) ? usual / 2 : usual;
  });
  const single = new Uint8Array(count);
  const floor = new Float64Array(count);
  for (let variable = 0; variable < count; variable++) {
    const cell = universe.cells.get(universe.keys[variable] ?? '');
    const published = universe.published[variable] === true;
    const n = value[variable] as number;
    if (!published || cell?.structuralZero || draft.known.has(variable)) fixed[variable] = 2;
    else if (n === 0) fixed[variable] = 1;
    // Zeros are shown, so a gap says 1 at least; what is left of two areas, or came late, may be nothing.
    if (n > 0 && (published || draft.gaps.has(variable))) floor[variable] = 1;
    if (published && n > 0 && (n === 1 || cell?.complainants === 1)) single[variable] = 1;
  }
  const hidden = new Uint8Array(count);
  const width = new Float64Array(count);
  const upper = new Float64Array(count);
  for (const variable of draft.hidden) {
    hidden[variable] = 1;
    const need = draft.needs.get(variable);
    width[variable] = need?.width ?? 0;
    upper[variable] = need?.upper ?? 0;
    // A secondary of an earlier release may become known as long as no primary does.
    const counts = (value[variable] as number) > 0 || draft.zeros.has(variable);
    if (!need && universe.published[variable] && counts) width[variable] = 1;
  }
  return {
    count,
    rows,
    rowsOf: transposed(rows, count),
    value,
    floor,
    cost,
    fixed,
    width,
    upper,
    hidden,
    secondary: new Uint8Array(count),
    single,
  };
}
