import { xlsxNames } from './xlsx-xml.ts';

/** How a cell of a book looks; numbers and days keep their underlying value. */
export const cellStyles = [
  'general',
  'text',
  'whole',
  'decimal',
  'percent',
  'day',
  'header',
  'wrap',
  'title',
  'mark',
  'strong',
  'id',
  'link',
  'whole-provisional',
  'decimal-provisional',
  'percent-provisional',
  'header-right',
  'text-right',
] as const;
export type CellStyle = (typeof cellStyles)[number];

const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';

/** Number format, font, fill, border, alignment; formats 3, 4 and 49 are Excel's own. */
const looks: Record<CellStyle, [number, number, number, number, string]> = {
  general: [0, 0, 0, 0, top],
  text: [49, 0, 0, 0, top],
  whole: [3, 0, 0, 0, top],
  decimal: [4, 0, 0, 0, top],
  percent: [165, 0, 0, 0, top],
  day: [164, 0, 0, 0, top],
  header: [49, 1, 2, 1, '<alignment vertical="center" wrapText="1"/>'],
  wrap: [49, 0, 0, 0, wrapped],
  title: [49, 2, 0, 0, top],
  mark: [49, 3, 3, 0, top],
  strong: [49, 1, 0, 0, wrapped],
  id: [49, 4, 0, 0, top],
  link: [49, 5, 0, 0, wrapped],
  'whole-provisional': [166, 0, 0, 0, top],
  'decimal-provisional': [167, 0, 0, 0, top],
  'percent-provisional': [168, 0, 0, 0, top],
  'header-right': [49, 1, 2, 1, '<alignment horizontal="right" vertical="center" wrapText="1"/>'],
  'text-right': [49, 0, 0, 0, '<alignment horizontal="right" vertical="top"/>'],
};

const font = (size: number, more = '', colour = '') =>
  `<font>${more}<sz val="${size}"/>${colour && `<color rgb="FF${colour}"/>`}<name val="Calibri"/><family val="2"/></font>`;
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

/** xl/styles.xml; a cell's attribute `s` is the place of its style in `cellStyles`. */
export function stylesXml(): string {
  const formats = cellStyles.map((style) => {
    const [number, fontId, fill, border, alignment] = looks[style];
    return (
      `<xf numFmtId="${number}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0"` +
      `${number > 0 ? ' applyNumberFormat="1"' : ''} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
    );
  });
  const line =
    '<left/><right/><top/><bottom style="thin"><color rgb="FF7F7F7F"/></bottom><diagonal/>';
  return (
    `<styleSheet xmlns="${xlsxNames.main}"><numFmts count="5">` +
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0%"/>' +
    // A provisional number stays a number; its sign is part of the format.
    ['#,##0', '#,##0.00', '0.0%']
      .map((code, index) => `<numFmt numFmtId="${166 + index}" formatCode="${code}&quot;*&quot;"/>`)
      .join('') +
    '</numFmts>' +
    `<fonts count="6">${font(11)}${font(11, '<b/>')}${font(14, '<b/>')}` +
    '<font><b/><sz val="12"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>' +
    `${font(9, '', '6E7781')}${font(11, '<u/>', '1F5FA8')}</fonts>` +
    '<fills count="4"><fill><patternFill patternType="none"/></fill>' +
    `<fill><patternFill patternType="gray125"/></fill>${solid('E7ECEF')}${solid('9C1C1C')}</fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${line}</border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
