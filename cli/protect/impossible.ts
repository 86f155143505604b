import { existsSync, readFileSync } from 'node:fs';
import { BuktiError } from '../../base/errors.ts';
import { exitStatus } from '../../base/exit-status.ts';
import { suggestion } from '../../base/nearest.ts';
import {
  type Cell,
  type Coordinates,
  cellKey,
  dimensionOf,
  parseCsv,
  type Structure,
  tableCells,
  tableSums,
} from '../../disclosure/index.ts';

/**
 * Marks the cells that cannot occur: those at or below a combination of the file, and those all of whose parts cannot.
 * An empty value in the file stands for every code.
 * @throws BuktiError `protect.impossible-columns`, `protect.impossible-code`, `protect.impossible-found`
 */
export function withImpossible(structure: Structure, cells: readonly Cell[], file: string): Cell[] {
  const rules = readRules(structure, file);
  const byKey = new Map(cells.map((cell) => [cellKey(cell.at), cell]));
  for (const table of structure.tables) {
    const own = rules.filter((rule) =>
      Object.keys(rule).every((n) => table.dimensions.includes(n)),
    );
    if (own.length === 0) continue;
    const isAt = Object.fromEntries(
      table.dimensions.map((name) => [name, below(structure, name)] as const),
    );
    const gone = new Map<string, Coordinates>();
    for (const at of tableCells(structure, table)) {
      const fits = own.some((rule) =>
        Object.entries(rule).every(([name, code]) => {
          const code0 = at[name];
          return code0 !== undefined && (isAt[name]?.get(code)?.has(code0) ?? false);
        }),
      );
      if (fits) gone.set(cellKey(at), at);
    }
    addParents(structure, table, gone);
    const full = [...gone.keys()].filter((key) => (byKey.get(key)?.n ?? 0) > 0).length;
    if (full > 0) {
      throw new BuktiError(
        'protect.impossible-found',
        { n: full, table: table.name, file },
        exitStatus.input,
      );
    }
    for (const [key, at] of gone) {
      byKey.set(key, { ...(byKey.get(key) ?? { at, n: 0, keySum: 0 }), structuralZero: true });
    }
  }
  return [...byKey.values()];
}

/** What is made of parts none of which can occur cannot either. */
function addParents(
  structure: Structure,
  table: Structure['tables'][number],
  gone: Map<string, Coordinates>,
): void {
  const places = new Map([...tableCells(structure, table)].map((at) => [cellKey(at), at]));
  const sums = [...tableSums(structure, table)];
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const { parent, children } of sums) {
      if (gone.has(parent) || !children.every((child) => gone.has(child))) continue;
      gone.set(parent, places.get(parent) as Coordinates);
    }
  }
}

function readRules(structure: Structure, file: string): Coordinates[] {
  if (!existsSync(file)) throw new BuktiError('cli.no-file', { file }, exitStatus.usage);
  const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8'));
  const names = header.map((name) => name.trim());
  const dimensions = structure.dimensions.map(({ name }) => name);
  for (const column of names) {
    if (dimensions.includes(column)) continue;
    const params = { file, column, near: suggestion(column, dimensions) };
    throw new BuktiError('protect.impossible-columns', params, exitStatus.usage);
  }
  return rows.flatMap((row, index) => {
    const rule: Record<string, string> = {};
    for (const [place, column] of names.entries()) {
      const code = row[place]?.trim() ?? '';
      const { codes, total } = dimensionOf(structure, column);
      if (code === '' || code === total) continue;
      if (!codes.includes(code)) {
        const params = { file, line: index + 2, code, column, near: suggestion(code, codes) };
        throw new BuktiError('protect.impossible-code', params, exitStatus.usage);
      }
      rule[column] = code;
    }
    return Object.keys(rule).length === 0 ? [] : [rule];
  });
}

/** Each code with itself and all codes below it. */
function below(structure: Structure, name: string): Map<string, Set<string>> {
  const { codes, relations } = dimensionOf(structure, name);
  return new Map(
    codes.map((code) => {
      const found = new Set([code]);
      for (const one of found) {
        for (const { parent, children } of relations) {
          if (parent === one) for (const child of children) found.add(child);
        }
      }
      return [code, found];
    }),
  );
}
