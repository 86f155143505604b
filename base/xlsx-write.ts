import { closeSync, openSync, writeSync } from 'node:fs';
import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A cell: text, a number, nothing, or a day as Excel's own serial number with a date format. */
export type XlsxCell = string | number | null | undefined | { serial: number };

export interface XlsxWriter {
  /** Appends one row; cells from column A on. */
  addRow(cells: readonly XlsxCell[]): void;
  /** Writes the end of the file; without it the file is not a workbook. */
  close(): void;
}

/** Every entry bears this stamp, so that the same rows give the same bytes. */
const stamp = new Date(2026, 0, 1);
const chunkLength = 1 << 18;

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const parts = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${relationships}">` +
    `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
    `<sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${relationships}">` +
    `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
});

function escapeXml(text: string): string {
  // Control characters are not XML; Excel writes them as _xHHHH_, nobody needs them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  if (!/[&<>"]/.test(clean)) return clean;
  return clean
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const letters: string[] = [];
function column(index: number): string {
  for (let next = letters.length; next <= index; next++) {
    const high = Math.floor(next / 26) - 1;
    letters.push((high < 0 ? '' : column(high)) + String.fromCharCode(65 + (next % 26)));
  }
  return letters[index] as string;
}

function cellXml(cell: XlsxCell, reference: string): string {
  if (cell === null || cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${reference}" s="1"><v>${cell.serial}</v></c>`;
  const space = /^\s|\s$|\n/.test(cell) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" t="inlineStr"><is><t${space}>${escapeXml(cell)}</t></is></c>`;
}

/**
 * Opens an XLSX file of one sheet for writing. Memory stays bounded, rows leave as they come; the
 * same rows give the same bytes on every machine and Node version.
 * @param options.sheet name of the sheet, at most 31 characters, none of `[]:*?/\`
 * @throws Error as the file system gives it
 */
export function openXlsxWriter(file: string, options: { sheet?: string } = {}): XlsxWriter {
  const target = openSync(file, 'w');
  let failure: Error | undefined;
  const zip = new Zip((error, data) => {
    if (error) failure = error;
    else writeSync(target, data);
  });
  const start = (name: string): ZipDeflate => {
    const entry = new ZipDeflate(name, { level: 1 });
    entry.mtime = stamp;
    entry.os = 0;
    zip.add(entry);
    return entry;
  };
  for (const [name, xml] of Object.entries(parts(options.sheet ?? 'Sheet1'))) {
    start(name).push(strToU8(head + xml), true);
  }
  const sheet = start('xl/worksheets/sheet1.xml');
  let text = `${head}<worksheet xmlns="${main}"><sheetData>`;
  let row = 0;
  return {
    addRow(cells) {
      row++;
      text += `<row r="${row}">`;
      for (let index = 0; index < cells.length; index++) {
        text += cellXml(cells[index], column(index) + row);
      }
      text += '</row>';
      if (text.length < chunkLength) return;
      sheet.push(strToU8(text));
      text = '';
      if (failure) throw failure;
    },
    close() {
      sheet.push(strToU8(`${text}</sheetData></worksheet>`), true);
      zip.end();
      closeSync(target);
      if (failure) throw failure;
    },
  };
}

/** Writes all rows of one sheet; see `openXlsxWriter`. */
export async function writeXlsx(
  file: string,
  rows: Iterable<readonly XlsxCell[]> | AsyncIterable<readonly XlsxCell[]>,
  options: { sheet?: string } = {},
): Promise<void> {
  const writer = openXlsxWriter(file, options);
  for await (const row of rows) writer.addRow(row);
  writer.close();
}
