import { openWorkspace } from '../../base/index.ts';
import { landFiles } from '../../pipelines/index.ts';

const [root = '', ...files] = process.argv.slice(2);
process.stdout.write('landing\n');
await landFiles(openWorkspace(root), files);
