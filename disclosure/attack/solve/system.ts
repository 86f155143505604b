/**
 * Linear equations over whole, non-negative unknowns, each between two bounds. Row i says: the sum of sign times
 * variable over its members is zero.
 */
export interface System {
  readonly lower: Float64Array;
  /** Infinity where nothing bounds it. */
  readonly upper: Float64Array;
  readonly rows: readonly SystemRow[];
}

export interface SystemRow {
  readonly members: readonly number[];
  readonly signs: readonly number[];
}

/** The variables and rows that hang together once fixed variables are taken out. */
export interface Component {
  readonly variables: number[];
  readonly rows: number[];
}

export function isFixed(system: System, variable: number): boolean {
  return system.lower[variable] === system.upper[variable];
}

export function componentsOf(system: System): Component[] {
  const parent = Int32Array.from({ length: system.lower.length }, (_, index) => index);
  const find = (start: number): number => {
    let at = start;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const free = system.rows.map(({ members }) => members.filter((one) => !isFixed(system, one)));
  for (const members of free) {
    const [first, ...others] = members;
    if (first === undefined) continue;
    for (const other of others) parent[find(other)] = find(first);
  }
  const found = new Map<number, Component>();
  for (let variable = 0; variable < parent.length; variable++) {
    if (isFixed(system, variable)) continue;
    const root = find(variable);
    const component = found.get(root) ?? { variables: [], rows: [] };
    component.variables.push(variable);
    found.set(root, component);
  }
  for (const [row, members] of free.entries()) {
    if (members[0] !== undefined) found.get(find(members[0]))?.rows.push(row);
  }
  return [...found.values()];
}
