import { open } from 'node:fs/promises';
import path from 'node:path';
import { BuktiError } from '../base/index.ts';
import { openXlsx } from '../base/xlsx-read.ts';
import { type Session, withSession } from '../warehouse/index.ts';
import { csvHeads } from './csv-head.ts';
import { type Head, headRows } from './head.ts';
import { plainPath } from './input.ts';

const headBytes = 1 << 20;

async function beginning(file: string): Promise<{ bytes: Buffer; whole: boolean }> {
  const handle = await open(file, 'r');
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new BuktiError('pipelines.folder', { file });
    const bytes = Buffer.alloc(Math.min(headBytes, stat.size));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return { bytes: bytes.subarray(0, bytesRead), whole: stat.size <= headBytes };
  } finally {
    await handle.close();
  }
}

async function xlsxHeads(file: string): Promise<Head[]> {
  const heads: Head[] = [];
  for (const [index, sheet] of (await openXlsx(file)).entries()) {
    const rows: Head['rows'] = [];
    for await (const some of sheet.rows()) {
      rows.push(...some);
      if (rows.length >= headRows) break;
    }
    heads.push({ format: 'xlsx', sheet: index, rows: rows.slice(0, headRows), metadata: [] });
  }
  return heads;
}

async function parquetHeads(session: Session, file: string): Promise<Head[]> {
  const scan = plainPath(file);
  const names = await session.rows<{ column_name: string }>(`DESCRIBE FROM read_parquet(${scan})`);
  const metadata = await session.rows<{ line: string }>(
    `SELECT concat(decode(key), ': ', decode(value)) AS line FROM parquet_kv_metadata(${scan})
     WHERE decode(key) IN ('known_at', 'synthetic', 'information', 'title')`,
  );
  const cells = names.map(({ column_name }) => column_name);
  const lines = metadata.map(({ line }) => line);
  return [{ format: 'parquet', rows: [{ row: 1, cells }], metadata: lines }];
}

function ndjsonHeads(file: string, text: string): Head[] {
  const names = new Set<string>();
  // The last line of the piece may be cut.
  const lines = text.split('\n').slice(0, headRows);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    try {
      for (const name of Object.keys(JSON.parse(line))) names.add(name);
    } catch {
      if (index < lines.length - 1 || names.size === 0) {
        throw new BuktiError('pipelines.json-broken', { file, row: index + 1 });
      }
    }
  }
  return [{ format: 'ndjson', rows: [{ row: 0, cells: [...names] }], metadata: [] }];
}

function utf8(file: string, bytes: Buffer, whole: boolean): string {
  const head = bytes.subarray(0, 2).toString('hex');
  if (head === 'fffe' || head === 'feff') throw new BuktiError('pipelines.not-utf8', { file });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    throw new BuktiError('pipelines.not-utf8', { file });
  }
}

/**
 * The beginning of a file in each way that it may be read; what it is, its content says, not its
 * name.
 * @throws BuktiError `pipelines.empty-file`, `pipelines.text-as-xlsx`, `pipelines.html`,
 *   `pipelines.old-excel`, `pipelines.not-utf8`, `pipelines.unknown-format`, ...
 */
export async function readHeads(file: string): Promise<Head[]> {
  const { bytes, whole } = await beginning(file);
  if (bytes.length === 0) throw new BuktiError('pipelines.empty-file', { file });
  const magic = bytes.subarray(0, 4).toString('latin1');
  if (magic.startsWith('PK')) return xlsxHeads(file);
  if (magic === 'PAR1') return withSession({}, (session) => parquetHeads(session, file));
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new BuktiError('pipelines.old-excel', { file });
  }
  if (bytes.subarray(0, 2).toString('hex') === '1f8b' || magic === '%PDF') {
    throw new BuktiError('pipelines.unknown-format', { file });
  }
  const start = bytes.subarray(0, 2048).toString('latin1').trimStart().toLowerCase();
  if (/^(\W{0,3})(<!doctype html|<html|<table|<meta|<head)/.test(start)) {
    throw new BuktiError('pipelines.html', { file });
  }
  if (/^\.xls[xm]?$/i.test(path.extname(file)))
    throw new BuktiError('pipelines.text-as-xlsx', { file });
  const text = utf8(file, bytes, whole);
  if (text.replace(/^\ufeff/, '').trim() === '')
    throw new BuktiError('pipelines.empty-file', { file });
  if (text.includes('\u0000')) throw new BuktiError('pipelines.unknown-format', { file });
  if (/^\s*\{/.test(text)) return ndjsonHeads(file, text);
  return csvHeads(text);
}
