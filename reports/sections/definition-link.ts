import type { Figure } from '../../release/index.ts';
import { type Html, html, type Part } from '../text/html.ts';

/** Every figure has one of these; the anchors are `#def-<key>`. */
export const definitionKeys = [
  'received',
  'per-100k',
  'received-valid',
  'resolved',
  'archived',
  'unresolved',
  'open',
  'postponed',
  'reason',
  'verify',
  'respond-agency',
  'respond-citizen',
  'resolve',
  'incidence',
  'median',
  'within-limit',
  'rating',
  'backlog',
  'returned',
  'unknown',
  'interval',
  'clear',
  'as-of',
  'provisional',
] as const;
export type DefinitionKey = (typeof definitionKeys)[number];

const byStatistic: Record<string, DefinitionKey> = {
  per_100k: 'per-100k',
  median: 'median',
  p90: 'median',
  within_limit: 'within-limit',
};

const byMetric: Record<string, DefinitionKey> = {
  received: 'received',
  received_valid: 'received-valid',
  deleted: 'received-valid',
  withdrawn: 'received-valid',
  resolved: 'resolved',
  archived: 'archived',
  postponed: 'postponed',
  open_within: 'open',
  open_beyond: 'open',
  unresolved: 'unresolved',
  unresolved_reason: 'reason',
  rating: 'rating',
  backlog: 'backlog',
  returned: 'returned',
  unknown: 'unknown',
  verify: 'verify',
  respond_agency: 'respond-agency',
  respond_citizen: 'respond-citizen',
  resolve: 'resolve',
};

/** The definition that says what a figure is. */
export function definitionOf(figure: Pick<Figure, 'metric' | 'statistic'>): DefinitionKey {
  if (figure.statistic.startsWith('incidence')) return 'incidence';
  return byStatistic[figure.statistic] ?? byMetric[figure.metric] ?? 'received';
}

export function definitionLink(key: DefinitionKey, content: Part): Html {
  return html`<a class="def" href="#def-${key}">${content}</a>`;
}
