import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Session, sqlString, withSession } from '../../warehouse/index.ts';
import { lab, writeSheet } from './lab.ts';
import { findPersonal } from './scan-personal.ts';

it('finds a name in every kind of file that the project writes', async () => {
  const place = lab();
  const at = (name: string) => place.file(name);
  writeFileSync(at('a.txt'), 'Laporan SULASTRI');
  writeFileSync(at('b.json.gz'), gzipSync('{"nama":"Sulastri"}'));
  writeSheet(at('c.xlsx'), [['Sulastri']]);
  await withSession({}, (session) =>
    session.run(
      `COPY (SELECT 'Sulastri' AS n, i FROM range(10000) r(i)) TO ${sqlString(at('d.parquet'))} (FORMAT parquet, COMPRESSION zstd)`,
    ),
  );
  const session = await Session.open({ path: at('e.duckdb') });
  await session.run(`CREATE TABLE t AS SELECT 'Sulastri' || (i % 7) AS n FROM range(50000) r(i)`);
  session.close();
  writeFileSync(at('f.txt'), 'tidak ada siapa-siapa');
  const finds = await findPersonal(path.dirname(at('a.txt')), ['sulastri', '0812999']);
  place.remove();
  expect(new Set(finds.map(({ file }) => path.basename(file)))).toEqual(
    new Set(['a.txt', 'b.json.gz', 'c.xlsx', 'd.parquet', 'e.duckdb']),
  );
  expect(finds.some(({ as }) => as === 'duckdb')).toBe(true);
  expect(new Set(finds.map(({ needle }) => needle))).toEqual(new Set(['sulastri']));
});

it('a number that is the start of its own key is no tracking ID, any other number is', async () => {
  const place = lab();
  const trackingId = /60[0-6]\d{4}/;
  /** A Parquet file of one record whose short key is 6000001, 0x005b8d81. */
  const record = async (name: string, start: string): Promise<string> => {
    const file = place.file(name);
    const columns = `'${start}-58cc-4372-a567-0e02b2c3d479'::UUID AS record_key, 6000001::UINTEGER AS short_record_key`;
    await withSession({}, (session) =>
      session.run(`COPY (SELECT ${columns}) TO ${sqlString(file)} (FORMAT parquet)`),
    );
    return file;
  };
  const own = await record('own.parquet', '005b8d81');
  const other = await record('other.parquet', '115b8d81');
  expect(await findPersonal(own, [trackingId])).toEqual([]);
  expect(await findPersonal(other, [trackingId])).toEqual([
    { file: other, needle: trackingId.source, as: 'parquet' },
  ]);
  place.remove();
});
