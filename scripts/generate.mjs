// Writes docs/metrics.md and metrics/catalogue-types.ts from models/metrics/*.yml, and docs/schemas/ from the
// schemas by which manifests are read (`npm run generate`); with --check it writes nothing and fails where a file is not what it would write.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { metricsPage } from './metrics-page/page.mjs';
import { metricsTypes } from './metrics-page/types.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
register();
const { readCatalogueFiles } = await import('../metrics/catalogue-read.ts');
const { schemaFiles } = await import('../release/schemas.ts');
const catalogue = readCatalogueFiles([path.join(root, 'models')]);
const template = readFileSync(path.join(root, 'scripts', 'metrics-page', 'template.md'), 'utf8');
const files = {
  'docs/metrics.md': metricsPage(catalogue, template),
  'metrics/catalogue-types.ts': metricsTypes(catalogue),
  ...Object.fromEntries([...schemaFiles()].map(([name, text]) => [`docs/schemas/${name}`, text])),
};
const check = process.argv.includes('--check');
const old = Object.entries(files).filter(([name, text]) => {
  const file = path.join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === text)
    return false;
  if (!check) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return true;
});
for (const [name] of old) console.log(check ? `not up to date: ${name}` : `written: ${name}`);
if (check && old.length > 0) {
  console.error('run "npm run generate" and commit what it writes');
  process.exitCode = 1;
}
