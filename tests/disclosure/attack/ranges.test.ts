import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determined } from '../../../disclosure/attack/solve/determined.ts';
import { propagate } from '../../../disclosure/attack/solve/propagate.ts';
import { rangesOf } from '../../../disclosure/attack/solve/ranges.ts';
import { componentsOf, type System } from '../../../disclosure/attack/solve/system.ts';

interface Table {
  readonly truth: readonly number[];
  readonly hidden: readonly boolean[];
  readonly shape: readonly number[];
}

/** A cube with its margins as equations: every line of every dimension adds up to its total. */
function systemOf({ truth, hidden, shape }: Table): { system: System; values: number[] } {
  const sizes = shape.map((size) => size + 1);
  const count = sizes.reduce((a, b) => a * b, 1);
  const coordinates = (cell: number) => {
    let rest = cell;
    return sizes.map((size) => {
      const own = rest % size;
      rest = Math.floor(rest / size);
      return own;
    });
  };
  const indexOf = (at: readonly number[]) =>
    at.reduceRight((sum, own, axis) => sum * (sizes[axis] as number) + own, 0);
  const inner = Array.from({ length: count }, (_, cell) => cell).filter((cell) =>
    coordinates(cell).every((own, axis) => own < (shape[axis] as number)),
  );
  const values = Array.from({ length: count }, (_, cell) => {
    const at = coordinates(cell);
    return inner.reduce((sum, one, which) => {
      const own = coordinates(one);
      const under = at.every((code, axis) => code === shape[axis] || code === own[axis]);
      return under ? sum + (truth[which] as number) : sum;
    }, 0);
  });
  const rows = Array.from({ length: count }, (_, cell) => cell).flatMap((cell) =>
    coordinates(cell).flatMap((own, axis) => {
      if (own !== shape[axis]) return [];
      const at = coordinates(cell);
      const children = Array.from({ length: shape[axis] as number }, (_, code) =>
        indexOf(at.map((one, other) => (other === axis ? code : one))),
      );
      return [{ members: [cell, ...children], signs: [1, ...children.map(() => -1)] }];
    }),
  );
  const isHidden = (cell: number) => hidden[cell % hidden.length] as boolean;
  // Inner cells hold at most 3; margins at most what all inner cells may hold.
  const bound = (cell: number) => (inner.includes(cell) ? 8 : 40);
  return {
    values,
    system: {
      lower: Float64Array.from(values, (value, cell) => (isHidden(cell) ? 0 : value)),
      upper: Float64Array.from(values, (value, cell) => (isHidden(cell) ? bound(cell) : value)),
      rows,
    },
  };
}

/** Least and greatest of every unknown over ALL whole solutions, by trying every one. */
function enumerate({ lower, upper, rows }: System): [number, number][] {
  const free = [...lower.keys()].filter((cell) => lower[cell] !== upper[cell]);
  const value = Float64Array.from(lower);
  const ranges: [number, number][] = [...lower].map(() => [Infinity, -Infinity]);
  const known = new Uint8Array(lower.length).fill(1);
  for (const cell of free) known[cell] = 0;
  const holds = () =>
    rows.every(({ members, signs }) => {
      let sum = 0;
      for (const [at, member] of members.entries()) {
        if (!known[member]) return true;
        sum += (signs[at] as number) * (value[member] as number);
      }
      return sum === 0;
    });
  const visit = (at: number) => {
    const cell = free[at];
    if (cell === undefined) {
      for (const [one, range] of ranges.entries()) {
        range[0] = Math.min(range[0], value[one] as number);
        range[1] = Math.max(range[1], value[one] as number);
      }
      return;
    }
    known[cell] = 1;
    for (let own = lower[cell] as number; own <= (upper[cell] as number); own++) {
      value[cell] = own;
      if (holds()) visit(at + 1);
    }
    known[cell] = 0;
  };
  visit(0);
  return ranges;
}

const tables = (shape: number[]) => {
  const inner = shape.reduce((a, b) => a * b, 1);
  const all = shape.reduce((a, b) => a * (b + 1), 1);
  return fc.record({
    truth: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: inner, maxLength: inner }),
    hidden: fc.array(fc.boolean(), { minLength: all, maxLength: all }),
    shape: fc.constant(shape),
  });
};

/** `npm run test:full` tries forty times as many. */
const times = Number(process.env.BUKTI_TABLES ?? 1);

describe('intervals', () => {
  it.each([
    [[2, 3], 8 * times],
    [[3, 3], 2 * times],
    [[2, 2, 2], 4 * times],
  ] as const)('of a %j table are those of trying every table there is', async (shape, numRuns) => {
    await fc.assert(
      fc.asyncProperty(tables([...shape]), async (table) => {
        const { system, values } = systemOf(table);
        const expected = enumerate({ ...system, lower: system.lower.slice() });
        propagate(system);
        const ranges = await rangesOf(system, { enough: () => false });
        for (const [cell, [low, high]] of expected.entries()) {
          const own = ranges.get(cell) ?? { low: system.lower[cell], high: system.upper[cell] };
          expect([own.low, own.high], `cell ${cell}`).toEqual([low, high]);
          expect(values[cell]).toBeGreaterThanOrEqual(low);
          expect(values[cell]).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns, seed: 20261124 },
    );
  });

  it.each([0, 400])(
    'are no wider where only as much is asked as shows them safe (%i)',
    async (sweepFrom) => {
      let swept = 0;
      await fc.assert(
        fc.asyncProperty(tables([3, 4]), fc.boolean(), async (table, noisy) => {
          const { system, values } = systemOf(table);
          if (noisy) {
            // Every cell within two of its value, as noise leaves it.
            for (const [cell, value] of values.entries()) {
              system.lower[cell] = Math.max(0, value - 2);
              system.upper[cell] = value + 2;
            }
          }
          propagate(system);
          const whole = await rangesOf(system, { enough: () => false });
          const enough = (_: number, low: number, high: number) => high - low >= 2;
          const some = await rangesOf(system, { enough, sweepFrom });
          for (const [cell, range] of some) {
            const full = whole.get(cell);
            if (range.exact) expect(range).toEqual(full);
            else {
              swept++;
              expect(range.high - range.low).toBeGreaterThanOrEqual(2);
              expect(range.low).toBeGreaterThanOrEqual(full?.low as number);
              expect(range.high).toBeLessThanOrEqual(full?.high as number);
            }
          }
        }),
        { numRuns: 5 * times, seed: 20261124 },
      );
      expect(swept).toBeGreaterThan(5);
    },
  );
});

/** Which unknowns the rows determine, by Gauss elimination in fractions of whole numbers. */
function byFractions({ lower, upper, rows }: System): Set<number> {
  const free = [...lower.keys()].filter((cell) => lower[cell] !== upper[cell]);
  const matrix = rows.map(({ members, signs }) => {
    const line = free.map(() => 0n);
    for (const [at, member] of members.entries()) {
      const column = free.indexOf(member);
      if (column >= 0) line[column] = BigInt(signs[at] as number);
    }
    return line;
  });
  let rank = 0;
  for (const column of free.keys()) {
    const pivot = matrix.findIndex((line, row) => row >= rank && line[column] !== 0n);
    if (pivot < 0) continue;
    const [line] = matrix.splice(pivot, 1) as [bigint[]];
    matrix.splice(rank, 0, line);
    for (const [row, other] of matrix.entries()) {
      if (row === rank || other[column] === 0n) continue;
      const [a, b] = [line[column] as bigint, other[column] as bigint];
      matrix[row] = other.map((value, at) => value * a - (line[at] as bigint) * b);
    }
    rank++;
  }
  const alone = matrix.filter((line) => line.filter((value) => value !== 0n).length === 1);
  return new Set(alone.map((line) => free[line.findIndex((value) => value !== 0n)] as number));
}

describe('elimination', () => {
  it('finds what elimination in whole numbers finds, with the right values', () => {
    fc.assert(
      fc.property(tables([3, 4]), (table) => {
        const { system, values } = systemOf(table);
        const found = new Map<number, number>();
        for (const component of componentsOf(system)) {
          for (const [cell, value] of determined(system, component)) found.set(cell, value);
        }
        expect([...found.keys()].sort()).toEqual([...byFractions(system)].sort());
        for (const [cell, value] of found) expect(value).toBe(values[cell]);
      }),
      { numRuns: 20 * times, seed: 20261124 },
    );
  });
});
