import type { MessageKey } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { type Html, html } from '../text/html.ts';
import type { Context, MissingKey, Section } from './context.ts';

const owner: MessageKey = 'reports.missing.ask.owner';

/** Who keeps what the admin export of SP4N-LAPOR! does not carry. */
const keepers: Partial<Record<MissingKey, MessageKey>> = {
  sex: 'reports.missing.ask.attributes',
  age_band: 'reports.missing.ask.attributes',
  disability: 'reports.missing.ask.attributes',
  clocks: 'reports.missing.ask.events',
  low_coverage: 'reports.missing.ask.events',
  reason: 'reports.missing.ask.export',
  rating: 'reports.missing.ask.export',
  channel: 'reports.missing.ask.export',
  category: 'reports.missing.ask.export',
  agency: 'reports.missing.ask.export',
  regency: 'reports.missing.ask.export',
};

/** The one box: what is not available, unknown of many, or hidden; why, and whom to ask. */
export function missingBox(context: Context, keys: readonly MissingKey[]): Section {
  const section = { id: 'missing', title: context.t('reports.missing.title') };
  const unique = [...new Set(keys)];
  const partial = partialFields(context).filter(({ key }) => !unique.includes(key));
  // A review holds no figure by what reporters are.
  const isReview = context.release.scope.coordinator !== undefined;
  const hidden = isReview
    ? [html`<li><p>${context.t('reports.missing.hidden.text')}</p></li>`]
    : [];
  if (unique.length + partial.length + hidden.length === 0) return section;
  const isThere = (key: MissingKey) => isRecorded(context, key);
  const part = (key: MissingKey, name: 'what' | 'why') =>
    context.t(`reports.missing.${key}.${name}` as MessageKey);
  const lapor = context.release.manifest.sources.some(({ source }) => source === 'lapor');
  const ask = (key: MissingKey) => context.t(lapor ? (keepers[key] ?? owner) : owner);
  const askMore = context.t(lapor ? 'reports.missing.ask.fuller' : owner);
  const [absent, few] = [unique.filter((key) => !isThere(key)), unique.filter(isThere)];
  const rows = absent.map(
    (key) =>
      html`<li><p><strong>${part(key, 'what')}.</strong> ${part(key, 'why')} ${ask(key)}</p></li>`,
  );
  const scarce = few.map(
    (key) =>
      html`<li><p><strong>${part(key, 'what')}.</strong> ${context.t('reports.missing.few.why')}</p></li>`,
  );
  const unknown = partial.map(
    ({ key, figure }) =>
      html`<li><p><strong>${part(key, 'what')}.</strong> ${context.h('reports.missing.partial', {
        value: context.figure(figure, 'prose'),
      })} ${askMore}</p></li>`,
  );
  return {
    ...section,
    body: html`${listed(context, 'reports.missing.unavailable', rows)}${listed(context, 'reports.missing.few', scarce)}${listed(context, 'reports.missing.unknown', unknown)}${listed(context, 'reports.missing.hidden', hidden)}`,
  };
}

/** Different things, each under its own name. */
function listed(context: Context, key: MessageKey, items: readonly Html[]): Html | undefined {
  if (items.length === 0) return undefined;
  return html`<h3>${context.t(key)}</h3><ul>${items}</ul>`;
}

/** Some source has it, so that too few reports of the period are why it is not shown, and nobody need be asked. */
function isRecorded({ release }: Context, key: MissingKey): boolean {
  const name = key === 'clocks' ? 'events' : key;
  return release.manifest.fields.some(
    ({ field, available, n_known }) => field === name && available && n_known > 0,
  );
}

/** From this share of the quarter's reports on, what is unknown is named in the box. */
const much = 0.2;

/** Attributes that some source records, but not of many reports. */
function partialFields(context: Context): { key: MissingKey; figure: Figure }[] {
  const fields = ['sex', 'age_band', 'disability'] as const;
  return fields.flatMap((key) => {
    const figure = context.find('coverage', 'unknown', 'share', {
      field: key,
      quarter: context.period,
    });
    return figure?.value != null && figure.value >= much ? [{ key, figure }] : [];
  });
}
