import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, drawKey, drawMacros, normalMilli, sqlDraw } from '../../../data/sample/draw.ts';
import { aliasSlots } from '../../../data/sample/tables.ts';
import { type Session, withSession } from '../../../warehouse/index.ts';

const inSession = <T>(work: (session: Session) => Promise<T>) =>
  withSession({}, async (session) => {
    await session.run(drawMacros);
    return work(session);
  });

describe('draws', () => {
  it('are the same integers in TypeScript and in SQL', async () => {
    await inSession(async (session) => {
      for (const [seed, purpose] of [
        [45, 'sex'],
        [45, 'place'],
        [2 ** 31, 'a longer purpose'],
      ] as const) {
        const rows = await session.rows<{ id: number; u: number }>(
          `SELECT id, ${sqlDraw(seed, purpose)} AS u FROM (
             SELECT unnest([0, 1, 2, 4095, 60000, 4294967295, 123456789]) AS id)`,
        );
        const key = drawKey(seed, purpose);
        expect(rows.map(({ u }) => u)).toEqual(rows.map(({ id }) => draw(key, id)));
      }
    });
  });

  it('spread evenly, and purposes do not follow each other', async () => {
    await inSession(async (session) => {
      const row = await session.row<Record<string, number>>(`
        WITH d AS (SELECT ${sqlDraw(1, 'one')} AS a, ${sqlDraw(1, 'two')} AS b, ${sqlDraw(2, 'one')} AS c
                   FROM range(200000) t(id))
        SELECT max(n)::DOUBLE AS most, min(n)::DOUBLE AS least,
          (SELECT corr(a::DOUBLE, b::DOUBLE) FROM d) AS ab, (SELECT corr(a::DOUBLE, c::DOUBLE) FROM d) AS ac,
          (SELECT corr(x::DOUBLE, y::DOUBLE) FROM (SELECT a AS x, lag(a) OVER () AS y FROM d)) AS next
        FROM (SELECT count(*) AS n FROM d GROUP BY a >> 26)`);
      // 64 cells of 3,125: five standard deviations are 280.
      expect(row?.most).toBeLessThan(3125 + 280);
      expect(row?.least).toBeGreaterThan(3125 - 280);
      for (const each of ['ab', 'ac', 'next'])
        expect(Math.abs(row?.[each] ?? 1)).toBeLessThan(0.012);
    });
  });

  it('make a deviate with mean 0 and standard deviation 1', async () => {
    await inSession(async (session) => {
      const row = await session.row<{ mean: number; sd: number }>(
        `SELECT avg(z) AS mean, stddev_pop(z) AS sd FROM (
           SELECT ${normalMilli(sqlDraw(3, 'z'))} AS z FROM range(100000) t(id))`,
      );
      expect(Math.abs(row?.mean ?? 99)).toBeLessThan(12);
      expect(row?.sd).toBeGreaterThan(985);
      expect(row?.sd).toBeLessThan(1015);
    });
  });
});

describe('alias tables', () => {
  it('give every weight its share of 2^32, exactly but for rounding', () => {
    const weight = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 16 }), (weights) => {
        const slots = aliasSlots(weights, 4);
        const capacity = 2 ** 28;
        const got = Array(16).fill(0) as number[];
        for (const [index, { t, alias }] of slots.entries()) {
          got[index] = (got[index] ?? 0) + t;
          got[alias] = (got[alias] ?? 0) + capacity - t;
        }
        const total = weights.reduce((sum, each) => sum + each, 0);
        expect(got.reduce((sum, each) => sum + each, 0)).toBe(2 ** 32);
        for (const [index, share] of got.entries()) {
          const exact = ((weights[index] ?? 0) / total) * 2 ** 32;
          expect(Math.abs(share - exact)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
