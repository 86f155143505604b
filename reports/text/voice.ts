import {
  catalogue,
  formatNumber,
  type Lang,
  type MessageKey,
  type MessageParams,
  message,
} from '../../base/index.ts';
import { escapeHtml, Html, type Part } from './html.ts';

/** Speaks one language: every text of a document comes through here. */
export interface Voice {
  lang: Lang;
  /** Plain text: titles, attributes, text in SVG. */
  text(key: MessageKey, params?: MessageParams): string;
  /** HTML: what is filled in may be a figure or a link; plain text is escaped, numbers are marked as counts. */
  html(key: MessageKey, params?: Record<string, Part>): Html;
}

export function createVoice(lang: Lang): Voice {
  return {
    lang,
    text: (key, params) => tie(message(lang, key, params)),
    html(key, params = {}) {
      const template: string = catalogue[key][lang];
      const filled = escapeHtml(template).replace(/\{(\w+)(:plain)?\}/g, (whole, name, plain) => {
        const value = params[name as string];
        if (value === undefined) return whole;
        if (value instanceof Html) return value.text;
        if (typeof value === 'number') return plain ? String(value) : counted(value, lang);
        return escapeHtml(String(value));
      });
      return new Html(tie(filled));
    },
  };
}

/** A number that has no id, as the page marks it: how many there are of what it shows. */
const counted = (value: number, lang: Lang) =>
  `<span data-count="${value}">${formatNumber(value, lang)}</span>`;

/** Keeps a number and its unit, and a quarter and its year, on one line. */
export function tie(text: string): string {
  return text
    .replace(/(\d(?:<\/\w+>)*) (?=(?:hari|persen|days|working)\b|%)/g, '$1\u00a0')
    .replace(/\b([Tt]riwulan) (I{1,3}|IV) (?=\d{4})/g, '$1\u00a0$2\u00a0');
}

/** `first letter` → `First letter`, for a phrase that opens a sentence or a heading. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** English names that take an article: `the Ministry of Manpower`, but `Bank Mandiri`. */
const institution =
  /\b(Ministry|Agency|Authority|Government|Commission|Court|Office|Police|Forces|Secretariat)\b/;

/** The name of an office inside a sentence. */
export function withArticle(name: string, lang: Lang): string {
  return lang === 'en' && institution.test(name) ? `the ${name}` : name;
}

/** What someone typed, with the full stop that keeps it from what follows. */
export function asSentence(text: string): string {
  const said = text.trim();
  return said === '' || /[.!?]$/.test(said) ? said : `${said}.`;
}

/** `First` → `first`, for a heading inside a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
