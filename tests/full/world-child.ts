// A process that makes and examines one world after another, as the parent (worlds.ts) sends them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkspace } from '../../base/index.ts';
import { makeSample } from '../../data/sample/index.ts';
import { landFiles } from '../../pipelines/index.ts';
import { buildWarehouse, withPublished } from '../../warehouse/index.ts';
import { clearFindings, plantedFound, readReport } from './examine.ts';
import type { WorldOrder, WorldResult } from './worlds.ts';

process.on('message', (order: WorldOrder) => {
  examineWorld(order).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

/** A world from the sample's files to the findings, as a user's own data would go. */
async function examineWorld(order: WorldOrder): Promise<WorldResult> {
  const { seed, rows, effects } = order;
  const folder = mkdtempSync(path.join(tmpdir(), 'bukti world '));
  try {
    const workspace = openWorkspace(folder, { BUKTI_KEYS: path.join(folder, 'keys.json') });
    // Worlds run side by side, a core each.
    workspace.config.threads = 1;
    workspace.config.memory_limit = '1GB';
    const times: number[] = [];
    const lap = (from: number) => times.push((performance.now() - from) / 1000);
    let start = performance.now();
    const inbox = workspace.inbox;
    const { files } = await makeSample(workspace, {
      ...{ folder: inbox, seed, rows, effects, format: 'parquet' },
    });
    lap(start);
    start = performance.now();
    await landFiles(workspace, files);
    lap(start);
    start = performance.now();
    await buildWarehouse(workspace);
    lap(start);
    start = performance.now();
    const found = await withPublished(workspace, (session) =>
      effects ? plantedFound(session) : clearFindings(session, workspace),
    );
    lap(start);
    if (!order.report) return { seed, found, seconds: times };
    start = performance.now();
    const report = await readReport(workspace);
    lap(start);
    return { seed, found, report, seconds: times };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
