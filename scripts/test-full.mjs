// `npm run test:full`: the same tests with the counts that are promised, then the figures in full.
// A variable that is set already keeps its value. Worlds that a killed run has made are not made again.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const promised = {
  // Every case, where `npm test` takes some of several alike.
  BUKTI_FULL: '1',
  BUKTI_KILLS: '100',
  BUKTI_ERASURE_ORDERS: '20',
  BUKTI_ERASED_RELEASE: '1',
  BUKTI_WORLDS: '200',
  BUKTI_PLANTED_WORLDS: '50',
  BUKTI_NULL_REPORTS: '10',
  BUKTI_PLANTED_REPORTS: '3',
  BUKTI_PERTURBED_TABLES: '40',
  BUKTI_COVERAGE_DRAWS: '20000',
  BUKTI_SUPPRESS_TABLES: '200',
  BUKTI_RANDOM_SETS: '1000',
  BUKTI_TABLES: '40',
  BUKTI_NOISES: '60',
};
const args = [vitest, 'run', '--testTimeout=3600000', ...process.argv.slice(2)];
const result = spawnSync(process.execPath, args, {
  cwd: root,
  env: { ...promised, ...process.env },
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
