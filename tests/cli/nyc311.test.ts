import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlString, withSession } from '../../warehouse/index.ts';
import { bukti, emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

const file = path.resolve(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'shared',
  'data',
  'nyc311-animals.csv',
);

if (!existsSync(file)) {
  console.warn(`NYC 311 is not tested: ${file} is missing (it stands beside the repository).`);
}

describe.skipIf(!existsSync(file))('real data: New York 311 through a mapping', () => {
  const folder = emptyWorkspace();
  let page = '';
  beforeAll(() => {
    const run = bukti(['run', file, '--no-open', '--json'], folder);
    expect(run.status, run.stderr).toBe(0);
    const result = JSON.parse(run.stdout) as { page: string; landed: Record<string, number> };
    expect(result.landed).toMatchObject({ read: 4969, landed: 4969, rejected: 0, duplicate: 0 });
    page = readFileSync(result.page, 'utf8');
  });

  async function count(metric: string): Promise<Map<string, number>> {
    const asked = await buktiHere(
      ['metrics', `${metric}.count`, '--by', 'province', '--json'],
      folder,
    );
    expect(asked.status, asked.stderr).toBe(0);
    const { rows } = JSON.parse(asked.stdout) as {
      rows: { dims: { province: string }; value: number }[];
    };
    return new Map(rows.map((row) => [row.dims.province, row.value]));
  }

  it('counts closed and open by borough as the file itself does', async () => {
    // An independent count: straight from the CSV, by its own Closed Date.
    const boroughs = await withSession({}, (session) =>
      session.rows<{ borough: string; n: number; closed: number }>(
        `select "Borough" as borough, count(*) as n, count("Closed Date") as closed
         from read_csv(${sqlString(file)}, all_varchar = true) group by 1`,
      ),
    );
    expect(boroughs.reduce((sum, { n }) => sum + n, 0)).toBe(4969);
    expect(boroughs.reduce((sum, { closed }) => sum + closed, 0)).toBe(4692);
    const [received, resolved] = [await count('received'), await count('resolved')];
    const within = await count('open_within');
    const beyond = await count('open_beyond');
    for (const { borough, n, closed } of boroughs) {
      const code =
        borough === 'Unspecified' ? 'unknown' : `src:${borough.toLowerCase().replaceAll(' ', '-')}`;
      expect(received.get(code), borough).toBe(n);
      expect(resolved.get(code), borough).toBe(closed);
      expect((within.get(code) ?? 0) + (beyond.get(code) ?? 0), borough).toBe(n - closed);
    }
    expect(received.size).toBe(boroughs.length);
  });

  it('shows what the mapping declares, and no map of Indonesia', () => {
    expect(page).toContain('calendar: weekdays');
    expect(page).toContain('regions: source');
    expect(page).toContain('BROOKLYN');
    expect(page).not.toContain('Jabar');
    expect(page).not.toContain('SINTETIS');
    expect(page).toContain('SEMENTARA');
  });
});
