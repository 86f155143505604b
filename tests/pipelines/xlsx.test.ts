import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openXlsx, type XlsxRow } from '../../base/xlsx-read.ts';
import { openXlsxWriter, writeXlsx } from '../../base/xlsx-write.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bukti-xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rowsOf(file: string, sheet = 0): Promise<XlsxRow[]> {
  const rows: XlsxRow[] = [];
  for await (const some of (await openXlsx(file))[sheet]?.rows() ?? []) rows.push(...some);
  return rows;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function workbook(name: string, sheet: string, more: Record<string, string> = {}): string {
  const file = path.join(folder, name);
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="x"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId7" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
  const entries = Object.entries(parts).map(([part, xml]) => [part, strToU8(xml)]);
  writeFileSync(file, zipSync(Object.fromEntries(entries)));
  return file;
}

const sheetOf = (rows: string) =>
  `<worksheet ${main}><dimension ref="A1"/><sheetData>${rows}</sheetData></worksheet>`;

describe('reading workbooks', () => {
  it('takes shared strings, rich text, inline strings, errors and numbers', async () => {
    const file = workbook(
      'strings.xlsx',
      sheetOf(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>
         <row r="2"/>
         <row r="4"><c r="A4"><v>5049672.0</v></c><c r="B4"><v>5.049672E6</v></c><c r="C4" t="e"><v>#N/A</v></c>
           <c r="D4" t="b"><v>1</v></c><c r="E4" t="str"><f>A1&amp;B1</f><v>a&lt;b</v></c>
           <c r="AA4" t="inlineStr"><is><r><t>satu </t></r><r><rPr/><t xml:space="preserve"> dua</t></r></is></c></row>
         <row r="5"><c r="A5" s="3"/></row>`,
      ),
      {
        'xl/sharedStrings.xml': `<sst ${main}><si><t>Tracking&#160;ID</t></si><si><r><t>kaya </t></r><r><t>teks</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t/></si></sst>`,
      },
    );
    const rows = await rowsOf(file);
    expect(rows.map(({ row }) => row)).toEqual([1, 4]);
    expect(rows[0]?.cells).toEqual(['Tracking\u00a0ID', 'kaya teks', null, '']);
    expect(rows[1]?.cells.slice(0, 5)).toEqual(['5049672', '5049672', null, 'TRUE', 'a<b']);
    expect(rows[1]?.cells[26]).toBe('satu  dua');
    expect((await openXlsx(file))[0]?.name).toBe('A & B');
  });

  it('writes days and times as ISO, in both date systems', async () => {
    const styles = `<styleSheet ${main}><numFmts><numFmt numFmtId="165" formatCode="dd\\ mmm\\ yyyy\\ hh:mm"/><numFmt numFmtId="166" formatCode="#,##0.00 &quot;hari&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/></cellXfs></styleSheet>`;
    const sheet = sheetOf(
      '<row r="1"><c r="A1" s="1"><v>46025</v></c><c r="B1" s="2"><v>46025.3125</v></c><c r="C1" s="3"><v>0.3125</v></c><c r="D1" s="4"><v>46025</v></c><c r="E1"><v>46025</v></c></row>',
    );
    const file = workbook('dates.xlsx', sheet, { 'xl/styles.xml': styles });
    expect((await rowsOf(file))[0]?.cells).toEqual([
      '2026-01-03',
      '2026-01-03 07:30:00',
      '07:30:00',
      '46025',
      '46025',
    ]);
    const mac = workbook('mac.xlsx', sheet, {
      'xl/styles.xml': styles,
      'xl/workbook.xml': `<workbook ${main} xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId7"/></sheets></workbook>`,
    });
    expect((await rowsOf(mac))[0]?.cells[0]).toBe('2030-01-04');
  });

  it('takes a namespace prefix and cells without references', async () => {
    const file = workbook(
      'prefix.xlsx',
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>dua</x:t></x:is></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    );
    expect(await rowsOf(file)).toEqual([
      { row: 1, cells: ['1', 'dua'] },
      { row: 2, cells: ['3'] },
    ]);
  });

  it('says what is wrong with a file that is no workbook', async () => {
    const text = path.join(folder, 'teks.xlsx');
    writeFileSync(text, 'Tracking ID,Tanggal Laporan Masuk\n');
    await expect(openXlsx(text)).rejects.toMatchObject({ problem: 'not_a_zip' });
    const whole = readFileSync(workbook('whole.xlsx', sheetOf('')));
    const cut = path.join(folder, 'cut.xlsx');
    writeFileSync(cut, whole.subarray(0, whole.length - 30));
    await expect(openXlsx(cut)).rejects.toMatchObject({ problem: 'truncated' });
    const other = path.join(folder, 'other.xlsx');
    writeFileSync(other, zipSync({ mimetype: strToU8('application/vnd.oasis') }));
    await expect(openXlsx(other)).rejects.toMatchObject({ problem: 'no_sheet' });
  });
});

describe('writing workbooks', () => {
  it('gives back every text and number', async () => {
    let run = 0;
    // XML has no control characters, and its line ends are one.
    const text = fc
      .string({ unit: 'binary', maxLength: 40 })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
      .map((value) => Buffer.from(value.replace(/[\u0000-\u001f\ufffe\uffff]/g, '')).toString())
      .filter((value) => !/_x[0-9a-fA-F]{4}_/.test(value));
    const cell = fc.oneof(
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 20 }),
        async (rows) => {
          const file = path.join(folder, `round-${run++}.xlsx`);
          await writeXlsx(file, rows);
          const read = new Map((await rowsOf(file)).map(({ row, cells }) => [row, cells]));
          for (const [index, cells] of rows.entries()) {
            for (const [at, value] of cells.entries()) {
              const got = read.get(index + 1)?.[at] ?? '';
              if (typeof value === 'number') expect(Number(got)).toBe(value === 0 ? 0 : value);
              else expect(got).toBe(value ?? '');
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives the same bytes on every machine', () => {
    const file = path.join(folder, 'same.xlsx');
    const writer = openXlsxWriter(file, { sheet: 'Laporan' });
    writer.addRow([
      'Tracking ID',
      5049672,
      null,
      { serial: 46000 },
      ' dua\nbaris ',
      'a\u00a0b & <c>',
    ]);
    writer.close();
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(hash).toBe('64e7900557d27ea89971ca58dd4927773b1c14d88d603d367620ac29dcd48427');
  });
});
