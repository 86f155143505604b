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
