import { sizeHtml, wayHtml } from '../findings/change.ts';
import { furtherFindings, isLarge } from '../findings/choose.ts';
import { findingSentence } from '../findings/sentence.ts';
import { html } from '../text/html.ts';
import type { Context, Section } from './context.ts';

/**
 * What is clear and not on page one, so that a reader finds all that is clear somewhere: what the limits
 * of page one cut off, and what is clear but small. No section where page one says it all.
 */
export function further(context: Context): Section {
  const list = furtherFindings(context.release.comparisons);
  const section = { id: 'further', title: context.t('reports.further.title') };
  if (list.length === 0) return section;
  const items = list.map((one) => {
    const small = isLarge(one) ? '' : ` ${context.t('reports.further.small')}`;
    const change = context.h('reports.further.size', { change: sizeHtml(context, one) });
    return html`<li>${findingSentence(context, one)}. <span class="small">${wayHtml(context, one)}${change}${small}</span></li>`;
  });
  return {
    ...section,
    body: html`<p>${context.t('reports.further.lead', { n: list.length })}</p><ul>${items}</ul>`,
  };
}
