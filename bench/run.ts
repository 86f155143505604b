// Prints ratios against a floor measured in the same run: `npm run bench [startup|ingest [ROWS]]`.
import { arch, cpus, platform, totalmem } from 'node:os';
import path from 'node:path';
import { ingest } from './ingest.ts';
import { startup } from './startup.ts';

const root = path.resolve(import.meta.dirname, '..');
const [what = 'all', rows = '3000000'] = process.argv.slice(2);
console.log(
  `${platform()} ${arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
if (what === 'all' || what === 'startup') print(await startup(root));
if (what === 'all' || what === 'ingest') print(await ingest(root, Number(rows), '2GB'));

function print(lines: string[]): void {
  for (const line of lines) console.log(line);
}
