import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../base/index.ts';
import type { ExportEntry } from '../../release/datasets/index.ts';
import { sealedCatalogue } from '../../release/index.ts';
import { type Row, sqlString, withPublished, withSession } from '../../warehouse/index.ts';
import { sharedWorld, type World } from '../world.ts';
import { describePublicExport } from './export-public.ts';
import { emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

// A workspace of its own, since exports are noted in its data; the rest is that of the shared world.
let world: World;
const full = process.env.BUKTI_WORLDS !== undefined;
const folder = emptyWorkspace();
beforeAll(async () => {
  world = await sharedWorld();
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

describePublicExport();

describe('bukti export', () => {
  it('gives nothing restricted away without a purpose, nor internal figures as public ones', async () => {
    const none = await run('by_sex', '--format', 'csv');
    expect([none.status, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('--purpose');
    expect((await run('by_sex', '--purpose', '  ')).status).toBe(2);
    const open = await run('by_sex', '--purpose', 'uji', '--for-publication');
    expect(open.status).toBe(3);
    expect(open.stderr).toContain(path.join('public', '2026Q3'));
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

  it('writes tables and figures of a release and notes them with their hashes', async () => {
    const own = path.join('internal', 'kemenko_pmk', 'by_agency.parquet');
    const file = sqlString(path.join(world.workspace.releases, '2026Q3', 'v1', own));
    const sealed = await rows(
      `select id, value::double as value, n from read_parquet(${file}) order by id`,
    );
    const figure = sealed.find(({ id }) => String(id).includes('/resolved.count?'));
    const to = ['--recipient', 'kemenko_pmk', '--purpose', 'menguji ekspor'];
    const first = await run('by_agency', String(figure?.id), ...to);
    expect(first.stderr).toContain('TERBATAS');
    const place = exported('2026Q3-v1', 'TERBATAS-by_agency');
    const chosen = exported('2026Q3-v1', 'TERBATAS-figures');
    expect(first.stdout.trim().split('\n')).toEqual([place, chosen]);
    const lines = readFileSync(path.join(chosen, 'data.csv'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]?.startsWith(`${figure?.id},resolved,`)).toBe(true);
    expect(lines[1]).toContain(`,${figure?.value},`);
    const written = sqlString(path.join(place, 'data.parquet'));
    const read = `select id, value::double as value, n from read_parquet(${written}) order by id`;
    expect(sealed.length).toBeGreaterThan(100);
    expect(await rows(read)).toEqual(sealed);
    const [entry] = log();
    expect(entry).toMatchObject({
      purpose: 'menguji ekspor',
      what: `by_agency ${figure?.id}`,
      release: '2026Q3/v1',
      recipient: 'kemenko_pmk',
      rows: sealed.length + 1,
    });
    const sums = readFileSync(path.join(place, 'SHA256SUMS'), 'utf8');
    const csv = entry?.files.find(({ name }) => name === 'TERBATAS-by_agency/data.csv');
    expect(sums).toContain(`${csv?.sha256}  data.csv\n`);
  });

  it('tells what figures mean by the catalogue that the release was sealed with', () => {
    const own = path.join(folder, 'models', 'metrics');
    const shipped = openWorkspace(folder, {}).models.at(-1) as string;
    const name = '1-volume.yml';
    mkdirSync(own, { recursive: true });
    const changed = readFileSync(path.join(shipped, 'metrics', name), 'utf8').replace(
      /label: \{ id: [^,]+, en: [^}]+\}/,
      'label: { id: baru, en: new words }',
    );
    writeFileSync(path.join(own, name), changed);
    const labels = () => {
      const { catalogue, frozen } = sealedCatalogue(openWorkspace(folder, {}), '2026Q3', 1);
      return { frozen, changed: catalogue.metrics.some(({ label }) => label.en === 'new words') };
    };
    expect(labels()).toEqual({ frozen: true, changed: false });
    const vault = path.join(folder, 'data', 'releases', '2026Q3', 'v1', 'vault');
    const file = path.join(vault, 'models', 'metrics', name);
    const sealed = readFileSync(file, 'utf8');
    writeFileSync(file, changed);
    expect(labels).toThrow(/1-volume/);
    writeFileSync(file, sealed);
    renameSync(vault, `${vault}-away`);
    expect(labels()).toEqual({ frozen: false, changed: true });
    renameSync(`${vault}-away`, vault);
    rmSync(path.join(folder, 'models'), { recursive: true });
  });

  it('marks what is asked of the warehouse as sealed by nobody, the same bytes each time', async () => {
    const asked = [
      '--metrics',
      'received',
      '--by',
      'sex',
      '--period',
      '2026Q3',
      '--purpose',
      'uji',
    ];
    const place = exported('not-sealed', 'TERBATAS-received_by_sex');
    const sums = [];
    for (const _ of [1, 2]) {
      expect((await run(...asked)).status).toBe(0);
      sums.push(readFileSync(path.join(place, 'SHA256SUMS'), 'utf8'));
    }
    expect(sums[1]).toBe(sums[0]);
    expect(readdirSync(exported('not-sealed'))).toEqual(['TERBATAS-received_by_sex']);
    const table = `read_parquet(${sqlString(path.join(place, 'data.parquet'))})`;
    const counts = await rows(
      `select sex, value::double as value, quarter, release, restriction, synthetic from ${table}
      where statistic = 'count' order by sex`,
    );
    const counted = await withPublished(world.workspace, (session) =>
      session.rows<Row>(
        `select sex::varchar as sex, count(*)::double as value, '2026Q3' as quarter,
        'not_sealed' as release, 'TERBATAS' as restriction, true as synthetic
        from fct_complaint where quarter = '2026Q3' group by all order by 1`,
      ),
    );
    expect(counts).toEqual(counted);
  });

  // Takes four seconds of processor time.
  it.runIf(full)('gives rows of reports without keys and without confidential ones', async () => {
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
