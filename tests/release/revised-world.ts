import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot, type Workspace } from '../../base/index.ts';
import { openRelease, type Release } from '../../release/index.ts';
import { fixtureWarehouse } from '../metrics/fixture.ts';
import { yearOfReports } from './fixture.ts';
import { sealSmall } from './small-release.ts';

export const reports = yearOfReports(300);
export const own = (day: string) => day >= '2026-07-01' && day <= '2026-09-30';

const index = reports.findIndex(
  ({ day, sex, province }) => own(day) && sex === 'm' && province === '11',
);
const late = { sex: 'f', province: '35', regency: '35.15', category: 'jalan' };
/** One man of Aceh turns out to be a woman; two reports of Sidoarjo came late, one from each quarter. */
const later = [
  ...reports.map((one, place) => (place === index ? { ...one, sex: 'f' } : one)),
  { ...late, day: '2026-08-03' },
  { ...late, day: '2026-05-04' },
];

/**
 * Seals three small releases: the second quarter; the third, after a limit and a definition changed; and
 * a second version of the third, with what became known later.
 */
export async function sealRevised(
  workspace: Workspace,
): Promise<{ second: Release; third: Release; again: Release }> {
  /** A file of the workspace over the shipped one. */
  const overlay = (parts: string[], change: (text: string) => string) => {
    const file = path.join(workspace.root, 'models', ...parts);
    mkdirSync(path.dirname(file), { recursive: true });
    const shipped = readFileSync(path.join(packageRoot(), 'models', ...parts), 'utf8');
    writeFileSync(file, change(shipped));
  };
  const session = await fixtureWarehouse(reports);
  await sealSmall(workspace, '2026Q2', session, '2026Q1');
  const second = await openRelease(workspace, '2026Q2');
  // From the third quarter on reports without a stated kind have 14 working days instead of 60.
  overlay(['seeds', 'clock_limit.csv'], (text) =>
    text.replace(
      /^resolve,complaint,60,2013-01-01,,.*$/m,
      'resolve,complaint,60,2013-01-01,2026-07-01,lama\nresolve,complaint,14,2026-07-01,,baru',
    ),
  );
  // Another counting of what is resolved, in the same words.
  overlay(['metrics', '2-status.yml'], (text) =>
    text.replace(
      /( {2}- name: resolved\n(?:.*\n)*? +meta:\n)/,
      '$1        definition_version: 2\n',
    ),
  );
  await sealSmall(workspace, '2026Q3', session, '2026Q2');
  session.close();
  const third = await openRelease(workspace, '2026Q3');
  const revised = await fixtureWarehouse(later);
  await sealSmall(workspace, '2026Q3', revised, '2026Q2');
  revised.close();
  const again = await openRelease(workspace, '2026Q3');
  return { second, third, again };
}
