/** A piece of HTML that is safe to put on a page: made by `html` alone. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Part = Html | string | number | readonly Part[] | null | undefined | false;

/** `<` → `&lt;` and so on; right in text and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part.map(write).join('');
}

/**
 * A tagged template: whatever is filled in is escaped, unless it is Html already. Lists are joined,
 * and nothing is written for `undefined`, `null` and `false`.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    strings.map((text, index) => text + (index < parts.length ? write(parts[index]) : '')).join(''),
  );
}

/** For text that is markup already: SVG from reports/charts, the style sheet. */
export function markup(text: string): Html {
  return new Html(text);
}

export function join(parts: readonly Part[], separator: string): Html {
  return new Html(parts.map(write).join(escapeHtml(separator)));
}

/** The text of a piece of HTML, for attributes and titles. */
export function plainText(part: Html): string {
  return part.text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
