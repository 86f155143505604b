import { html } from '../text/html.ts';
import { type Context, capital, type Section } from './context.ts';
import { table } from './table.ts';

const types = ['provinsi', 'kabupaten', 'kota'] as const;

/** Local governments, whose reports reach a coordinating ministry by their sector: an assumption. */
export function localGovernments(context: Context): Section {
  const title = context.t('reports.local.title');
  const of = (type: string, metric: string, statistic: string) =>
    context.find('by_agency_type', metric, statistic, {
      agency_type: type,
      quarter: context.period,
    });
  const there = types.filter((type) => (of(type, 'received', 'count')?.value ?? 0) > 0);
  const assumption = html`<p>${context.t('reports.local.assumption')}</p>`;
  if (there.length === 0) {
    return {
      id: 'local',
      title,
      body: html`${assumption}<p>${context.t('reports.local.none')}</p>`,
    };
  }
  const rows = there.map((type) => ({
    cells: [
      capital(context.label('agency_type', type)),
      of(type, 'received', 'count'),
      of(type, 'resolved', 'share'),
      of(type, 'unresolved', 'share'),
      of(type, 'respond_agency', 'within_limit'),
      of(type, 'respond_citizen', 'median'),
    ],
  }));
  const contents = table(context, {
    caption: context.t('reports.local.caption', { quarter: context.quarterName(context.period) }),
    columns: [
      { head: context.t('reports.column.local-government') },
      { head: context.t('reports.column.received'), definition: 'received' },
      { head: context.t('reports.column.resolved'), definition: 'resolved' },
      { head: context.t('reports.column.unresolved'), definition: 'unresolved' },
      { head: context.t('reports.column.in-time'), definition: 'within-limit' },
      { head: context.t('reports.column.median'), definition: 'median' },
    ],
    rows,
  });
  return { id: 'local', title, body: html`${assumption}${contents}` };
}
