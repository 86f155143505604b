// Builds a workspace in a process of its own, which a test then kills or waits for.
// Usage: build-child.ts <workspace root>; prints `locked <pid>` or `built`.
import path from 'node:path';
import { BuktiError, openWorkspace } from '../../base/index.ts';
import { buildWarehouse } from '../../warehouse/index.ts';

const root = process.argv[2] as string;
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
