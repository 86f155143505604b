import type { Grid, GridRow } from './extract.ts';

/** CSV after RFC 4180; comma, semicolon or tab, whichever the header holds most of. */
export function readCsv(file: string, text: string): Grid | undefined {
  const clean = text.replace(/^\uFEFF/, '');
  const firstLine = /^[^\n]*/.exec(clean)?.[0] ?? '';
  const [separator = ','] = [',', ';', '\t'].sort(
    (a, b) => firstLine.split(b).length - firstLine.split(a).length,
  );
  const records = parse(clean, separator);
  const [header, ...rest] = records;
  if (header === undefined || header.cells.length < 2) return undefined;
  const rows: GridRow[] = rest
    .filter(({ cells }) => cells.some((text) => text !== ''))
    .map(({ line, cells }) => ({
      place: `line ${line}`,
      cells: cells.map((text) => ({ text })),
    }));
  return { file, name: file, numbers: 'raw', header: header.cells, rows };
}

function parse(text: string, separator: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let line = 1;
  let started = 1;
  let at = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const end = text.indexOf('"', at);
        const stop = end < 0 ? text.length : end;
        value += text.slice(at, stop);
        at = stop + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
      line += value.split('\n').length - 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
      value = text.slice(at, end).replace(/\r$/, '');
      at = end;
    }
    cells.push(value);
    if (text[at] === separator) {
      at++;
      if (at < text.length && text[at] !== '\n') continue;
      cells.push('');
    }
    if (text[at] === '\r') at++;
    at++;
    records.push({ line: started, cells });
    cells = [];
    line++;
    started = line;
  }
  return records;
}
