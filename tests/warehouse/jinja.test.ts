import { describe, expect, it } from 'vitest';
import { buildWarehouse, type Row, withPublished } from '../../warehouse/index.ts';
import { landBatch, projectWith, smallProject } from './small-project.ts';

/** The rows of `core/result.sql`. */
async function result(sql: string, files: Record<string, string> = {}): Promise<Row[]> {
  const workspace = projectWith({ ...smallProject, ...files, 'core/result.sql': sql });
  await landBatch(workspace, 'a1', 4);
  await buildWarehouse(workspace);
  return withPublished(workspace, (session) => session.rows('SELECT * FROM result'));
}

describe('templates', () => {
  it('knows vars, vars of the project, defaults, environment, target and this', async () => {
    const vars = 'vars: { a: global, b: global, small: { b: own } }';
    const project = (smallProject['dbt_project.yml'] as string).replace(/vars:.*/, vars);
    process.env.BUKTI_TEST_VALUE = 'from the environment';
    const rows = await result(
      `select '{{ var('a') }}' as a, '{{ var('b') }}' as b, '{{ var('c', 'default') }}' as c,
        {{ var('collective_leave') }} as leave, '{{ env_var('BUKTI_TEST_VALUE') }}' as env,
        '{{ env_var('BUKTI_NOT_SET', 'none') }}' as env_default,
        '{{ target.type }} {{ target.name }}' as target, '{{ this }}' as this`,
      { 'dbt_project.yml': project },
    );
    expect(rows).toEqual([
      {
        a: 'global',
        b: 'own',
        c: 'default',
        leave: true,
        env: 'from the environment',
        env_default: 'none',
        target: 'duckdb bukti',
        this: 'bukti.main.result',
      },
    ]);
  });

  it('calls macros across files, with keywords, defaults, refs and caller', async () => {
    const rows = await result(
      'select {{ twice(inner_one(2), times=3) }} as n, {% call wrapped() %}5{% endcall %} as five, {{ counted() }} as c',
      {
        'macros/a.sql': '{% macro twice(x, times=2) %}({{ x }} * {{ times }}){% endmacro %}',
        'macros/z.sql':
          '{% macro inner_one(x) -%} {{ twice(x) }} {%- endmacro %}\n{% macro wrapped() %}({{ caller() }}){% endmacro %}\n{% macro counted() %}(select count(*) from {{ ref("stg_complaint") }}){% endmacro %}',
      },
    );
    expect(rows).toEqual([{ n: 12, five: 5, c: 4 }]);
  });

  it('orders models by refs hidden in macros', async () => {
    const rows = await result('select * from {{ hidden() }}', {
      'macros/a.sql': "{% macro hidden() %}{{ ref('zzz') }}{% endmacro %}",
      'core/zzz.sql': 'select 7 as n',
    });
    expect(rows).toEqual([{ n: 7 }]);
  });

  it('lets config, the YAML entry and the folder settings decide in that order', async () => {
    const workspace = projectWith({
      ...smallProject,
      'core/core.yml': `models:
  - name: off
    config: { enabled: false }
  - name: int_kept
    config: { meta: { published: true } }
  - name: inner
    meta: { published: false }
seeds:
  - name: status_map
    config: { meta: { published: true } }
`,
      'core/off.sql': 'select 1 as a',
      'core/int_kept.sql': 'select 1 as a',
      'core/int_left.sql': 'select 1 as a',
      'core/inner.sql': "{{ config(materialized='table', tags=['x']) }} select 1 as a",
      'core/wants.sql': "{{ config(materialized='ephemeral') }} select * from {{ ref('inner') }}",
    });
    const { tables } = await buildWarehouse(workspace);
    expect(tables.map((table) => table.name).sort()).toEqual([
      'fct_complaint',
      'int_kept',
      'status_map',
      'wants',
    ]);
  });

  it('tolerates a byte order mark, comments, raw blocks and a final semicolon', async () => {
    expect(
      await result("\uFEFF{# {{ ref('nowhere') }} #}select '{% raw %}{{ x }}{% endraw %}' as a;\n"),
    ).toEqual([{ a: '{{ x }}' }]);
  });
});

describe('seeds', () => {
  const seeded = (csv: string, yml = '') =>
    result("select * from {{ ref('given') }}", {
      'seeds/given.csv': csv,
      ...(yml ? { 'seeds/seeds.yml': yml } : {}),
    });

  it('is text unless typed; an empty field is null', async () => {
    const rows = await seeded(
      'code,n,day\n01,3,2026-01-02\n02,,\n',
      'seeds:\n  - name: given\n    config:\n      column_types: { n: integer, day: date }\n',
    );
    expect(rows).toEqual([
      { code: '01', n: 3, day: '2026-01-02' },
      { code: '02', n: null, day: null },
    ]);
  });

  it('reads what an Indonesian Excel writes: semicolons, a byte order mark, CRLF', async () => {
    expect(await seeded('\uFEFFraw;code\r\n"a;b, ""c""";1\r\nd;2\r\n')).toEqual([
      { raw: 'a;b, "c"', code: '1' },
      { raw: 'd', code: '2' },
    ]);
  });

  it('names file, line and column of a value of the wrong type, not the value', async () => {
    const yml = 'seeds:\n  - name: given\n    config: { column_types: { n: integer } }\n';
    const error = await seeded('code,n\na,1\nb,secret\n', yml).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ key: 'warehouse.seed' });
    const { why } = (error as { params: { why: string } }).params;
    expect(why).toContain('line 3');
    expect(why).toContain('column n');
    expect(why).not.toContain('secret');
  });

  it('refuses an empty seed, a column twice, a type for a column that is not there', async () => {
    await expect(seeded('')).rejects.toMatchObject({ key: 'warehouse.seed-empty' });
    await expect(seeded('a,a\n1,2\n')).rejects.toMatchObject({ key: 'warehouse.seed' });
    const yml = 'seeds:\n  - name: given\n    config: { column_types: { z: integer } }\n';
    await expect(seeded('a\n1\n', yml)).rejects.toMatchObject({ params: { why: 'no column z' } });
  });
});
