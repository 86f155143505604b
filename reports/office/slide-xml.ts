import { escapeXml } from '../../base/xlsx-xml.ts';
import type { NativeChart } from './chart-model.ts';
import { emu, office, presentation } from './ooxml.ts';

/** Greys and one accent, as everywhere; `worse` for nothing else. */
export const colours = {
  ink: '1B1F24',
  muted: '57606A',
  grey: '8B949E',
  line: 'D5D9DE',
  accent: '1F5FA8',
  pale: 'D3E0F0',
  worse: 'C8641B',
  paper: 'FFFFFF',
} as const;

/** Stands on every machine with Office; others put Carlito or Arial in its place. */
export const font =
  '<a:latin typeface="Calibri" panose="020F0502020204030204" pitchFamily="34" charset="0"/>';

/** Inches from the slide's upper left corner. */
interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Paragraph {
  text: string;
  /** Points. */
  size: number;
  bold?: boolean;
  colour?: string;
  bullet?: boolean;
  right?: boolean;
  /** Points above it. */
  space?: number;
}

export type Shape = { name: string; box: Box } & (
  | { paragraphs: readonly Paragraph[]; title?: boolean; bottom?: boolean; slideNumber?: boolean }
  | { chart: NativeChart }
  | { rule: true }
);

export interface Slide {
  shapes: readonly Shape[];
  notes: readonly string[];
}

const place = ({ x, y, w, h }: Box, prefix = 'a') =>
  `<${prefix}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${prefix}:xfrm>`;

const fill = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

function paragraphXml(paragraph: Paragraph, lang: string, slideNumber = false): string {
  const { text, size, bold, colour = colours.ink, bullet, right, space = 0 } = paragraph;
  const indent = bullet ? ' marL="171450" indent="-171450"' : ' marL="0" indent="0"';
  const dot = bullet ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : '<a:buNone/>';
  const look = (tag: string) =>
    `<a:${tag} lang="${lang}" sz="${Math.round(size * 100)}" b="${bold ? 1 : 0}" dirty="0">${fill(colour)}${font}</a:${tag}>`;
  const run = slideNumber
    ? `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">${look('rPr')}<a:t>${escapeXml(text)}</a:t></a:fld>`
    : `<a:r>${look('rPr')}<a:t>${escapeXml(text)}</a:t></a:r>`;
  return `<a:p><a:pPr${indent}${right ? ' algn="r"' : ''}><a:spcBef><a:spcPts val="${Math.round(space * 100)}"/></a:spcBef>${dot}</a:pPr>${run}</a:p>`;
}

/** A slide; its charts' relations follow those of its layout and notes: `rId3` on. */
export function slideXml({ shapes }: Slide, lang: string): string {
  let charts = 0;
  const list = shapes.map((shape, index) => {
    const id = index + 2;
    const named = `id="${id}" name="${escapeXml(shape.name)}"`;
    if ('rule' in shape) {
      return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr ${named}/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${place(shape.box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525">${fill(colours.line)}</a:ln></p:spPr></p:cxnSp>`;
    }
    if ('chart' in shape) {
      charts++;
      return (
        `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr ${named} descr="${escapeXml(shape.chart.description)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${place(shape.box, 'p')}` +
        `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${office}" r:id="rId${charts + 2}"/></a:graphicData></a:graphic></p:graphicFrame>`
      );
    }
    const kind = shape.title
      ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
      : '<p:cNvSpPr txBox="1"/><p:nvPr/>';
    const anchor = shape.bottom ? 'b' : 't';
    return (
      `<p:sp><p:nvSpPr><p:cNvPr ${named}/>${kind}</p:nvSpPr><p:spPr>${place(shape.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>` +
      `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>${shape.paragraphs.map((one) => paragraphXml(one, lang, shape.slideNumber)).join('')}</p:txBody></p:sp>`
    );
  });
  return `<p:sld ${presentation}><p:cSld>${tree(list.join(''))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

/** The root of all shapes of a slide, layout or master. */
export function tree(shapes: string): string {
  return `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`;
}

/** What the speaker sees. */
export function notesXml(lines: readonly string[], lang: string): string {
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
  const text = lines.map(
    (line) =>
      `<a:p><a:r><a:rPr lang="${lang}" dirty="0"/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`,
  );
  const body = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${text.join('')}</p:txBody></p:sp>`;
  return `<p:notes ${presentation}><p:cSld>${tree(image + body)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}
