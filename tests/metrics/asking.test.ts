import { beforeAll, describe, expect, it } from 'vitest';
import { buktiHere } from '../cli/run-here.ts';
import { sharedWorld, type World } from '../world.ts';

interface Answer {
  rows: { statistic: string; value: number | null; status: string; as_of: string }[];
  periods: { period: string; asOf: string }[];
}

describe('asking for figures', () => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld();
  });
  const ask = (...args: string[]) => buktiHere(['metrics', ...args], world.folder);
  const answer = async (...args: string[]) => {
    const asked = await ask(...args, '--json');
    expect(asked.status, asked.stderr).toBe(0);
    return JSON.parse(asked.stdout) as Answer;
  };

  it('gives the same rate by a place and filtered to it, and none where no population fits', async () => {
    const by = await answer('received.per_100k', '--by', 'province', '--period', '2026Q3');
    const one = await answer(
      'received.per_100k',
      '--by',
      'province',
      '--where',
      'province=32',
      '--period',
      '2026Q3',
    );
    expect(by.rows.map((row) => row.value)).toContain(one.rows[0]?.value);
    for (const filter of ['province=32', 'sex=f', 'category=health']) {
      const refused = await ask('received.per_100k', '--where', filter);
      expect(refused.status, filter).toBe(2);
      expect(refused.stderr).toContain('no population for this filter');
      const whole = await answer('received', '--where', filter, '--period', '2026Q3');
      expect(whole.rows.map((row) => row.statistic)).toEqual(['count']);
    }
  });

  it('takes codes and names in a filter, and no others', async () => {
    const count = async (filter: string) =>
      (await answer('received.count', '--where', filter, '--period', '2026Q3')).rows[0]?.value;
    expect(await count('province=Jawa Timur')).toBe(await count('province=35'));
    expect(await count('gender=perempuan')).toBe(await count('sex=f'));
    expect(await count('province=35,32')).toBe(
      ((await count('province=35')) ?? 0) + ((await count('province=32')) ?? 0),
    );
    for (const filter of ['province=99', 'sex=x', 'province=35,sex=f']) {
      const refused = await ask('received.count', '--where', filter);
      expect(refused.status, filter).toBe(2);
      expect(refused.stderr, filter).toContain('is unknown for');
    }
  });

  it('says of a period without data that there are none, not 0', async () => {
    const refused = await ask('received', '--period', '2031Q1');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('There are no data for 2031Q1');
  });

  it('names the as-of day of each period', async () => {
    const { periods, rows } = await answer(
      'resolved.share',
      '--by',
      'quarter',
      '--period',
      '2026Q1,2026Q2,2026Q3',
    );
    expect(periods.map(({ asOf }) => asOf)).toEqual(['2026-04-22', '2026-07-21', '2026-10-21']);
    expect(rows.map((row) => row.as_of)).toEqual(periods.map(({ asOf }) => asOf));
  });
});
