import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hmacSql, padsOf } from '../../pipelines/hmac.ts';
import { landFiles } from '../../pipelines/index.ts';
import { withSession } from '../../warehouse/index.ts';
import { exportHeaders, exportRow, lab, landedRows, writeCsv, writeSheet } from './lab.ts';

const garbage = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '-',
    '',
    ' ',
    '"',
    '\n',
    ',',
    '5049672.0',
    '5,05E+06',
    '31 Feb 2026',
    '3 Jan 2026',
    "'",
    '\\',
  ),
);
const garbageRow = fc.array(garbage, {
  minLength: exportHeaders.length,
  maxLength: exportHeaders.length,
});
/** What CSV cannot carry: NUL, and half of a surrogate pair. */
const writable = (cell: string) => Buffer.from(cell.replaceAll('\u0000', '')).toString();

describe('the laws of landing', () => {
  let place: ReturnType<typeof lab>;
  beforeEach(() => {
    place = lab();
  });
  afterEach(() => place.remove());

  it('read = landed + rejected + duplicate, whatever stands in the rows', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(garbageRow, { minLength: 1, maxLength: 25 }), async (rows) => {
        run++;
        const clean = rows.map((row) => row.map(writable));
        const first = exportRow({ 'Tracking ID': String(run) });
        for (const [name, write] of [
          ['csv', writeCsv],
          ['xlsx', writeSheet],
        ] as const) {
          const target = place.file(`${run}.${name}`);
          write(target, [exportHeaders, first, first, ...clean, ...clean]);
          const { files } = await landFiles(place.workspace, [target], { maxRejects: 1 });
          const counts = files[0]?.batch.counts;
          if (!counts) throw new Error('no counts');
          expect(counts.read).toBe(counts.landed + counts.rejected + counts.duplicate);
          // Every row stands twice; one without any value is no row.
          const filled = clean.filter((row) => row.some((cell) => !/^[\s-]*$/u.test(cell)));
          expect(counts.read).toBeLessThanOrEqual(2 + 2 * clean.length);
          expect(counts.read).toBeGreaterThanOrEqual(2 + 2 * filled.length);
          expect(counts.duplicate).toBeGreaterThanOrEqual(1);
          const landed = await landedRows(
            place.workspace,
            files[0]?.batch as never,
            'complaint_key',
          );
          expect(landed).toHaveLength(counts.landed);
        }
      }),
      { numRuns: 4 },
    );
  });

  it('lands the same rows whatever their order', async () => {
    const rows = Array.from({ length: 12 }, (_, n) =>
      exportRow({
        'Tracking ID': String(n % 9),
        'Alasan Tunda/Arsip': n % 2 ? 'Menunggu rapat' : `Alasan ${n}`,
        Kategori: n % 3 ? 'Kesehatan' : ` Kesehatan 08123456789${n}`,
      }),
    );
    const landed = async (order: (string | number)[][], name: string) => {
      const target = writeCsv(place.file(name), [exportHeaders, ...order]);
      const { files } = await landFiles(place.workspace, [target]);
      const found = await landedRows(
        place.workspace,
        files[0]?.batch as never,
        '* EXCLUDE (batch_id)',
      );
      return found.map((row) => JSON.stringify(row)).sort();
    };
    const expected = await landed(rows, 'rows.csv');
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => {
        expect(await landed(order, `rows-${run++}.csv`)).toEqual(expected);
      }),
      { numRuns: 4 },
    );
  });

  it('computes HMAC-SHA-256 in SQL as node:crypto does', async () => {
    const key = fc.uint8Array({ minLength: 1, maxLength: 64 });
    await withSession({}, (session) =>
      fc.assert(
        fc.asyncProperty(
          key,
          fc.string({ unit: 'grapheme', maxLength: 200 }),
          async (bytes, text) => {
            const clean = writable(text);
            const pads = padsOf(Buffer.from(bytes));
            const row = await session.row<{ u: string }>(`SELECT ${hmacSql('$3', 1, 2)} AS u`, [
              pads.inner,
              pads.outer,
              clean,
            ]);
            const hex = createHmac('sha256', bytes).update(clean).digest('hex');
            expect(row?.u.replaceAll('-', '')).toBe(hex.slice(0, 32));
          },
        ),
        { numRuns: 100 },
      ),
    );
  });
});
