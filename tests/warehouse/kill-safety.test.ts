import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Workspace } from '../../base/index.ts';
import { buildWarehouse, tableChecksum, withPublished } from '../../warehouse/index.ts';
import { startBuild } from './child.ts';
import { landBatch, projectWith, smallProject, writeFiles } from './small-project.ts';

const kills = Number(process.env.BUKTI_KILLS ?? 3);
const heavier = {
  ...smallProject,
  'core/fct_complaint_event.sql': `select complaint_key, e as event_seq, hash(complaint_key, e) as h
from {{ ref('fct_complaint') }}, range(4) r(e)`,
  'core/core.yml':
    'models: [{ name: fct_complaint, columns: [{ name: complaint_key, data_tests: [unique, not_null] }] }]',
};
const checksums = (workspace: Workspace) =>
  withPublished(workspace, async (session) => [
    await tableChecksum(session, 'fct_complaint'),
    await tableChecksum(session, 'bukti.main.fct_complaint_event'),
  ]);

it(
  `keeps the published copy whole through ${kills} kills, and a rerun makes the same`,
  async () => {
    const workspace = projectWith(heavier);
    await landBatch(workspace, 'a1', 100_000);
    await buildWarehouse(workspace);
    const before = await checksums(workspace);
    const addBatch = () =>
      landBatch(
        workspace,
        'b2',
        50_000,
        "md5(i::VARCHAR)::UUID AS complaint_key, 'Selesai' AS status, DATE '2026-02-28' AS known_at",
      );
    await addBatch();
    const start = performance.now();
    await buildWarehouse(workspace);
    const duration = performance.now() - start;
    const after = await checksums(workspace);
    expect(after).not.toEqual(before);

    for (let kill = 0; kill < kills; kill += 1) {
      rmSync(path.join(workspace.landing, 'lapor', 'batch=b2'), { recursive: true });
      await buildWarehouse(workspace);
      expect(await checksums(workspace)).toEqual(before);
      await addBatch();

      const child = startBuild(workspace);
      await child.printed('seed start');
      await wait((duration * 1.1 * kill) / kills);
      child.kill();
      await child.ended;
      // Whole, and either of the two: the kill may have come after the pointer was moved.
      expect([before, after]).toContainEqual(await checksums(workspace));
      await buildWarehouse(workspace);
      expect(await checksums(workspace)).toEqual(after);
    }
  },
  60_000 + kills * 20_000,
);

it('sweeps up whatever a kill can leave behind', async () => {
  const workspace = projectWith();
  const first = await buildWarehouse(workspace);
  const folder = workspace.warehouse;
  writeFiles(folder, {
    'build.duckdb': 'half a file',
    'build.duckdb.wal': 'half a file',
    'published-0123456789abcdef.duckdb': 'renamed, but the pointer was not moved',
    'current.json.999.tmp': '{"format":',
    'tmp/2147483646-1/spilled': 'x',
    [`tmp/${process.pid}-1000/mine`]: 'x',
  });
  expect(
    await withPublished(workspace, async (session) => session.rows('FROM fct_complaint')),
  ).toEqual([]);
  await landBatch(workspace, 'a1', 3);
  const second = await buildWarehouse(workspace);
  expect(second.file).not.toBe(first.file);
  expect(readdirSync(folder).sort()).toEqual(
    ['compiled', 'current.json', 'lock.duckdb', 'lock.json', second.file, 'tmp'].sort(),
  );
  expect(readdirSync(path.join(folder, 'tmp'))).toEqual([`${process.pid}-1000`]);
  // Nothing points anywhere any more: the next build makes it again.
  rmSync(path.join(folder, second.file));
  expect((await buildWarehouse(workspace)).changed).toBe(true);
  expect(existsSync(path.join(folder, second.file))).toBe(true);
  writeFileSync(path.join(folder, 'current.json'), '{');
  await expect(buildWarehouse(workspace)).rejects.toMatchObject({ key: 'warehouse.unreadable' });
});
