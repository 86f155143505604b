import { type BookCell, type BookColumn, rowXml, sheetEnd, sheetStart } from './xlsx-sheet.ts';
import { stylesXml } from './xlsx-styles.ts';
import { columnLetters, escapeXml, textElement, xlsxNames, xmlHead } from './xlsx-xml.ts';
import { openZipWriter, type ZipWriter } from './zip-write.ts';

export type { BookCell, BookColumn } from './xlsx-sheet.ts';

/** Rows of a sheet, the header's included; Excel has no more. */
export const sheetRowLimit = 1_048_576;

export interface BookSheet {
  /** At most 25 characters, none of `[]:*?/\`; a sheet that goes on bears `(2)`, `(3)` after it. */
  name: string;
  columns: readonly BookColumn[];
  /** Rows before the header: what the sheet shows. They are frozen with it. */
  above?: readonly (readonly BookCell[])[];
  rows: Iterable<readonly BookCell[]> | AsyncIterable<readonly BookCell[]>;
  /** Columns at the left that stay in sight. */
  frozen?: number;
}

export interface BookOptions {
  title: string;
  /** Printed at the head and foot of every page and kept among the file's properties. */
  mark: string;
  /** For tests. */
  rowLimit?: number;
}

interface WrittenSheet {
  name: string;
  /** Columns of the header, 0 where there is none, its row, and all rows. */
  columns: number;
  header: number;
  /** Columns that are printed: those before the first that folds away; 0 for all. */
  printed: number;
  rows: number;
}

const sharedLimit = 1 << 16;
const { relationships, office, main, contentTypes, type } = xlsxNames;

/**
 * Writes a workbook of several sheets, each with a frozen and filtered header. Rows leave as they come
 * and texts that repeat are kept once (65,536 of them, later ones stand in their cells), so memory stays
 * bounded whatever the number of rows; where they are more than a sheet holds, the next sheet goes on
 * under the same header. The same rows give the same bytes on every machine and Node version.
 * @returns the sheets written, in their order
 * @throws Error as the file system gives it
 */
export async function writeXlsxBook(
  file: string,
  sheets: readonly BookSheet[],
  options: BookOptions,
): Promise<{ name: string; rows: number }[]> {
  const zip = openZipWriter(file);
  try {
    const written = await writeParts(zip, sheets, options);
    zip.close();
    return written.map(({ name, rows }) => ({ name, rows }));
  } catch (error) {
    zip.abandon();
    throw error;
  }
}

async function writeParts(
  zip: ZipWriter,
  sheets: readonly BookSheet[],
  { title, mark, rowLimit = sheetRowLimit }: BookOptions,
): Promise<WrittenSheet[]> {
  zip
    .entry('_rels/.rels')
    .end(
      `${xmlHead}<Relationships xmlns="${relationships}">` +
        `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>` +
        `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    );
  zip
    .entry('docProps/core.xml')
    .end(
      `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
        `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(mark)}</dc:subject><cp:keywords>${escapeXml(mark)}</cp:keywords></cp:coreProperties>`,
    );
  const shared = new Map<string, number>();
  const share = (text: string): number | undefined => {
    const known = shared.get(text);
    if (known !== undefined || shared.size >= sharedLimit) return known;
    shared.set(text, shared.size);
    return shared.size - 1;
  };
  const written: WrittenSheet[] = [];

  const begin = ({ columns, above = [], frozen = 0 }: BookSheet, name: string) => {
    const entry = zip.entry(`xl/worksheets/sheet${written.length + 1}.xml`);
    const headers = columns.map(({ header }) => header);
    const hasHeader = headers.some((header) => header !== undefined);
    const sheet: WrittenSheet = {
      name,
      columns: hasHeader ? columns.length : 0,
      header: above.length + 1,
      printed: Math.max(
        0,
        columns.findIndex(({ folds }) => folds),
      ),
      rows: 0,
    };
    const links: { cell: string; to: string }[] = [];
    entry.write(
      xmlHead + sheetStart(columns, written.length === 0, { above: above.length, frozen }),
    );
    written.push(sheet);
    const add = (cells: readonly BookCell[], like: readonly BookColumn[]) => {
      sheet.rows++;
      cells.forEach((cell, index) => {
        if (typeof cell !== 'object' || cell === null || !('link' in cell) || !cell.link) return;
        links.push({ cell: columnLetters(index) + sheet.rows, to: cell.link });
      });
      entry.write(rowXml(sheet.rows, cells, like, share));
    };
    for (const cells of above) add(cells, []);
    if (hasHeader) {
      const styled = columns.map(
        ({ header = '', right }) =>
          ({ value: header, style: right ? 'header-right' : 'header' }) as const,
      );
      add(styled, columns);
    }
    return {
      full: () => sheet.rows >= rowLimit,
      add: (cells: readonly BookCell[]) => add(cells, columns),
      end: () => entry.end(sheetEnd(filterOf(sheet), mark, links)),
    };
  };

  for (const one of sheets) {
    const { name, rows } = one;
    let part = 1;
    let sheet = begin(one, name);
    for await (const row of rows) {
      if (sheet.full()) {
        sheet.end();
        part++;
        sheet = begin(one, `${name} (${part})`);
      }
      sheet.add(row);
    }
    sheet.end();
  }

  const texts = zip.entry('xl/sharedStrings.xml');
  texts.write(`${xmlHead}<sst xmlns="${main}" uniqueCount="${shared.size}">`);
  for (const text of shared.keys()) texts.write(`<si>${textElement(text)}</si>`);
  texts.end('</sst>');
  zip.entry('xl/styles.xml').end(xmlHead + stylesXml());
  zip.entry('xl/workbook.xml').end(xmlHead + workbookXml(written));
  zip.entry('xl/_rels/workbook.xml.rels').end(xmlHead + workbookRelations(written.length));
  zip.entry('[Content_Types].xml').end(xmlHead + contentTypesXml(written.length));
  return written;
}

function filterOf({ columns, header, rows }: WrittenSheet): string | undefined {
  return columns === 0 ? undefined : `A${header}:${columnLetters(columns - 1)}${rows}`;
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, index) => {
    if (sheet.columns === 0) return [];
    const quoted = escapeXml(`'${sheet.name.replaceAll("'", "''")}'`);
    const { header } = sheet;
    const cells = `$A$${header}:$${columnLetters(sheet.columns - 1)}$${sheet.rows}`;
    const printed = `$A$1:$${columnLetters(Math.max(0, sheet.printed - 1))}$${sheet.rows}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${cells}</definedName>`,
      ...(sheet.printed > 0
        ? [
            `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${quoted}!${printed}</definedName>`,
          ]
        : []),
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$${header}:$${header}</definedName>`,
    ];
  });
  const defined = names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '';
  return (
    `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${list.join('')}</sheets>${defined}</workbook>`
  );
}

function workbookRelations(sheets: number): string {
  const targets: [string, string][] = [
    ...Array.from({ length: sheets }, (_, index): [string, string] => [
      'worksheet',
      `worksheets/sheet${index + 1}.xml`,
    ]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ];
  const list = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${relationships}">${list.join('')}</Relationships>`;
}

function contentTypesXml(sheets: number): string {
  const override = (part: string, media: string) =>
    `<Override PartName="${part}" ContentType="${media}"/>`;
  const list = Array.from({ length: sheets }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, `${type}.worksheet+xml`),
  );
  return (
    `<Types xmlns="${contentTypes}">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/xl/workbook.xml', `${type}.sheet.main+xml`) +
    list.join('') +
    override('/xl/styles.xml', `${type}.styles+xml`) +
    override('/xl/sharedStrings.xml', `${type}.sharedStrings+xml`) +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>'
  );
}
