import fc from 'fast-check';
import { expect, it } from 'vitest';
import { harmlessText } from '../../../base/csv-text.ts';
import { neutralText } from '../../../release/datasets/write-csv.ts';
import { withSession } from '../../../warehouse/index.ts';

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', ' ', "'", '"', '\u00e4', '\uff1d', ''];
const text = fc
  .tuple(fc.constantFrom(...starts), fc.string({ unit: 'grapheme-ascii', maxLength: 6 }))
  .map((parts) => parts.join(''));

it('DuckDB and JavaScript make the same texts harmless', async () => {
  await withSession({ threads: 1 }, async (session) => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
        const rows = await session.rows<{ safe: string }>(
          `select ${neutralText('t')} as safe from (
            select unnest(from_json($1::json, '["varchar"]')) as t)`,
          [JSON.stringify(texts)],
        );
        expect(rows.map(({ safe }) => safe)).toEqual(texts.map(harmlessText));
        for (const { safe } of rows) expect('=+-@\t\r'.includes(safe.charAt(0) || 'a')).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});
