import type { Lang } from '../../base/index.ts';
import type { Release } from '../../release/index.ts';
import { pageOne } from '../findings/page-one.ts';
import { type SectionName, sectionsByName } from '../sections/by-name.ts';
import { type Context, createContext, type Section } from '../sections/context.ts';
import { definitionLink } from '../sections/definition-link.ts';
import { further } from '../sections/further.ts';
import { gloss, onPageOne } from '../sections/gloss.ts';
import { caveat, colophon, definitions, method } from '../sections/method.ts';
import { missingBox } from '../sections/missing.ts';
import { printCodes } from '../text/codes.ts';
import { type Html, html, markup, plainText } from '../text/html.ts';
import { fontFace, printHeader, styles } from '../text/styles.ts';
import { asSentence, capital } from '../text/voice.ts';

/** What a kind of document is: its name, and its sections in the order of the page. */
export interface Document {
  /** The line above the title. */
  name(context: Context): string;
  sections: readonly (SectionName | ((context: Context) => Section))[];
}

/** A document as one self-contained page; a pure function of the release. */
export function renderPage(document: Document, release: Release, lang: Lang): string {
  const context = createContext(release, lang);
  const first = pageOne(context);
  const made = document.sections.map((part) =>
    (typeof part === 'string' ? sectionsByName[part] : part)(context),
  );
  const missing = missingBox(
    context,
    made.flatMap((section) => section.missing ?? []),
  );
  const tested = context.release.comparisons.length > 0;
  const shown = [further(context), ...made, missing, method(context)];
  const parts = [first.body, ...shown.flatMap(({ body }) => body ?? [])];
  if (tested) parts.push(html`${definitionLink('clear', '')}`);
  const sections = [...shown, definitions(context, parts), caveat(context)].filter(
    (section) => section.body !== undefined,
  );
  const told = new Set<string>();
  const terms = gloss(context, first.body, told, tested ? ['clear'] : [], onPageOne);
  const written = sections.map((section) => sectionHtml(context, section, told));
  const title = first.headline;
  const name = document.name(context);
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${plainText(title)} – ${name}</title>
<style>${markup(fontFace())}${markup(styles)}${markup(printHeader(markLine(context), `${release.period} v${release.version}`))}</style>
</head>
<body>
<a class="skip" href="#content">${context.t('reports.skip')}</a>
<header>
<p class="marks">${marks(context).map((mark) => html`<strong>${mark}</strong> `)}</p>
<p class="kind">${name}</p>
<h1>${title}</h1>
<p class="small">${releaseLine(context)}</p>
</header>
<main id="content">
<section id="findings" aria-labelledby="findings-h"><h2 id="findings-h">${context.t('reports.findings.title')}</h2>${first.body}${terms}<p class="small">${context.t('reports.findings.note')} ${first.starred ? `${context.t('reports.sign.provisional.note')} ` : ''}${first.together ? `${first.together} ` : ''}<a href="#caveat">${context.t('reports.findings.caveat')}</a></p></section>
<nav aria-label="${context.t('reports.contents')}"><ul>${sections.map(
    (section) => html`<li><a href="#${section.id}">${section.title}</a></li>`,
  )}</ul></nav>
<div class="rest">${written}</div>
</main>
<footer>${colophon(context)}</footer>
</body>
</html>
`;
  return printCodes(page.text);
}

/** A section, the terms that are new in it under its title. */
function sectionHtml(context: Context, section: Section, told: Set<string>): Html {
  const terms = section.body ? gloss(context, section.body, told) : undefined;
  return html`<section id="${section.id}" aria-labelledby="${section.id}-h"><h2 id="${section.id}-h">${section.title}</h2>${terms}${section.body}</section>
`;
}

/** TERBATAS always: an internal release; SINTETIS and SEMENTARA where the manifest says so. */
function marks(context: Context): string[] {
  const { manifest } = context.release;
  return [
    context.t('reports.mark.restricted'),
    ...(manifest.synthetic ? [context.t('reports.mark.synthetic')] : []),
    ...(manifest.provisional ? [context.t('reports.mark.provisional')] : []),
  ];
}

const markLine = (context: Context) => marks(context).join(' · ');

/** When the public may have what a document says, as the calendar had it when it was sealed. */
function momentOf({ release, lang, date, t }: Context): string {
  const [day = '', time = ''] = (release.manifest.embargo_until ?? '').split('T');
  const clock = time.slice(0, 5);
  return t('release.at', {
    date: date(day),
    time: lang === 'id' ? clock.replace(':', '.') : clock,
  });
}

function releaseLine(context: Context): string {
  const { manifest, period, version } = context.release;
  const line = context.t('reports.release-line', {
    release: `${period} v${version}`,
    as_of: context.date(manifest.as_of),
  });
  const extra = [
    manifest.reason &&
      context.t('reports.note.revision', { reason: asSentence(manifest.reason[context.lang]) }),
    manifest.embargo_until && context.t('reports.note.embargo', { at: momentOf(context) }),
    manifest.synthetic && context.t('reports.note.synthetic'),
    manifest.coverage_short && context.t('reports.note.coverage-short'),
    manifest.calendars.includes('weekdays') && context.t('reports.note.weekdays'),
    manifest.region_schemes.includes('source') && context.t('reports.note.regions'),
  ].filter((note): note is string => typeof note === 'string');
  return capital([line, ...extra].join(' '));
}
