import { Worker } from 'node:worker_threads';
import type { Cell } from '../cells/cell.ts';
import type { Structure } from '../cells/structure.ts';
import { rulesOf, type SuppressOptions } from './options.ts';
import type { Suppressed } from './suppress-tables.ts';

/**
 * Complementary cell suppression with an exact audit: every value shown is the true count, everything adds up,
 * and no primary cell can be computed or narrowed below its threshold from all tables together, from earlier
 * releases of the period, or by a complainant who subtracts himself.
 *
 * The steps are those of the handbook (Hundepool et al., Statistical Disclosure Control, 2012, ch. 4); the
 * suppression of linked tables as one system and the use of dual prices follow Fischetti and Salazar
 * (Management Science 47, 2001) and Kelly, Golden and Assad (Cell suppression, Networks 22, 1992).
 *
 * The solver runs in a thread of its own; the caller only waits. Same input, same result.
 *
 * @param cells counts that add up; a cell that was not given counts nothing
 * @throws BuktiError `disclosure.not-additive`, `disclosure.impossible-cell`, `disclosure.cell-twice`
 * @throws RangeError where a threshold is no positive whole number
 */
export async function suppress(
  structure: Structure,
  cells: readonly Cell[],
  options: SuppressOptions = {},
): Promise<Suppressed> {
  rulesOf(options);
  const worker = startWorker({ structure, cells, options });
  try {
    return await new Promise<Suppressed>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the suppression thread ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}

/** From source (tests, tsx) the thread learns TypeScript first; from dist it starts as it is. */
function startWorker(workerData: unknown): Worker {
  const source = import.meta.url.endsWith('.ts');
  const file = new URL(`./suppress-worker.${source ? 'ts' : 'js'}`, import.meta.url);
  if (!source) return new Worker(file, { workerData });
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); })`;
  return new Worker(start, { workerData, eval: true });
}
