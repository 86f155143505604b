// Builds a workspace in a process of its own, which a test then kills or waits for.
// Of the compiled code, as what users run: it starts three times as fast.
// Usage: build-child.mjs <workspace root>; prints `locked <pid>` or `built`.
import path from 'node:path';

const dist = new URL('../../dist/', import.meta.url);
const { BuktiError, openWorkspace } = await import(new URL('base/index.js', dist).href);
const { buildWarehouse } = await import(new URL('warehouse/index.js', dist).href);
const root = process.argv[2];
const workspace = openWorkspace(root, {});
workspace.models = [path.join(root, 'models')];
try {
  await buildWarehouse(workspace, {
    onProgress: ({ step, state, model }) => console.log(step, state, model),
  });
  console.log('built');
} catch (error) {
  if (!(error instanceof BuktiError)) throw error;
  console.log(error.key, error.params.pid ?? '', error.status);
}
