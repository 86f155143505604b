// `npm run test:full`: the same tests with the counts that are promised, then the figures in full.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
const env = { ...process.env, BUKTI_KILLS: '100', BUKTI_BOOK_ROWS: '1200000' };
const result = spawnSync(process.execPath, [vitest, 'run', '--testTimeout=3600000'], {
  cwd: root,
  env,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
