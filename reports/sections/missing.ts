import type { MessageKey } from '../../base/index.ts';
import { html } from '../text/html.ts';
import type { Context, MissingKey, Section } from './context.ts';

/** The one box that names everything that is not here: what, why, and whom to ask. */
export function missingBox(context: Context, keys: readonly MissingKey[]): Section {
  const section = { id: 'missing', title: context.t('reports.missing.title') };
  const unique = [...new Set(keys)];
  if (unique.length === 0) return section;
  const part = (key: MissingKey, name: 'what' | 'why' | 'whom') =>
    context.t(`reports.missing.${key}.${name}` as MessageKey);
  const rows = unique.map(
    (key) =>
      html`<li><p><strong>${part(key, 'what')}.</strong> ${part(key, 'why')} ${part(key, 'whom')}</p></li>`,
  );
  return {
    ...section,
    body: html`<p>${context.t('reports.missing.lead')}</p><ul>${rows}</ul>`,
  };
}
