import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { createInflateRaw } from 'node:zlib';

/** What is wrong with a file that was opened as a workbook. */
export type XlsxProblem = 'not_a_zip' | 'truncated' | 'no_sheet' | 'damaged';

/** A workbook that cannot be read; the caller makes a sentence of it. */
export class XlsxError extends Error {
  readonly problem: XlsxProblem;
  constructor(problem: XlsxProblem) {
    super(`workbook: ${problem}`);
    this.name = 'XlsxError';
    this.problem = problem;
  }
}

export interface ZipEntry {
  name: string;
  method: number;
  compressed: number;
  size: number;
  offset: number;
}

const endOfDirectory = 0x06054b50;
const endOfDirectory64 = 0x06064b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const full = 0xffffffff;

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, offset);
  if (bytesRead < length) throw new XlsxError('truncated');
  return buffer;
}

interface Directory {
  count: number;
  size: number;
  offset: number;
}

async function findDirectory(handle: FileHandle, length: number): Promise<Directory> {
  const tail = await readAt(handle, Math.max(0, length - 65_557), Math.min(length, 65_557));
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== endOfDirectory) at--;
  if (at < 0) throw new XlsxError('truncated');
  const directory = {
    count: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const zip64 = directory.offset === full || directory.size === full || directory.count === 0xffff;
  if (!zip64 || at < 20) return directory;
  const record = await readAt(handle, Number(tail.readBigUInt64LE(at - 20 + 8)), 56);
  if (record.readUInt32LE(0) !== endOfDirectory64) throw new XlsxError('damaged');
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  };
}

function entryAt(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) {
    throw new XlsxError('damaged');
  }
  const nameLength = bytes.readUInt16LE(at + 28);
  const extraLength = bytes.readUInt16LE(at + 30);
  const entry: ZipEntry = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
    method: bytes.readUInt16LE(at + 10),
    compressed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  let extra = at + 46 + nameLength;
  const extraEnd = extra + extraLength;
  while (extra + 4 <= extraEnd) {
    const id = bytes.readUInt16LE(extra);
    let field = extra + 4;
    if (id === 1) {
      for (const key of ['size', 'compressed', 'offset'] as const) {
        if (entry[key] !== full) continue;
        entry[key] = Number(bytes.readBigUInt64LE(field));
        field += 8;
      }
    }
    extra += 4 + bytes.readUInt16LE(extra + 2);
  }
  return { entry, next: extraEnd + bytes.readUInt16LE(at + 32) };
}

/**
 * The entries of a zip file by name, from its central directory (ZIP64 too).
 * @throws XlsxError `not_a_zip`, `truncated`, `damaged`; Error as the file system gives it
 */
export async function readZip(file: string): Promise<Map<string, ZipEntry>> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size < 22) throw new XlsxError(size < 4 ? 'not_a_zip' : 'truncated');
    if ((await readAt(handle, 0, 2)).toString('latin1') !== 'PK') throw new XlsxError('not_a_zip');
    const directory = await findDirectory(handle, size);
    if (directory.offset + directory.size > size) throw new XlsxError('truncated');
    const bytes = await readAt(handle, directory.offset, directory.size);
    const entries = new Map<string, ZipEntry>();
    for (let index = 0, at = 0; index < directory.count; index++) {
      const { entry, next } = entryAt(bytes, at);
      const local = await readAt(handle, entry.offset, 30);
      if (local.readUInt32LE(0) !== localEntry) throw new XlsxError('damaged');
      entry.offset += 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
      entries.set(entry.name, entry);
      at = next;
    }
    return entries;
  } finally {
    await handle.close();
  }
}

/** The text of an entry, piece by piece, UTF-8 decoded. */
export async function* zipText(file: string, entry: ZipEntry): AsyncGenerator<string> {
  if (entry.compressed === 0) return;
  const last = entry.offset + entry.compressed - 1;
  const raw = createReadStream(file, { start: entry.offset, end: last, highWaterMark: 1 << 17 });
  if (entry.method !== 0 && entry.method !== 8) throw new XlsxError('damaged');
  const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: 1 << 18 }) : undefined;
  raw.on('error', (error) => inflate?.destroy(error));
  const decoder = new StringDecoder('utf8');
  try {
    for await (const chunk of inflate ? raw.pipe(inflate) : raw) yield decoder.write(chunk);
    yield decoder.end();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw code.startsWith('Z_') || code.startsWith('ERR_') ? new XlsxError('damaged') : error;
  } finally {
    raw.destroy();
    inflate?.destroy();
  }
}
