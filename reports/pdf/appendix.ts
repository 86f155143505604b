import type { Release } from '../../release/index.ts';
import { type Html, html } from '../text/html.ts';
import { createVoice } from '../text/voice.ts';
import { type Element, type Page, plain, tagOf } from './dom.ts';
import { codesWritten, dimsWritten, metricsWritten, parseId } from './figure-ids.ts';

interface Coded {
  codes: string[];
  metrics: string;
  dims: string;
}

/**
 * The appendix that leads from paper to the release: what stands under each printed code, the full id
 * of every figure in a sentence, and the codes of which ids are made.
 */
export function appendix(page: Page, release: Release, lang: 'id' | 'en'): Html {
  const { text: t } = createVoice(lang);
  const prefix = `${release.period}/v${release.version}/`;
  const coded = codedRows(page);
  const prose = proseRows(page, t('reports.pdf.appendix.page-one'), (section) =>
    t('reports.pdf.appendix.section', { section }),
  );
  const example = prose[0]?.id ?? `${prefix}received.count`;
  const all = [...page.querySelectorAll('[data-id]')].map(idOf);
  const codes = codesWritten(all, (dimension, code) => release.label(dimension, code, lang));
  const part = (title: Html, head: readonly string[], rows: readonly Html[]) =>
    rows.length === 0
      ? null
      : html`<h3>${title}</h3><table><thead><tr>${head.map(
          (one) => html`<th class="t">${one}</th>`,
        )}</tr></thead><tbody>${rows}</tbody></table>`;
  const row = (first: string, ...rest: string[]) =>
    html`<tr><th>${first}</th>${rest.map((one) => html`<td class="t">${one}</td>`)}</tr>`;
  return html`<section id="codes"><h2>${t('reports.pdf.appendix.title')}</h2><p class="small">${t(
    'reports.pdf.appendix.lead',
    { prefix, example },
  )}</p><p class="small">${t('reports.pdf.appendix.signs', { period: release.period })}</p>${part(
    html`${t('reports.pdf.appendix.coded')}`,
    [
      t('reports.pdf.appendix.code'),
      t('reports.pdf.appendix.metric'),
      t('reports.pdf.appendix.dims'),
    ],
    coded.map((one) => row(one.codes.join(', '), one.metrics, one.dims)),
  )}${part(
    html`${t('reports.pdf.appendix.prose')}`,
    [t('reports.pdf.appendix.place'), t('reports.pdf.appendix.written'), 'id'],
    prose.map((one) => row(one.place, one.text, one.id)),
  )}${
    codes.length > 0
      ? html`<h3>${t('reports.pdf.appendix.codes')}</h3>${codes.map(
          (one) => html`<p class="small"><strong>${one.dimension}</strong>: ${one.text}</p>`,
        )}`
      : null
  }</section>`;
}

const idOf = (element: Element) => element.getAttribute('data-id') as string;

/** A chart and its table hold the same figures as a rule: then they share a row. */
function codedRows(page: Page): Coded[] {
  const rows: Coded[] = [];
  for (const code of page.querySelectorAll('caption .code, figcaption .code')) {
    const owner = code.closest('figure, table') as Element;
    const marks = owner.querySelectorAll(
      tagOf(owner) === 'table' ? '[data-id]' : 'svg.wide [data-id]',
    );
    const ids = [...marks].map((mark) => parseId(idOf(mark)));
    if (ids.length === 0) continue;
    const [metrics, dims] = [metricsWritten(ids), dimsWritten(ids)];
    const same = rows.find((row) => row.metrics === metrics && row.dims === dims);
    if (same) same.codes.push(plain(code));
    else rows.push({ codes: [plain(code)], metrics, dims });
  }
  return rows;
}

function proseRows(
  page: Page,
  pageOne: string,
  inSection: (section: string) => string,
): { place: string; text: string; id: string }[] {
  const seen = new Set<string>();
  const rows: { place: string; text: string; id: string }[] = [];
  for (const figure of page.querySelectorAll('[data-id]')) {
    if (figure.closest('svg, table')) continue;
    const code = plain(figure.closest('figcaption')?.querySelector('.code') ?? null);
    const section = plain(figure.closest('section')?.querySelector('h2 .code') ?? null);
    const place = code || (section ? inSection(section) : pageOne);
    const id = idOf(figure);
    if (seen.has(`${place} ${id}`)) continue;
    seen.add(`${place} ${id}`);
    rows.push({ place, text: plain(figure), id });
  }
  return rows;
}
