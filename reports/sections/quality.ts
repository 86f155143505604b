import type { MessageKey } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { type Html, html } from '../text/html.ts';
import { sourceName } from './chart-figure.ts';
import { runningClocks } from './clocks.ts';
import { type Context, capital, type Section } from './context.ts';
import { definitionLink } from './definition-link.ts';
import { folded, table } from './table.ts';

const fieldNames: Record<string, MessageKey> = {
  sex: 'reports.field.sex',
  age_band: 'reports.field.age',
  disability: 'reports.field.disability',
  province: 'reports.column.province',
  regency: 'reports.column.regency',
  category: 'reports.column.category',
  classification: 'reports.field.classification',
  channel: 'reports.column.channel',
  agency: 'reports.column.agency',
  agency_type: 'reports.column.agency-type',
  reason: 'reports.column.reason',
  anonymity: 'reports.field.anonymity',
  status: 'reports.column.state',
  rating: 'reports.field.rating',
  events: 'reports.field.events',
};

const fieldName = (context: Context, field: string) => {
  const key = fieldNames[field];
  return key ? context.t(key) : field;
};

/** How complete the data are: unknown by field, rows read, names that no seed resolves. */
export function quality(context: Context): Section {
  return {
    id: 'quality',
    title: context.t('reports.quality.title'),
    body: html`${events(context)}${coverage(context)}${provinces(context)}${times(context)}${sources(context)}${unresolved(context)}`,
  };
}

function events(context: Context): Html | undefined {
  const figure = context.find('coverage', 'unknown', 'share', {
    field: 'events',
    quarter: context.period,
  });
  if (figure?.value == null || figure.value >= 1 || figure.value === 0) {
    return undefined;
  }
  return html`<p>${context.h('reports.quality.events', { value: context.figure(figure, 'prose') })}</p>`;
}

function coverage(context: Context): Html | undefined {
  const rows = context
    .rows('coverage', { metric: 'unknown', statistic: 'share', dims: { quarter: context.period } })
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.id < b.id ? -1 : 1));
  if (rows.length === 0) return undefined;
  const available = new Map(
    context.release.manifest.fields.map((field) => [field.field, field.available] as const),
  );
  const isThere = (figure: Figure) =>
    available.get(figure.dims.field as string) ?? figure.value !== 1;
  rows.sort((a, b) => Number(isThere(b)) - Number(isThere(a)));
  return table(context, {
    caption: context.t('reports.quality.coverage', {
      quarter: context.quarterName(context.period),
    }),
    columns: [
      { head: context.t('reports.column.field') },
      { head: context.t('reports.column.unknown'), definition: 'unknown' },
      { head: context.t('reports.column.unknown-before'), definition: 'unknown' },
      { head: context.t('reports.column.column-in-source'), text: true },
    ],
    rows: rows.map((figure) => {
      const field = figure.dims.field as string;
      const has = isThere(figure);
      return {
        cells: [
          capital(fieldName(context, field)),
          has ? figure : context.t('reports.not-available'),
          has
            ? context.find('coverage', 'unknown', 'share', { field, quarter: context.before })
            : context.t('reports.not-available'),
          context.t(has ? 'reports.yes' : 'reports.no'),
        ],
      };
    }),
    note: context.t('reports.quality.coverage.note'),
  });
}

const most = 10;

/** Provinces where an attribute goes unrecorded more than in the nation, their whole interval above it. */
function provinces(context: Context): Html | undefined {
  const quarter = context.period;
  const rows = attributes.flatMap((field) => {
    const nation = context.find('coverage', 'unknown', 'share', { field, quarter });
    const nationwide = nation?.value;
    if (nationwide == null || nationwide === 1) return [];
    return context
      .rows('coverage_by_province', {
        metric: 'unknown',
        statistic: 'share',
        dims: { field, quarter },
      })
      .filter((row) => row.dims.province !== 'unknown' && (row.low ?? 0) > nationwide)
      .map((row) => ({ field, row }));
  });
  if (rows.length === 0) return undefined;
  rows.sort((a, b) => (b.row.value ?? 0) - (a.row.value ?? 0) || (a.row.id < b.row.id ? -1 : 1));
  return table(context, {
    caption: context.t('reports.quality.provinces', { quarter: context.quarterName(quarter) }),
    columns: [
      { head: context.t('reports.column.province') },
      { head: context.t('reports.column.field'), text: true },
      { head: context.t('reports.column.n') },
      { head: context.t('reports.column.unknown'), definition: 'unknown' },
      { head: context.t('reports.column.interval'), definition: 'interval' },
      { head: context.t('reports.column.unknown-before'), definition: 'unknown' },
    ],
    onPaper: most,
    rows: rows.map(({ field, row }) => ({
      cells: [
        context.label('province', row.dims.province as string),
        fieldName(context, field),
        context.sampleSize(row),
        row,
        context.interval(row),
        context.find('coverage_by_province', 'unknown', 'share', {
          field,
          province: row.dims.province as string,
          quarter: context.before,
        }),
      ],
    })),
    note: context.t('reports.reading-aid'),
  });
}

const attributes = ['sex', 'age_band', 'disability'] as const;
const problems = ['time_unknown', 'time_invalid', 'calendar_missing'] as const;

/** Cases whose times cannot be used, by clock: counted, and in no curve. */
function times(context: Context): Html | undefined {
  const rows = runningClocks(context).map((clock) => ({
    clock,
    figures: problems.map((statistic) =>
      context.find('series', clock.metric, statistic, { quarter: context.period }),
    ),
  }));
  if (!rows.some(({ figures }) => figures.some((figure) => figure?.value))) return undefined;
  return table(context, {
    caption: context.t('reports.quality.times', { quarter: context.quarterName(context.period) }),
    columns: [
      { head: context.t('reports.column.stage') },
      { head: context.t('reports.column.time-unknown') },
      { head: context.t('reports.column.time-invalid') },
      { head: context.t('reports.column.calendar-missing') },
    ],
    rows: rows.map(({ clock, figures }) => ({
      cells: [definitionLink(clock.key, context.t(clock.name)), ...figures],
    })),
  });
}

/** Rows that are neither landed, rejected nor duplicate are of reports that were erased before. */
function erasedNote({ release, t }: Context): { note?: string } {
  const erased = release.manifest.sources.reduce(
    (sum, { rows_read, rows_landed, rows_rejected, rows_duplicate }) =>
      sum + rows_read - rows_landed - rows_rejected - rows_duplicate,
    0,
  );
  return erased > 0 ? { note: t('reports.quality.sources.erased', { rows: erased }) } : {};
}

function sources(context: Context): Html {
  const number = (value: number) =>
    html`<span data-count="${value}">${context.count(value)}</span>`;
  return folded(
    context.t('reports.quality.sources.summary'),
    table(context, {
      caption: context.t('reports.quality.sources.caption'),
      ...erasedNote(context),
      columns: [
        { head: context.t('reports.column.source') },
        { head: context.t('reports.column.kind'), text: true },
        { head: context.t('reports.column.rows-read') },
        { head: context.t('reports.column.rows-landed') },
        { head: context.t('reports.column.rows-rejected') },
        { head: context.t('reports.column.rows-duplicate') },
        { head: context.t('reports.column.known-to'), text: true },
      ],
      rows: context.release.manifest.sources.map((source) => ({
        cells: [
          sourceName(source.source),
          context.t(kindNames[source.kind] ?? 'reports.kind.complaint'),
          number(source.rows_read),
          number(source.rows_landed),
          number(source.rows_rejected),
          number(source.rows_duplicate),
          source.known_to ? context.date(source.known_to) : '...',
        ],
      })),
    }),
  );
}

const kindNames: Record<string, MessageKey> = {
  complaint: 'reports.kind.complaint',
  attribute: 'reports.kind.attribute',
  event: 'reports.kind.event',
};

function unresolved(context: Context): Html | undefined {
  const { unresolved: rows } = context.release.manifest;
  if (rows.length === 0) return undefined;
  const items = rows.map(
    (row) =>
      html`<li>${context.h('reports.quality.unresolved.item', {
        field: fieldName(context, row.dimension),
        names: row.names,
        n: row.n,
      })}</li>`,
  );
  return html`<p>${context.t('reports.quality.unresolved')}</p><ul>${items}</ul>`;
}
