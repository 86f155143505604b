import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot, quarterOf } from '../../base/index.ts';
import {
  compareReleases,
  openRelease,
  type Release,
  type ReleaseComparison,
} from '../../release/index.ts';
import { buktiHere } from '../cli/run-here.ts';
import { temporaryWorkspace, yearOfReports } from './fixture.ts';
import { sealSmall } from './small-release.ts';

const { workspace, remove } = temporaryWorkspace();
const reports = yearOfReports(300);
const own = (day: string) => day >= '2026-07-01' && day <= '2026-09-30';

// One man of Aceh turns out to be a woman; two reports of Sidoarjo came late, one from each quarter.
const index = reports.findIndex(
  ({ day, sex, province }) => own(day) && sex === 'm' && province === '11',
);
const late = { sex: 'f', province: '35', regency: '35.15', category: 'jalan' };
const later = [
  ...reports.map((one, place) => (place === index ? { ...one, sex: 'f' } : one)),
  { ...late, day: '2026-08-03' },
  { ...late, day: '2026-05-04' },
];

beforeAll(async () => {
  await sealSmall(workspace, '2026Q2', reports, '2026Q1');
  await sealSmall(workspace, '2026Q3', reports, '2026Q2');
  await sealSmall(workspace, '2026Q3', later, '2026Q2');
});
afterAll(remove);

interface Change {
  change: string;
  before: number | null;
  now: number | null;
  difference: number | null;
  late: number | null;
  changed: number | null;
  deleted: number | null;
  why: string;
}

const changesOf = async ({ session }: ReleaseComparison): Promise<Map<string, Change>> =>
  new Map(
    (
      await session.rows<Change & { id: string }>(
        `select coalesce(id_now, id_before) as id, change, cast(value_before as double) as before,
          cast(value_now as double) as now, cast(difference as double) as difference, late, changed, deleted, why
        from figure_change`,
      )
    ).map(({ id, ...change }) => [id, change]),
  );

describe('two versions of a quarter', () => {
  it('lists every figure that moved, and the reports of its group that moved it', async () => {
    await compareReleases(workspace, ['2026Q3/v1', '2026Q3/v2'], 'ksp', async (comparison) => {
      expect(comparison.records).toEqual({ late: 2, changed: 1, deleted: 0 });
      expect(comparison.changes).toMatchObject({ rules: [], software: false });
      const changes = await changesOf(comparison);
      const count = (keep: (one: (typeof reports)[number]) => boolean) =>
        reports.filter((one) => own(one.day) && keep(one)).length;
      const all = count(() => true);
      expect(changes.get('2026Q3/v2/received.count')).toEqual({
        ...{ change: 'moved', before: all, now: all + 1, difference: 1 },
        ...{ late: 1, changed: 1, deleted: 0, why: 'late,changed' },
      });
      const women = count(({ sex }) => sex === 'f');
      expect(changes.get('2026Q3/v2/received.count?sex=f')).toMatchObject({
        ...{ before: women, now: women + 2, difference: 2, late: 1, changed: 1 },
      });
      const men = count(({ sex }) => sex === 'm');
      expect(changes.get('2026Q3/v2/received.count?sex=m')).toMatchObject({
        ...{ before: men, now: men - 1, difference: -1, late: 0, changed: 1, why: 'changed' },
      });
      expect(changes.get('2026Q3/v2/received.count?province=35')).toMatchObject({
        ...{ difference: 1, late: 1, changed: 0, why: 'late' },
      });
      // Nobody of Aceh came or went.
      expect(changes.has('2026Q3/v2/received.count?province=11')).toBe(false);
      expect(changes.get('2026Q3/v2/received.count?quarter=2026Q2')).toMatchObject({
        ...{ difference: 1, late: 1, changed: 0 },
      });
      expect(changes.get('2026Q3/v2/backlog.count')).toMatchObject({ late: 2 });
      const kinds = [...changes.values()].map(({ change }) => change);
      expect(comparison.figures).toMatchObject({
        moved: kinds.filter((one) => one === 'moved').length,
        otherwise: kinds.filter((one) => one === 'otherwise').length,
      });
      expect([...changes.values()].every(({ why }) => /late|changed/.test(why))).toBe(true);
    });
  });

  it('says nothing of a release and itself', async () => {
    await compareReleases(
      workspace,
      ['2026Q3/v1', '2026Q3/v1'],
      'ksp',
      async ({ figures, records }) => {
        expect(figures).toMatchObject({ moved: 0, otherwise: 0, added: 0, removed: 0 });
        expect(records).toEqual({ late: 0, changed: 0, deleted: 0 });
      },
    );
  });
});

it('holds a quarter against what a later release says of it', async () => {
  await compareReleases(workspace, ['2026Q2', '2026Q3'], 'ksp', async (comparison) => {
    const changes = await changesOf(comparison);
    expect(comparison.records).toMatchObject({ late: 1, changed: 0, deleted: 0 });
    expect(changes.get('2026Q3/v2/received.count?quarter=2026Q2&sex=f')).toMatchObject({
      ...{ change: 'moved', difference: 1, late: 1, changed: 0, why: 'late' },
    });
    expect(changes.has('2026Q3/v2/received.count?quarter=2026Q2&sex=m')).toBe(false);
    // The own quarter of the later one is no change, nor is what it no longer shows.
    expect([...changes.keys()].some((id) => /received\.count(\?sex=f)?$/.test(id))).toBe(false);
    expect(comparison.figures.only_now).toBeGreaterThan(10);
    expect(comparison.figures.only_before).toBeGreaterThan(10);
  });
});

describe('a release after another', () => {
  it('carries what it says otherwise of its own quarter and of the one before', async () => {
    const [first, second] = [1, 2].map((version) => openRelease(workspace, '2026Q3', version));
    const { manifest, revisions = [] } = (await second) as Release;
    expect(manifest.revisions).toMatchObject([
      { period: '2026Q2', version: 1, records: { late: 1, changed: 0, deleted: 0 } },
      { period: '2026Q3', version: 1, records: { late: 2, changed: 1, deleted: 0 } },
    ]);
    for (const { period, figures } of manifest.revisions ?? []) {
      const rows = revisions.filter((one) => one.period === period);
      expect(rows).toHaveLength(
        figures.moved + figures.otherwise + figures.added + figures.removed,
      );
    }
    const women = reports.filter(({ day, sex }) => quarterOf(day) === '2026Q2' && sex === 'f');
    const before = revisions.filter(({ period }) => period === '2026Q2');
    expect(before.find(({ id }) => id === '2026Q2/v1/received.count?sex=f')).toEqual({
      ...{ period: '2026Q2', version: 1, id: '2026Q2/v1/received.count?sex=f' },
      id_now: '2026Q3/v2/received.count?quarter=2026Q2&sex=f',
      ...{ metric: 'received', statistic: 'count', unit: 'reports', change: 'moved' },
      ...{ published: women.length, now: women.length + 1, difference: 1 },
      ...{ n_published: women.length, n_now: women.length + 1 },
      ...{ status_published: 'ok', status_now: 'ok' },
      ...{ as_of_published: manifest.revisions?.[0]?.as_of, as_of_now: '2026-07-21' },
      ...{ late: 1, changed: 0, deleted: 0, why: 'late' },
    });
    // Of the earlier quarter its own figures alone, and nothing of what stands.
    expect(before.every(({ id }) => !id?.includes('quarter='))).toBe(true);
    expect(before.some(({ id }) => id?.includes('sex=m'))).toBe(false);
    const own = revisions.find(({ id }) => id === '2026Q3/v1/received.count?sex=m');
    expect(own).toMatchObject({ difference: -1, why: 'changed' });
    // The version before said the same of the second quarter as its own release.
    const { manifest: old, revisions: none } = (await first) as Release;
    expect(old.revisions).toMatchObject([
      { period: '2026Q2', figures: { moved: 0, otherwise: 0 } },
    ]);
    expect(none).toEqual([]);
    // The first release of all has nothing to revise.
    const { manifest: earliest, revisions: nothing } = await openRelease(workspace, '2026Q2');
    expect([earliest.revisions, nothing]).toEqual([[], []]);
  });
});

it('takes folders that were handed on, and then knows the figures but not the reports', async () => {
  const copy = path.join(workspace.root, 'salinan');
  for (const version of ['v1', 'v2']) {
    const from = path.join(workspace.releases, '2026Q3', version, 'internal', 'ksp');
    cpSync(from, path.join(copy, version), { recursive: true });
  }
  rmSync(path.join(copy, 'v1', 'manifest.sig.json'));
  const sides = [path.join(copy, 'v1'), path.join(copy, 'v2')] as const;
  await compareReleases(workspace, sides, 'ksp', async (comparison) => {
    expect(comparison.records).toBeNull();
    const changes = await changesOf(comparison);
    expect(changes.get('2026Q3/v2/received.count')).toMatchObject({ difference: 1, late: null });
  });
  rmSync(path.join(copy, 'v2', 'by_sex.parquet'));
  await expect(compareReleases(workspace, sides, 'ksp', async () => 0)).rejects.toThrow(/by_sex/);
});

it('says it on the command line, as a table and as a file', async () => {
  const compare = (...more: string[]) =>
    buktiHere(['compare', '2026Q3/v1', '2026Q3/v2', ...more], workspace.root);
  const english = await compare();
  expect(english).toMatchObject({ status: 0, stderr: '' });
  expect(english.stdout).toMatch(/^2026Q3\/v1 → 2026Q3\/v2\nTERBATAS · SYNTHETIC\n/);
  expect(english.stdout).toContain('2 came later, 1 changed, 0 are gone.');
  const row = english.stdout.split('\n').find((line) => /received\.count\?sex=m /.test(line));
  expect(row).toMatch(/ −1 .* changed reports: 1$/);
  const page = readFileSync(path.join(packageRoot(), 'docs', 'how-to', 'compare.md'), 'utf8');
  const [, shown = ''] = /```text\n([\s\S]*?)```/.exec(page) ?? [];
  const words = (text: string) => text.trim().split(/\s+/).join(' ');
  const printed = english.stdout.split('\n').map(words);
  for (const line of shown.trim().split('\n')) expect(printed).toContain(words(line));
  expect((await compare('--lang', 'id')).stdout).toContain('laporan terlambat: 1');
  const csv = (await compare('--format', 'csv')).stdout.trim().split('\n');
  const { figures, rows } = JSON.parse((await compare('--json')).stdout);
  expect(rows).toHaveLength(figures.moved + figures.otherwise + figures.added + figures.removed);
  expect(csv).toHaveLength(rows.length + 1);
  expect(csv[0]).toMatch(/^change,id_before,id_after,/);
  const men = (one: { id_after: string }) => one.id_after === '2026Q3/v2/received.count?sex=m';
  expect(rows.find(men)).toMatchObject({ difference: -1, changed: 1, restriction: 'TERBATAS' });
  expect((await compare('--recipient', 'kemenko_x')).stderr).toContain('kemenko_x');
});

it('refuses what is no release', async () => {
  const compare = (a: string, b: string) =>
    compareReleases(workspace, [a, b], 'ksp', async () => 0);
  await expect(compare('2026Q3/v1', 'tidak/ada')).rejects.toThrow(/tidak\/ada/);
  await expect(compare('2026Q3/v1', '2026Q3/v9')).rejects.toThrow(/v9/);
  await expect(compare('2019Q1', '2026Q3')).rejects.toThrow(/2019Q1/);
});
