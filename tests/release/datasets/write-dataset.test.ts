import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WrittenDataset, writeDataset } from '../../../release/datasets/index.ts';
import { type Row, sqlString, withSession } from '../../../warehouse/index.ts';
import { csvwSchema, dataPackageSchema } from './descriptor-schemas.ts';
import { dataset } from './fixture.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'bukti-dataset-'));
const internal = path.join(root, 'internal');
const published = path.join(root, 'public');
let written: WrittenDataset;
beforeAll(async () => {
  written = await writeDataset(internal, dataset());
  await writeDataset(published, dataset({ edition: 'public', synthetic: false }), {
    decimalComma: true,
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const text = (...place: string[]) => readFileSync(path.join(...place), 'utf8');
const json = (...place: string[]) => JSON.parse(text(...place));
const rows = (sql: string): Promise<Row[]> => withSession({}, (session) => session.rows(sql));

function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [name, readFileSync(path.join(folder, name), 'hex')]),
  );
}

describe('data.csv', () => {
  it('has codes and numbers as they are, gaps empty, and no formula', () => {
    const lines = text(internal, 'data.csv').split('\n');
    expect(lines[0]).toBe(
      'id,metric,statistic,quarter,month,regency,sex,value,low,high,numerator,denominator,n,unit,status,provisional,as_of,age_working_days,release,restriction,synthetic',
    );
    const tail = '2026-10-21,15,2026Q3/v1,TERBATAS,true';
    expect(lines[1]).toBe(
      `2026Q3/v1/resolve.share?quarter=2026Q3&sex=f&regency=35.10,resolve,share,2026Q3,,35.10,f,0.25,0.125,,2,8,8,share,ok,false,${tail}`,
    );
    expect(lines[3]).toContain(`,2026Q3,,35.01,f,,,,,8,8,share,below_minimum,false,${tail}`);
    expect(lines[4]).toContain(`,2026Q3,,'=1+1,m,0.333333,0.166667,,3,8,8,share,ok,true,`);
    expect(lines[5]).toContain(',2026Q2,,,f,-0.125,-0.0625,,-1,8,8,');
    expect(lines[6]).toContain(',received,count,,2026-07,,,1234,617,,');
    expect(lines).toHaveLength(8);
  });

  it('has a decimal comma and semicolons where asked for', () => {
    const lines = text(published, 'data.csv').split('\n');
    expect(lines[1]).toContain(';35.10;f;0,25;0,125;;2;8;8;share;');
    const fields = json(published, 'datapackage.json').resources[0].schema.fields;
    expect(fields.find((field: { name: string }) => field.name === 'value').decimalChar).toBe(',');
  });

  it('is read by DuckDB as the same table that data.parquet is', async () => {
    const read = `read_csv(${sqlString(path.join(internal, 'data.csv'))}, all_varchar = true)`;
    const [csv, parquet] = await Promise.all([
      rows(
        `select id, regency, value::decimal(18, 6)::double as value, n::bigint as n from ${read}`,
      ),
      rows(
        `select id, case when regency like '=%' then '''' || regency else regency end as regency,
        value::double as value, n from ${sqlString(path.join(internal, 'data.parquet'))}`,
      ),
    ]);
    expect(csv).toHaveLength(6);
    expect(csv).toEqual(parquet);
  });
});

describe('data.parquet', () => {
  it('has types and says in itself that it is restricted', async () => {
    const file = sqlString(path.join(internal, 'data.parquet'));
    const types = await rows(
      `select column_name, column_type from (describe select * from ${file})`,
    );
    const typeOf = new Map(types.map((one) => [one.column_name, one.column_type]));
    expect([
      ...['regency', 'value', 'n', 'as_of', 'provisional'].map((name) => typeOf.get(name)),
    ]).toEqual(['VARCHAR', 'DECIMAL(18,6)', 'BIGINT', 'DATE', 'BOOLEAN']);
    const said = await rows(
      `select decode(key) as key, decode(value) as value from parquet_kv_metadata(${file})`,
    );
    const of = new Map(said.map(({ key, value }) => [key, value]));
    expect(of.get('restriction')).toBe('TERBATAS');
    expect(of.get('release')).toBe('2026Q3/v1');
    expect(of.has('license')).toBe(false);
  });
});

describe('data.sdmx.csv', () => {
  it('has the columns of SDMX-CSV 2.0, its periods, and totals as _T', () => {
    const [header, first, , gap, provisional, total, month] = text(internal, 'data.sdmx.csv').split(
      '\n',
    );
    expect(header).toMatch(
      /^STRUCTURE,STRUCTURE_ID,ACTION,FREQ,MEASURE,REGENCY,SEX,TIME_PERIOD,OBS_VALUE,DECIMALS,UNIT_MEASURE,LOWER,UPPER,OBS_STATUS,CONF_STATUS,FIGURE_STATUS,/,
    );
    const start = 'dataflow,BUKTI:BY_REGENCY(1.0.0),I';
    // The most digits of the measure (1/3) count for all of its values.
    expect(first).toContain(
      `${start},Q,resolve.share,35.10,f,2026-Q3,0.250000,6,share,0.125,,A,N,ok,`,
    );
    expect(gap).toContain(',35.01,f,2026-Q3,,6,share,,,O,N,below_minimum,');
    expect(provisional).toContain(',0.333333,6,share,0.166667,,P,N,ok,');
    expect(total).toContain(',_T,f,2026-Q2,-0.125000,6,');
    expect(month).toContain(`${start},M,received.count,_T,_T,2026-07,1234,0,reports,617,,A,N,ok,`);
  });
});

describe('a table that comes protected', () => {
  it('keeps its own statuses, without a period column in the quarter of its release', async () => {
    const folder = path.join(root, 'protected');
    const words = { id: 'x', en: 'x' };
    const roles = {
      MEASURE: 'measure',
      province: 'dimension',
      OBS_VALUE: 'value',
      LOWER: 'low',
      UPPER: 'high',
      OBS_STATUS: 'status',
      CONF_STATUS: 'confidential',
    } as const;
    const columns = Object.entries(roles).map(([name, role]) => ({
      name,
      role,
      title: words,
      type: /VALUE|LOWER|UPPER/.test(name) ? ('decimal' as const) : ('text' as const),
    }));
    const chunk = [
      ['received', 'received', 'share', 'share'],
      ['_T', '35', '_T', '35'],
      [120, null, 33.3, 25],
      [115, null, 25, 17],
      [125, null, 42.5, 35],
      ['A', 'Q', 'A', 'A'],
      [null, 'C', null, null],
    ];
    const { edition: _, ...rest } = dataset({ synthetic: false });
    await writeDataset(folder, {
      ...rest,
      edition: 'public',
      codeLists: [],
      columns,
      chunks: [chunk],
    });
    expect(text(folder, 'data.csv')).toBe(
      'MEASURE,province,OBS_VALUE,LOWER,UPPER,OBS_STATUS,CONF_STATUS\nreceived,_T,120,115,125,A,\nreceived,35,,,,Q,C\nshare,_T,33.3,25,42.5,A,\nshare,35,25,17,35,A,\n',
    );
    const lines = text(folder, 'data.sdmx.csv').split('\n');
    expect(lines[0]).toBe(
      'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,MEASURE,PROVINCE,TIME_PERIOD,OBS_VALUE,DECIMALS,LOWER,UPPER,OBS_STATUS,CONF_STATUS',
    );
    expect(lines[1]).toMatch(/,I,Q,received,_T,2026-Q3,120,0,115,125,A,$/);
    expect(lines[2]).toMatch(/,I,Q,received,35,2026-Q3,,0,,,Q,C$/);
    // How far a share is rounded is a matter of its own total: 25.0 would say more than 25 does.
    expect(lines[3]).toMatch(/,I,Q,share,_T,2026-Q3,33\.3,1,25,42\.5,A,$/);
    expect(lines[4]).toMatch(/,I,Q,share,35,2026-Q3,25,0,17,35,A,$/);
  });
});

describe('descriptors', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const check = (schema: object, value: unknown) => {
    const valid = ajv.compile(schema);
    valid(value);
    return valid.errors ?? [];
  };

  it.each([internal, published])('keep to Data Package 2.0 and CSV on the Web (%s)', (folder) => {
    expect(check(dataPackageSchema, json(folder, 'datapackage.json'))).toEqual([]);
    expect(check(csvwSchema, json(folder, 'csv-metadata.json'))).toEqual([]);
  });

  it('are refused by the schemas where they are wrong', () => {
    const wrong = json(internal, 'datapackage.json');
    wrong.resources[0].path = '../data.csv';
    delete wrong.resources[1].name;
    expect(check(dataPackageSchema, wrong).length).toBeGreaterThanOrEqual(2);
  });

  it('name files that are there, with their sizes and hashes', () => {
    const { resources } = json(internal, 'datapackage.json');
    for (const { path: name, bytes, hash } of resources) {
      const content = readFileSync(path.join(internal, name));
      expect([bytes, hash], name).toEqual([
        content.length,
        `sha256:${createHash('sha256').update(content).digest('hex')}`,
      ]);
    }
    const sums = text(internal, 'SHA256SUMS').trim().split('\n');
    expect(sums).toHaveLength(written.files.length);
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      const content = readFileSync(path.join(internal, name));
      expect(createHash('sha256').update(content).digest('hex'), name).toBe(sum);
    }
  });

  it('have foreign keys whose every code stands in its list', async () => {
    const { resources } = json(internal, 'datapackage.json');
    const [data, ...rest] = resources;
    expect(data.schema.foreignKeys.length).toBe(8);
    for (const { fields, reference } of data.schema.foreignKeys) {
      const list = rest.find(({ name }: { name: string }) => name === reference.resource);
      const from = sqlString(path.join(internal, 'data.csv'));
      const to = sqlString(path.join(internal, list.path));
      const lost = await rows(
        `select "${fields[0]}" as code from read_csv(${from}, all_varchar = true)
        where code is not null and code not in (select code from read_csv(${to}, all_varchar = true))`,
      );
      expect(lost, list.path).toEqual([]);
    }
  });

  it('give a licence to public data and to no other', () => {
    expect(json(published, 'datapackage.json').licenses[0].name).toBe('CC-BY-4.0');
    expect(json(internal, 'datapackage.json')).toMatchObject({ restriction: 'TERBATAS' });
    expect(json(internal, 'datapackage.json').licenses).toBeUndefined();
    for (const name of [
      'data.csv',
      'datapackage.json',
      'csv-metadata.json',
      'dcat.jsonld',
      'README.md',
    ]) {
      expect(text(published, name), name).not.toContain('TERBATAS');
      expect(text(internal, name), name).toContain('TERBATAS');
      expect(text(internal, name), name).not.toContain('creativecommons');
    }
    expect(text(published, 'README.md')).toContain('creativecommons');
  });

  it('describe the dataset for catalogues', () => {
    const [set, , ...distributions] = json(published, 'dcat.jsonld')['@graph'];
    expect(set['@type']).toBe('dcat:Dataset');
    expect(set['dct:title'].map((one: Record<string, string>) => one['@language'])).toEqual([
      'id',
      'en',
    ]);
    expect(set['dct:temporal']['dcat:startDate']['@value']).toBe('2026-04-01');
    expect(set['dct:temporal']['dcat:endDate']['@value']).toBe('2026-09-30');
    // CSV, Parquet and SDMX-CSV, for the public JSON and two workbooks too.
    expect(distributions).toHaveLength(6);
    for (const one of distributions) {
      expect(one['dct:license']['@id']).toBe('https://creativecommons.org/licenses/by/4.0/');
      expect(one['dcat:accessURL']['@id']).toMatch(/^data\./);
    }
  });
});

describe('a dataset', () => {
  it('says in its README in both languages what is made up and what the figures mean', () => {
    const readme = text(internal, 'README.md');
    for (const words of [
      '# Judul',
      '# Title',
      'SINTETIS',
      'SYNTHETIC',
      'Arti | makna',
      'Pelapor bukan sampel',
      'Reporters are no sample',
    ]) {
      expect(readme).toContain(words);
    }
  });

  it('gives the same bytes again', async () => {
    const again = path.join(root, 'again');
    await writeDataset(again, dataset());
    expect(bytesOf(again)).toEqual(bytesOf(internal));
    await expect(writeDataset(again, dataset())).rejects.toThrow('not empty');
  });
});
