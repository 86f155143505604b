import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../base/index.ts';
import { sqlProblem } from '../../warehouse/duckdb-error.ts';
import { buildWarehouse, withPublished, withSession } from '../../warehouse/index.ts';
import { withWriteLock } from '../../warehouse/lock.ts';
import { startBuild } from './child.ts';
import { landBatch, modelsFolder, projectWith, smallProject, writeFiles } from './small-project.ts';

describe('one writer', () => {
  it('tells another process who is writing', async () => {
    const workspace = projectWith();
    await withWriteLock(workspace, async () => {
      const output = await startBuild(workspace).ended;
      expect(output.trim()).toBe(`warehouse.locked ${process.pid} ${exitStatus.locked}`);
    });
    expect((await startBuild(workspace).ended).trim()).toMatch(/built$/);
  });

  it('tells the same process too', async () => {
    const workspace = projectWith();
    const both = await Promise.allSettled([buildWarehouse(workspace), buildWarehouse(workspace)]);
    expect(both.map((one) => one.status)).toEqual(['fulfilled', 'rejected']);
    expect((both[1] as PromiseRejectedResult).reason).toMatchObject({
      key: 'warehouse.locked',
      params: { pid: process.pid },
    });
  });

  it('takes over at once from a process that was killed', async () => {
    const workspace = projectWith();
    await landBatch(workspace, 'a1', 400_000);
    const child = startBuild(workspace);
    await child.printed('model start');
    child.kill();
    await child.ended;
    expect(existsSync(path.join(workspace.warehouse, 'lock.json'))).toBe(true);
    expect((await buildWarehouse(workspace)).changed).toBe(true);
  });

  it('says the same where somebody else has opened the file that is being built', async () => {
    const workspace = projectWith();
    await landBatch(workspace, 'a1', 400_000);
    const child = startBuild(workspace);
    await child.printed('model start');
    const build = path.join(workspace.warehouse, 'build.duckdb');
    const error = await withSession({ path: build }, async () => undefined).catch(
      (thrown: unknown) => thrown,
    );
    expect(sqlProblem(error)).toMatchObject({ kind: 'locked', pid: child.pid });
    child.kill();
    await child.ended;
  });

  it('mends a lock file that a kill has left half written', async () => {
    const workspace = projectWith();
    mkdirSync(workspace.warehouse, { recursive: true });
    writeFileSync(path.join(workspace.warehouse, 'lock.duckdb'), 'half');
    expect((await buildWarehouse(workspace)).changed).toBe(true);
  });
});

describe('readers', () => {
  it('go on reading the old copy while a build publishes, and new ones get the new', async () => {
    const workspace = projectWith({ ...smallProject, 'core/dim.sql': 'select 1 as v' });
    await landBatch(workspace, 'a1', 50_000);
    await buildWarehouse(workspace);
    await withPublished(workspace, async (old) => {
      writeFiles(modelsFolder(workspace), { 'core/dim.sql': 'select 2 as v' });
      await buildWarehouse(workspace);
      await withPublished(workspace, async (fresh) => {
        expect(await fresh.row('SELECT v FROM dim')).toEqual({ v: 2 });
        expect(await old.row('SELECT v FROM dim')).toEqual({ v: 1 });
        expect(
          await old.row('SELECT count(DISTINCT complaint_key) AS n FROM fct_complaint'),
        ).toEqual({ n: 50_000 });
      });
    });
  });

  it('cannot write', async () => {
    const workspace = projectWith();
    await buildWarehouse(workspace);
    await withPublished(workspace, async (session) => {
      await expect(session.run('DELETE FROM fct_complaint')).rejects.toThrow(/read-only/);
    });
  });

  it('are told of a damaged copy', async () => {
    const workspace = projectWith();
    const { file } = await buildWarehouse(workspace);
    writeFileSync(path.join(workspace.warehouse, file), 'damaged');
    await expect(withPublished(workspace, async () => 1)).rejects.toMatchObject({
      key: 'warehouse.unreadable',
    });
    await buildWarehouse(workspace, { force: true });
    expect(await withPublished(workspace, async () => 1)).toBe(1);
  });
});
