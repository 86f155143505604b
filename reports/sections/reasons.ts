import { formatPercent } from '../../base/index.ts';
import type { Figure, SealedComparison, TableName } from '../../release/index.ts';
import { dotPlot, smallMultiples, trend } from '../charts/index.ts';
import { changeWord } from '../findings/change.ts';
import { findingSentence } from '../findings/sentence.ts';
import { type Html, html } from '../text/html.ts';
import { breakMarks } from './break-marks.ts';
import { chartFigure } from './chart-figure.ts';
import { type Context, capital, type Dimension, groups, type Section } from './context.ts';
import { isStated, toDatum, toDotRow } from './rows.ts';
import { folded, table } from './table.ts';

/** Why reports stay unresolved: open beyond the limit, postponed or archived. */
export function reasons(context: Context): Section {
  const title = context.t('reports.reasons.title');
  const known = groups(context, 'reason', 'reason', 'unresolved_reason', 'share').filter(
    (figure) => figure.value !== null,
  );
  const last = ['other', 'none_given', 'unknown'];
  const rank = (figure: Figure) => last.indexOf(figure.dims.reason as string);
  const rows = known.sort((a, b) => rank(a) - rank(b));
  if (!rows[0] || !isStated(rows[0])) return { id: 'reasons', title, missing: ['reason'] };
  return {
    id: 'reasons',
    title,
    body: html`${clearest(context, rows)}${overall(context, rows)}${panels(context, rows)}${crossed(context, 'reason_by_agency_type', 'agency_type', rows)}${crossed(context, 'reason_by_category', 'category', rows)}`,
  };
}

const count = (context: Context, figure: Figure) =>
  context.find('reason', 'unresolved_reason', 'count', {
    reason: figure.dims.reason as string,
    quarter: context.period,
  });

/** The declared comparison is of what was archived: open reports give no reason. */
function ofArchived(context: Context, { dims }: Figure): SealedComparison | undefined {
  return context.release.comparisons.find(
    ({ figure, compare }) =>
      compare === 'previous' &&
      figure.metric === 'unresolved_reason' &&
      figure.dims.reason === dims.reason &&
      figure.dims.status === 'archived',
  );
}

/** What is clear comes first: each such reason among archived reports over its quarters. */
function clearest(context: Context, rows: Figure[]): Html | undefined {
  const clear = rows.flatMap((row) => {
    const compared = ofArchived(context, row);
    return compared?.clear ? [{ row, compared }] : [];
  });
  if (clear.length === 0) return undefined;
  return html`${clear.map(({ row, compared }) => clearReason(context, row, compared))}`;
}

/** Its percentage stands on archived reports; that of the other charts on all that have a reason. */
function clearReason(context: Context, row: Figure, compared: SealedComparison): Html {
  const { figure, base } = compared;
  const reason = context.label('reason', row.dims.reason as string);
  const points = context.quarters.flatMap((quarter) => {
    const { metric, statistic, dims } = figure;
    const same = context.find('compared', metric, statistic, { ...dims, quarter });
    return same?.value == null ? [] : [same];
  });
  const sentence = findingSentence(context, compared);
  const bases = html`<p>${context.h('reports.reasons.clear.bases', {
    reason,
    archived: context.figure(figure, 'prose'),
    all: context.figure(row, 'prose'),
  })}</p>`;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return html`<p>${sentence}.</p>${bases}`;
  const at = (one: Figure) => one.dims.quarter as string;
  const [from, to] = [first, last].map((one) => context.quarterName(at(one))) as [string, string];
  const chart = chartFigure(context, {
    key: `chart-reason-${figure.dims.reason}`,
    title: sentence,
    subtitle: context.h('reports.reasons.clear.subtitle', {
      from,
      to,
      n: figure.denominator ?? figure.n,
    }),
    pale: 'band',
    description: context.t('reports.reasons.clear.description', {
      reason,
      from,
      to,
      previous: context.quarterName(context.before),
      first: context.written(first, 'prose'),
      before: context.written(base, 'prose'),
      last: context.written(last, 'prose'),
    }),
    draw: (text, layout) =>
      trend(
        points.map((one, index) => ({
          ...toDatum(context, one),
          period: at(one),
          tick: (points.length - 1 - index) % 2 === 0 ? shortQuarter(context, at(one)) : '',
        })),
        {
          format: (value) => formatPercent(value, context.lang, isWhole(value * 100) ? 0 : 1),
          fractions: true,
          marks: breakMarks(context, points),
        },
        text,
        layout,
      ),
    table: table(context, {
      caption: context.t('reports.reasons.clear.caption', { reason }),
      columns: [
        { head: context.t('reports.column.quarter') },
        { head: context.t('reports.column.of-archived'), definition: 'reason' },
        { head: context.t('reports.column.interval'), definition: 'interval' },
        { head: context.t('reports.column.n') },
      ],
      rows: points.map((one) => ({
        cells: [
          capital(context.quarterName(at(one))),
          one,
          context.interval(one),
          context.sampleSize(one),
        ],
      })),
    }),
  });
  return html`${bases}${chart}`;
}

/** Ticks may fall on 2,5 %. */
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

function overall(context: Context, rows: Figure[]): Html {
  const largest = rows[0] as Figure;
  const name = context.label('reason', largest.dims.reason as string);
  const quarter = context.quarterName(context.period);
  return chartFigure(context, {
    key: 'chart-reasons',
    title: context.h('reports.reasons.chart.title', {
      reason: name,
      value: context.figure(largest, 'prose'),
    }),
    subtitle: context.h('reports.reasons.chart.subtitle', {
      quarter,
      n: largest.denominator ?? largest.n,
    }),
    pale: 'bar',
    description: context.t('reports.reasons.chart.description', {
      reason: name,
      value: context.written(largest, 'prose'),
      groups: rows.length,
    }),
    draw: (text, layout) =>
      dotPlot(
        rows.map((row) => toDotRow(context, row, 'reason')),
        { format: (value) => formatPercent(value, context.lang, 0) },
        text,
        layout,
      ),
    open: true,
    table: table(context, {
      caption: context.t('reports.reasons.caption', { quarter }),
      columns: [
        { head: context.t('reports.column.reason') },
        { head: context.t('reports.column.reports'), definition: 'reason' },
        { head: context.t('reports.column.of-unresolved'), definition: 'reason' },
        { head: context.t('reports.column.archived-now'), definition: 'reason' },
        { head: context.t('reports.column.archived-before'), definition: 'reason' },
        { head: context.t('reports.column.change'), text: true },
      ],
      rows: rows.map((figure) => {
        const compared = ofArchived(context, figure);
        return {
          kind: figure.dims.reason === 'unknown' ? ('unknown' as const) : undefined,
          cells: [
            capital(context.label('reason', figure.dims.reason as string)),
            count(context, figure),
            figure,
            compared?.figure,
            compared?.base,
            compared
              ? changeWord(context, compared.figure, compared.base)
              : context.t('reports.change.not-compared'),
          ],
        };
      }),
      note: context.t('reports.reasons.note'),
    }),
  });
}

const panelCount = 8;

/** Reasons over eight quarters, what is clear first, then the largest; one small chart each, all on one scale. */
function panels(context: Context, rows: Figure[]): Html | undefined {
  const at = (reason: string, quarter: string) =>
    context.find('reason_by_quarter', 'unresolved_reason', 'share', { reason, quarter });
  const known = context.quarters.filter((quarter) =>
    rows.some((row) => at(row.dims.reason as string, quarter)?.value != null),
  );
  const isClear = (row: Figure) => Number(ofArchived(context, row)?.clear === true);
  const reasons = rows
    .filter(isStated)
    .sort((a, b) => isClear(b) - isClear(a))
    .slice(0, panelCount)
    .map((row) => row.dims.reason as string);
  const [first, last] = [known[0], known.at(-1)];
  const [largest] = reasons;
  if (!first || !last || !largest || known.length < 3 || reasons.length < 2) return undefined;
  const name = (reason: string) => context.label('reason', reason);
  const [from, to] = [context.quarterName(first), context.quarterName(last)];
  const gap = { id: '', value: null, text: '' };
  return chartFigure(context, {
    key: 'chart-reasons-quarters',
    title: context.h('reports.reasons.panels.title', {
      reason: capital(name(largest)),
      first: context.figure(at(largest, first), 'prose'),
      last: context.figure(at(largest, last), 'prose'),
      n: known.length,
    }),
    subtitle: context.h('reports.reasons.panels.subtitle', {
      from,
      to,
      n: at(largest, last)?.denominator ?? at(largest, last)?.n ?? 0,
    }),
    pale: 'band',
    description: context.t('reports.reasons.panels.description', {
      to,
      groups: reasons
        .map((reason) => `${name(reason)} ${context.written(at(reason, last), 'prose')}`)
        .join('; '),
    }),
    draw: (text, layout) =>
      smallMultiples(
        reasons.map((reason) => ({
          label: capital(name(reason)),
          points: known.map((quarter) => {
            const figure = at(reason, quarter);
            return figure ? toDatum(context, figure) : gap;
          }),
        })),
        {
          format: (value) => formatPercent(value, context.lang, 0),
          from: shortQuarter(context, first),
          to: shortQuarter(context, last),
        },
        text,
        layout,
      ),
    table: table(context, {
      caption: context.t('reports.reasons.panels.caption'),
      columns: [
        { head: context.t('reports.column.reason') },
        ...known.map((quarter) => ({ head: shortQuarter(context, quarter) })),
      ],
      rows: rows.map(({ dims }) => ({
        kind: dims.reason === 'unknown' ? ('unknown' as const) : undefined,
        cells: [
          capital(name(dims.reason as string)),
          ...known.map((quarter) => at(dims.reason as string, quarter)),
        ],
      })),
    }),
  });
}

/** `III 2026`: what a heading or an end of a small axis has room for. */
const shortQuarter = ({ lang }: Context, quarter: string) => {
  const name = ['I', 'II', 'III', 'IV'][Number(quarter.slice(5)) - 1];
  return `${lang === 'id' ? name : quarter.slice(4)} ${quarter.slice(0, 4)}`;
};

const columns = 5;

/** The five largest reasons as columns, groups as rows. */
function crossed(
  context: Context,
  name: TableName,
  dimension: Dimension,
  rows: Figure[],
): Html | undefined {
  const cells = context.rows(name, {
    metric: 'unresolved_reason',
    statistic: 'share',
    dims: { quarter: context.period },
  });
  const codes = [...new Set(cells.map((cell) => cell.dims[dimension] as string))];
  if (codes.length < 2) return undefined;
  const shown = rows.slice(0, columns).map((figure) => figure.dims.reason as string);
  const at = (code: string, reason: string) =>
    cells.find((cell) => cell.dims[dimension] === code && cell.dims.reason === reason);
  const size = (code: string) => Math.max(...shown.map((reason) => at(code, reason)?.n ?? 0));
  codes.sort(
    (a, b) =>
      Number(a === 'unknown') - Number(b === 'unknown') || size(b) - size(a) || (a < b ? -1 : 1),
  );
  const quarter = context.quarterName(context.period);
  const isAgency = dimension === 'agency_type';
  const content = table(context, {
    caption: context.t(
      isAgency ? 'reports.reasons.by-agency-type' : 'reports.reasons.by-category',
      { quarter },
    ),
    columns: [
      { head: context.t(isAgency ? 'reports.column.agency-type' : 'reports.column.category') },
      ...shown.map((reason) => ({
        head: capital(context.label('reason', reason)),
        definition: 'reason' as const,
      })),
    ],
    rows: codes.map((code) => ({
      kind: code === 'unknown' ? ('unknown' as const) : undefined,
      cells: [
        capital(context.label(dimension, code)),
        ...shown.map((reason) => at(code, reason) ?? '0'),
      ],
    })),
  });
  return isAgency ? content : folded(context.t('reports.reasons.by-category.summary'), content);
}
