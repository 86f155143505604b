import {
  type Cell,
  CellIndex,
  type Coordinates,
  cellKey,
  type DesignRules,
  examine,
  type Reason,
  reasonsOf,
  type Structure,
} from '../../disclosure/index.ts';

/**
 * Parts the tables that may be published from those that noise does not protect. Too many small cells
 * of sensitive codes withhold a table only while it is designed; later they warn, as small cells do.
 */
export function safeTables(
  structure: Structure,
  cells: readonly Cell[],
  rules: DesignRules,
  designedNow: boolean,
) {
  const exams = examine(structure, new CellIndex(cells), rules);
  const hard = new Set<Reason>([
    'dominated',
    'attribute',
    ...(designedNow ? ['sensitive' as const] : []),
  ]);
  const looked = exams.map((exam) => ({
    exam,
    table: exam.table,
    reasons: reasonsOf(exam, rules),
  }));
  const isWithheld = ({ reasons }: { reasons: Reason[] }) => reasons.some((one) => hard.has(one));
  const withheld = looked.filter(isWithheld);
  const warnings = looked.filter((one) => one.reasons.length > 0 && !isWithheld(one));
  const places = new Map<string, { reason: Reason; at: Coordinates }>();
  for (const { exam } of withheld) {
    for (const reason of ['dominated', 'attribute'] as const) {
      for (const at of exam[reason]) places.set(`${reason} ${cellKey(at)}`, { reason, at });
    }
  }
  const gone = new Set(withheld.map(({ table }) => table));
  return {
    safe: { ...structure, tables: structure.tables.filter(({ name }) => !gone.has(name)) },
    withheld: withheld.map(({ table, reasons }) => ({ table, reasons })),
    warnings: warnings.map(({ table, reasons }) => ({ table, reasons })),
    places: [...places.values()],
  };
}
