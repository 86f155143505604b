// Enforces who may import whom (docs/architecture.md) over the project's own TypeScript.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const may = {
  base: [],
  warehouse: ['base'],
  pipelines: ['base', 'warehouse'],
  metrics: ['base', 'warehouse'],
  'data/sample': ['base', 'warehouse'],
  disclosure: ['base'],
  release: ['base', 'warehouse', 'metrics', 'disclosure'],
  reports: ['base', 'release'],
  erasure: ['base', 'warehouse', 'pipelines', 'release'],
};
const problems = [];
for (const [folder, allowed] of Object.entries(may)) {
  for (const file of filesOf(path.join(root, folder))) {
    const text = readFileSync(file, 'utf8');
    const place = path.relative(root, file);
    for (const [, target] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (target === '@duckdb/node-api' && folder !== 'warehouse') {
        problems.push(`${place}: only warehouse/ imports ${target}`);
      }
      if (!target.startsWith('.')) continue;
      const to = path
        .relative(root, path.resolve(path.dirname(file), target))
        .replaceAll('\\', '/');
      if (to.startsWith(`${folder}/`) || allowed.some((name) => to.startsWith(`${name}/`)))
        continue;
      problems.push(`${place}: ${folder}/ may not import ${to}`);
    }
  }
}
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);

function filesOf(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(folder, name));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
