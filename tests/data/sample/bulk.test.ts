import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuktiError } from '../../../base/index.ts';
import { makeSample } from '../../../data/sample/index.ts';
import { sqlString, withSession } from '../../../warehouse/index.ts';
import { plainWorkspace } from './support.ts';

const rows = 4000;

type Format = 'csv' | 'parquet';
const samples = new Map<Format, ReturnType<typeof make>>();
/** The sample in a format, made once. */
function bulk(format: Format): ReturnType<typeof make> {
  const sample = samples.get(format) ?? make(format);
  samples.set(format, sample);
  return sample;
}

async function make(format: Format) {
  const workspace = plainWorkspace();
  const seen: number[] = [];
  const { files } = await makeSample(workspace, {
    folder: workspace.inbox,
    rows,
    format,
    onProgress: (event) => seen.push(event.files),
  });
  expect(seen.at(-1)).toBe(5);
  const named = (part: string) => files.filter((file) => path.basename(file).includes(part));
  return { files, exports: named('Ekspor'), attributes: named('Atribut'), events: named('Log') };
}

describe('large samples', () => {
  it('as CSV: yearly exports with information lines, together every report once and some again', async () => {
    const { exports, attributes, events } = await bulk('csv');
    expect(exports.map((file) => path.basename(file))).toEqual([
      'SINTETIS-Ekspor-2024.csv',
      'SINTETIS-Ekspor-2025.csv',
      'SINTETIS-Ekspor-2026.csv',
    ]);
    const drawn = ['23 Jan 2025', '23 Jan 2026', '23 Okt 2026'];
    for (const [index, file] of exports.entries()) {
      const [first, second, header] = readFileSync(file, 'utf8').split('\n', 3);
      expect(first).toMatch(/^# SINTETIS/);
      expect(second).toBe(`Tanggal Dibuat: ${drawn[index]}`);
      expect(header?.split(',')).toHaveLength(26);
    }
    await withSession({}, async (session) => {
      const read = (list: string[]) =>
        `read_csv([${list.map(sqlString).join()}], skip = 2, header = true, all_varchar = true, union_by_name = true)`;
      const ids = `count(DISTINCT "Tracking ID"::DOUBLE)`;
      const all = await session.row<{ n: number; ids: number }>(
        `SELECT count(*) AS n, ${ids} AS ids FROM ${read(exports)}`,
      );
      expect(all?.ids).toBe(rows);
      expect(all?.n).toBeGreaterThan(rows * 1.01);
      expect(all?.n).toBeLessThan(rows * 1.2);
      const others = await session.row<{ events: number; people: number }>(
        `SELECT (SELECT ${ids} FROM ${read(events)}) AS events, (SELECT count(*) FROM ${read(attributes)}) AS people`,
      );
      expect(others?.events).toBe(rows);
      expect((others?.people ?? 0) / rows).toBeGreaterThan(0.65);
      expect((others?.people ?? 0) / rows).toBeLessThan(0.75);
    });
  });

  it('as Parquet: the same rows, and metadata that says synthetic and when it was known', async () => {
    const csv = await bulk('csv');
    const parquet = await bulk('parquet');
    await withSession({}, async (session) => {
      for (const [index, file] of parquet.files.entries()) {
        const metadata = await session.rows<{ key: string; value: string }>(
          `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata(${sqlString(file)})`,
        );
        expect(metadata).toContainEqual({ key: 'synthetic', value: 'true' });
        expect(metadata.find(({ key }) => key === 'known_at')?.value).toMatch(/^202[56]-\d\d-23$/);
        const other = csv.files[index] as string;
        const differing = await session.row<{ n: number }>(`
          SELECT count(*) AS n FROM (
            (FROM read_parquet(${sqlString(file)}) EXCEPT ALL
             FROM read_csv(${sqlString(other)}, skip = 2, header = true, all_varchar = true))
            UNION ALL
            (FROM read_csv(${sqlString(other)}, skip = 2, header = true, all_varchar = true) EXCEPT ALL
             FROM read_parquet(${sqlString(file)})))`);
        expect(differing?.n, path.basename(file)).toBe(0);
      }
    });
  });

  it('say what number of rows is possible', async () => {
    const workspace = plainWorkspace();
    const wrong = async (count: number, format: 'xlsx' | 'csv') => {
      const error = await makeSample(workspace, {
        folder: workspace.inbox,
        rows: count,
        format,
      }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(BuktiError);
      return error as BuktiError;
    };
    expect((await wrong(10, 'csv')).key).toBe('sample.rows');
    expect((await wrong(1000.5, 'csv')).status).toBe(2);
    expect((await wrong(3_000_000, 'xlsx')).params).toMatchObject({ low: 500, high: 500_000 });
  });
});
