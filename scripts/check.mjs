// `npm run check`: types, lint and format, import rules, unused code. Runs all, fails if any fails.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = (name, file) => path.join(root, 'node_modules', name, 'bin', file);
const steps = [
  ['types', bin('typescript', 'tsc'), ['-p', 'tsconfig.json']],
  [
    'lint and format',
    bin('@biomejs/biome', 'biome'),
    ['ci', '.', '--error-on-warnings', '--colors=off'],
  ],
  ['import rules', path.join(root, 'scripts', 'check-imports.mjs'), []],
  ['generated files', path.join(root, 'scripts', 'generate.mjs'), ['--check']],
  ['unused code', bin('knip', 'knip.js'), ['--no-progress']],
];
const failed = steps.filter(([title, script, args]) => {
  console.log(`> ${title}`);
  return (
    spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' }).status !== 0
  );
});
for (const [title] of failed) console.error(`failed: ${title}`);
process.exit(failed.length === 0 ? 0 : 1);
