import { parseHTML } from 'linkedom';

/** What is used of an element of a parsed page. */
export interface Element {
  nodeType: number;
  tagName: string;
  textContent: string;
  outerHTML: string;
  innerHTML: string;
  parentElement: Element | null;
  nextElementSibling: Element | null;
  previousElementSibling: Element | null;
  childNodes: Iterable<Element>;
  children: Iterable<Element>;
  getAttribute(name: string): string | null;
  closest(selector: string): Element | null;
  matches(selector: string): boolean;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  insertAdjacentHTML(position: 'afterend' | 'beforeend', html: string): void;
  remove(): void;
}

export interface Page extends Element {
  documentElement: Element;
  body: Element;
}

export const parsePage = (html: string): Page => parseHTML(html).document as unknown as Page;

export const tagOf = (element: Element): string => element.tagName.toLowerCase();

export function hasClass(element: Element, name: string): boolean {
  return (element.getAttribute('class') ?? '').split(/\s+/).includes(name);
}

/** Text with runs of white space as one space, as a browser shows it; no-break spaces stay. */
export const collapse = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ');

export const plain = (element: Element | null): string =>
  collapse(element?.textContent ?? '').trim();
