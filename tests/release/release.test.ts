import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../base/index.ts';
import { asOfFor, queryMetrics } from '../../metrics/index.ts';
import {
  figureKey,
  openRelease,
  type Release,
  sealedRecipients,
  sealedVersions,
  sealRelease,
  tableNames,
} from '../../release/index.ts';
import { renderBrief } from '../../reports/documents/ksp/brief.ts';
import { withPublished } from '../../warehouse/index.ts';
import { publishFixture, temporaryWorkspace, yearOfReports } from './fixture.ts';
import { sealedWorkspace } from './sealed.ts';

const reports = yearOfReports();
let workspace: Workspace;
let remove: (() => void) | undefined;
let release: Release;
beforeAll(async () => {
  ({ workspace, remove } = await sealedWorkspace());
  release = await openRelease(workspace, '2026Q3');
});
afterAll(() => remove?.());

const internal = (version: number) =>
  path.join(workspace.releases, '2026Q3', `v${version}`, 'internal', 'ksp');

function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}

const briefTables = tableNames.filter((name) => name !== 'reason_by_agency');

describe('a sealed release', () => {
  it('holds every table, each figure once, its id as the contract writes it', () => {
    for (const name of briefTables) {
      const figures = release.rows(name);
      expect(figures.length, name).toBeGreaterThan(0);
      expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
      for (const figure of figures) {
        const key = figureKey('2026Q3', figure.metric, figure.statistic, figure.dims);
        expect(figure.id).toBe(`2026Q3/v1/${key}`);
        expect(release.figure(figure.id)).toEqual(figure);
      }
    }
    const one = release.find('by_sex', {
      metric: 'resolve',
      statistic: 'median',
      dims: { sex: 'f' },
    });
    expect(one?.id).toBe('2026Q3/v1/resolve.median?sex=f');
    const before = {
      metric: 'received',
      statistic: 'count',
      dims: { sex: 'f', quarter: '2026Q2' },
    };
    expect(release.find('by_sex', before)?.id).toBe(
      '2026Q3/v1/received.count?quarter=2026Q2&sex=f',
    );
    expect(() => release.figure('2026Q3/v1/none.such')).toThrow(/none\.such/);
  });

  it('says the same as the metrics, rounded once', async () => {
    const rows = await withPublished(workspace, (session) =>
      queryMetrics(session, {
        metrics: ['received.count', 'resolve', 'archived.share'],
        by: ['sex'],
        period: '2026Q3',
      }),
    );
    for (const row of rows) {
      const figure = release.find('by_sex', row);
      if (!figure) continue;
      expect(figure.n).toBe(row.n);
      if (row.value === null) expect(figure.value).toBeNull();
      else expect(Math.abs((figure.value as number) - row.value)).toBeLessThanOrEqual(5e-7);
    }
    const share = release.find('status', { metric: 'archived', statistic: 'share' });
    const exact = (share?.numerator ?? 0) / (share?.denominator ?? 1);
    expect(share?.value).toBe(Number(exact.toFixed(6)));
  });

  it('follows earlier quarters equally long, and gives the mature 60-day horizon', async () => {
    const asOf = await withPublished(workspace, (session) => asOfFor(session, '2026Q2'));
    const find = (statistic: string, quarter: string) =>
      release.find('series', { metric: 'resolve', statistic, dims: { quarter } });
    expect(find('median', '2026Q2')?.as_of).toBe(asOf.asOf);
    expect(find('within_limit', '2026Q2')?.as_of).toBe(asOf.asOf);
    expect(find('incidence_60', '2026Q2')).toMatchObject({
      as_of: release.manifest.as_of,
      provisional: false,
      status: 'ok',
    });
    expect(find('incidence_60', '2026Q3')?.provisional).toBe(true);
    expect(find('incidence_14', '2026Q3')?.provisional).toBe(false);
    expect(release.rows('series', { dims: { quarter: '2025Q3' } })).toEqual([]);
  });

  it('knows the age of every figure of a quarter', () => {
    const ages = new Map(
      release.manifest.ages.map((age) => [`${age.quarter} ${age.as_of}`, age.working_days]),
    );
    expect(ages.get('2026Q3 2026-10-21')).toBe(15);
    expect(ages.get('2026Q2 2026-07-21')).toBe(15);
    // The mature horizon is seen on the release's own day: 15 and the 65 working days of a quarter
    // (66 weekdays from July to September, less Independence Day).
    expect(ages.get('2026Q2 2026-10-21')).toBe(80);
    for (const table of tableNames) {
      for (const figure of release.rows(table)) {
        const age = ages.get(`${figure.dims.quarter} ${figure.as_of}`) ?? null;
        expect(figure.age_working_days).toBe(age);
        expect(age === null).toBe(figure.dims.month !== undefined);
      }
    }
  });

  it('cuts earlier quarters at the age that the sources leave the own one', async () => {
    const short = temporaryWorkspace();
    try {
      await publishFixture(short.workspace, reports.slice(0, 400), [
        { kind: 'complaint', known_to: '2026-10-12' },
      ]);
      await sealRelease(short.workspace, '2026Q3');
      const sealed = await openRelease(short.workspace, '2026Q3');
      expect(sealed.manifest).toMatchObject({ as_of: '2026-10-12', coverage_short: true });
      for (const table of tableNames) {
        const states = sealed.rows(table).filter(({ metric }) => /resolved/.test(metric));
        for (const figure of states) expect(figure.age_working_days).toBe(8);
      }
      const before = { metric: 'resolved', statistic: 'share', dims: { quarter: '2026Q2' } };
      expect(sealed.find('series', before)?.as_of).toBe('2026-07-10');
    } finally {
      short.remove();
    }
  });

  it('gives curves in the order of their days', () => {
    const dims = { quarter: '2026Q3' };
    const days = release
      .rows('curve', { metric: 'resolve', dims })
      .map((row) => Number(row.dims.day));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days[0]).toBe(0);
    expect(days.at(-1)).toBeLessThanOrEqual(90);
  });

  it('labels codes, metrics and periods in both languages', () => {
    expect(release.label('sex', 'f', 'en')).toBe('female');
    expect(release.label('agency', 'a', 'id')).toBe('Kementerian A');
    expect(release.label('province', '35', 'en')).toBe('Jawa Timur');
    expect(release.label('quarter', '2026Q3', 'id')).toBe('triwulan III 2026');
    expect(release.label('metric', 'resolve', 'en')).toBe('resolution');
    expect(release.label('province', 'unknown', 'en')).toBe('unknown');
    expect(release.labels('province').find((label) => label.code === '35')).toMatchObject({
      short_label: 'Jatim',
      tile_column: 5,
      tile_row: 6,
    });
  });

  it('describes itself in the manifest', () => {
    const { manifest } = release;
    expect(manifest).toMatchObject({
      period: '2026Q3',
      version: 1,
      as_of: '2026-10-21',
      provisional: false,
      synthetic: true,
      calendars: ['indonesia'],
      region_schemes: ['kemendagri'],
      population_vintage: '2024S2',
      event_coverage: 1,
      reason: null,
    });
    expect(manifest.files.map((file) => file.name).sort()).toEqual(
      [
        ...briefTables.map((name) => `${name}.parquet`),
        'comparison.parquet',
        'label.parquet',
      ].sort(),
    );
    const sha256 = bytesOf(internal(1))['manifest.json'];
    expect(release.sha256).toBe(sha256);
  });
});

describe('recipients', () => {
  it('are KSP and the one that coordinates an agency of the fixture', () => {
    expect(sealedRecipients(workspace, '2026Q3', 1)).toEqual(['ksp', 'k2']);
    expect(release.manifest.others?.map(({ recipient }) => recipient)).toEqual(['k2']);
  });
});

describe('sealing', () => {
  /** Of a process that was killed. */
  const left = () => path.join(workspace.releases, '2026Q3', '.tmp-v9-999999999');

  it('gives the same bytes from the same figures', async () => {
    const other = temporaryWorkspace();
    try {
      await publishFixture(other.workspace, [...reports].reverse());
      await sealRelease(other.workspace, '2026Q3');
      const folder = path.join(other.workspace.releases, '2026Q3', 'v1', 'internal', 'ksp');
      const { 'manifest.json': _own, 'manifest.sig.json': _sig, ...files } = bytesOf(internal(1));
      expect(bytesOf(folder)).toMatchObject(files);
    } finally {
      other.remove();
    }
  });

  it('does nothing where the figures are the same, and never overwrites', async () => {
    const before = bytesOf(internal(1));
    let computed = 0;
    const seal = () => sealRelease(workspace, '2026Q3', { onProgress: () => computed++ });
    const unchanged = { outcome: 'unchanged', version: 1 };
    expect(await seal()).toMatchObject(unchanged);
    // Nothing that it is computed from has changed: it is not computed.
    expect(computed).toBe(0);
    await publishFixture(workspace, [...reports].reverse());
    expect(await seal()).toMatchObject(unchanged);
    expect(computed).toBeGreaterThan(0);
    await publishFixture(workspace, [...reports, { day: '2026-08-03', sex: 'f' }]);
    mkdirSync(path.join(left(), 'internal'), { recursive: true });
    const announced = 'releases: [{ period: 2026Q3, date: 2026-10-28, status: confirmed }]\n';
    writeFileSync(path.join(workspace.root, 'release-calendar.yml'), announced);
    expect(sealedVersions(workspace, '2026Q3')).toEqual([1]);
    const sealed = await sealRelease(workspace, '2026Q3', { reason: ' Satu laporan\nterlambat. ' });
    expect(sealed).toMatchObject({ outcome: 'sealed', version: 2 });
    expect(sealed.manifest.reason).toEqual({
      ...{ id: 'Satu laporan terlambat.', en: 'Satu laporan terlambat.' },
    });
    expect(sealed.manifest.supersedes?.version).toBe(1);
    expect(sealed.manifest.supersedes?.figures_changed).toBeGreaterThan(10);
    const [{ period, figures } = {}] = sealed.manifest.revisions ?? [];
    const { moved = 0, otherwise = 0, added = 0, removed = 0 } = figures ?? {};
    expect(period).toBe('2026Q3');
    expect(moved + otherwise + added + removed).toBe(sealed.manifest.supersedes?.figures_changed);
    // One report more, of a woman: exactly one more was received.
    const received = release.find('headline', { metric: 'received', statistic: 'count' });
    const was = received?.value ?? 0;
    expect(sealed.manifest.supersedes?.revised).toContainEqual({
      key: 'received.count',
      before: was,
      now: was + 1,
    });
    const page = renderBrief(await openRelease(workspace, '2026Q3'), 'id');
    expect(page).toContain('id="revisions"');
    expect(page).toContain('data-before="');
    expect(renderBrief(release, 'id')).not.toContain('id="revisions"');
    // The calendar's moment is sealed, and said.
    expect(release.manifest.embargo_until).toBeUndefined();
    expect(sealed.manifest.embargo_until).toBe('2026-10-28T09:00:00+07:00');
    expect(page).toContain(
      'erbuka untuk umum mulai 28 Oktober 2026 pukul 09.00 WIB; sebelum itu embargo.',
    );
    expect(sealed.manifest.supersedes?.because?.en).toMatch(/the data did not\.$/);
    expect(bytesOf(internal(1))).toEqual(before);
    expect((await openRelease(workspace, '2026Q3')).version).toBe(2);
    expect((await openRelease(workspace, '2026Q3', 1)).version).toBe(1);
  });

  it('leaves nothing half done to be seen, and seals no change without a stated reason', async () => {
    const parent = path.join(workspace.releases, '2026Q3');
    // What a killed process left was cleared when the second version was sealed.
    expect(existsSync(left())).toBe(false);
    await publishFixture(workspace, reports);
    await expect(sealRelease(workspace, '2026Q3', { reason: '  ' })).rejects.toMatchObject({
      ...{ key: 'release.needs-reason', status: 2 },
      message: expect.stringMatching(
        /are sealed as v2, and [\d,]+ of them now differ\. .*--reason/,
      ),
    });
    expect(sealedVersions(workspace, '2026Q3')).toEqual([1, 2]);
    expect(readdirSync(parent).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('refuses a changed byte, a missing version and a period that is no quarter', async () => {
    const copy = temporaryWorkspace();
    try {
      cpSync(workspace.releases, copy.workspace.releases, { recursive: true });
      const folder = path.join(copy.workspace.releases, '2026Q3', 'v1', 'internal', 'ksp');
      appendFileSync(path.join(folder, 'by_sex.parquet'), 'x');
      await expect(openRelease(copy.workspace, '2026Q3', 1)).rejects.toThrow(/by_sex\.parquet/);
      writeFileSync(path.join(folder, 'manifest.json'), '{');
      await expect(openRelease(copy.workspace, '2026Q3', 1)).rejects.toThrow(/manifest\.json/);
      await expect(openRelease(copy.workspace, '2026Q3', 77)).rejects.toThrow(/v77/);
      await expect(openRelease(copy.workspace, '2019Q1')).rejects.toThrow(/2019Q1/);
      await expect(sealRelease(workspace, '2026-07')).rejects.toThrow(/quarter/);
      await expect(sealRelease(workspace, '2019Q1')).rejects.toThrow(/2019Q1/);
    } finally {
      copy.remove();
    }
  });

  it('says once what a bare export cannot give', async () => {
    const bare = temporaryWorkspace();
    try {
      const plain = reports.map(({ verify: _v, respond_citizen: _c, resolve: _r, ...report }) => ({
        ...report,
        states: report.states?.map((state) => ({ ...state, agency: 'b', type: 'lembaga' })),
        sex: 'unknown',
        has_events: false,
        time_status: 'not_available',
        forwardings: [],
      }));
      await publishFixture(bare.workspace, plain, undefined, ['reason', 'rating']);
      await sealRelease(bare.workspace, '2026Q3');
      const sealed = await openRelease(bare.workspace, '2026Q3');
      const median = sealed.find('headline', { metric: 'resolve', statistic: 'median' });
      expect(median).toMatchObject({ value: null, status: 'not_available' });
      expect(sealed.rows('by_province', { metric: 'resolve' })).toEqual([]);
      expect(sealed.rows('curve')).toEqual([]);
      expect(sealed.rows('by_sex', { metric: 'received', statistic: 'count' })).toHaveLength(2);
      expect(sealed.manifest.event_coverage).toBe(0);
      // No coordinated agency and no local government holds any of them.
      expect(sealedRecipients(bare.workspace, '2026Q3', 1)).toEqual(['ksp']);
    } finally {
      bare.remove();
    }
  });
});
