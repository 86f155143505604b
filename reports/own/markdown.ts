import { Marked } from 'marked';
import { BuktiError, exitStatus } from '../../base/index.ts';
import { type Figure, figureId, figureKey } from '../../release/index.ts';
import { changeHtml } from '../findings/change.ts';
import type { Context } from '../sections/context.ts';
import { definitionLink, definitionOf } from '../sections/definition-link.ts';
import { escapeHtml, type Html, html, markup } from '../text/html.ts';

const placeholder = /\{\{([^{}]*)\}\}/g;
/** Stands in the text while Markdown is read: private use, so that no text of a person holds it. */
const mark = (index: number) => `\uE000${index}\uE001`;
const marks = /\uE000(\d+)\uE001/g;

export interface WrittenText {
  title: string;
  body: Html;
  /** Percentages that somebody typed: figures without an id, which nobody can follow. */
  typed: string[];
}

/**
 * A text in Markdown as a section: its first heading is the title. `{{ resolve.median?sex=f }}` is a
 * figure of the release, `{{ ... | interval }}` its interval and `{{ ... | change }}` what is said of it
 * against the quarter before; `quarter=before` is that quarter. HTML and pictures are shown as text;
 * links lead to the web or to a place on the page.
 * @param file named in errors
 * @throws BuktiError `reports.own.no-title`, `reports.own.no-figure`, `reports.own.bad-figure`
 */
export function renderText(context: Context, source: string, file: string): WrittenText {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replace(/[\uE000\uE001]/g, '')
    .split(/\r?\n/);
  const at = lines.findIndex((line) => line.trim() !== '');
  const title = /^#\s+(.+?)\s*#*$/.exec(lines[at] ?? '')?.[1];
  if (title === undefined) throw new BuktiError('reports.own.no-title', { file }, exitStatus.usage);
  const pieces: Html[] = [];
  const marked = lines
    .slice(at + 1)
    .map((line, index) =>
      line.replace(placeholder, (_, text: string) => {
        pieces.push(figureOf(context, text.trim(), file, at + index + 2));
        return mark(pieces.length - 1);
      }),
    )
    .join('\n');
  const typed = marked.match(/\d+(?:[.,]\d+)?\s?(?:%|persen\b|percent\b)/g) ?? [];
  const page = reader.parse(marked, { async: false });
  const body = page.replace(marks, (_, index: string) => pieces[Number(index)]?.text ?? '');
  return { title, body: markup(body), typed };
}

const reader = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    heading({ tokens, depth }) {
      const level = Math.min(depth + 1, 4);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      return /^(https?:\/\/|#)/i.test(href) ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
    },
  },
});

function figureOf(context: Context, text: string, file: string, line: number): Html {
  const [, query = '', form] = /^([^|]+?)(?:\s*\|\s*(\w+))?$/.exec(text) ?? [];
  const place = { file, line, text };
  const [, metric, statistic, rest] = /^(\w+)\.(\w+)(?:\?(.*))?$/.exec(query) ?? [];
  if (!metric || !statistic || (form && !['interval', 'change'].includes(form))) {
    throw new BuktiError('reports.own.bad-figure', place, exitStatus.usage);
  }
  const dims: Figure['dims'] = Object.fromEntries(new URLSearchParams(rest ?? ''));
  if (dims.quarter === 'before') dims.quarter = context.before;
  const find = (quarter: string) => {
    const all = { ...context.release.scope, ...dims, ...(dims.month ? {} : { quarter }) };
    const key = figureKey(context.period, metric, statistic, all);
    return figureId(context.period, context.release.version, key);
  };
  const figure = existing(context, find(dims.quarter ?? context.period));
  if (!figure) throw new BuktiError('reports.own.no-figure', place, exitStatus.usage);
  if (form === 'interval') return html`${context.interval(figure)}`;
  if (form === 'change') {
    return changeHtml(context, figure, existing(context, find(context.before)));
  }
  return definitionLink(definitionOf(figure), context.figure(figure, 'prose'));
}

function existing(context: Context, id: string): Figure | undefined {
  try {
    return context.release.figure(id);
  } catch (error) {
    if (error instanceof BuktiError) return undefined;
    throw error;
  }
}
