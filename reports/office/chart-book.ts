import { type Lang, message } from '../../base/index.ts';
import {
  type BookCell,
  type BookColumn,
  rowXml,
  sheetEnd,
  sheetStart,
} from '../../base/xlsx-sheet.ts';
import { stylesXml } from '../../base/xlsx-styles.ts';
import { xlsxNames } from '../../base/xlsx-xml.ts';
import { type NativeChart, reach } from './chart-model.ts';
import { themeXml } from './deck-masters.ts';
import { valueCell } from './figure-cell.ts';
import { contentTypes, relations, zipParts } from './ooxml.ts';

/** The name of its sheet, which the chart's formulas use. */
export const chartSheet = 'Data';

/**
 * The workbook that "Edit data" opens: label, value, ends of the interval, its reach above and below,
 * and the figure's id; a row a point.
 */
export function chartBook(chart: NativeChart, lang: Lang, mark: string): Uint8Array {
  const head = [
    '',
    chart.name,
    message(lang, 'reports.office.column.low'),
    message(lang, 'reports.office.column.high'),
    '+',
    '−',
    'id',
  ];
  const columns: BookColumn[] = head.map((header, index) => ({
    header,
    width: [44, 16, 14, 14, 12, 12, 60][index] as number,
  }));
  const rows = chart.points.map(({ label, figure }): BookCell[] => {
    if (!figure) return [label];
    const { plus, minus } = reach(figure);
    return [
      label,
      valueCell(figure, figure.value),
      valueCell(figure, figure.low),
      valueCell(figure, figure.high),
      valueCell(figure, plus),
      valueCell(figure, minus),
      figure.id,
    ];
  });
  const inCells = () => undefined;
  const header = head.map((value) => ({ value, style: 'header' }) as const);
  const body = [header, ...rows].map((row, index) => rowXml(index + 1, row, columns, inCells));
  const { main, office, type } = xlsxNames;
  return zipParts({
    '[Content_Types].xml': contentTypes(
      {
        rels: 'application/vnd.openxmlformats-package.relationships+xml',
        xml: 'application/xml',
      },
      [
        ['xl/workbook.xml', `${type}.sheet.main+xml`],
        ['xl/worksheets/sheet1.xml', `${type}.worksheet+xml`],
        ['xl/styles.xml', `${type}.styles+xml`],
        ['xl/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'],
      ],
    ),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${chartSheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['theme', 'theme/theme1.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
    'xl/theme/theme1.xml': themeXml(),
    'xl/worksheets/sheet1.xml': `${sheetStart(columns, true)}${body.join('')}${sheetEnd(undefined, mark)}`,
  });
}
