import type { Highs } from 'highs';
import type { Cell } from '../../../disclosure/cells/cell.ts';
import { cellKey } from '../../../disclosure/cells/coordinates.ts';
import type { Structure } from '../../../disclosure/cells/structure.ts';
import { tableSums } from '../../../disclosure/cells/table-cells.ts';

/**
 * The least cost at which every count from 1 to T - 1 has an interval at least T wide that reaches T, and every
 * other gap one at least 1 wide, to an outsider who knows counts are not negative. Cutting planes after
 * Fischetti and Salazar: an integer program chooses the gaps; linear programs look for gaps that are too
 * narrow, and their duals say which cells would have to be hidden; until none is found. Shares nothing with
 * the code under test but the solver.
 */
export function leastCost(
  highs: Highs,
  structure: Structure,
  cells: readonly Cell[],
  threshold: number,
): number {
  const index = new Map(cells.map(({ at }, place) => [cellKey(at), place]));
  const value = cells.map(({ n }) => n);
  const sums = structure.tables
    .flatMap((table) => [...tableSums(structure, table)])
    .map(({ parent, children }) =>
      [parent, ...children].map(
        (key, place) => [index.get(key) as number, place ? 1 : -1] as const,
      ),
    );
  const parents = new Set(sums.map(([parent]) => parent?.[0]));
  const cost = value.map((n, place) => Math.log(1 + n) + (parents.has(place) ? 3 : 0));
  const isSmall = (n: number) => n > 0 && n < threshold;
  const cuts: { gains: number[]; needed: number; owner: number | null }[] = [];
  for (;;) {
    const chosen = cheapestChoice(highs, value, cost, isSmall, cuts);
    const before = cuts.length;
    const far = 1000;
    const program = attack(highs, sums, value, chosen, far);
    chosen.forEach((hidden, cell) => {
      if (!hidden) return;
      const [up, down] = [program.push(cell, 1), program.push(cell, -1)];
      const small = isSmall(value[cell] as number);
      const owner = small ? null : cell;
      const add = (needed: number, prices: readonly Float64Array[], reached: number) => {
        if (reached >= needed - 1e-6) return;
        const gains = value.map((n, other) =>
          prices.reduce((gain, price, direction) => {
            let reduced = other === cell ? (direction === 0 ? 1 : -1) : 0;
            sums.forEach((sum, row) => {
              for (const [member, sign] of sum) {
                if (member === other) reduced -= sign * (price[row] as number);
              }
            });
            return gain + (reduced > 0 ? reduced * far : -reduced * n);
          }, 0),
        );
        // What the cell itself brings by standing at its own bound it brings in every choice.
        const rest = needed - (gains[cell] as number);
        gains[cell] = 0;
        cuts.push({ gains: gains.map((gain) => Math.min(rest, gain)), needed: rest, owner });
      };
      if (small) add(threshold - (value[cell] as number), [up.price], up.far);
      add(small ? threshold : 1, [up.price, down.price], up.far + down.far);
    });
    program.dispose();
    if (cuts.length === before)
      return chosen.reduce((sum, hidden, cell) => sum + (hidden ? (cost[cell] as number) : 0), 0);
  }
}

function cheapestChoice(
  highs: Highs,
  value: readonly number[],
  cost: readonly number[],
  isSmall: (n: number) => boolean,
  cuts: readonly { gains: number[]; needed: number; owner: number | null }[],
): boolean[] {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { gains, needed, owner } of cuts) {
    gains.forEach((gain, cell) => {
      const factor = cell === owner ? -needed : gain;
      if (Math.abs(factor) < 1e-7) return;
      indices.push(cell);
      values.push(factor);
    });
    starts.push(indices.length);
  }
  const model = highs.createModel({
    numCols: value.length,
    numRows: cuts.length,
    colCost: [...cost],
    colLower: value.map((n) => (isSmall(n) ? 1 : 0)),
    colUpper: value.map((n) => (n > 0 ? 1 : 0)),
    rowLower: cuts.map(({ needed, owner }) => (owner === null ? needed : 0) - 1e-6),
    rowUpper: cuts.map(() => highs.infinity),
    integrality: value.map(() => 1 as const),
    matrix: { format: 'csr', numRows: cuts.length, numCols: value.length, starts, indices, values },
  });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0 });
    if (model.run().modelStatus !== highs.constants.modelStatus.optimal)
      throw new Error('no choice');
    return [...model.getSolution().colValue].map((each) => each > 0.5);
  } finally {
    model.dispose();
  }
}

/** The outsider's program in distances from the true counts; cells shown do not move. */
function attack(
  highs: Highs,
  sums: readonly (readonly (readonly [number, number])[])[],
  value: readonly number[],
  hidden: readonly boolean[],
  far: number,
) {
  const starts = [0];
  for (const sum of sums) starts.push((starts.at(-1) as number) + sum.length);
  const model = highs.createModel({
    numCols: value.length,
    numRows: sums.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: value.map(() => 0),
    colLower: value.map((n, cell) => (hidden[cell] ? -n : 0)),
    colUpper: value.map((_, cell) => (hidden[cell] ? far : 0)),
    rowLower: sums.map(() => 0),
    rowUpper: sums.map(() => 0),
    matrix: {
      format: 'csr',
      numRows: sums.length,
      numCols: value.length,
      starts,
      indices: sums.flatMap((sum) => sum.map(([member]) => member)),
      values: sums.flatMap((sum) => sum.map(([, sign]) => sign)),
    },
  });
  model.options.set({ output_flag: false });
  return {
    push(cell: number, sign: 1 | -1) {
      model.changeColCost(cell, sign);
      model.run();
      const far = model.getObjectiveValue();
      const price = model.getSolution().rowDual;
      model.changeColCost(cell, 0);
      return { far, price };
    },
    dispose: () => model.dispose(),
  };
}
