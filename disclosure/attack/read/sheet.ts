import zlib from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { openXlsx } from '../../../base/xlsx-read.ts';
import type { Grid, GridRow } from './extract.ts';

/** One table a sheet; its header is the first row with at least two texts. */
export async function readXlsx(file: string, path: string): Promise<Grid[]> {
  const grids: Grid[] = [];
  for (const sheet of await openXlsx(path)) {
    let header: string[] | undefined;
    const rows: GridRow[] = [];
    for await (const some of sheet.rows()) {
      for (const { row, cells } of some) {
        const texts = cells.map((cell) => cell ?? '');
        if (header === undefined) {
          const filled = texts.filter((text) => text !== '' && Number.isNaN(Number(text)));
          if (filled.length >= 2) header = texts;
        } else {
          rows.push({
            place: `${sheet.name}, row ${row}`,
            cells: texts.map((text) => ({ text })),
          });
        }
      }
    }
    if (header) grids.push({ file, name: sheet.name, numbers: 'raw', header, rows });
  }
  return grids;
}

/** Snappy is built in; zstd is in Node from 22.15, on older ones such a file cannot be read, and is said so. */
const zstd = (zlib as { zstdDecompressSync?: (bytes: Uint8Array) => Uint8Array })
  .zstdDecompressSync;
const compressors = {
  GZIP: (bytes: Uint8Array) => new Uint8Array(zlib.gunzipSync(bytes)),
  ...(zstd ? { ZSTD: (bytes: Uint8Array) => new Uint8Array(zstd(bytes)) } : {}),
};

export async function readParquet(file: string, bytes: Uint8Array): Promise<Grid> {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const objects = await parquetReadObjects({ file: buffer as ArrayBuffer, compressors });
  const header = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  return {
    file,
    name: file,
    numbers: 'raw',
    header,
    rows: objects.map((row, index) => ({
      place: `row ${index + 1}`,
      cells: header.map((name) => ({ text: textOf(row[name]) })),
    })),
  };
}

/** A decimal of Parquet arrives as a product of floating point: 14.4 as 14.399999999999999. */
function textOf(cell: unknown): string {
  if (typeof cell === 'number') return String(Number(cell.toPrecision(14)));
  return cell == null ? '' : String(cell);
}
