import { parseHTML } from 'linkedom';

/** What is used of an element of a parsed page. */
export interface Element {
  tagName: string;
  textContent: string | null;
  children: Iterable<Element>;
  attributes: Iterable<{ name: string; value: string }>;
  getAttribute(name: string): string | null;
  closest(selector: string): Element | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

export interface Page extends Element {
  documentElement: Element | null;
}

export function parsePage(html: string): Page {
  return parseHTML(html).document as unknown as Page;
}
