// The thread of suppress.ts: takes plain data, gives plain data back, or ends with the error.
import { parentPort, workerData } from 'node:worker_threads';
import { loadSolver } from './solver.ts';
import { suppressTables } from './suppress-tables.ts';

const { structure, cells, options } = workerData;
parentPort?.postMessage(suppressTables(await loadSolver(), structure, cells, options));
