import type { Highs } from 'highs';
import type { Cell, Coordinates, ProtectedCell } from '../cells/cell.ts';
import { CellIndex, checkSums } from '../cells/cell-index.ts';
import type { Structure } from '../cells/structure.ts';
import { allCells } from '../cells/table-cells.ts';
import { buildProblem, type Posed } from './build-problem.ts';
import { type Rules, rulesOf, type SuppressOptions } from './options.ts';
import type { PrimaryReason } from './primary.ts';
import type { LogLine, Outcome } from './protect.ts';
import { protectWell } from './protect-well.ts';

/** What was found and done, in numbers: for the operator; of single cells only those that failed. */
export interface Audit {
  /** Every requirement is met. What is not safe must not be published. */
  readonly safe: boolean;
  /** Distinct sets of records, and sums between them. */
  readonly variables: number;
  readonly sums: number;
  /** Cells hidden for their own sake, by the first rule that asked for it. */
  readonly primaries: Readonly<Partial<Record<PrimaryReason, number>>>;
  /** Published cells hidden in all, and to protect others. */
  readonly hidden: number;
  readonly secondaries: number;
  /** Cost of what is hidden: see `hidingCost`. */
  readonly cost: number;
  readonly rounds: number;
  readonly linearPrograms: number;
  /** Cells that nothing could protect: shown by an earlier release, or implied by what must stay. */
  readonly failing: readonly {
    readonly at: Coordinates;
    readonly why: 'shown-before' | 'implied';
  }[];
  /** Pairs of gaps of which one complainant can compute the other. */
  readonly betrayed: number;
}

export interface Suppressed {
  readonly cells: ProtectedCell[];
  readonly audit: Audit;
  readonly log: LogLine[];
}

/** `suppress` in the caller's own thread, with a solver that is loaded. */
export function suppressTables(
  highs: Highs,
  structure: Structure,
  counted: readonly Cell[],
  options: SuppressOptions = {},
): Suppressed {
  const rules = rulesOf(options);
  checkSums(structure, new CellIndex(counted));
  if (rules.without.has('shared-variables') && structure.tables.length > 1) {
    return eachTableAlone(highs, structure, counted, options);
  }
  const posed = buildProblem(structure, counted, rules);
  const outcome = protectWell(highs, posed.problem, {
    audit: !rules.without.has('audit-and-repair'),
    singletons: !rules.without.has('singletons'),
  });
  return {
    cells: publishedCells(structure, posed),
    audit: auditOf(posed, outcome, rules),
    log: outcome.log,
  };
}

function publishedCells(structure: Structure, { universe, problem }: Posed): ProtectedCell[] {
  return [...allCells(structure)].map(([, at]) => {
    const variable = universe.variableOf(at);
    const cell = universe.cells.get(universe.keys[variable] as string);
    if (cell?.structuralZero) return { at, value: null, status: 'cannot-exist' };
    if (problem.hidden[variable]) return { at, value: null, status: 'hidden' };
    return { at, value: problem.value[variable] as number, status: 'shown' };
  });
}

function auditOf(
  { universe, problem, reasons, exposed }: Posed,
  outcome: Outcome,
  rules: Rules,
): Audit {
  const primaries: Partial<Record<PrimaryReason, number>> = {};
  for (const reason of reasons.values()) primaries[reason] = (primaries[reason] ?? 0) + 1;
  let hidden = 0;
  let secondaries = 0;
  let cost = 0;
  for (let variable = 0; variable < universe.keys.length; variable++) {
    if (!problem.hidden[variable] || !universe.published[variable]) continue;
    hidden += 1;
    if (!reasons.has(variable)) secondaries += 1;
    cost += problem.cost[variable] as number;
  }
  const place = (variable: number) => universe.at[variable] ?? {};
  const failing = [
    ...exposed.map((each) => ({ at: place(each), why: 'shown-before' as const })),
    ...outcome.failing.map((each) => ({ at: place(each), why: 'implied' as const })),
  ];
  const complete = rules.without.size === 0;
  return {
    safe: complete && failing.length === 0 && outcome.betrayed === 0,
    variables: problem.count,
    sums: problem.rows.starts.length - 1,
    primaries,
    hidden,
    secondaries,
    cost,
    rounds: outcome.rounds,
    linearPrograms: outcome.programs,
    failing,
    betrayed: outcome.betrayed,
  };
}

/** For tests: what happens where tables that share cells are protected one by one. */
function eachTableAlone(
  highs: Highs,
  structure: Structure,
  counted: readonly Cell[],
  options: SuppressOptions,
): Suppressed {
  const parts = structure.tables.map((table) => {
    const own = { ...structure, tables: [table] };
    const keys = allCells(own);
    const index = new CellIndex(counted);
    const cells = [...keys.keys()].flatMap((key) => index.key(key) ?? []);
    return suppressTables(highs, own, cells, options);
  });
  const [first] = parts as [Suppressed];
  const hidden = new Map<string, ProtectedCell>();
  for (const cell of parts.flatMap((part) => part.cells)) {
    const key = JSON.stringify(Object.entries(cell.at).sort());
    if (!hidden.has(key) || cell.status === 'hidden') hidden.set(key, cell);
  }
  return {
    cells: [...hidden.values()],
    audit: { ...first.audit, safe: false },
    log: parts.flatMap((part) => part.log),
  };
}
