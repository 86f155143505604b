import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportEntry } from '../../release/datasets/index.ts';
import { openRelease, type Release } from '../../release/index.ts';
import { type Row, sqlString, withPublished, withSession } from '../../warehouse/index.ts';
import { sharedWorld, type World } from '../world.ts';
import { emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

// A workspace of its own, since exports are noted in its data; the rest is that of the shared world.
let world: World;
let release: Release;
const folder = emptyWorkspace();
beforeAll(async () => {
  world = await sharedWorld();
  release = await openRelease(world.workspace, '2026Q3');
  const data = path.join(folder, 'data');
  mkdirSync(data);
  cpSync(world.workspace.releases, path.join(data, 'releases'), { recursive: true });
  for (const name of ['warehouse', 'landing']) {
    symlinkSync(path.join(world.workspace.data, name), path.join(data, name), 'junction');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => buktiHere(['export', ...words], folder);
const exported = (...parts: string[]) => path.join(folder, 'data', 'exports', ...parts);
const rows = (sql: string) => withSession({}, (session) => session.rows<Row>(sql));
const log = (): ExportEntry[] =>
  readFileSync(exported('log.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('bukti export', () => {
  it('gives nothing restricted away without a purpose, nor internal figures as public ones', async () => {
    const none = await run('by_sex', '--format', 'csv');
    expect([none.status, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('--purpose');
    expect((await run('by_sex', '--purpose', '  ')).status).toBe(2);
    const open = await run('by_sex', '--purpose', 'uji', '--for-publication');
    expect(open.status).toBe(3);
    expect(open.stderr).toContain(path.join('public', '2026Q3', 'v1'));
    expect(existsSync(exported())).toBe(false);
  });

  it('names what it does not know', async () => {
    const unknown = await run('by_provinsi', '--purpose', 'uji');
    expect(unknown.stderr).toMatch(/by_province/);
    expect((await run('--purpose', 'uji')).status).toBe(2);
    expect((await run('by_sex', '--purpose', 'uji', '--decimal', 'koma')).stderr).toContain(
      'comma',
    );
    const wide = await run('by_sex', '--purpose', 'uji', '--wide', 'sex', '--format', 'sdmx-csv');
    expect(wide.stderr).toContain('--wide');
    expect(existsSync(exported('log.jsonl'))).toBe(false);
  });

  it('writes a table of a release, every figure of it, and notes it with its hash', async () => {
    const [figure] = release.rows('by_sex', { metric: 'resolve', statistic: 'median' });
    const first = await run('by_sex', figure?.id ?? '', '--purpose', 'menguji ekspor');
    expect(first.stderr).toContain('TERBATAS');
    const place = exported('2026Q3-v1', 'TERBATAS-by_sex');
    const chosen = exported('2026Q3-v1', 'TERBATAS-figures');
    expect(first.stdout.trim().split('\n')).toEqual([place, chosen]);
    const lines = readFileSync(path.join(chosen, 'data.csv'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(new RegExp(`^2026Q3/v1/resolve.median\\?.*,${figure?.value},`));
    const sealed = release.rows('by_sex');
    const read = await rows(
      `select id, value::double as value, n from read_parquet(${sqlString(path.join(place, 'data.parquet'))})`,
    );
    expect(read).toEqual(sealed.map(({ id, value, n }) => ({ id, value, n })));
    const [entry] = log();
    expect(entry).toMatchObject({
      purpose: 'menguji ekspor',
      what: `by_sex ${figure?.id}`,
      release: '2026Q3/v1',
      recipient: 'ksp',
      rows: sealed.length + 1,
    });
    const sums = readFileSync(path.join(place, 'SHA256SUMS'), 'utf8');
    const csv = entry?.files.find(({ name }) => name === 'TERBATAS-by_sex/data.csv');
    expect(sums).toContain(`${csv?.sha256}  data.csv\n`);

    await run('by_sex', '--purpose', 'sekali lagi');
    expect(readFileSync(path.join(place, 'SHA256SUMS'), 'utf8')).toBe(sums);
    expect(readdirSync(exported('2026Q3-v1'))).toEqual(['TERBATAS-by_sex', 'TERBATAS-figures']);
    expect(log()).toHaveLength(2);
  });

  it('marks what is asked of the warehouse as sealed by nobody', async () => {
    const out = path.join(folder, 'kueri.json');
    const asked = ['--metrics', 'received', '--by', 'sex', '--period', '2026Q3'];
    await run(...asked, '--purpose', 'uji', '--format', 'json', '--out', out);
    const read = JSON.parse(readFileSync(out, 'utf8'));
    expect(read).toMatchObject({ release: 'not_sealed', restriction: 'TERBATAS', synthetic: true });
    const sealed = release.rows('by_sex', {
      metric: 'received',
      statistic: 'count',
      dims: { quarter: '2026Q3' },
    });
    const byCode = (list: [unknown, unknown][]) => Object.fromEntries(list);
    const counts = read.rows.filter((row: Row) => row.statistic === 'count');
    expect(byCode(counts.map((row: Row) => [row.sex, row.value]))).toEqual(
      byCode(sealed.map(({ dims, value }) => [dims.sex, value])),
    );
    expect(read.rows[0].release).toBe('not_sealed');
  });

  it('gives rows of reports without keys and without confidential ones', async () => {
    const out = path.join(folder, 'baris.parquet');
    const { status } = await run('--rows', '--purpose', 'uji', '--out', out);
    expect(status).toBe(0);
    const file = `read_parquet(${sqlString(out)})`;
    const names = (await rows(`select column_name from (describe select * from ${file})`)).map(
      (row) => String(row.column_name),
    );
    expect(names).toContain('submitted_date');
    expect(names.filter((name) => /_key$|_at$/.test(name))).toEqual([]);
    const open = await withPublished(world.workspace, (session) =>
      session.row<Row>(`select count(*) as n from fct_complaint where anonymity <> 'rahasia'`),
    );
    const [held] = await rows(
      `select count(*) as n, count(*) filter (where anonymity = 'rahasia') as secret from ${file}`,
    );
    expect(held).toEqual({ n: open?.n, secret: 0 });
    expect(log().at(-1)).toMatchObject({
      row_level: true,
      rows: open?.n,
      what: 'rows fct_complaint',
    });
  });
});
