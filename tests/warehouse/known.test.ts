import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../base/index.ts';
import { buildWarehouse, type ReadOptions, withPublished } from '../../warehouse/index.ts';
import { startKnown } from './child.ts';
import { landBatch, modelsFolder, projectWith, smallProject, writeFiles } from './small-project.ts';

const months = ['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31'];

/** One batch a month of 2026, of as many rows as its number times `rows`. */
async function monthly(count: number, rows = 1, files = smallProject): Promise<Workspace> {
  const workspace = projectWith(files);
  for (let month = 1; month <= count; month += 1) {
    const known_at = `2026-${months[month - 1]}`;
    const select = `md5(concat(i, ${month}))::UUID AS complaint_key, 'Selesai' AS status, DATE '${known_at}' AS known_at`;
    await landBatch(workspace, `m${month}`, month * rows, select, { known_at });
  }
  return workspace;
}

const countOf = async (workspace: Workspace, options: ReadOptions) =>
  await withPublished(
    workspace,
    async (session) =>
      (await session.row<{ n: number }>('SELECT count(*) AS n FROM fct_complaint'))?.n,
    options,
  );
const copies = (workspace: Workspace) =>
  readdirSync(workspace.warehouse)
    .filter((name) => name.startsWith('known-'))
    .sort();

describe('as known on a day', () => {
  it('holds what had become known by then, and says so step by step', async () => {
    const workspace = await monthly(3);
    await buildWarehouse(workspace);
    const steps: string[] = [];
    const onProgress: ReadOptions['onProgress'] = ({ step, state }) =>
      steps.push(`${step} ${state}`);
    expect(await countOf(workspace, { known: '2026-02-28', onProgress })).toBe(3);
    expect(steps).toContain('model done');
    expect(steps.at(-1)).toBe('publish done');
    expect(await countOf(workspace, { known: '2026-02-27' })).toBe(1);
    expect(await countOf(workspace, {})).toBe(6);
  });

  it('days that select the same batches share one copy, made once', async () => {
    const workspace = await monthly(3);
    await buildWarehouse(workspace);
    const steps: string[] = [];
    const onProgress: ReadOptions['onProgress'] = ({ step }) => steps.push(step);
    await countOf(workspace, { known: '2026-02-28' });
    expect(await countOf(workspace, { known: '2026-03-30', onProgress })).toBe(3);
    expect(steps).toEqual([]);
    expect(copies(workspace)).toHaveLength(1);
    expect(copies(workspace)[0]).toMatch(/^known-2026-02-28-[0-9a-f]{16}\.duckdb$/);
  });

  it('is the published copy where all is known, also where a later batch awaits its build', async () => {
    const workspace = await monthly(2);
    await buildWarehouse(workspace);
    expect(await countOf(workspace, { known: '2026-02-28' })).toBe(3);
    await landBatch(workspace, 'late', 5, undefined, { known_at: '2026-03-31' });
    expect(await countOf(workspace, { known: '2026-02-28' })).toBe(3);
    expect(copies(workspace)).toEqual([]);
  });

  it('follows the models and the readings of today', async () => {
    const workspace = await monthly(2);
    await buildWarehouse(workspace);
    expect(await countOf(workspace, { known: '2026-01-31' })).toBe(1);
    writeFiles(modelsFolder(workspace), {
      'core/fct_complaint.sql': `select complaint_key from {{ ref('stg_complaint') }}, range(10)`,
    });
    expect(await countOf(workspace, { known: '2026-01-31' })).toBe(10);
    // Read again under a newer mapping: the newer reading stands for the older one.
    const again = { known_at: '2026-01-31', supersedes: ['m1'] };
    await landBatch(workspace, 'again', 2, undefined, again);
    expect(await countOf(workspace, { known: '2026-01-31' })).toBe(20);
  });

  it('names the first day before which nothing was known', async () => {
    const workspace = await monthly(2);
    await expect(countOf(workspace, { known: '2026-01-30' })).rejects.toMatchObject({
      key: 'warehouse.none',
    });
    await buildWarehouse(workspace);
    await expect(countOf(workspace, { known: '2026-01-30' })).rejects.toMatchObject({
      key: 'warehouse.known-too-early',
      params: { known: '2026-01-30', first: '2026-01-31' },
    });
  });

  it('tests the data of that day too, and keeps nothing that failed', async () => {
    const files = {
      ...smallProject,
      'core/core.yml':
        'models: [{ name: fct_complaint, columns: [{ name: status, data_tests: [{ accepted_values: { arguments: { values: [in_progress] } } }] }] }]',
    };
    const workspace = await monthly(2, 1, files);
    // Passes with three reports, fails with one.
    writeFiles(modelsFolder(workspace), {
      'core/fct_complaint.sql': `select complaint_key, case when (select count(*) from {{ ref('stg_complaint') }}) > 1
        then 'in_progress' else status end as status from {{ ref('stg_complaint') }}`,
    });
    await buildWarehouse(workspace);
    await expect(countOf(workspace, { known: '2026-01-31' })).rejects.toMatchObject({
      key: 'warehouse.test-failed',
    });
    expect(copies(workspace)).toEqual([]);
    expect(await countOf(workspace, {})).toBe(3);
  });

  it('keeps a handful of copies; the one unread for longest goes', async () => {
    const workspace = await monthly(7);
    await buildWarehouse(workspace);
    for (const day of [1, 2, 3, 4]) {
      await countOf(workspace, { known: `2026-${months[day - 1]}` });
      await wait(20);
    }
    await countOf(workspace, { known: '2026-01-31' });
    await wait(20);
    await countOf(workspace, { known: '2026-05-31' });
    expect(copies(workspace).map((name) => name.slice(6, 16))).toEqual(
      [1, 3, 4, 5].map((month) => `2026-${months[month - 1]}`),
    );
    // A build leaves them alone.
    writeFiles(modelsFolder(workspace), { 'core/dim.sql': 'select 1 as v' });
    await buildWarehouse(workspace);
    expect(copies(workspace)).toHaveLength(4);
  });

  it('goes on reading a copy that is removed meanwhile', async () => {
    const workspace = await monthly(2, 1000);
    await buildWarehouse(workspace);
    await withPublished(
      workspace,
      async (session) => {
        const file = path.join(workspace.warehouse, copies(workspace)[0] as string);
        if (process.platform !== 'win32') rmSync(file);
        expect(await session.row('SELECT count(*) AS n FROM fct_complaint')).toEqual({ n: 1000 });
      },
      { known: '2026-01-31' },
    );
    expect(await countOf(workspace, { known: '2026-01-31' })).toBe(1000);
  });
});

describe('two readers at once', () => {
  it('in one process: of the same copy and of another', async () => {
    const workspace = await monthly(3);
    await buildWarehouse(workspace);
    const days = ['2026-01-31', '2026-01-31', '2026-02-28'];
    const counts = days.map((known) => countOf(workspace, { known }));
    expect(await Promise.all(counts)).toEqual([1, 1, 3]);
  });

  it('in two processes: one makes the copy, the other waits for it', async () => {
    const workspace = await monthly(2, 200_000);
    await buildWarehouse(workspace);
    const readers = [1, 2].map(() => startKnown(workspace, '2026-01-31'));
    const outputs = await Promise.all(readers.map((reader) => reader.ended));
    for (const output of outputs) expect(output.trim()).toMatch(/read 200000$/);
    expect(outputs.filter((output) => output.includes('publish done'))).toHaveLength(1);
  });
});

const kills = Number(process.env.BUKTI_KILLS ?? 2);
it(
  `survives ${kills} kills while a copy is made: no part of one is ever read`,
  async () => {
    const workspace = await monthly(2, 100_000);
    await buildWarehouse(workspace);
    const start = performance.now();
    await countOf(workspace, { known: '2026-01-31' });
    const duration = performance.now() - start;
    for (let kill = 0; kill < kills; kill += 1) {
      for (const name of copies(workspace)) rmSync(path.join(workspace.warehouse, name));
      const child = startKnown(workspace, '2026-01-31');
      await child.printed('seed start');
      await wait((duration * 1.1 * kill) / kills);
      child.kill();
      await child.ended;
      expect(await countOf(workspace, {})).toBe(300_000);
      expect(await countOf(workspace, { known: '2026-01-31' })).toBe(100_000);
      expect(copies(workspace)).toHaveLength(1);
    }
    // What a kill leaves under a working name is nobody's copy.
    const { warehouse } = workspace;
    for (const name of copies(workspace)) rmSync(path.join(warehouse, name));
    writeFileSync(path.join(warehouse, 'build.duckdb'), 'half a file');
    expect(await countOf(workspace, { known: '2026-01-31' })).toBe(100_000);
  },
  60_000 + kills * 20_000,
);
