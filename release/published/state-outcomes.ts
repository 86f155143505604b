/** Metrics of the state on the as-of day, each the states (metrics, `states`) that it counts. */
const statesOf = {
  resolved: ['resolved'],
  archived: ['archived'],
  postponed: ['postponed'],
  open_within: ['open_within'],
  open_beyond: ['open_beyond'],
  unresolved: ['open_within', 'open_beyond', 'postponed', 'archived'],
  withdrawn: ['withdrawn'],
  status_unknown: ['unknown'],
} as const;

export type StateMeasure = keyof typeof statesOf;
export const stateMeasures = Object.keys(statesOf) as StateMeasure[];

export function isStateMeasure(name: string): name is StateMeasure {
  return name in statesOf;
}

/** States of reports that were not deleted: the whole of every share of them. */
const validStates = [
  ...['resolved', 'archived', 'postponed', 'open_within', 'open_beyond', 'withdrawn', 'unknown'],
];

/** The code of a cell of the reports in one state, and of those in none that a table names. */
const codeOfState = (state: string) => (state === 'unknown' ? 'status_unknown' : state);

/**
 * Codes and sums of the state of a report: what is declared, its complement in the valid reports, and
 * the states that both are made of. Complements of two states overlap, so each is the sum of the parts.
 */
export function stateOutcome(measures: readonly StateMeasure[]) {
  const split = measures.some((one) => statesOf[one].length > 1) || measures.length > 2;
  const own = measures.map((one) => statesOf[one][0] as string);
  // Named by what it is not, so that one code is the same reports in every table.
  const otherState = `not_${measures.join('_')}`;
  const leafOf = (state: string) =>
    state === 'deleted'
      ? 'deleted'
      : split || own.includes(state)
        ? codeOfState(state)
        : otherState;
  const parts = [...new Set(validStates.map(leafOf))];
  const sums: [parent: string, children: string[]][] = [];
  for (const measure of measures) {
    const inside = [...new Set(statesOf[measure].map(leafOf))];
    const outside = parts.filter((part) => !inside.includes(part));
    if (inside.length > 1) sums.push([measure, inside]);
    if (outside.length > 1) sums.push([`not_${measure}`, outside]);
    sums.push(['valid', [measure, `not_${measure}`]]);
  }
  return { leafOf, parts, sums };
}
