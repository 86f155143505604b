import type { MessageKey } from '../../base/index.ts';
import { type Html, html } from '../text/html.ts';
import type { Context } from './context.ts';
import { type DefinitionKey, definitionLink } from './definition-link.ts';

/** Terms that are said in a few words where a page first uses them, in this order. */
const terms: readonly DefinitionKey[] = [
  'clear',
  'received-valid',
  'archived',
  'open',
  'postponed',
  'backlog',
  'reason',
  'incidence',
  'median',
  'within-limit',
  'interval',
  'unknown',
];

/** What page one has room for: without these its sentences mislead. */
export const onPageOne = ['clear', 'archived', 'open', 'postponed', 'backlog'] as const;

/**
 * The terms of a part of the page, in a few words each, that no earlier part has told: those that it
 * links to. What it tells is added to `told`.
 * @param more terms that it uses without a link
 * @param only the terms that it may tell: the others wait for the next part that links to them
 */
export function gloss(
  context: Context,
  part: Html,
  told: Set<string>,
  more: readonly DefinitionKey[] = [],
  only: readonly DefinitionKey[] = terms,
): Html | undefined {
  const linked = new Set<string>(
    [...part.text.matchAll(/href="#def-([a-z0-9-]+)"/g)].map(([, key]) => key as string),
  );
  for (const key of more) linked.add(key);
  const fresh = only.filter((key) => linked.has(key) && !told.has(key));
  if (fresh.length === 0) return undefined;
  const said = fresh.map((key) => {
    told.add(key);
    const term = definitionLink(key, context.t(`reports.def.${key}.term` as MessageKey));
    return html`${term}: ${context.t(`reports.gloss.${key}` as MessageKey)}. `;
  });
  return html`<p class="small terms">${said}</p>`;
}
