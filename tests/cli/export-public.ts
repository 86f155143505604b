import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace } from '../../base/index.ts';
import { attackFolder } from '../../disclosure/attack/index.ts';
import { openPublic } from '../../release/index.ts';
import { publicSummary } from '../../release/public/summary.ts';
import { type Row, sqlString, withSession } from '../../warehouse/index.ts';
import { sharedWorld } from '../world.ts';
import { emptyWorkspace } from './run-cli.ts';
import { buktiHere } from './run-here.ts';

// A workspace with the public root of the shared world and nothing else: the sealed version is an empty folder.
const folder = emptyWorkspace();
const root = path.join(folder, 'data', 'public');
const published = path.join(root, '2026Q3', 'v1');
const exported = path.join(folder, 'data', 'exports', '2026Q3-v1');
const table = 'coordinator_category';
const place = path.join(exported, table);
const run = (...words: string[]) => buktiHere(['export', ...words, '--for-publication'], folder);
const rows = (sql: string) => withSession({}, (session) => session.rows<Row>(sql));
const text = (...parts: string[]) => readFileSync(path.join(...parts), 'utf8');
const csv = (file: string) => `read_csv(${sqlString(file)}, all_varchar = true)`;
const columns =
  'MEASURE, period, coordinator, category, outcome, OBS_VALUE, LOWER, UPPER, OBS_STATUS, CONF_STATUS';

/** In the file of the other exports, whose imports take longer than these tests. */
export function describePublicExport(): void {
  describe('bukti export --for-publication', () => {
    beforeAll(async () => {
      const { workspace } = await sharedWorld();
      cpSync(path.join(workspace.data, 'public'), root, { recursive: true });
      mkdirSync(path.join(folder, 'data', 'releases', '2026Q3', 'v1'), { recursive: true });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('writes nothing before the embargo has ended, and all after it', async () => {
      const calendar = path.join(folder, 'release-calendar.yml');
      const entry = (date: string) =>
        `releases:\n  - { period: 2026Q3, date: ${date}, status: confirmed }\n`;
      writeFileSync(calendar, entry('2999-10-28'));
      const held = await run(table);
      expect([held.status, held.stdout]).toEqual([3, '']);
      expect(held.stderr).toContain('2999-10-28 09:00 WIB');
      expect(existsSync(exported)).toBe(false);
      writeFileSync(calendar, entry('2026-10-28'));
      const open = (now: string) =>
        openPublic(openWorkspace(folder, {}), '2026Q3', 1, new Date(now));
      expect(() => open('2026-10-28T08:59:59+07:00')).toThrow(/public-embargo|embargo/);
      expect(open('2026-10-28T09:00:00+07:00').manifest.version).toBe(1);
      rmSync(calendar);
    });

    it('refuses what is no public table, and asks for no purpose', async () => {
      const unknown = await run('by_sex', '--purpose', 'uji');
      expect(unknown.status).toBe(2);
      expect(unknown.stderr).toContain(table);
      expect((await run(table, '--recipient', 'ksp')).stderr).toContain('--recipient');
      expect((await run(table, '--rows')).status).toBe(2);
      expect((await run(table, '--release', '2026Q3/v7')).status).toBe(3);
      expect(existsSync(exported)).toBe(false);
    });

    it('writes the rows of the public file as they are, from the public root alone', async () => {
      const done = await run(table, '--release', '2026Q3/v1', '--labels', 'code,id,en');
      expect([done.stdout, done.status]).toEqual([`${place}\n`, 0]);
      const before = await rows(
        `select ${columns} from ${csv(path.join(published, `${table}.csv`))}`,
      );
      expect(before.length).toBeGreaterThan(500);
      const written = csv(path.join(place, 'data.csv'));
      expect(await rows(`select ${columns} from ${written}`)).toEqual(before);
      const numbers = columns.replace(
        'OBS_VALUE, LOWER, UPPER',
        'OBS_VALUE::double as v, LOWER::double as l, UPPER::double as u',
      );
      const asNumbers = await rows(`select ${numbers} from ${written}`);
      expect(
        await rows(
          `select ${numbers} from read_parquet(${sqlString(path.join(place, 'data.parquet'))})`,
        ),
      ).toEqual(asNumbers);
      const json = JSON.parse(text(place, 'data.json'));
      expect(json.rows.map((row: Row) => row.OBS_VALUE)).toEqual(asNumbers.map(({ v }) => v));
      expect(existsSync(path.join(exported, '..', 'log.jsonl'))).toBe(false);
    });

    it('tells units, statuses, release and labels, with every code in its list', async () => {
      const written = csv(path.join(place, 'data.csv'));
      expect(
        await rows(
          `select distinct MEASURE, UNIT_MEASURE, release, synthetic from ${written} order by 1`,
        ),
      ).toEqual([
        { MEASURE: 'COMPLAINTS', UNIT_MEASURE: 'reports', release: '2026Q3/v1', synthetic: 'true' },
        {
          MEASURE: 'resolved.share',
          UNIT_MEASURE: 'percent',
          release: '2026Q3/v1',
          synthetic: 'true',
        },
      ]);
      const [one] = await rows(
        `select category_label_id as id, category_label_en as en, OBS_STATUS_label_en as status
      from ${written} where category = 'sector:human_development' and OBS_STATUS = 'A' limit 1`,
      );
      expect(one).toEqual({
        id: 'pembangunan manusia dan kebudayaan',
        en: 'human development and culture',
        status: 'published',
      });
      const { resources } = JSON.parse(text(place, 'datapackage.json'));
      const keys = resources[0].schema.foreignKeys as {
        fields: string[];
        reference: { resource: string };
      }[];
      expect(keys.length).toBe(8);
      for (const { fields, reference } of keys) {
        const list = resources.find(({ name }: { name: string }) => name === reference.resource);
        const lost = `select distinct "${fields[0]}" from ${written} where "${fields[0]}" is not null
        and "${fields[0]}" not in (select code from ${csv(path.join(place, list.path))})`;
        expect(await rows(lost), fields[0]).toEqual([]);
      }
      const [header, first] = text(place, 'data.sdmx.csv').split('\n');
      expect(header).toContain(
        'FREQ,MEASURE,COORDINATOR,CATEGORY,OUTCOME,TIME_PERIOD,OBS_VALUE,DECIMALS,UNIT_MEASURE,LOWER,UPPER,OBS_STATUS,CONF_STATUS',
      );
      expect(first).toContain(',I,Q,COMPLAINTS,_T,_T,_T,2026-Q3,');
    });

    it('is licensed, not restricted, and tells how it is protected', () => {
      const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
      for (const name of names.filter((one) => /\.(md|json|jsonld|csv)$/.test(one))) {
        expect(text(place, name), name).not.toContain('TERBATAS');
      }
      expect(JSON.parse(text(place, 'datapackage.json')).licenses[0].name).toBe('CC-BY-4.0');
      expect(text(place, 'disclosure.json')).toBe(text(published, 'disclosure.json'));
      expect(text(place, 'DISCLOSURE.md')).toContain('cell-key');
      expect(text(place, 'README.md')).toContain('SINTETIS');
      // Exact tables hold shares from 0 to 1, published ones percent.
      expect(text(place, 'README.md')).toContain('percent (0 to 100)');
      expect(text(place, 'README.md')).not.toContain('0 to 1)');
      for (const name of ['data.arrow', 'data.id.xlsx', 'data.en.xlsx'])
        expect(names).toContain(name);
    });

    it('gives an attacker nothing, alone or beside the public root', async () => {
      // A small table, and of the public root what belongs to it; all of the root in the full tests.
      const full = process.env.BUKTI_WORLDS !== undefined;
      const small = 'agency_classification';
      const out = path.join(folder, 'given');
      expect((await run(small, '--out', out)).status).toBe(0);
      const attacked = path.join(folder, 'attacked');
      mkdirSync(path.join(attacked, '2026Q3', 'v1'), { recursive: true });
      const own = ['structure.json', 'disclosure.json', 'labels.csv', 'README.md', `${small}.csv`];
      const kept = full ? readdirSync(published) : own;
      for (const name of kept) {
        cpSync(path.join(published, name), path.join(attacked, '2026Q3', 'v1', name));
      }
      cpSync(out, path.join(attacked, '2026Q3-v1'), { recursive: true });
      const both = await attackFolder(attacked, { sample: 0 });
      expect(both.findings).toEqual([]);
      // They are one release: what the export says was put together with what stands in public.
      expect(both.releases).toBe(1);
      // Alone too, but for a count that nothing public accounts for.
      const alone = path.join(folder, 'alone');
      cpSync(path.join(out, small), path.join(alone, small), { recursive: true });
      writeFileSync(path.join(alone, small, 'notes.json'), JSON.stringify({ n_reports: 8797 }));
      const { findings } = await attackFolder(alone, { sample: 0 });
      expect(findings).toMatchObject([{ kind: 'metadata', severity: 'recovered', low: 8797 }]);
    });

    it('is counted as the seal tells its operator', () => {
      // Those of the quarter, and of the quarter before in a folder below.
      const files = readdirSync(published, { recursive: true, encoding: 'utf8' }).filter(
        (name) => name.endsWith('.csv') && name !== 'labels.csv',
      );
      expect(files).toContain(path.join('2026Q2', 'period_province_matured.csv'));
      const rows = files.map((name) =>
        text(published, name).match(/^(COMPLAINTS|[a-z_]+\.\w+),/gm),
      );
      const decided = { catalogue: { version: 2 }, decidedNow: undefined } as Parameters<
        typeof publicSummary
      >[3];
      expect(publicSummary(openWorkspace(folder, {}), '2026Q3', 1, decided)).toEqual({
        folder: published,
        tables: files.length,
        cells: rows.reduce((sum, found) => sum + (found?.length ?? 0), 0),
        catalogueVersion: 2,
      });
    });

    it('refuses a public file that is not as it was sealed', async () => {
      appendFileSync(path.join(published, `${table}.csv`), 'COMPLAINTS,2026Q3,_T,_T,_T,1,,,A,\n');
      const damaged = await run(table, '--format', 'csv');
      expect(damaged.status).toBe(3);
      expect(damaged.stderr).toContain(`${table}.csv`);
    });
  });
}
