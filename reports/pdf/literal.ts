/**
 * A text as a Typst string, quotes and all: whatever stands in it, it is text and never markup or
 * code. Half a surrogate pair, which no file can hold, becomes U+FFFD.
 */
export function literal(text: string): string {
  const safe = text.replace(/["\\]|[^\P{C}]|[^\P{Z} ]/gu, (sign) => {
    if (sign === '"' || sign === '\\') return `\\${sign}`;
    const code = sign.codePointAt(0) as number;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    return `\\u{${(isHalf ? 0xfffd : code).toString(16)}}`;
  });
  return `"${safe}"`;
}
