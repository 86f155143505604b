import { escapeXml } from '../../base/xlsx-xml.ts';
import type { Figure } from '../../release/index.ts';
import { chartSheet } from './chart-book.ts';
import { type ChartPoint, type NativeChart, numberFormats, reach } from './chart-model.ts';
import { drawing } from './ooxml.ts';
import { colours, font } from './slide-xml.ts';

const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const line = (colour: string, points: number, more = '') =>
  `<a:ln w="${Math.round(points * 12_700)}" cap="rnd">${solid(colour)}${more}<a:round/></a:ln>`;
const dashed = '<a:prstDash val="sysDash"/>';
/** Raised labels need no line to their points. */
const noLeaders =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>';
const noLine = '<a:ln><a:noFill/></a:ln>';

const text = (size: number, colour: string, bold = false) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${solid(colour)}${font}</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`;

/**
 * A chart of the slide as DrawingML; the values that it keeps are those of its workbook.
 * @param width of the chart on the slide, in inches
 */
export function chartXml(chart: NativeChart, lang: string, width: number): string {
  const { kind, points } = chart;
  const last = points.length + 1;
  const unit = points.find(({ figure }) => figure)?.figure?.unit ?? 'reports';
  const format = numberFormats[unit];
  const cells = (column: string) => `${chartSheet}!$${column}$2:$${column}$${last}`;
  const numbers = (column: string, of: (figure: Figure) => number | null) =>
    `<c:numRef><c:f>${cells(column)}</c:f><c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${points.length}"/>${points
      .map(({ figure }, index) => {
        const value = figure ? of(figure) : null;
        return value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
      })
      .join('')}</c:numCache></c:numRef>`;
  const name = `<c:tx><c:strRef><c:f>${chartSheet}!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(chart.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const labels = `<c:cat><c:strRef><c:f>${cells('A')}</c:f><c:strCache><c:ptCount val="${points.length}"/>${points
    .map(({ label }, index) => `<c:pt idx="${index}"><c:v>${escapeXml(label)}</c:v></c:pt>`)
    .join('')}</c:strCache></c:strRef></c:cat>`;
  const values = `<c:val>${numbers('B', ({ value }) => value)}</c:val>`;
  const bars = chart.intervals
    ? `<c:errBars>${kind === 'line' ? '<c:errDir val="y"/>' : ''}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/>` +
      `<c:plus>${numbers('E', (figure) => reach(figure).plus)}</c:plus><c:minus>${numbers('F', (figure) => reach(figure).minus)}</c:minus>` +
      `<c:spPr>${line(kind === 'line' ? colours.grey : colours.ink, 1.25)}</c:spPr></c:errBars>`
    : '';
  const inside = kind === 'rows' && chart.intervals;
  const dataLabels =
    `<c:dLbls>${inside ? outerLabels(points, format) : kind === 'line' ? raisedLabels(chart, format) : ''}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/>${noLine}</c:spPr>${text(12, inside ? colours.paper : colours.ink, true)}` +
    `<c:dLblPos val="${kind === 'line' ? 't' : inside ? 'inBase' : 'outEnd'}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>${kind === 'line' ? noLeaders : ''}</c:dLbls>`;
  const plot =
    kind === 'line'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>${name}<c:spPr>${line(colours.accent, 2.5)}</c:spPr>${marker(colours.accent)}${points.map(linePoint).join('')}${dataLabels}${bars}${labels}${values}<c:smooth val="0"/></c:ser><c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>`
      : `<c:barChart><c:barDir val="${kind === 'rows' ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>${name}<c:spPr>${solid(colours.accent)}</c:spPr><c:invertIfNegative val="0"/>${points.map(barPoint).join('')}${dataLabels}${bars}${labels}${values}</c:ser><c:gapWidth val="45"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>`;
  const [catPlace, valuePlace] = kind === 'rows' ? ['l', 't'] : ['b', 'l'];
  return (
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ${drawing}><c:date1904 val="0"/><c:lang val="${lang}"/><c:roundedCorners val="0"/>` +
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout(chart, width)}${plot}` +
    `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="${kind === 'rows' ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${catPlace}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${line(colours.line, 1)}</c:spPr>${text(12, colours.ink)}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>${top(chart)}<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="${valuePlace}"/><c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>` +
    `<c:spPr><a:noFill/>${noLine}</c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:noFill/>${noLine}</c:spPr>${text(12, colours.ink)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

/** Rows leave room for their labels on one line; left to themselves, programs leave labels out. */
function layout({ kind, points }: NativeChart, width: number): string {
  if (kind === 'columns') return '<c:layout/>';
  if (kind === 'line') return inner(0.02, 0.04, 0.96, lineHeight);
  const longest = Math.max(...points.map(({ label }) => label.length));
  const x = Math.min(0.55, (longest * 12 * 0.5) / 72 / width + 0.03);
  return inner(x, 0.02, 0.97 - x, 0.96);
}

/** The part of a line's chart that its plot takes. */
const lineHeight = 0.84;

/** The plot's place, in parts of the chart. */
function inner(x: number, y: number, w: number, h: number): string {
  const values = Object.entries({ x, y, w, h }).map(
    ([name, value]) => `<c:${name} val="${value.toFixed(3)}"/>`,
  );
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>${values.join('')}</c:manualLayout></c:layout>`;
}

/** Labels of a line stand above its intervals, not on them. */
function raisedLabels(chart: NativeChart, format: string): string {
  const most = axisEnd(chart);
  if (most === undefined) return '';
  return chart.points
    .map(({ figure }, index) => {
      const up = (reach(figure).plus / most) * lineHeight;
      const raised = `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${(-up).toFixed(4)}"/></c:manualLayout></c:layout>`;
      return pointLabel(index, format, 't', raised);
    })
    .join('');
}

function pointLabel(index: number, format: string, place: string, layout = ''): string {
  return `<c:dLbl><c:idx val="${index}"/>${layout}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/>${noLine}</c:spPr>${text(12, colours.ink, true)}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>`;
}

/** Room for the ends of all intervals; programs look at the values alone. */
function axisEnd({ intervals, points }: NativeChart): number | undefined {
  if (!intervals) return undefined;
  const highest = Math.max(...points.map(({ figure }) => figure?.high ?? figure?.value ?? 0));
  return highest > 0 ? Number((highest * 1.08).toPrecision(2)) : undefined;
}

function top(chart: NativeChart): string {
  const end = axisEnd(chart);
  return end === undefined ? '' : `<c:max val="${end}"/>`;
}

/** A bar too short for its label inside bears it in ink. */
function outerLabels(points: readonly ChartPoint[], format: string): string {
  const longest = Math.max(...points.map(({ figure }) => figure?.high ?? figure?.value ?? 0));
  return points
    .map(({ figure }, index) =>
      (figure?.value ?? 0) >= longest * 0.2 ? '' : pointLabel(index, format, 'outEnd'),
    )
    .join('');
}

function marker(colour: string, fill = colour): string {
  return `<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr>${solid(fill)}${line(colour, 1.75)}</c:spPr></c:marker>`;
}

function linePoint({ look }: ChartPoint, index: number): string {
  if (look !== 'provisional') return '';
  return `<c:dPt><c:idx val="${index}"/>${marker(colours.accent, colours.paper)}<c:bubble3D val="0"/><c:spPr>${line(colours.accent, 2.5, dashed)}</c:spPr></c:dPt>`;
}

function barPoint({ look }: ChartPoint, index: number): string {
  if (look === undefined) return '';
  const shape =
    look === 'reference'
      ? solid(colours.muted)
      : `${solid(colours.pale)}${line(colours.accent, 1.5, dashed)}`;
  return `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${shape}</c:spPr></c:dPt>`;
}
