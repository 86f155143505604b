import { formatNumber, formatPercent, type Lang } from '../../base/index.ts';
import type { Figure } from '../../release/index.ts';
import { type Html, html } from './html.ts';
import type { Voice } from './voice.ts';

/** `table`: `12,5 %`, `14`; `prose`: `12,5 persen`, `14 hari kerja`. */
export type Style = 'table' | 'prose';

/** What a value of a unit is written with: decimals in tables and in prose alike. */
const decimals: Record<Figure['unit'], number> = {
  reports: 0,
  forwardings: 0,
  bodies: 0,
  share: 1,
  working_days: 0,
  per_100k: 1,
  score: 2,
};

/** A value of a unit as text; the one place where figures become text. */
function valueText(value: number, unit: Figure['unit'], voice: Voice, style: Style): string {
  const { lang } = voice;
  if (unit === 'share') {
    if (style === 'table' || lang === 'en') return formatPercent(value, lang);
    return voice.text('reports.unit.percent', { value: plainShare(value, lang) });
  }
  const number = formatNumber(value, lang, decimals[unit]);
  if (style === 'table' || unit !== 'working_days') return number;
  return voice.text('reports.unit.working-days', { value: number });
}

/** `0.523` → `52,3`: a share in percent without its sign. */
function plainShare(share: number, lang: Lang): string {
  return formatPercent(share, lang).replace(/\s?%$/, '');
}

/** A figure as text, or the sign that stands for it where it has no value. */
export function figureText(figure: Figure, voice: Voice, style: Style = 'table'): string {
  if (figure.value !== null) return valueText(figure.value, figure.unit, voice, style);
  switch (figure.status) {
    case 'below_minimum':
      return voice.text('reports.sign.few');
    case 'not_reached':
      return figure.low === null
        ? voice.text('reports.sign.not-reached')
        : voice.text('reports.sign.beyond', {
            value: valueText(figure.low, figure.unit, voice, style),
          });
    default:
      return '...';
  }
}

/** A figure on the page: its value and id ride along, so that a reader can follow it. */
export function figureHtml(figure: Figure, voice: Voice, style: Style = 'table'): Html {
  const text = figureText(figure, voice, style);
  const star = figure.provisional && style === 'table' ? html`<sup>*</sup>` : null;
  if (figure.value === null) {
    return html`<span class="f none" data-id="${figure.id}">${text}</span>`;
  }
  return html`<data class="f" value="${figure.value}" data-id="${figure.id}">${text}</data>${star}`;
}

/** `51,2 s.d. 53,4`: the interval of a figure for a table's column; nothing where it has none. */
export function intervalHtml(figure: Figure, voice: Voice): Html | undefined {
  if (figure.value === null || figure.low === null) return undefined;
  const write = (value: number) =>
    figure.unit === 'share'
      ? plainShare(value, voice.lang)
      : valueText(value, figure.unit, voice, 'table');
  const text =
    figure.high === null
      ? voice.text('reports.interval.open', { low: write(figure.low) })
      : voice.text('reports.interval', { low: write(figure.low), high: write(figure.high) });
  return html`<span class="ci" data-id="${figure.id}" data-low="${figure.low}" data-high="${figure.high ?? ''}">${text}</span>`;
}

/** A difference or an end of its interval in a figure's unit, without it; shares in points. */
export function measureText(value: number, unit: Figure['unit'], voice: Voice): string {
  return unit === 'share' ? plainShare(value, voice.lang) : valueText(value, unit, voice, 'table');
}

/** Whether a unit is of things counted: reports, forwardings, bodies. */
export function isCount(unit: Figure['unit']): boolean {
  return unit === 'reports' || unit === 'forwardings' || unit === 'bodies';
}
