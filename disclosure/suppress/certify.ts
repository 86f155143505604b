import type { Highs } from 'highs';
import { type Known, openOf, type Standard, widen } from './interval.ts';
import { GapProgram } from './linear-program.ts';
import type { Problem } from './problem.ts';

/** Rounds end when fewer gaps are open, since a single cell's program is then cheaper. */
const few = 60;
const mostRounds = 15;

/**
 * Step D, the batch: maximises and minimises random signed sums of the gaps not yet certified, by interior
 * point without crossover; every solution widens what is known of all gaps at once.
 * @param skip gaps that can be computed: no solution will ever widen them
 * @returns linear programs solved
 */
export function certifyInBatches(
  highs: Highs,
  problem: Problem,
  standard: Standard,
  known: Known,
  skip: ReadonlySet<number>,
  random: () => number,
): number {
  const stillOpen = () => openOf(problem, standard, known).filter((each) => !skip.has(each));
  let open = stillOpen();
  if (open.length <= few) return 0;
  const widest = problem.width.reduce((most, each) => Math.max(most, each), 1);
  const program = new GapProgram(highs, problem, standard.floor, 2 * widest, {
    solver: 'ipm',
    run_crossover: 'off',
  });
  try {
    for (let round = 0; round < mostRounds && open.length > few; round++) {
      const costs = new Float64Array(program.variables.length);
      for (const variable of open) {
        costs[program.columnOf[variable] as number] = random() & 1 ? 1 : -1;
      }
      for (const sign of [1, -1]) {
        program.model.clearSolver();
        const distances = program.maximise(costs.map((cost) => sign * cost));
        // Interior point may come to no solution; each cell then gets programs of its own.
        if (!distances) return program.runs;
        widen(known, program.variables, distances);
      }
      const before = open.length;
      open = stillOpen();
      if (open.length > 0.95 * before) break;
    }
    return program.runs;
  } finally {
    program.dispose();
  }
}
