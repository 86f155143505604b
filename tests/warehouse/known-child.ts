// Reads the warehouse as known on a day in a process of its own, which a test then kills or waits for.
// Usage: known-child.ts <workspace root> <day>; prints the steps of the build, then `read <rows>`.
import path from 'node:path';
import { openWorkspace } from '../../base/index.ts';
import { withPublished } from '../../warehouse/index.ts';

const [root, known] = process.argv.slice(2) as [string, string];
const workspace = openWorkspace(root, {});
workspace.models = [path.join(root, 'models')];
await withPublished(
  workspace,
  async (session) => {
    const row = await session.row<{ n: number }>('SELECT count(*) AS n FROM fct_complaint');
    console.log('read', row?.n);
  },
  { known, onProgress: ({ step, state, model }) => console.log(step, state, model) },
);
