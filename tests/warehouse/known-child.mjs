// Reads the warehouse as known on a day in a process of its own, which a test then kills or waits for.
// Of the compiled code, as what users run: it starts three times as fast.
// Usage: known-child.mjs <workspace root> <day>; prints the steps of the build, then `read <rows>`.
import path from 'node:path';

const dist = new URL('../../dist/', import.meta.url);
const { openWorkspace } = await import(new URL('base/index.js', dist).href);
const { withPublished } = await import(new URL('warehouse/index.js', dist).href);
const [root, known] = process.argv.slice(2);
const workspace = openWorkspace(root, {});
workspace.models = [path.join(root, 'models')];
await withPublished(
  workspace,
  async (session) => {
    const row = await session.row('SELECT count(*) AS n FROM fct_complaint');
    console.log('read', row?.n);
  },
  { known, onProgress: ({ step, state, model }) => console.log(step, state, model) },
);
