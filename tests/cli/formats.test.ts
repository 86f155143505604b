import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePieces, writeWhole } from '../../base/whole-file.ts';
import { openXlsx } from '../../base/xlsx-read.ts';
import { gridIpc } from '../../cli/formats/arrow.ts';
import { csvText } from '../../cli/formats/csv.ts';
import type { Grid } from '../../cli/formats/grid.ts';
import { jsonText } from '../../cli/formats/json.ts';
import { markdownText } from '../../cli/formats/markdown.ts';
import { readOutput } from '../../cli/formats/output.ts';
import { writeParquet } from '../../cli/formats/parquet.ts';
import { writeXlsxGrid } from '../../cli/formats/xlsx.ts';
import { sqlString, withSession } from '../../warehouse/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'bukti bentuk '));
const at = (name: string) => path.join(folder, name);

async function all(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

const grid = (): Grid => ({
  columns: [
    { name: 'province', type: 'text' },
    { name: 'label', type: 'text' },
    { name: 'value', type: 'number' },
    { name: 'n', type: 'integer' },
    { name: 'provisional', type: 'boolean' },
    { name: 'as_of', type: 'date' },
  ],
  chunks: [
    [
      ['11', '05'],
      ['Aceh', 'a "b", c\nd'],
      [1 / 3, null],
      [12, 0],
      [true, false],
      ['2026-10-21', '1900-01-31'],
    ],
    [['x'], [null], [-0.1], [1_000_000], [null], [null]],
  ],
});

/** A reader of CSV that knows nothing of the writer: RFC 4180, by hand. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let index = 0; index < text.length; ) {
    const row = rows.at(-1) as string[];
    let field = '';
    if (text[index] === '"') {
      for (index++; text[index] !== '"' || text[index + 1] === '"'; index++) {
        field += text[index];
        if (text[index] === '"') index++;
      }
      index++;
    } else
      while (index < text.length && !',\n'.includes(text[index] as string)) field += text[index++];
    row.push(field);
    if (text[index] === '\n' && index + 1 < text.length) rows.push([]);
    index++;
  }
  return rows;
}

describe('answers in files', () => {
  it('CSV: codes as text, full precision with a point, null empty, LF, no mark', async () => {
    const text = await all(csvText(grid()));
    expect(text).toBe(
      'province,label,value,n,provisional,as_of\n' +
        '11,Aceh,0.3333333333333333,12,true,2026-10-21\n' +
        '05,"a ""b"", c\nd",,0,false,1900-01-31\n' +
        'x,,-0.1,1000000,,\n',
    );
    expect(readCsv(text)[2]).toEqual(['05', 'a "b", c\nd', '', '0', 'false', '1900-01-31']);
  });

  it('CSV comes back as it went, and no text is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          const columns = [
            { name: 'a', type: 'text' as const },
            { name: 'b', type: 'text' as const },
          ];
          const text = await all(csvText({ columns, chunks: [[texts, texts]] }));
          const rows = readCsv(text).slice(1);
          const safe = texts.map((one) => (/^[=+\-@\t\r]/.test(one) ? `'${one}` : one));
          expect(rows.map(([first]) => first)).toEqual(safe);
          for (const [first] of rows) expect(first).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
    );
  });

  it('JSON and Markdown', async () => {
    const json = JSON.parse(await all(jsonText(grid(), { synthetic: true }))) as {
      synthetic: boolean;
      rows: Record<string, unknown>[];
    };
    expect(json.synthetic).toBe(true);
    expect(json.rows).toHaveLength(3);
    expect(json.rows[0]).toEqual({
      province: '11',
      label: 'Aceh',
      value: 1 / 3,
      n: 12,
      provisional: true,
      as_of: '2026-10-21',
    });
    const twice: Grid = {
      columns: [
        { name: 'n', type: 'integer' },
        { name: 'N', type: 'integer' },
      ],
      chunks: [[[1], [2]]],
    };
    expect(JSON.parse(await all(jsonText(twice)))).toEqual({ rows: [{ n: 1, N_2: 2 }] });
    expect(JSON.parse(await all(jsonText({ ...twice, chunks: [] })))).toEqual({ rows: [] });
    const markdown = await all(
      markdownText({ columns: [{ name: 'a|b', type: 'text' }], chunks: [[['x|y\nz <i>']]] }),
    );
    expect(markdown).toBe('| a\\|b |\n| --- |\n| x\\|y z &lt;i> |\n');
  });

  it('Parquet has types', async () => {
    await writeParquet(grid(), at('x.parquet'));
    const file = sqlString(at('x.parquet'));
    await withSession({}, async (session) => {
      const types = await session.rows<{ column_name: string; column_type: string }>(
        `DESCRIBE SELECT * FROM read_parquet(${file})`,
      );
      expect(types.map((row) => `${row.column_name} ${row.column_type}`)).toEqual([
        'province VARCHAR',
        'label VARCHAR',
        'value DOUBLE',
        'n BIGINT',
        'provisional BOOLEAN',
        'as_of DATE',
      ]);
      const rows = await session.rows(`SELECT * FROM read_parquet(${file}) ORDER BY n`);
      expect(rows[1]).toEqual({
        province: '11',
        label: 'Aceh',
        value: 1 / 3,
        n: 12,
        provisional: true,
        as_of: '2026-10-21',
      });
      expect(rows[2]).toMatchObject({ province: 'x', label: null, value: -0.1, as_of: null });
    });
  });

  it('Arrow and Excel hold the same values', async () => {
    const table = tableFromIPC(await gridIpc(grid()));
    expect(table.numRows).toBe(3);
    expect(table.getChild('value')?.toArray()).toEqual([1 / 3, null, -0.1]);
    expect(table.getChild('province')?.at(1)).toBe('05');
    await writeXlsxGrid(grid(), at('x.xlsx'), 'Bukti');
    const [sheet] = await openXlsx(at('x.xlsx'));
    const rows: (string | null)[][] = [];
    for await (const some of sheet?.rows() ?? []) rows.push(...some.map(({ cells }) => cells));
    expect(sheet?.name).toBe('Bukti');
    expect(rows).toHaveLength(4);
    expect(rows[1]?.slice(0, 5)).toEqual(['11', 'Aceh', '0.3333333333333333', '12', 'true']);
    expect(rows[1]?.[5]).toContain('2026-10-21');
    expect(rows[2]?.slice(0, 2)).toEqual(['05', 'a "b", c\nd']);
  });

  it('replaces a file whole, or not at all', async () => {
    const file = at('whole.csv');
    writeFileSync(file, 'before');
    async function* broken() {
      yield 'half';
      throw new Error('the answer broke off');
    }
    await expect(writeWhole(file, (temporary) => writePieces(temporary, broken()))).rejects.toThrow(
      'broke off',
    );
    expect(readFileSync(file, 'utf8')).toBe('before');
    await writeWhole(file, (temporary) => writePieces(temporary, csvText(grid())));
    expect(readFileSync(file, 'utf8')).toContain('Aceh');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const nowhere = path.join(folder, 'tidak', 'ada.csv');
    await expect(writeWhole(nowhere, async () => undefined)).rejects.toMatchObject({
      key: 'asking.no-folder',
    });
    expect(existsSync(path.dirname(nowhere))).toBe(false);
  });

  it('says so where a file is held by another program', async () => {
    const file = at('held.csv');
    writeFileSync(file, 'open elsewhere');
    const held = async () => {
      throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    };
    await expect(writeWhole(file, held)).rejects.toMatchObject({ key: 'asking.file-in-use' });
    await expect(writeWhole(at('new.csv'), held)).rejects.toMatchObject({
      key: 'asking.cannot-write',
    });
    expect(readFileSync(file, 'utf8')).toBe('open elsewhere');
  });

  it('guesses the form from the name, and asks for a file where a terminal cannot show it', () => {
    expect(readOutput({})).toEqual({ format: 'table', out: undefined });
    expect(readOutput({ json: true }).format).toBe('json');
    expect(readOutput({ out: 'A.XLSX' }).format).toBe('xlsx');
    expect(readOutput({ out: 'a.dat', format: 'csv' }).format).toBe('csv');
    for (const format of ['parquet', 'arrow', 'xlsx']) {
      expect(() => readOutput({ format })).toThrow(/Name a file with --out/);
    }
    expect(() => readOutput({ out: 'a.dat' })).toThrow(/does not tell its format/);
    expect(() => readOutput({ format: 'exel' })).toThrow(/The format "exel" is unknown/);
  });
});
