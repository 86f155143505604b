import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../base/index.ts';
import {
  type BuildEvent,
  buildWarehouse,
  sqlString,
  withPublished,
  withSession,
} from '../../warehouse/index.ts';
import { modelsFolder, projectWith, smallProject, writeFiles } from './small-project.ts';

// a: 1 1 2 null; b: x y z x
const table = "select * from (values (1, 'x'), (1, 'y'), (2, 'z'), (null, 'x')) t(a, b)";
const parent = "select * from (values ('x'), ('y')) t(code)";

/** Builds with tests on `data`; gives back `test rows` for each finding, errors and warnings alike. */
async function findings(yml: string, files: Record<string, string> = {}): Promise<string[]> {
  const workspace = projectWith({
    ...smallProject,
    'core/data.sql': table,
    'core/parent.sql': parent,
    'core/core.yml': yml,
    ...files,
  });
  const project = `${smallProject['dbt_project.yml']}data_tests:\n  +severity: warn\n`;
  writeFiles(modelsFolder(workspace), { 'dbt_project.yml': project });
  const { warnings } = await buildWarehouse(workspace);
  return warnings.map(({ test, model, column, rows }) => `${test} ${model}.${column} ${rows}`);
}

const onColumn = (column: string, tests: string) =>
  `models:\n  - name: data\n    columns:\n      - name: ${column}\n        data_tests:\n${tests}`;

describe('data tests', () => {
  it('counts rows of the built-in tests', async () => {
    const yml = `models:
  - name: data
    columns:
      - name: a
        data_tests: [not_null, unique]
      - name: b
        tests:
          - not_null
          - unique
          - accepted_values: { values: [x, y] }
          - relationships:
              arguments: { to: ref('parent'), field: code }
`;
    expect((await findings(yml)).sort()).toEqual([
      'accepted_values data.b 1',
      'not_null data.a 1',
      'relationships data.b 1',
      'unique data.a 1',
      'unique data.b 1',
    ]);
  });

  it('takes unquoted values and a where', async () => {
    expect(
      await findings(
        onColumn(
          'a',
          `          - accepted_values: { values: [2], quote: false, config: { where: "b <> 'y'" } }\n`,
        ),
      ),
    ).toEqual(['accepted_values data.a 1']);
  });

  it('runs generic tests of the project, on columns and on whole tables', async () => {
    const macros = `{% test above(model, column_name, limit, factor=1) %}
select * from {{ model }} where {{ column_name }} * {{ factor }} > {{ limit }}
{% endtest %}
{% test rows_as_in(model, other) %}
select 1 where (select count(*) from {{ model }}) <> (select count(*) from {{ other }})
{% endtest %}`;
    const yml = `models:
  - name: data
    data_tests:
      - rows_as_in: { other: "{{ ref('parent') }}" }
    columns:
      - name: a
        data_tests:
          - above: { limit: 1 }
          - above: { limit: 1, factor: 2, config: { severity: WARN } }
`;
    expect(await findings(yml, { 'macros/tests.sql': macros })).toEqual([
      'rows_as_in data.null 1',
      'above data.a 1',
      'above data.a 3',
    ]);
  });

  it('runs singular tests, their severity in config()', async () => {
    const sql =
      "{{ config(severity='warn') }}\nselect * from {{ ref('data') }} where a = 1 -- two;\n";
    expect(await findings('', { 'tests/no_ones.sql': sql })).toEqual(['no_ones no_ones.null 2']);
  });

  it('tests sources and seeds too', async () => {
    const yml = `seeds:
  - name: status_map
    columns: [{ name: code, data_tests: [{ accepted_values: { values: [resolved] } }] }]
`;
    expect(await findings(yml)).toEqual(['accepted_values status_map.code 1']);
  });

  it('reads all not_null and accepted_values of a table in one scan', async () => {
    const workspace = projectWith({
      ...smallProject,
      'core/core.yml': `models:
  - name: fct_complaint
    columns:
      - { name: complaint_key, data_tests: [not_null] }
      - { name: status, data_tests: [not_null, { accepted_values: { values: [resolved] } }] }
`,
    });
    const events: BuildEvent[] = [];
    await buildWarehouse(workspace, { onProgress: (event) => events.push(event) });
    const tests = events.filter((event) => event.step === 'test' && event.state === 'done');
    expect(tests).toMatchObject([{ model: 'fct_complaint', index: 1, total: 1, rows: 0 }]);
  });

  it('fails the build, names the first and lists all, and leaves readers where they were', async () => {
    const workspace = projectWith({ ...smallProject, 'core/data.sql': 'select 1 as a' });
    const before = await buildWarehouse(workspace);
    writeFiles(modelsFolder(workspace), {
      'core/data.sql': table,
      'core/core.yml': onColumn('a', '          - unique\n          - not_null\n'),
    });
    const error = await buildWarehouse(workspace).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      key: 'warehouse.test-failed',
      status: exitStatus.test,
      params: {
        test: 'unique',
        place: 'data.a',
        rows: 1,
        failed: 2,
        list: 'unique data.a (1); not_null data.a (1)',
      },
    });
    const { compiled, kept } = (error as { params: { compiled: string; kept: string } }).params;
    await withSession({}, async (session) => {
      await session.run(`ATTACH ${sqlString(kept)} AS bukti (READ_ONLY)`);
      const row = await session.row(readFileSync(compiled, 'utf8'));
      expect(Object.values(row ?? {})).toEqual([1]);
    });
    await withPublished(workspace, async (session) => {
      expect(await session.rows('SELECT * FROM data')).toEqual([{ a: 1 }]);
    });
    writeFiles(modelsFolder(workspace), { 'core/data.sql': 'select 2 as a' });
    const after = await buildWarehouse(workspace);
    expect(after.changed).toBe(true);
    expect(existsSync(kept)).toBe(false);
    expect(after.file).not.toBe(before.file);
  });

  it('names mistakes in test declarations', async () => {
    await expect(findings(onColumn('a', '          - not_nul\n'))).rejects.toMatchObject({
      key: 'warehouse.unknown-test',
      params: { line: 6, name: 'not_nul', nearest: 'not_null' },
    });
    await expect(findings(onColumn('a', '          - accepted_values\n'))).rejects.toMatchObject({
      key: 'warehouse.test-arguments',
      params: { line: 6, needed: 'values' },
    });
    const missing = onColumn('a', "          - relationships: { to: ref('paren'), field: code }\n");
    await expect(findings(missing)).rejects.toMatchObject({
      key: 'warehouse.unknown-ref',
      params: { line: 6, nearest: 'parent' },
    });
    await expect(findings(onColumn('zz', '          - not_null\n'))).rejects.toMatchObject({
      key: 'warehouse.sql',
      params: { line: 6, model: 'not_null_data_zz' },
    });
    await expect(
      findings(onColumn('a', '          - not_null: { config: { fail_calc: x } }\n')),
    ).rejects.toMatchObject({ key: 'warehouse.unsupported', params: { feature: 'fail_calc' } });
  });
});
