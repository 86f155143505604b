import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { type Session, sqlName, sqlString, withSession } from '../../warehouse/index.ts';

/** Where a personal value was found, and how the file had to be read to see it. */
export interface PersonalFind {
  file: string;
  needle: string;
  as: 'bytes' | 'parquet' | 'gzip' | 'zip' | 'duckdb';
}

function filesUnder(target: string): string[] {
  if (!statSync(target).isDirectory()) return [target];
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * Every text that a query's columns hold, each once, cut into pieces of bounded size. A random 32-bit number
 * is a number of seven digits once in 500 reports; where it is proven to be the start of the
 * record's key beside it, and so no tracking ID, it is left out.
 */
async function textOf(session: Session, sql: string): Promise<string[]> {
  const columns = await session.rows<{ column_name: string }>(`DESCRIBE ${sql}`);
  const names = columns.map(({ column_name }) => column_name);
  const cast = names.map((name) =>
    name === 'short_record_key' && names.includes('record_key')
      ? `CAST(nullif(${name}, ('0x' || left(CAST(record_key AS VARCHAR), 8))::UINTEGER) AS VARCHAR)`
      : `CAST(${sqlName(name)} AS VARCHAR)`,
  );
  const pieces: string[] = [];
  for await (const chunk of session.chunks(
    `SELECT DISTINCT unnest([${cast.join(', ')}]) FROM (${sql})`,
  )) {
    pieces.push((chunk[0] ?? []).join('\n'));
  }
  return pieces;
}

async function duckdbText(session: Session, file: string): Promise<string[]> {
  await session.run(`ATTACH ${sqlString(file)} AS scanned (READ_ONLY)`);
  const tables = await session.rows<{ schema_name: string; table_name: string }>(
    `SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'scanned'`,
  );
  const pieces: string[] = [];
  for (const { schema_name, table_name } of tables) {
    const name = `scanned.${sqlName(schema_name)}.${sqlName(table_name)}`;
    pieces.push(...(await textOf(session, `SELECT * FROM ${name}`)));
  }
  await session.run('DETACH scanned');
  return pieces;
}

/** The entries of a zip file, from its local headers (sizes known) or by scanning its directory. */
function zipEntries(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const [method, size, offset] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ];
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const body = bytes.subarray(start, start + size);
    entries.push(method === 8 ? inflateRawSync(body) : body);
  }
  return entries;
}

/** Bytes with their ASCII letters small. */
function small(bytes: Buffer): Buffer {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte >= 65 && byte <= 90) bytes[at] = byte + 32;
  }
  return bytes;
}

/**
 * Which of many needles stand in bytes: one walk over them, by the first four of each needle. Nearly
 * every place is turned away by a table of them.
 */
function searcher(needles: string[]): (bytes: Buffer) => Set<string> {
  const byStart = new Map<number, { needle: string; lower: Buffer }[]>();
  const starts = new Uint8Array(0x10000);
  const place = (start: number) => (start ^ (start >>> 15)) & 0xffff;
  for (const needle of new Set(needles)) {
    const lower = small(Buffer.from(needle));
    if (needle.length < 4) continue;
    const start = lower.readInt32BE(0);
    starts[place(start)] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), { needle, lower }]);
  }
  return (bytes) => {
    const body = small(Buffer.from(bytes));
    const found = new Set<string>();
    let start = 0;
    for (let at = 0; at < body.length; at++) {
      start = (start << 8) | (body[at] as number);
      if (starts[place(start)] === 0 || at < 3) continue;
      for (const { needle, lower } of byStart.get(start) ?? []) {
        if (body.subarray(at - 3, at - 3 + lower.length).equals(lower)) found.add(needle);
      }
    }
    return found;
  };
}

/**
 * Looks for personal values in every file under a folder (or in the files named): as raw bytes,
 * Parquet and DuckDB files also decoded, gzip and zip also unpacked.
 * @param needles names, phone numbers, NIK, e-mail addresses, texts (from four characters on), or
 *   patterns of them; compared without case
 * @param options.skip files not to look at (the inputs themselves, say)
 */
export async function findPersonal(
  targets: string | string[],
  needles: (string | RegExp)[],
  options: { skip?: (file: string) => boolean } = {},
): Promise<PersonalFind[]> {
  const search = searcher(needles.filter((needle) => typeof needle === 'string'));
  const patterns = needles.filter((needle) => needle instanceof RegExp);
  const finds: PersonalFind[] = [];
  const look = (file: string, as: PersonalFind['as'], bytes: Buffer) => {
    for (const needle of search(bytes)) finds.push({ file, needle, as });
    const text = bytes.toString('latin1');
    for (const pattern of patterns) {
      if (new RegExp(pattern, 'i').test(text)) finds.push({ file, needle: pattern.source, as });
    }
  };
  const files = (Array.isArray(targets) ? targets : [targets]).flatMap(filesUnder);
  await withSession({}, async (session) => {
    for (const file of files.filter((each) => !options.skip?.(each))) {
      const bytes = readFileSync(file);
      look(file, 'bytes', bytes);
      const magic = bytes.subarray(0, 4).toString('latin1');
      if (magic === 'PAR1') {
        const scan = `SELECT * FROM read_parquet(${sqlString(file)})`;
        for (const piece of await textOf(session, scan)) look(file, 'parquet', Buffer.from(piece));
      } else if (magic.startsWith('\x1f\x8b')) {
        look(file, 'gzip', gunzipSync(bytes));
      } else if (magic.startsWith('PK')) {
        for (const entry of zipEntries(bytes)) look(file, 'zip', entry);
      } else if (bytes.subarray(8, 12).toString('latin1') === 'DUCK') {
        for (const piece of await duckdbText(session, file))
          look(file, 'duckdb', Buffer.from(piece));
      }
    }
  });
  return finds;
}
