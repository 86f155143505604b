import { columnLetters, escapeXml, textElement, xlsxNames, xmlHead } from './xlsx-xml.ts';
import { openZipWriter } from './zip-write.ts';

/** A cell: text, a number, nothing, or a day as Excel's own serial number with a date format. */
export type XlsxCell = string | number | null | undefined | { serial: number };

export interface XlsxWriter {
  /** Appends one row; cells from column A on. */
  addRow(cells: readonly XlsxCell[]): void;
  /** Writes the end of the file; without it the file is not a workbook. */
  close(): void;
}

const { relationships, office, main, contentTypes, type } = xlsxNames;

const parts = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml':
    `<Types xmlns="${contentTypes}">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
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

function cellXml(cell: XlsxCell, reference: string): string {
  if (cell === null || cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${reference}" s="1"><v>${cell.serial}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is>${textElement(cell)}</is></c>`;
}

/**
 * Opens an XLSX file of one plain sheet for writing, as exports are; for sheets that people work in see
 * `writeXlsxBook`. Memory stays bounded, rows leave as they come; the same rows give the same bytes on
 * every machine and Node version.
 * @param options.sheet name of the sheet, at most 31 characters, none of `[]:*?/\`
 * @throws Error as the file system gives it
 */
export function openXlsxWriter(file: string, options: { sheet?: string } = {}): XlsxWriter {
  const zip = openZipWriter(file);
  for (const [name, xml] of Object.entries(parts(options.sheet ?? 'Sheet1'))) {
    zip.entry(name).end(xmlHead + xml);
  }
  const sheet = zip.entry('xl/worksheets/sheet1.xml');
  let text = `${xmlHead}<worksheet xmlns="${main}"><sheetData>`;
  let row = 0;
  return {
    addRow(cells) {
      row++;
      text += `<row r="${row}">`;
      for (let index = 0; index < cells.length; index++) {
        text += cellXml(cells[index], columnLetters(index) + row);
      }
      sheet.write(`${text}</row>`);
      text = '';
    },
    close() {
      sheet.end(`${text}</sheetData></worksheet>`);
      zip.close();
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
