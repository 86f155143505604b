// Compiles the TypeScript folders into dist/ and copies what the compiled code reads beside itself.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
let compiler;
try {
  compiler = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
} catch {
  // Installed as a package (production dependencies only): dist/ is already there.
  if (existsSync(path.join(root, 'dist'))) process.exit(0);
  console.error('dist/ is missing and TypeScript is not installed; run "npm ci" in a clone first.');
  process.exit(1);
}
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const result = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (result.status !== 0) process.exit(result.status ?? 1);
const bin = path.join(root, 'dist', 'cli', 'main.js');
if (existsSync(bin) && process.platform !== 'win32') chmodSync(bin, 0o755);
