import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const font =
  '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2';

/** The typeface inside the page: no request leaves it. */
export function fontFace(): string {
  const file = createRequire(import.meta.url).resolve(font);
  const data = readFileSync(file).toString('base64');
  return `@font-face{font-family:"Plus Jakarta Sans";font-weight:200 800;font-style:normal;font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2")}\n`;
}

const cssString = (text: string) => `"${text.replace(/["\\]/g, '\\$&').replace(/[\n<]/g, ' ')}"`;

/** What every printed page repeats: the restriction, the release, the page's number. */
export function printHeader(marks: string, release: string): string {
  return `@page{size:A4;margin:22mm 18mm 18mm;@top-left{content:${cssString(marks)};font:600 8pt "Plus Jakarta Sans",sans-serif;color:#1b1f24}@top-right{content:${cssString(release)};font:8pt "Plus Jakarta Sans",sans-serif;color:#57606a}@bottom-right{content:counter(page) " / " counter(pages);font:8pt "Plus Jakarta Sans",sans-serif;color:#57606a}}\n`;
}

/** Three sizes of text in all: 28, 17 and 13 px (20, 10.5 and 8.5 pt on paper). */
export const styles = `
:root{--ink:#1b1f24;--muted:#57606a;--line:#d5d9de;--accent:#1f5fa8;--pale:#d3e0f0;--worse:#c8641b;--grey:#8b949e;--paper:#fff;color-scheme:light}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0 auto;max-width:1040px;padding:0 16px 64px;background:var(--paper);color:var(--ink);font:400 17px/27px "Plus Jakarta Sans",system-ui,sans-serif;font-variant-numeric:tabular-nums;word-spacing:.04em;overflow-wrap:break-word;hyphens:manual}
p,ul,ol,dl,h1,h2,h3,figure{margin:0}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:3px}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:8px;background:var(--paper);padding:8px 12px;z-index:1}
header,main,nav,section,figure{min-width:0}
header{padding-top:32px;max-width:720px}
.small{font-size:13px;line-height:20px;color:var(--muted)}
.marks{font-size:13px;line-height:20px;letter-spacing:.08em}
.marks strong{font-weight:700}
.marks strong+strong{margin-left:12px}
.kind{color:var(--muted)}
h1{font-size:28px;line-height:36px;font-weight:700;letter-spacing:-.01em;text-wrap:balance;margin:16px 0 12px}
h1 a,h2 a,h3 a,.findings a.def,figcaption a.def{color:inherit;text-decoration:none}
h2{font-size:17px;line-height:27px;font-weight:700;border-top:2px solid var(--ink);padding-top:10px;margin-bottom:16px}
h3{font-size:17px;line-height:25px;font-weight:600;text-wrap:balance}
section{margin-top:64px}
section>p,section>ul,section>dl,.findings{max-width:640px}
section>*+*{margin-top:20px}
section>:not(h2)+figure,section>:not(h2)+h3,section>:not(h2):not(figure)+.table{margin-top:44px}
ul{padding-left:20px}
li+li{margin-top:8px}
data.f,.none{white-space:nowrap}
sup{font-size:.75em;line-height:0;vertical-align:super}
nav{margin-top:48px;border-top:2px solid var(--ink);padding-top:12px;font-size:13px;line-height:20px}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px}
nav li+li{margin:0}
nav a{display:inline-block;padding:2px 0;color:var(--muted);text-decoration:none}
nav a:hover{color:var(--accent);text-decoration:underline}
.findings{list-style:none;padding:0;max-width:720px}
.findings li{display:grid;grid-template-columns:1fr auto;gap:4px 16px;padding:16px 0;border-top:1px solid var(--line);margin:0}
.findings li:first-child{border-top:0;padding-top:0}
.big{font-size:28px;line-height:36px;font-weight:600;letter-spacing:-.01em}
.worse{color:var(--worse)}
.findings .say{grid-column:1/-1;grid-row:2}
.findings .say .small{margin-top:4px}
.spark{display:block;align-self:center}
figure+details,figure+.table{margin-top:12px}
figcaption .small{margin-top:2px}
.chart{display:block;margin-top:16px;height:auto}
.chart.narrow{width:100%;max-width:440px}
.chart.wide{display:none}
.chart text{font-variant-numeric:tabular-nums;word-spacing:normal}
.foot{margin-top:8px}
.table{overflow-x:auto;position:relative;padding-right:8px;margin-right:-8px}
table{border-collapse:collapse;font-size:13px;line-height:20px;width:100%}
caption{text-align:left;color:var(--muted);padding-bottom:8px}
caption .code,figcaption .code{color:var(--ink);font-weight:600;margin-right:6px}
h2 .code{margin-right:6px}
caption span{display:block;max-width:calc(100vw - 32px)}
th,td{padding:5px 0 5px 12px;text-align:right;vertical-align:top;font-weight:400}
th:first-child,td:first-child{text-align:left;padding-left:0;min-width:148px}
th.t,td.t{text-align:left}
thead th{vertical-align:bottom;color:var(--muted);border-bottom:1px solid var(--ink)}
th a.def{color:inherit;text-decoration-color:var(--line);text-underline-offset:4px}
th a.def:hover{color:var(--accent);text-decoration-color:currentColor}
tbody tr{border-bottom:1px solid var(--line)}
tbody th{min-width:104px;overflow-wrap:anywhere}
.total th,.total td{font-weight:600}
.unknown th,.unknown td,.none{color:var(--muted)}
td,.ci{white-space:nowrap}
td.t{white-space:normal;min-width:14ch}
td sup{position:absolute;top:auto;margin-top:6px}
details{border-bottom:1px solid var(--line);padding:6px 0}
summary{font-size:13px;line-height:20px;color:var(--accent);cursor:pointer;padding:4px 0}
details>.table{margin-top:8px}
#missing{border:1px solid var(--ink);padding:0 16px 16px}
#missing h2{border-top:0}
.definitions div+div{margin-top:12px}
dt{font-weight:600}
dd{margin:0}
dt:target{background:var(--pale)}
code{font:inherit;overflow-wrap:anywhere}
footer{margin-top:64px;border-top:1px solid var(--line);padding-top:16px;max-width:720px}
@media (min-width:720px){
.chart.narrow{display:none}
.chart.wide{display:block;width:720px;max-width:100%}
}
@media (min-width:760px){
body{padding:0 20px 96px}
.findings li{grid-template-columns:136px 1fr 132px;gap:0 24px}
.findings .say{grid-column:2;grid-row:1}
#missing{padding:0 24px 24px}
}
@media (min-width:1040px){
header,footer{margin-left:240px}
main{display:grid;grid-template-columns:200px 720px;column-gap:40px;grid-template-areas:"nav findings" "nav rest"}
#findings{grid-area:findings}
.rest{grid-area:rest;min-width:0}
nav{grid-area:nav;margin-top:64px;position:sticky;top:32px;align-self:start}
nav ul{display:block}
nav li{padding:3px 0}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media (forced-colors:active){.chart,.spark{forced-color-adjust:none;background:#fff}}
@media print{
body{max-width:none;padding:0;font-size:10.5pt;line-height:15pt}
nav,.skip{display:none}
main{display:block}
header,footer{margin-left:0;max-width:none;padding-top:0}
h1,.big{font-size:20pt;line-height:26pt}
h2,h3{font-size:10.5pt;line-height:15pt;break-after:avoid}
.small,.marks,table,caption{font-size:8.5pt;line-height:12pt}
section{margin-top:10mm}
#findings{margin-top:5mm}
#findings>*+*{margin-top:3mm}
section>p,section>ul,section>dl{max-width:150mm}
section>h2+p,section>h3+p,section>p:has(+figure),section>p:has(+ul){break-after:avoid}
p,#missing{break-inside:avoid}
.table+p.small{break-before:avoid}
.findings{max-width:none}
.findings li{grid-template-columns:34mm 1fr 132px;gap:0 6mm;padding:2.2mm 0;break-inside:avoid}
.findings .say{grid-column:2;grid-row:1}
.chart.narrow{display:none}
.chart.wide{display:block;width:100%;max-height:205mm}
figure,.definitions div{break-inside:avoid}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody tr:first-child,tbody tr:nth-child(2){break-before:avoid}
caption{break-after:avoid}
.table{overflow:visible;padding-right:0;margin-right:0}
th,td{padding:1.2mm 0 1.2mm 2mm}
details{border:0;padding:0;display:none}
details.print{display:block}
details::details-content{content-visibility:visible;block-size:auto}
summary{display:none}
#findings{break-after:page}
table.short{break-inside:avoid}
.definitions{columns:2;column-gap:10mm;max-width:none!important}
.definitions div+div{margin-top:2mm}
.definitions div{margin-bottom:2mm}
footer{break-before:avoid}
a{color:inherit;text-decoration:none}
}
`;
