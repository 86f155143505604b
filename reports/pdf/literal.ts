/**
 * A text as a Typst string, quotes and all: whatever stands in it, it is text and never markup or
 * code. Half a surrogate pair, which no file can hold, becomes U+FFFD.
 *
 * Only ASCII is written as it is: a compiler that sets one source after another compares them byte by
 * byte, and where two differ inside one letter it keeps the letter of the first (Typst 0.14.2).
 */
export function literal(text: string): string {
  const safe = text.replace(/[^ !#-[\]-~]/gu, (sign) => {
    if (sign === '"' || sign === '\\') return `\\${sign}`;
    const code = sign.codePointAt(0) as number;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    return `\\u{${(isHalf ? 0xfffd : code).toString(16)}}`;
  });
  return `"${safe}"`;
}
