import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../base/index.ts';
import { queryMetrics } from '../../metrics/index.ts';
import { breaksOf, openRelease, type Release } from '../../release/index.ts';
import { fixtureWarehouse } from '../metrics/fixture.ts';
import { temporaryWorkspace, yearOfReports } from './fixture.ts';
import { sealSmall } from './small-release.ts';

const { workspace, remove } = temporaryWorkspace();
const reports = yearOfReports(300);
const shipped = (...parts: string[]) =>
  readFileSync(path.join(packageRoot(), 'models', ...parts), 'utf8');
/** A file of the workspace over the shipped one. */
const own = (parts: string[], change: (text: string) => string) => {
  const file = path.join(workspace.root, 'models', ...parts);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, change(shipped(...parts)));
};
let second: Release;
let third: Release;
let again: Release;

beforeAll(async () => {
  await sealSmall(workspace, '2026Q2', reports, '2026Q1');
  second = await openRelease(workspace, '2026Q2');
  // From the third quarter on reports without a stated kind have 14 working days instead of 60.
  own(['seeds', 'clock_limit.csv'], (text) =>
    text.replace(
      /^resolve,complaint,60,2013-01-01,,.*$/m,
      'resolve,complaint,60,2013-01-01,2026-07-01,lama\nresolve,complaint,14,2026-07-01,,baru',
    ),
  );
  await sealSmall(workspace, '2026Q3', reports, '2026Q2');
  third = await openRelease(workspace, '2026Q3');
  // Another counting of what is resolved, in the same words.
  own(['metrics', '2-status.yml'], (text) =>
    text.replace(
      /( {2}- name: resolved\n(?:.*\n)*? +meta:\n)/,
      '$1        definition_version: 2\n',
    ),
  );
  await sealSmall(workspace, '2026Q3', reports, '2026Q2');
  again = await openRelease(workspace, '2026Q3');
});
afterAll(remove);

/** The same quarter with the new limit written into the reports themselves. */
async function underNewLimit(by: 'sex' | undefined) {
  const changed = reports.map((one) => ({ ...one, limit: one.limit === 60 ? 14 : one.limit }));
  const session = await fixtureWarehouse(changed as typeof reports);
  try {
    return await queryMetrics(session, {
      ...{ metrics: ['resolve.within_limit'], by: by ? [by] : [] },
      ...{ period: '2026Q2', asOf: second.manifest.as_of },
    });
  } finally {
    session.close();
  }
}

describe('a limit that changes from a quarter on', () => {
  it('is a break since then, with the limits before and since, and marks what it touches', () => {
    expect(second.manifest.breaks).toEqual([]);
    expect(third.manifest.breaks).toHaveLength(1);
    expect(third.manifest.breaks?.[0]).toMatchObject({
      ...{ name: 'limits/resolve/complaint@2026Q3', kind: 'limits', rule: 'resolve/complaint' },
      ...{ since: '2026Q3', from: 1, to: 2, values: [60, 14], recomputed: false },
    });
    const marked = (table: 'headline' | 'by_sex') =>
      third
        .rows(table)
        .filter((figure) => breaksOf(third.manifest, figure).length > 0)
        .map(({ id }) => id);
    expect(marked('headline')).toEqual(['2026Q3/v1/resolve.within_limit']);
    // Of the quarter since, not of the one before.
    expect(marked('by_sex').length).toBe(3);
    expect(marked('by_sex').some((id) => id.includes('quarter='))).toBe(false);
  });

  it('has the quarter before under both limits, from the same records', async () => {
    const [total] = await underNewLimit(undefined);
    const bySex = await underNewLimit('sex');
    const women = bySex.find(({ dims }) => dims.sex === 'f');
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

describe('a definition that changes between two versions', () => {
  it('is a break of that figure alone; breaks of before are told on', () => {
    expect(again.manifest.breaks?.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['limits/resolve/complaint@2026Q3', 1, 2],
      ['definitions/resolved.count@2026Q3', 1, 2],
      ['definitions/resolved.share@2026Q3', 1, 2],
    ]);
    const shares = again.overlap?.filter(({ statistic }) => statistic === 'share') ?? [];
    expect(shares.map(({ id }) => id)).toContain('2026Q3/v1/resolved.share');
    // The code counts as before, so that both definitions give the same.
    for (const { before, after, records } of shares) {
      expect([after, records]).toEqual([before, 'same']);
    }
    // What the version before told of the limit stands here as it stood there.
    const ofLimit = ({ overlap = [] }: Release) =>
      overlap.filter((row) => row.break === 'limits/resolve/complaint@2026Q3');
    expect(ofLimit(again)).toEqual(ofLimit(third));
  });
});
