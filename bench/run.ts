// Prints ratios against a floor measured in the same run:
// `npm run bench [startup | ingest [ROWS] | crosses [ROWS [NAME]] | disclosure-cells [ROWS] |
// disclosure-loss [WORKSPACE] | suppress]`.
import { arch, cpus, platform, totalmem } from 'node:os';
import path from 'node:path';
import { crosses } from './crosses/run-crosses.ts';
import { disclosureCells } from './disclosure-cells.ts';
import { disclosureLoss } from './disclosure-loss.ts';
import { disclosureSuppress } from './disclosure-suppress.ts';
import { ingest } from './ingest.ts';
import { startup } from './startup.ts';

const root = path.resolve(import.meta.dirname, '..');
const [what = 'all', first, second] = process.argv.slice(2);
const rows = (usual: number) => Number(first?.split('=').at(-1) ?? usual);
console.log(
  `${platform()} ${arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
if (what === 'all' || what === 'startup') print(await startup(root));
if (what === 'all' || what === 'ingest') print(await ingest(root, rows(3_000_000), '2GB'));
if (what === 'all' || what === 'crosses') {
  await crosses(root, rows(10_000_000), '4GB', console.log, second);
}

if (what === 'all' || what === 'disclosure-cells') {
  await disclosureCells(root, rows(3_000_000), '4GB', console.log);
}
if (what === 'all' || what === 'disclosure-loss') {
  await disclosureLoss('2026Q3', what === 'all' ? undefined : first, console.log);
}
if (what === 'all' || what === 'suppress') {
  for (const first of [4, 8]) print(await disclosureSuppress(first));
}

function print(lines: string[]): void {
  for (const line of lines) console.log(line);
}
