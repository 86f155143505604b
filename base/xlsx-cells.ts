/** Styles whose numbers are days or times: what to write for them. */
export type DateStyle = 'date' | 'time' | 'datetime';

const builtIn: Record<number, DateStyle> = { 22: 'datetime' };
for (const id of [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) {
  builtIn[id] = 'date';
}
for (const id of [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]) builtIn[id] = 'time';

function styleOfCode(code: string): DateStyle | undefined {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  const day = /[yd]|mmm/.test(bare);
  const time = /[hs]/.test(bare);
  if (day) return time ? 'datetime' : 'date';
  return time ? 'time' : undefined;
}

/** Which cell formats (index = attribute `s` of a cell) write days or times, from xl/styles.xml. */
export function dateStyles(xml: string): (DateStyle | undefined)[] {
  const custom = new Map<number, DateStyle | undefined>();
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)) {
    const id = Number(/\bnumFmtId="(\d+)"/.exec(tag)?.[1]);
    custom.set(id, styleOfCode(decodeXml(/\bformatCode="([^"]*)"/.exec(tag)?.[1] ?? '')));
  }
  const formats = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(xml)?.[0] ?? '';
  return [...formats.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].map(([tag]) => {
    const id = Number(/\bnumFmtId="(\d+)"/.exec(tag)?.[1] ?? 0);
    return custom.has(id) ? custom.get(id) : builtIn[id];
  });
}

const two = (value: number) => String(value).padStart(2, '0');

/**
 * Excel's serial number as ISO text: `46000` → `2025-12-09`, with a time `2025-12-09 13:30:00`, a
 * bare time `13:30:00`. Day 60 of the 1900 system (29 Feb 1900) never was; days before it are a day off.
 */
export function serialText(serial: number, style: DateStyle, date1904: boolean): string {
  const seconds = Math.round(serial * 86_400);
  const stamp = new Date((seconds + (date1904 ? 1462 : 0) * 86_400 - 25_569 * 86_400) * 1000);
  const time = `${two(stamp.getUTCHours())}:${two(stamp.getUTCMinutes())}:${two(stamp.getUTCSeconds())}`;
  if (style === 'time' && serial < 1) return time;
  const day = stamp.toISOString().slice(0, 10);
  return seconds % 86_400 === 0 ? day : `${day} ${time}`;
}

/** A number as Excel stores it, as the shortest exact text: `5049672.0` and `5.049672E6` → `5049672`. */
export function numberText(raw: string): string {
  const value = Number(raw);
  return Number.isSafeInteger(value) ? String(value) : raw;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of XML: entities, numeric references, and Excel's `_x000D_`. */
export function decodeXml(text: string): string {
  let result = text;
  if (result.includes('&')) {
    result = result.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name] ?? whole;
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
  }
  if (result.includes('_x')) {
    result = result.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
  return result;
}

/** The text of a shared or inline string: its runs joined, phonetic hints left out. */
export function stringText(xml: string): string {
  let text = '';
  let at = 0;
  const body = xml.includes('rPh') ? xml.replace(/<(\w+:)?rPh\b.*?<\/(\w+:)?rPh>/gs, '') : xml;
  for (;;) {
    const open = /<(?:\w+:)?t(?:\s[^>]*)?>/g;
    open.lastIndex = at;
    const tag = open.exec(body);
    if (!tag) return decodeXml(text);
    at = tag.index + tag[0].length;
    if (tag[0].endsWith('/>')) continue;
    const end = body.indexOf('</', at);
    text += body.slice(at, end < 0 ? undefined : end);
    at = end < 0 ? body.length : end;
  }
}
