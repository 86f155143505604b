import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../base/index.ts';
import {
  type BuildEvent,
  buildWarehouse,
  isCurrent,
  publishedInfo,
  withPublished,
} from '../../warehouse/index.ts';
import { landBatch, modelsFolder, projectWith, smallProject, writeFiles } from './small-project.ts';

const published = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('published-'));

describe('buildWarehouse', () => {
  it('builds from landed batches and publishes tables only', async () => {
    const workspace = projectWith();
    await landBatch(workspace, 'a1', 10);
    await landBatch(workspace, 'b2', 5);
    const events: BuildEvent[] = [];
    const result = await buildWarehouse(workspace, { onProgress: (event) => events.push(event) });
    expect(result.changed).toBe(true);
    expect(result.tables).toEqual([{ name: 'fct_complaint', rows: 15 }]);
    const seen = await withPublished(workspace, async (session) => ({
      statuses: await session.rows(
        'SELECT status, count(*) AS n FROM fct_complaint GROUP BY 1 ORDER BY 1',
      ),
      tables: await session.rows(
        "SELECT table_name, table_type FROM information_schema.tables WHERE table_catalog = 'bukti'",
      ),
    }));
    // 10 rows: 5 even, 5 odd; 5 rows: 3 even, 2 odd.
    expect(seen.statuses).toEqual([
      { status: 'in_progress', n: 7 },
      { status: 'resolved', n: 8 },
    ]);
    expect(seen.tables).toEqual([{ table_name: 'fct_complaint', table_type: 'BASE TABLE' }]);
    expect(events.map(({ step, state, model }) => `${step} ${state} ${model}`)).toEqual([
      'seed start status_map',
      'seed done status_map',
      'model start stg_complaint',
      'model done stg_complaint',
      'model start fct_complaint',
      'model done fct_complaint',
      `publish start ${result.file}`,
      `publish done ${result.file}`,
    ]);
    expect(events[5]).toMatchObject({ index: 2, total: 2, rows: 15 });
    const compiled = path.join(workspace.warehouse, 'compiled', 'core', 'fct_complaint.sql');
    expect(readFileSync(compiled, 'utf8')).toContain('from stage.main.stg_complaint c');
    for (const left of ['build.duckdb', 'build.duckdb.wal']) {
      expect(existsSync(path.join(workspace.warehouse, left))).toBe(false);
    }
  });

  it('recognises that nothing has changed, and what has', async () => {
    const workspace = projectWith();
    await landBatch(workspace, 'a1', 4);
    const first = await buildWarehouse(workspace);
    const start = performance.now();
    const again = await buildWarehouse(workspace);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(again).toEqual({ ...first, changed: false });

    const forced = await buildWarehouse(workspace, { force: true });
    expect(forced).toMatchObject({ changed: true, hash: first.hash });
    expect(published(workspace.warehouse)).toEqual([forced.file]);

    await landBatch(workspace, 'b2', 1);
    const more = await buildWarehouse(workspace);
    writeFiles(modelsFolder(workspace), { 'seeds/status_map.csv': 'raw,code\nselesai,done\n' });
    const seeded = await buildWarehouse(workspace);
    const hashes = new Set([first.hash, more.hash, seeded.hash]);
    expect(hashes.size).toBe(3);
    expect(published(workspace.warehouse)).toEqual([seeded.file]);
  });

  it('gives empty, typed tables where nothing has landed', async () => {
    const workspace = projectWith({
      ...smallProject,
      'core/meta_batch.sql': "select * from {{ source('landing', 'batch') }}",
      'core/types.sql': `select typeof(k) as k, typeof(d) as d from (values (null)) left join
        (select complaint_key as k, known_at as d from {{ ref('stg_complaint') }}) on true`,
    });
    const empty = await buildWarehouse(workspace);
    expect(empty.tables).toContainEqual({ name: 'fct_complaint', rows: 0 });
    await withPublished(workspace, async (session) => {
      expect(await session.rows('SELECT * FROM types')).toEqual([{ k: 'UUID', d: 'DATE' }]);
    });
    await landBatch(workspace, 'a1', 3);
    await buildWarehouse(workspace);
    await withPublished(workspace, async (session) => {
      expect(await session.rows('SELECT * FROM meta_batch')).toEqual([
        { batch_id: 'a1', kind: 'complaint', rows_read: 3, fields: ['status', "o'clock"] },
      ]);
    });
  });

  it('reads batches of an older layout: a column they lack is null', async () => {
    const workspace = projectWith();
    await landBatch(workspace, 'a1', 2);
    await landBatch(workspace, 'b2', 3, "uuid() AS complaint_key, DATE '2026-01-01' AS known_at");
    await buildWarehouse(workspace);
    await withPublished(workspace, async (session) => {
      const sql = "SELECT count(*) AS n FROM fct_complaint WHERE status = 'unknown'";
      expect(await session.row(sql)).toEqual({ n: 3 });
    });
  });

  it('leaves out a superseded batch', async () => {
    const workspace = projectWith();
    await landBatch(workspace, 'a1', 2);
    await landBatch(workspace, 'b2', 3, undefined, { supersedes: ['a1'] });
    expect((await buildWarehouse(workspace)).tables[0]?.rows).toBe(3);
  });

  it("lays the user's files over the shipped ones", async () => {
    const workspace = projectWith();
    const shipped = projectWith({
      ...smallProject,
      'core/fct_complaint.sql': 'select 1 as shipped',
      'core/dim_extra.sql': 'select 1 as one',
    });
    workspace.models.push(modelsFolder(shipped));
    const { tables } = await buildWarehouse(workspace);
    expect(tables).toEqual([
      { name: 'dim_extra', rows: 1 },
      { name: 'fct_complaint', rows: 0 },
    ]);
  });

  it('says what to do where there is no warehouse', async () => {
    const workspace = projectWith();
    expect(publishedInfo(workspace)).toBeUndefined();
    await expect(withPublished(workspace, async () => 1)).rejects.toMatchObject({
      key: 'warehouse.none',
    });
    expect(existsSync(workspace.warehouse)).toBe(false);
  });

  it('knows whether the published copy is current', async () => {
    const workspace = projectWith();
    expect(isCurrent(workspace)).toBe(false);
    await buildWarehouse(workspace);
    expect(isCurrent(workspace)).toBe(true);
    await landBatch(workspace, 'a1', 1);
    expect(isCurrent(workspace)).toBe(false);
  });

  it('builds the same from a folder with a name full of signs', async () => {
    const workspace = projectWith();
    const data = path.join(workspace.root, "it's [a] {b} data ü");
    Object.assign(workspace, {
      landing: path.join(data, 'landing'),
      warehouse: path.join(data, 'warehouse'),
    });
    await landBatch(workspace, 'a1', 3);
    expect((await buildWarehouse(workspace)).tables[0]?.rows).toBe(3);
    expect(
      await withPublished(workspace, (session) =>
        session.row('SELECT count(*) AS n FROM fct_complaint'),
      ),
    ).toEqual({ n: 3 });
  });

  it('names a damaged batch', async () => {
    const workspace = projectWith();
    await landBatch(workspace, 'a1', 2);
    writeFileSync(path.join(workspace.landing, 'lapor', 'batch=a1', 'part.parquet'), 'no parquet');
    await expect(buildWarehouse(workspace)).rejects.toMatchObject({
      key: 'warehouse.landing',
      params: { name: 'complaint' },
      status: exitStatus.input,
    });
  });
});
