/** Namespaces and media types of SpreadsheetML. */
export const xlsxNames = {
  relationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  contentTypes: 'http://schemas.openxmlformats.org/package/2006/content-types',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml',
} as const;

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text as XML holds it, between tags and in attributes. */
export function escapeXml(text: string): string {
  // Control characters are not XML; Excel writes them as _xHHHH_, nobody needs them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  if (!/[&<>"]/.test(clean)) return clean;
  return clean
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The element of a text, its spaces kept. */
export function textElement(text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${space}>${escapeXml(text)}</t>`;
}

const letters: string[] = [];

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(index: number): string {
  for (let next = letters.length; next <= index; next++) {
    const high = Math.floor(next / 26) - 1;
    letters.push((high < 0 ? '' : columnLetters(high)) + String.fromCharCode(65 + (next % 26)));
  }
  return letters[index] as string;
}
