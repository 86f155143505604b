// Writes docs/metrics.md and metrics/catalogue-types.ts from models/metrics/*.yml (`npm run generate`);
// with --check it writes nothing and fails where a file is not what it would write.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { metricsPage } from './metrics-page/page.mjs';
import { metricsTypes } from './metrics-page/types.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
register();
const { readCatalogueFiles } = await import('../metrics/catalogue-read.ts');
const catalogue = readCatalogueFiles([path.join(root, 'models')]);
const template = readFileSync(path.join(root, 'scripts', 'metrics-page', 'template.md'), 'utf8');
const files = {
  'docs/metrics.md': metricsPage(catalogue, template),
  'metrics/catalogue-types.ts': metricsTypes(catalogue),
};
const check = process.argv.includes('--check');
const old = Object.entries(files).filter(([name, text]) => {
  const file = path.join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === text)
    return false;
  if (!check) writeFileSync(file, text);
  return true;
});
for (const [name] of old) console.log(check ? `not up to date: ${name}` : `written: ${name}`);
if (check && old.length > 0) {
  console.error('run "npm run generate" and commit what it writes');
  process.exitCode = 1;
}
