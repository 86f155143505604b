import type { Cell } from '../disclosure/cells/cell.ts';
import type { Structure } from '../disclosure/cells/structure.ts';
import { buildProblem } from '../disclosure/suppress/build-problem.ts';
import { suppress } from '../disclosure/suppress/index.ts';
import { GapProgram } from '../disclosure/suppress/linear-program.ts';
import { rulesOf } from '../disclosure/suppress/options.ts';
import { simplePass } from '../disclosure/suppress/simple-pass.ts';
import { loadSolver } from '../disclosure/suppress/solver.ts';
import { syntheticTable } from './disclosure-suppress-cells.ts';

/**
 * Suppression and audit of nation > 38 > 514 areas x 4 x 12 (or x 8 x 12) against the floor: one interior-point
 * program over the gaps of the simple pass, which no audit can do without.
 */
export async function disclosureSuppress(first: number): Promise<string[]> {
  const { structure, cells } = syntheticTable(first, 12, first === 4 ? 60 : 120);
  return suppressAgainstFloor(structure, cells);
}

/** The same of any cells. */
export async function suppressAgainstFloor(
  structure: Structure,
  cells: readonly Cell[],
): Promise<string[]> {
  const highs = await loadSolver();
  const { problem } = buildProblem(structure, cells, rulesOf({}));
  simplePass(problem, true);
  const program = new GapProgram(highs, problem, new Float64Array(problem.count), 10, {
    solver: 'ipm',
    run_crossover: 'off',
  });
  const costs = Float64Array.from(program.variables, (variable) => (variable % 2 ? 1 : -1));
  const floor = seconds(() => program.maximise(costs));
  program.dispose();
  const started = process.cpuUsage();
  const { audit } = await suppress(structure, cells);
  const used = process.cpuUsage(started);
  const spent = (used.user + used.system) / 1e6;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    `suppress ${cells.length} cells: ${audit.hidden} hidden (${audit.secondaries} secondary), safe ${audit.safe}, ` +
      `${audit.linearPrograms} programs, ${audit.rounds} rounds`,
    `suppress and audit ${spent.toFixed(1)} s of processor; one program ${floor.toFixed(2)} s; ` +
      `ratio ${(spent / floor).toFixed(0)}; peak ${peak} MB`,
  ];
}

function seconds(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

if (process.argv[1]?.endsWith('disclosure-suppress.ts')) {
  for (const line of await disclosureSuppress(Number(process.argv[2] ?? 4))) console.log(line);
}
