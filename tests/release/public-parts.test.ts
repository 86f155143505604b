import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from '../../base/index.ts';
import { publicFolder, publicRoot } from '../../release/public/places.ts';
import { readVaultManifest } from '../../release/vault/vault-manifest.ts';
import { deriveAgain } from '../../release/verify/derive.ts';
import { verifyReleases } from '../../release/verify/verify.ts';
import { keyedWarehouse, publicReports, publishFew, shortKey } from './public-world.ts';
import { noise, rowsOf } from './published-rows.ts';
import { sealSmall } from './small-release.ts';

const label = (id: string) => ({ id, en: id });
const tables = [
  {
    ...{ name: 'province', label: label('provinsi'), by: { region: 'province' } },
    ...{ measures: ['received.count', 'resolve.incidence_14', 'resolve.incidence_60'] },
    never_coarsened: true,
  },
  {
    ...{ name: 'year_province_sex', label: label('tahun, provinsi, jenis kelamin') },
    by: { period: 'year', region: 'province', sex: 'sex' },
    ...{ measures: ['received.count', 'resolve.incidence_60'], never_coarsened: true },
  },
];

/** From October 2025 to the end of March 2026. */
const reports = publicReports(240, '2025-10-01');
/** Three more of the last quarter of 2025 that came too late for it: fewer than five. */
const late = [
  ...reports,
  ...Array.from({ length: 3 }, () => ({ ...reports[0], day: '2025-12-01' })),
];

/** What the records that are let through are shown as: counted one after another, noise by R's table. */
function shown(isIn: (one: (typeof reports)[number]) => boolean): string {
  let [n, key] = [0, 0];
  for (const [place, one] of reports.entries()) {
    if (!isIn(one)) continue;
    n += 1;
    key = (key + shortKey(place)) % 2 ** 32;
  }
  return String(noise(n, key));
}

let workspace: Workspace;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'bukti-parts-'));
  publishFew({ root }, tables);
  workspace = openWorkspace(root, { BUKTI_KEYS: path.join(root, 'keys.json') });
  for (const [state, quarter, before] of [
    [reports, '2025Q4', '2025Q3'],
    [reports, '2026Q1', '2025Q4'],
    [late, '2026Q1', '2025Q4'],
    [late, '2025Q4', '2025Q3'],
  ] as const) {
    const session = await keyedWarehouse(state as typeof reports);
    await sealSmall(workspace, quarter, session, before);
    session.close();
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const file = (place: `${number}Q${number}/v${number}`, name: string) => {
  const [period = '', version = ''] = place.split('/v');
  return path.join(publicFolder(workspace, period, Number(version)), name);
};
const has = (place: Parameters<typeof file>[0], name: string) => existsSync(file(place, name));

describe('the release of a fourth quarter', () => {
  it('publishes the yearly tables in a folder of the year', () => {
    const rows = rowsOf(file('2025Q4/v1', '2025/year_province_sex.csv'));
    const counts = rows.filter(
      ({ MEASURE, outcome, OBS_STATUS }) =>
        MEASURE === 'COMPLAINTS' && outcome === '_T' && OBS_STATUS !== 'M',
    );
    expect(counts.length).toBeGreaterThanOrEqual(3 * 4);
    for (const { region, sex, period, OBS_VALUE } of counts) {
      expect(period).toBe('2025');
      const expected = shown(
        (one) =>
          one.day < '2026' &&
          ['_T', one.province].includes(region) &&
          ['_T', one.sex].includes(sex),
      );
      expect(`${region} ${sex} ${OBS_VALUE}`).toBe(`${region} ${sex} ${expected}`);
    }
    expect(has('2026Q1/v1', '2025/year_province_sex.csv')).toBe(false);
    // No other table is of a year.
    expect(has('2025Q4/v1', 'year_province_sex.csv')).toBe(false);
    expect(has('2025Q4/v1', '2025/province.csv')).toBe(false);
  });
});

describe('the shares at a horizon that a quarter had not reached', () => {
  const lines = (place: Parameters<typeof file>[0], name: string) =>
    rowsOf(file(place, name)).filter(({ OBS_STATUS }) => OBS_STATUS !== 'M');

  it('are not in its own release', () => {
    const said = new Set(lines('2025Q4/v1', 'province.csv').map(({ MEASURE }) => MEASURE));
    expect(said.has('resolve.incidence_14')).toBe(true);
    expect(said.has('resolve.incidence_60')).toBe(false);
  });

  it('are in the next one, from the counts that they are shares of', () => {
    const rows = lines('2026Q1/v1', '2025Q4/province_matured.csv');
    expect(new Set(rows.map(({ MEASURE }) => MEASURE))).toEqual(
      new Set(['COMPLAINTS', 'resolve.incidence_60']),
    );
    const outcomes = new Set<string>();
    for (const { MEASURE, region, outcome = '', OBS_VALUE } of rows) {
      if (MEASURE !== 'COMPLAINTS') continue;
      const expected = shown((one) => {
        const ends = one.resolve !== undefined;
        const isIn: Record<string, boolean> = {
          _T: true,
          'resolve.started': true,
          'resolve.by_60': ends,
          'resolve.not_by_60': !ends,
        };
        return (
          one.day < '2026' && ['_T', one.province].includes(region) && (isIn[outcome] ?? false)
        );
      });
      outcomes.add(outcome);
      expect(`${region} ${outcome} ${OBS_VALUE}`).toBe(`${region} ${outcome} ${expected}`);
    }
    expect(outcomes).toContain('resolve.by_60');
    expect(outcomes).toContain('resolve.not_by_60');
  });

  it('stay as they are in later versions of both, and are not said twice', () => {
    const text = (version: 1 | 2) =>
      readFileSync(file(`2026Q1/v${version}`, '2025Q4/province_matured.csv'), 'utf8');
    expect(text(2)).toBe(text(1));
    const own = (version: 1 | 2) =>
      readFileSync(file(`2025Q4/v${version}`, 'province.csv'), 'utf8');
    expect(own(2)).toBe(own(1));
  });
});

it('every part is listed, complete and signed, and made again from the vault', async () => {
  const open = await verifyReleases(publicRoot(workspace));
  expect(open.parts.map(({ kind, problems }) => [kind, problems])).toEqual(
    Array.from({ length: 4 }, () => ['public', []]),
  );
  const vault = path.join(workspace.releases, '2026Q1', 'v2', 'vault');
  const manifest = readVaultManifest(vault);
  expect((await deriveAgain(vault, manifest, [])).problems).toEqual([]);
  // Even the publisher's own signature makes no other files those of the vault.
  const others = { ...(manifest.public as object), content_sha256: '0'.repeat(64) };
  const differs = await deriveAgain(vault, { ...manifest, public: others } as typeof manifest, []);
  expect(differs.problems.map(({ key }) => key)).toEqual(['release.verify.public-differs']);
});
