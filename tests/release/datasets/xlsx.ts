import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

export interface XlsxCell {
  kind: 'text' | 'number' | 'formula' | 'boolean';
  value: string;
}

/** Cells of a workbook straight from its XML, by nothing that wrote it. */
export function readXlsx(file: string) {
  const parts = unzipSync(readFileSync(file));
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const plain = (xml: string) =>
    xml
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  const textsOf = (xml: string) =>
    [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => plain(text)).join('');
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, si = '']) => textsOf(si),
  );
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(
    ([, name = '']) => plain(name),
  );
  return {
    sheets,
    cells(sheet: string): Map<string, XlsxCell> {
      const xml = part(`xl/worksheets/sheet${sheets.indexOf(sheet) + 1}.xml`);
      const found = new Map<string, XlsxCell>();
      for (const [, attributes = '', body = ''] of xml.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)) {
        const reference = /r="(\w+)"/.exec(attributes)?.[1] ?? '';
        const type = /t="(\w+)"/.exec(attributes)?.[1];
        const value = /<v>([^<]*)<\/v>/.exec(body)?.[1] ?? '';
        if (body.includes('<f')) found.set(reference, { kind: 'formula', value });
        else if (type === 's')
          found.set(reference, { kind: 'text', value: shared[Number(value)] ?? '' });
        else if (type === 'inlineStr') found.set(reference, { kind: 'text', value: textsOf(body) });
        else found.set(reference, { kind: type === 'b' ? 'boolean' : 'number', value });
      }
      return found;
    },
  };
}
