import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot, quarterOf } from '../../base/index.ts';
import { queryMetrics } from '../../metrics/index.ts';
import { overlapOf } from '../../release/breaks/overlap.ts';
import { findingChanges } from '../../release/compare/findings.ts';
import {
  breaksOf,
  compareReleases,
  type Figure,
  type Manifest,
  openRelease,
  type Release,
  type ReleaseComparison,
} from '../../release/index.ts';
import { checkRevisions } from '../../release/verify/revisions.ts';
import { breakMarks } from '../../reports/sections/break-marks.ts';
import { createContext } from '../../reports/sections/context.ts';
import { revisions as revisionsSection } from '../../reports/sections/revisions.ts';
import { sqlString, withSession } from '../../warehouse/index.ts';
import { buktiHere } from '../cli/run-here.ts';
import { fixtureWarehouse } from '../metrics/fixture.ts';
import { temporaryWorkspace } from './fixture.ts';
import { own, reports, sealRevised } from './revised-world.ts';

const { workspace, remove } = temporaryWorkspace();
let second: Release;
let third: Release;
let again: Release;
beforeAll(async () => {
  ({ second, third, again } = await sealRevised(workspace));
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
  await compareReleases(workspace, ['2026Q2', '2026Q3/v2'], 'ksp', async (comparison) => {
    const changes = await changesOf(comparison);
    expect(comparison.records).toMatchObject({ late: 1, changed: 0, deleted: 0 });
    // Quarters that end the span of one of the two are no change of the calendar.
    const kinds = comparison.changes.rules.map(({ kind }) => kind);
    expect(kinds).toEqual(['definitions', 'definitions', 'limits']);
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

it('is found out where a revision says another value than the tables', async () => {
  const copy = path.join(workspace.root, 'palsu');
  cpSync(workspace.releases, copy, { recursive: true });
  const folder = path.join(copy, '2026Q3', 'v2', 'internal', 'ksp');
  const part = { folder, manifest: again.manifest, tables: new Map(), comparisons: [] };
  expect(await checkRevisions(part)).toEqual([]);
  const file = path.join(folder, 'revision.parquet');
  const women = '2026Q2/v1/received.count?sex=f';
  await withSession({}, async (session) => {
    await session.run(
      `create table revision as select * replace (
        case when id = ${sqlString(women)} then published + 1 else published end as published,
        case when id = ${sqlString(women)} then "now" + 2 else "now" end as "now")
      from read_parquet(${sqlString(file)});
      copy revision to ${sqlString(file)} (format parquet)`,
    );
  });
  const [figure] = second.rows('by_sex', {
    metric: 'received',
    dims: { sex: 'f', quarter: '2026Q2' },
  });
  const value = figure?.value ?? 0;
  const said = (id: string, a: number, b: number) =>
    expect.objectContaining({ params: expect.objectContaining({ id, a: `${a}`, b: `${b}` }) });
  expect(await checkRevisions(part)).toEqual([
    said('2026Q3/v2/received.count?quarter=2026Q2&sex=f', value + 3, value + 1),
    said(women, value + 1, value),
  ]);
});

it('names the findings that two versions do not share', async () => {
  const side = async (name: string, rows: string) => {
    const folder = path.join(workspace.root, name);
    mkdirSync(folder, { recursive: true });
    const file = sqlString(path.join(folder, 'comparison.parquet'));
    await withSession({}, (session) =>
      session.run(
        `copy (select * replace ('2026Q3/${name}/' || id as id)
        from (values ${rows}) as t(id, clear, withheld, ratio, difference)) to ${file} (format parquet)`,
      ),
    );
    return { name, folder, vault: undefined, manifest: { period: '2026Q3' } as Manifest };
  };
  const before = await side(
    'v1',
    `('a', true, null, null, 0.1), ('b', false, null, 1.2, 3), ('c', true, null, 1.2, 3),
    ('d', true, null, null, 0.1), ('e', null, 'too_few', null, null), ('f', false, null, null, 1)`,
  );
  const now = await side(
    'v2',
    `('a', true, null, null, 0.2), ('b', true, null, 1.2, 3), ('c', true, null, 0.8, -3),
    ('e', true, null, null, 0.5), ('f', false, null, null, -1)`,
  );
  const findings = await withSession({}, (session) => findingChanges(session, before, now));
  expect(findings).toEqual([
    { id: '2026Q3/v1/d', before: 'clear', now: 'absent', turned: false },
    { id: '2026Q3/v2/b', before: 'unclear', now: 'clear', turned: false },
    { id: '2026Q3/v2/c', before: 'clear', now: 'clear', turned: true },
    { id: '2026Q3/v2/e', before: 'withheld', now: 'clear', turned: false },
  ]);
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
  const { figures, rows } = JSON.parse((await compare('--json')).stdout);
  expect(rows).toHaveLength(figures.moved + figures.otherwise + figures.added + figures.removed);
  const men = (one: { id_after: string }) => one.id_after === '2026Q3/v2/received.count?sex=m';
  expect(rows.find(men)).toMatchObject({ difference: -1, changed: 1, restriction: 'TERBATAS' });
});

it('refuses what is no release', async () => {
  const compare = (a: string, b: string) =>
    compareReleases(workspace, [a, b], 'ksp', async () => 0);
  await expect(compare('2026Q3/v1', 'tidak/ada')).rejects.toThrow(/tidak\/ada/);
  await expect(compare('2026Q3/v1', '2026Q3/v9')).rejects.toThrow(/v9/);
  await expect(compare('2019Q1', '2026Q3')).rejects.toThrow(/2019Q1/);
});

/** The same quarter with the new limit written into the reports themselves: of all, and by sex. */
async function underNewLimit() {
  const changed = reports.map((one) => ({ ...one, limit: one.limit === 60 ? 14 : one.limit }));
  const session = await fixtureWarehouse(changed as typeof reports);
  try {
    const query = { metrics: ['resolve.within_limit' as const], period: '2026Q2' };
    const { as_of: asOf } = second.manifest;
    const [total] = await queryMetrics(session, { ...query, by: [], asOf });
    const bySex = await queryMetrics(session, { ...query, by: ['sex'], asOf });
    return { total, women: bySex.find(({ dims }) => dims.sex === 'f') };
  } finally {
    session.close();
  }
}

describe('a limit that changes from a quarter on', () => {
  it('is a break since then, with the limits before and since, and marks what it touches', () => {
    expect(second.manifest.breaks).toEqual([]);
    expect(third.manifest.breaks?.at(-1)).toMatchObject({
      ...{ name: 'limits/resolve/complaint@2026Q3', kind: 'limits', rule: 'resolve/complaint' },
      ...{ since: '2026Q3', from: 1, to: 2, values: [60, 14], recomputed: false },
    });
    const marked = (table: 'headline' | 'by_sex') =>
      third
        .rows(table)
        .filter((figure) => breaksOf(third.manifest, figure).length > 0)
        .map(({ id }) => id);
    expect(marked('headline')).toEqual([
      ...['resolve.within_limit', 'resolved.count', 'resolved.share'].map(
        (one) => `2026Q3/v1/${one}`,
      ),
    ]);
    // Of the quarter since, not of the one before.
    expect(marked('by_sex').length).toBe(9);
    expect(marked('by_sex').some((id) => id.includes('quarter='))).toBe(false);
  });

  it('has the quarter before under both limits, from the same records', async () => {
    const { total, women } = await underNewLimit();
    const row = (id: string) => third.overlap?.find((one) => one.id === id);
    const sealed = second.figure('2026Q2/v1/resolve.within_limit');
    expect(row('2026Q2/v1/resolve.within_limit')).toMatchObject({
      ...{ break: 'limits/resolve/complaint@2026Q3', quarter: '2026Q2', records: 'same' },
      ...{ before: sealed.value, after: Number(total?.value?.toFixed(6)) },
      ...{ n_before: sealed.n, n_after: total?.n },
    });
    expect(total?.value).not.toBe(sealed.value);
    expect(row('2026Q2/v1/resolve.within_limit?sex=f')).toMatchObject({
      after: Number(women?.value?.toFixed(6)),
    });
    expect(third.overlap?.some(({ metric }) => metric === 'received')).toBe(false);
  });
});

it('is told without the old records where their vault can no longer be computed from', async () => {
  const extract = path.join(workspace.releases, '2026Q2', 'v1', 'vault', 'extract');
  const file = path.join(extract, 'fct_complaint.parquet');
  renameSync(file, `${file}.x`);
  try {
    const { breaks = [] } = third.manifest;
    const rows = third.rows('headline').map((row): [string, Figure] => ['', row]);
    const { basis: _, breaks: __, ...plain } = second.manifest;
    const found = await overlapOf(workspace, plain, breaks, '2026Q3', [rows]);
    // A limit that holds from the third quarter on says nothing of the second as it is now.
    expect(new Set(found.map((row) => row.break))).toEqual(
      new Set(breaks.filter(({ kind }) => kind === 'definitions').map(({ name }) => name)),
    );
    expect(found.every(({ records }) => records === 'today')).toBe(true);
    expect(found.map(({ id }) => id)).toContain('2026Q2/v1/resolved.share');
  } finally {
    renameSync(`${file}.x`, file);
  }
});

describe('a break is told', () => {
  const id = '2026Q3/v1/resolve.within_limit';

  it('by explain, with the quarter before by both limits', async () => {
    const row = third.overlap?.find((one) => one.id === '2026Q2/v1/resolve.within_limit');
    const percent = (value: number | null | undefined) => `${((value ?? 0) * 100).toFixed(1)}%`;
    const { stdout, stderr } = await buktiHere(['explain', id], workspace.root);
    expect(stderr).toBe('');
    expect(stdout).toContain(
      'Break in series since 2026Q3: the limit changed (resolve/complaint, 60 to 14 working days).\n' +
        `2026Q2 by both rules: ${percent(row?.before)} and ${percent(row?.after)}.\n`,
    );
    expect(stdout).not.toContain('Earlier quarters in this release are computed');
  });

  it('in what is exported, as OBS_STATUS B', async () => {
    const file = path.join(workspace.root, 'keluar.csv');
    const words = ['export', 'by_sex', '--period', '2026Q3/v1', '--purpose', 'uji'];
    const more = ['--format', 'sdmx-csv', '--out', file];
    expect(await buktiHere([...words, ...more], workspace.root)).toMatchObject({ status: 0 });
    const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    const names = head.split(',');
    const sdmx = lines.map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(names.map((one, index) => [one, cells[index]]));
    });
    const statusOf = (measure: string, period: string) =>
      sdmx
        .filter((row) => row.MEASURE === measure && row.TIME_PERIOD === period)
        .map((row) => row.OBS_STATUS);
    // Of those whose sex is not known there are too few: no value, no break.
    expect(statusOf('resolve.within_limit', '2026-Q3')).toEqual(['B', 'B', 'O']);
    expect(statusOf('resolve.within_limit', '2026-Q2')).toEqual(['A', 'A', 'O']);
    expect(statusOf('received.count', '2026-Q3')).toEqual(['A', 'A', 'A']);
    expect(statusOf('resolved.share', '2026-Q3')).toEqual(['B', 'B', 'B']);
  });

  it.each([
    [
      'id',
      /Sejak triwulan III 2026 batas waktu berubah: resolve, complaint, 60 menjadi 14 hari kerja\. +Resolve, within_limit, triwulan II 2026 menurut kedua aturan: [\d,]+ % dan [\d,]+ %\./,
    ],
    [
      'en',
      /Since the third quarter of 2026 the limit is another: resolve, complaint, 60 to 14 working days\. +Resolve, within_limit, the second quarter of 2026 by both rules: [\d.]+% and [\d.]+%\./,
    ],
  ] as const)('in the document (%s)', (lang, said) => {
    const context = createContext(third, lang);
    const limits = third.rows('by_sex', { metric: 'resolve', dims: { sex: 'f' } });
    const label = lang === 'id' ? 'Putus deret' : 'Break in series';
    expect(breakMarks(context, limits)).toEqual([{ period: '2026Q3', label }]);
    expect(breakMarks(context, third.rows('by_sex', { metric: 'received' }))).toEqual([]);
    const { body } = revisionsSection(context);
    const text = String(body)
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/[\s\u00a0]+/g, ' ');
    expect(text).toMatch(said);
  });
});

describe('a definition that changes', () => {
  const named = ({ manifest }: Release) =>
    manifest.breaks?.map(({ name, from, to, recomputed }) => [name, from, to, recomputed]);

  it('is a break of that figure alone, which the code gives by both definitions', () => {
    expect(named(third)).toEqual([
      ['definitions/resolved.count@2026Q3', 1, 2, true],
      ['definitions/resolved.share@2026Q3', 1, 2, true],
      ['limits/resolve/complaint@2026Q3', 1, 2, false],
    ]);
    const shares = third.overlap?.filter((row) => row.break.startsWith('definitions/')) ?? [];
    expect(shares.map(({ id }) => id)).toContain('2026Q2/v1/resolved.share');
    expect(shares.every(({ metric }) => metric === 'resolved')).toBe(true);
    // The code counts as before, so that both definitions give the same.
    for (const { before, after, records } of shares) {
      expect([after, records]).toEqual([before, 'same']);
    }
  });

  it('is told on by the next version, with the same quarter by both', () => {
    expect(named(again)).toEqual(named(third));
    expect(again.overlap).toEqual(third.overlap);
  });
});
