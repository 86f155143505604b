import { drawing, emu, presentation } from './ooxml.ts';
import { colours, font, tree } from './slide-xml.ts';

const colour = (name: string, value: string) =>
  `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;

export function themeXml(): string {
  const { ink, paper, muted, pale, accent, grey, line, worse } = colours;
  const scheme = [
    colour('dk1', ink),
    colour('lt1', paper),
    colour('dk2', muted),
    colour('lt2', pale),
    colour('accent1', accent),
    colour('accent2', grey),
    colour('accent3', muted),
    colour('accent4', pale),
    colour('accent5', line),
    colour('accent6', worse),
    colour('hlink', accent),
    colour('folHlink', accent),
  ];
  const face = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';
  const flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const three = (xml: string) => xml.repeat(3);
  return (
    `<a:theme ${drawing} name="Bukti"><a:themeElements><a:clrScheme name="Bukti">${scheme.join('')}</a:clrScheme>` +
    `<a:fontScheme name="Bukti"><a:majorFont>${face}</a:majorFont><a:minorFont>${face}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Bukti"><a:fillStyleLst>${three(flat)}</a:fillStyleLst><a:lnStyleLst>${three(`<a:ln w="9525">${flat}</a:ln>`)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst><a:bgFillStyleLst>${three(flat)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}

const clrMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const background =
  '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';

function holder(id: number, name: string, type: string, box: [number, number, number, number]) {
  const [x, y, w, h] = box.map(emu);
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>`;
}

const title = holder(2, 'Title', 'type="title"', [0.6, 0.75, 12.1, 1.1]);

export function slideMasterXml(): string {
  const body = holder(3, 'Body', 'type="body" idx="1"', [0.6, 2.1, 12.1, 4.6]);
  const look = (size: number, bold: 0 | 1) =>
    `<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="${size}" b="${bold}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>${font}</a:defRPr></a:lvl1pPr>`;
  return (
    `<p:sldMaster ${presentation}><p:cSld>${background}${tree(title + body)}</p:cSld>${clrMap}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>` +
    `<p:txStyles><p:titleStyle>${look(2800, 1)}</p:titleStyle><p:bodyStyle>${look(1600, 0)}</p:bodyStyle><p:otherStyle>${look(1600, 0)}</p:otherStyle></p:txStyles></p:sldMaster>`
  );
}

export function slideLayoutXml(): string {
  return `<p:sldLayout ${presentation} type="titleOnly" preserve="1"><p:cSld name="Bukti">${tree(title)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

export function notesMasterXml(): string {
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="685800"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>';
  const body = holder(3, 'Notes', 'type="body" idx="1"', [0.75, 4.4, 6, 5]);
  return `<p:notesMaster ${presentation}><p:cSld>${background}${tree(image + body)}</p:cSld>${clrMap}<p:notesStyle><a:lvl1pPr><a:defRPr sz="1100">${font}</a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>`;
}

export function presentationXml(slides: number): string {
  const list = Array.from(
    { length: slides },
    (_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 3}"/>`,
  );
  return (
    `<p:presentation ${presentation} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>` +
    `<p:sldIdLst>${list.join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`
  );
}
