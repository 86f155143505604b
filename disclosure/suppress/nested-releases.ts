import type { Coordinates } from '../cells/cell.ts';
import { cellKey } from '../cells/coordinates.ts';
import type { Structure } from '../cells/structure.ts';
import { codesOf, tableCells } from '../cells/table-cells.ts';
import type { Draft } from './build-problem.ts';
import { codeAtoms, tableCodes } from './code-atoms.ts';

/**
 * Areas that different releases show, one within the other: what is left between them can be had by subtraction
 * as well as within one release. Looks at pairs of tables over the same dimensions that show different codes of
 * one of them; what is left becomes a variable of its own, and from 1 to T - 1 a primary.
 * @param idOf variable of a cell as the later, else the earlier release has it
 */
export function addNestedReleases(
  draft: Draft,
  later: Structure,
  earlier: Structure,
  idOf: (key: string) => number | undefined,
  thresholdOf: (at: Coordinates) => number,
): void {
  const rests = new Map<string, number>();
  for (const table of later.tables) {
    for (const old of earlier.tables) {
      if ([...old.dimensions].sort().join() !== [...table.dimensions].sort().join()) continue;
      for (const dimension of later.dimensions) {
        if (!table.dimensions.includes(dimension.name)) continue;
        const before = codesOf(old, dimension).filter((code) => dimension.codes.includes(code));
        const now = codesOf(table, dimension);
        if (before.every((code) => now.includes(code))) continue;
        const shown = dimension.codes.filter((code) => now.includes(code) || before.includes(code));
        const codes = { ...table.codes, [dimension.name]: shown };
        const mixed = tableCodes(dimension, { ...table, codes }, codeAtoms(dimension));
        const others = {
          ...table,
          dimensions: table.dimensions.filter((name) => name !== dimension.name),
        };
        for (const rest of tableCells(later, others)) {
          for (const { parent, children } of mixed.relations) {
            const left = children.find((code) => mixed.rests.has(code));
            if (left === undefined) continue;
            const key = (code: string) =>
              cellKey(code === dimension.total ? rest : { ...rest, [dimension.name]: code });
            const parts = children.filter((code) => code !== left).map((code) => idOf(key(code)));
            const whole = idOf(key(parent));
            if (whole === undefined || parts.some((part) => part === undefined)) continue;
            const known = parts as number[];
            const n = known.reduce(
              (sum, part) => sum - (draft.values[part] as number),
              draft.values[whole] as number,
            );
            // Late corrections may leave less than nothing; then the two say nothing of a group.
            if (n < 0) continue;
            const id = idOf(key(left)) ?? rests.get(key(left)) ?? draft.values.push(n) - 1;
            if (draft.values[id] !== n) continue;
            if (idOf(key(left)) === undefined) {
              rests.set(key(left), id);
              draft.hidden.add(id);
              const threshold = thresholdOf({ ...rest, [dimension.name]: left });
              if (n > 0 && n < threshold) {
                draft.needs.set(id, { reason: 'nested', width: threshold, upper: threshold });
              }
            }
            draft.rows.push([whole, ...known, id]);
          }
        }
      }
    }
  }
}
