import type { IsoDate } from './dates.ts';
import { type CellStyle, cellStyles } from './xlsx-styles.ts';
import { columnLetters, escapeXml, textElement, xlsxNames } from './xlsx-xml.ts';

/**
 * A cell of a book: text (never a formula, whatever it begins with), a number, a truth value, a day, or
 * nothing. A value with a style of its own goes before the style of its column; its `link` is a place in
 * the same book, as `'T1.1'!A1`.
 */
export type BookCell =
  | string
  | number
  | boolean
  | null
  | undefined
  | { day: IsoDate }
  | { value: string | number; style: CellStyle; link?: string };

export interface BookColumn {
  /** Absent in every column: the sheet has no header row. */
  header?: string;
  /** In characters. */
  width: number;
  /** Of its numbers, or of its text; default plain numbers, text as text. */
  style?: CellStyle;
  /** Its texts hardly repeat: they are kept out of the table of shared texts. */
  distinct?: boolean;
  /** Its header stands over numbers, at the right. */
  right?: boolean;
  /** Folds away with its neighbours by one click; shown at first. */
  folds?: boolean;
}

/** The place of a text in the table of shared ones; undefined where it stands in the cell itself. */
export type ShareText = (text: string) => number | undefined;

/** Points. */
const lineHeight = 15;
const styleNumber = new Map<CellStyle, number>(cellStyles.map((style, index) => [style, index]));

/** Days since 1899-12-30, as Excel counts them. */
function daySerial(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** One row of a sheet as XML; empty cells are left out. */
export function rowXml(
  row: number,
  cells: readonly BookCell[],
  columns: readonly BookColumn[],
  share: ShareText,
): string {
  const lines = linesOf(cells, columns);
  const height = lines > 1 ? ` ht="${lines * lineHeight}" customHeight="1"` : '';
  let xml = `<row r="${row}"${height}>`;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === null || cell === undefined || cell === '') continue;
    xml += cellXml(cell, columnLetters(index) + row, columns[index], share);
  }
  return `${xml}</row>`;
}

/** Lines that the longest wrapped text takes; some programs show one line unless they are told. */
function linesOf(cells: readonly BookCell[], columns: readonly BookColumn[]): number {
  let lines = 1;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index] as BookColumn;
    const cell = cells[index];
    if (
      typeof cell === 'object' &&
      cell !== null &&
      'style' in cell &&
      cell.style.startsWith('header')
    ) {
      lines = Math.max(lines, Math.ceil((String(cell.value).length * 1.2) / column.width));
    }
    if ((column.style === 'wrap' || column.style === 'strong') && typeof cell === 'string') {
      lines = Math.max(lines, Math.ceil((cell.length * 1.1) / column.width));
    }
  }
  return lines;
}

function open(reference: string, style: CellStyle): string {
  return `<c r="${reference}" s="${styleNumber.get(style)}"`;
}

function cellXml(
  cell: NonNullable<BookCell>,
  reference: string,
  column: BookColumn | undefined,
  share: ShareText,
): string {
  const style = typeof cell === 'object' && 'style' in cell ? cell.style : column?.style;
  const value = typeof cell === 'object' && 'value' in cell ? cell.value : cell;
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value)
        ? `${open(reference, style ?? 'general')}><v>${value}</v></c>`
        : '';
    case 'boolean':
      return `${open(reference, style ?? 'general')} t="b"><v>${value ? 1 : 0}</v></c>`;
    case 'object':
      return `${open(reference, style ?? 'day')}><v>${daySerial(value.day)}</v></c>`;
    default: {
      const place = column?.distinct ? undefined : share(value);
      const start = open(reference, style ?? 'text');
      return place === undefined
        ? `${start} t="inlineStr"><is>${textElement(value)}</is></c>`
        : `${start} t="s"><v>${place}</v></c>`;
    }
  }
}

/**
 * A sheet's XML up to its rows: a frozen header where there is one, and the widths of columns.
 * @param above rows before the header
 * @param frozen columns at the left that stay in sight
 */
export function sheetStart(
  columns: readonly BookColumn[],
  active: boolean,
  { above = 0, frozen = 0 } = {},
): string {
  const header = columns.some((column) => column.header !== undefined);
  const cell = `${columnLetters(frozen)}${above + 2}`;
  const [across, corner] = frozen > 0 ? [` xSplit="${frozen}"`, 'bottomRight'] : ['', 'bottomLeft'];
  const pane = header
    ? `<pane${across} ySplit="${above + 1}" topLeftCell="${cell}" activePane="${corner}" state="frozen"/><selection pane="${corner}"/>`
    : '';
  const selected = active ? ' tabSelected="1"' : '';
  const widths = columns
    .map(({ width, folds }, index) => {
      const place = `min="${index + 1}" max="${index + 1}"`;
      return `<col ${place} width="${width}" customWidth="1"${folds ? ' outlineLevel="1"' : ''}/>`;
    })
    .join('');
  return (
    `<worksheet xmlns="${xlsxNames.main}">` +
    '<sheetPr><outlinePr summaryRight="0"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0"${selected}>${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"${columns.some(({ folds }) => folds) ? ' outlineLevelCol="1"' : ''}/><cols>${widths}</cols><sheetData>`
  );
}

/**
 * The rest of a sheet after its rows.
 * @param filter cells that a filter stands over, as `A1:F20`
 * @param links cells that lead to a place in the same book
 * @param mark printed at the head of every page
 */
export function sheetEnd(
  filter: string | undefined,
  mark: string,
  links: readonly { cell: string; to: string }[] = [],
): string {
  const line = escapeXml(mark.replaceAll('&', '&&'));
  const list = links.map(
    ({ cell, to }) => `<hyperlink ref="${cell}" location="${escapeXml(to)}"/>`,
  );
  const linked = list.length > 0 ? `<hyperlinks>${list.join('')}</hyperlinks>` : '';
  return (
    `</sheetData>${filter === undefined ? '' : `<autoFilter ref="${filter}"/>`}${linked}` +
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddHeader>&amp;C&amp;B${line}</oddHeader><oddFooter>&amp;C${line} &amp;A &amp;P/&amp;N</oddFooter></headerFooter></worksheet>`
  );
}
