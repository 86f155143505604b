import { closeSync, openSync, readSync } from 'node:fs';
import { BuktiError } from '../../base/index.ts';
import type { Seed } from '../project/types.ts';
import { sqlString } from '../session.ts';

/**
 * The statement that loads a seed: header row, UTF-8 with or without a byte order mark, comma or the
 * semicolon that an Indonesian Excel writes. Columns are text unless `column_types` says otherwise;
 * an empty field is null.
 * @throws BuktiError `warehouse.seed-empty`, `warehouse.seed`
 */
export function seedSql(seed: Seed): string {
  const header = firstLine(seed.file);
  if (header.trim() === '') throw new BuktiError('warehouse.seed-empty', { file: seed.file });
  const delimiter = seed.delimiter ?? delimiterOf(header);
  const names = splitLine(header, delimiter);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new BuktiError('warehouse.seed', { file: seed.file, why: `column ${twice} twice` });
  }
  const stray = Object.keys(seed.columnTypes).find((name) => !names.includes(name));
  if (stray !== undefined) {
    throw new BuktiError('warehouse.seed', { file: seed.file, why: `no column ${stray}` });
  }
  const columns = names.map(
    (name) => `${sqlString(name)}: ${sqlString(seed.columnTypes[name] ?? 'VARCHAR')}`,
  );
  return [
    `CREATE TABLE ${seed.relation} AS SELECT * FROM read_csv(${sqlString(seed.file)}`,
    `auto_detect = false, header = true, delim = ${sqlString(delimiter)}, quote = '"', escape = '"'`,
    `nullstr = '', columns = {${columns.join(', ')}})`,
  ].join(', ');
}

function firstLine(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(65_536);
    const length = readSync(handle, bytes, 0, bytes.length, 0);
    const text = bytes.toString('utf8', 0, length).replace(/^\uFEFF/, '');
    return text.split(/\r\n|\r|\n/, 1)[0] ?? '';
  } finally {
    closeSync(handle);
  }
}

function delimiterOf(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length;
  return count(';') > count(',') ? ';' : ',';
}

function splitLine(line: string, delimiter: string): string[] {
  const names: string[] = [];
  let name = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      names.push(name.trim());
      name = '';
    } else name += character;
  }
  return [...names, name.trim()];
}
