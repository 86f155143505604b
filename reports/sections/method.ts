import type { MessageKey } from '../../base/index.ts';
import { type Html, html } from '../text/html.ts';
import { sourceNames } from './chart-figure.ts';
import { type Context, capital, type Section } from './context.ts';
import { type DefinitionKey, definitionKeys } from './definition-link.ts';

/** How the figures were made, and what was declared about the sources. */
export function method(context: Context): Section {
  const { manifest } = context.release;
  const weekdays = manifest.calendars.includes('weekdays');
  const foreign = manifest.region_schemes.includes('source');
  const items: MessageKey[] = [
    'reports.method.cohort',
    ...(manifest.calendars.includes('weekdays') && manifest.calendars.length === 1
      ? []
      : (['reports.method.days'] as const)),
    ...(weekdays ? (['reports.method.weekdays'] as const) : []),
    ...(foreign ? (['reports.method.regions'] as const) : []),
    'reports.method.competing',
    'reports.method.interval',
    'reports.method.minimum',
    'reports.method.comparison',
    'reports.method.findings',
    'reports.method.rounding',
    ...(isFirst(context) ? (['reports.method.first'] as const) : []),
  ];
  const params = {
    quarter: context.quarterName(context.period),
    as_of: context.date(manifest.as_of),
    days: manifest.as_of_working_days,
  };
  return {
    id: 'method',
    title: context.t('reports.method.title'),
    body: html`<ul>${items.map((key) => html`<li>${context.h(key, params)}</li>`)}</ul>`,
  };
}

/** No version before it, and no earlier release of which it says anything otherwise. */
function isFirst({ release }: Context): boolean {
  return !release.manifest.supersedes && (release.revisions ?? []).length === 0;
}

/**
 * What each figure means; figures and headings link here. Only what the page uses: what it links to, or
 * names.
 * @param page all other parts of the page
 */
export function definitions(context: Context, page: readonly Html[]): Section {
  const written = page.map(({ text }) => text).join('\n');
  const inLower = written.toLowerCase();
  const isUsed = (key: DefinitionKey) =>
    written.includes(`href="#def-${key}"`) ||
    inLower.includes(context.t(`reports.def.${key}.term` as MessageKey).toLowerCase());
  const entries = definitionKeys
    .filter(isUsed)
    .map(
      (key) =>
        html`<div><dt id="def-${key}">${context.t(`reports.def.${key}.term` as MessageKey)}</dt><dd>${context.t(`reports.def.${key}.text` as MessageKey)}</dd></div>`,
    );
  return {
    id: 'definitions',
    title: context.t('reports.definitions.title'),
    body: html`<dl class="definitions">${entries}</dl>`,
  };
}

/** What complaints can and cannot say. */
export function caveat(context: Context): Section {
  return {
    id: 'caveat',
    title: context.t('reports.caveat.title'),
    body: html`<p>${context.t('reports.caveat.text')}</p>`,
  };
}

/** The source line: sources, release, its hash, software. */
export function colophon(context: Context) {
  const { manifest, sha256, version, period } = context.release;
  return html`<p class="small">${context.h('reports.colophon', {
    sources: sourceNames(context),
    release: `${period} v${version}`,
    as_of: context.date(manifest.as_of),
    software: `${capital(manifest.software.name)} ${manifest.software.version}`,
  })}</p><p class="small hash">${context.t('reports.colophon.hash')} <code>${sha256}</code></p>`;
}
