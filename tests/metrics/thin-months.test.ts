import { describe, expect, it } from 'vitest';
import { thinAmong } from '../../metrics/compare/thin-months.ts';
import { queryMetrics } from '../../metrics/index.ts';
import { addDays, type FixtureReport, fixtureWarehouse } from './fixture.ts';

const counts = (first: number, ...list: number[]) =>
  new Map(
    list.flatMap((n, at) => {
      const month = `${first + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      // A month of which nothing has landed is in no row.
      return n > 0 ? [[month, n] as const] : [];
    }),
  );
const thin = (...list: number[]) => [...thinAmong(counts(2025, ...list))].sort();

describe('months that have not landed whole', () => {
  it('are the stragglers before the first export, and what is missing between', () => {
    expect(thin(40, 60, 120, 900, 1000, 950, 1010, 990, 1005, 980, 940, 1000, 985)).toEqual([
      '2025-01',
      '2025-02',
      '2025-03',
    ]);
    expect(thin(900, 1000, 950, 0, 0, 12, 990, 1005, 980, 940, 1000, 985)).toEqual([
      '2025-04',
      '2025-05',
      '2025-06',
    ]);
  });

  it('are none of what grows, is quiet, or is small altogether', () => {
    // Ten times as many in a year, a quarter more each month.
    expect(thin(...Array.from({ length: 24 }, (_, at) => Math.round(300 * 1.21 ** at)))).toEqual(
      [],
    );
    expect(thin(900, 1000, 950, 300, 200, 900, 990, 1005, 980)).toEqual([]);
    expect(thin(2, 0, 0, 90, 80, 120, 95)).toEqual([]);
    expect(thinAmong(new Map())).toEqual(new Set());
  });
});

describe('a quarter that stands for stragglers alone', () => {
  const whole = Array.from({ length: 900 }, (_, i): FixtureReport => {
    return { day: addDays('2026-01-01', (i * 7) % 90), resolve: [5 + (i % 9), 'resolved'] };
  });
  const late = Array.from({ length: 40 }, (_, i): FixtureReport => {
    return { day: addDays('2025-10-01', (i * 5) % 92), resolve: [60, 'resolved'] };
  });

  it('is compared with nothing, its own quarter neither', async () => {
    const session = await fixtureWarehouse([...late, ...whole]);
    try {
      const metrics = ['received.count', 'resolve.incidence_14', 'resolve.median'];
      const compared = (period: string) =>
        queryMetrics(session, { metrics, by: [], period, compare: 'previous' });
      for (const { comparison } of await compared('2026Q1')) {
        expect(comparison?.withheld).toBe('period');
        expect(comparison?.base.value).not.toBeUndefined();
      }
      for (const period of ['2026-02', '2026-03']) {
        const [count] = await compared(period);
        expect([period, count?.comparison?.withheld]).toEqual([period, null]);
      }
      const [january] = await compared('2026-01');
      expect(january?.comparison?.withheld).toBe('period');
    } finally {
      session.close();
    }
  });
});
