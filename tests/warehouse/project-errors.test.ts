import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuktiError, exitStatus, message } from '../../base/index.ts';
import { buildWarehouse } from '../../warehouse/index.ts';
import { landBatch, modelsFolder, projectWith, smallProject } from './small-project.ts';

/** Builds the small project with some files replaced and gives back the error, file names shortened. */
async function failure(files: Record<string, string>, without: string[] = []) {
  const all: Record<string, string> = { ...smallProject, ...files };
  for (const name of without) delete all[name];
  const workspace = projectWith(all);
  await landBatch(workspace, 'a1', 4);
  const error = await buildWarehouse(workspace).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BuktiError)) throw error ?? new Error('the build passed');
  const params = Object.fromEntries(
    Object.entries(error.params).map(([name, value]) => {
      const text = typeof value === 'string' ? value : undefined;
      const inside = text?.startsWith(modelsFolder(workspace));
      const short = inside ? path.relative(modelsFolder(workspace), text as string) : value;
      return [name, typeof short === 'string' ? short.replaceAll('\\', '/') : short];
    }),
  );
  for (const lang of ['id', 'en'] as const) {
    expect(message(lang, error.key, error.params)).not.toMatch(/\{\w+(:plain)?\}/);
  }
  return { key: error.key, params, status: error.status };
}

const core = 'core/fct_complaint.sql';

describe('what a dbt project may not hold', () => {
  it('proposes the nearest name for a misspelt ref', async () => {
    const found = await failure({ [core]: "select 1\nfrom {{ ref('stg_complaints') }}" });
    expect(found).toEqual({
      key: 'warehouse.unknown-ref',
      params: { file: core, line: 2, name: 'stg_complaints', nearest: 'stg_complaint' },
      status: exitStatus.usage,
    });
  });

  it('proposes the nearest source', async () => {
    const found = await failure({
      [core]: "\n\nselect 1 from {{ source('landing', 'complain') }}",
    });
    expect(found.key).toBe('warehouse.unknown-source');
    expect(found.params).toMatchObject({ line: 3, nearest: "landing', 'complaint" });
  });

  it('draws a cycle', async () => {
    const found = await failure({
      'core/a.sql': "select * from {{ ref('b') }}",
      'core/b.sql': "select * from {{ ref('c') }}",
      'core/c.sql': "select * from {{ ref('b') }}",
    });
    expect(found.key).toBe('warehouse.cycle');
    expect(found.params.path).toBe('b -> c -> b');
  });

  it.each([
    ['adapter.dispatch', "select 1,\n {{ adapter.dispatch('x')() }}", 2],
    ['dbt_utils.star', "select {{ dbt_utils.star(ref('stg_complaint')) }}", 1],
    ['is_incremental', 'select 1\n\n{% if is_incremental() %}where 1{% endif %}', 3],
    ['{% snapshot %}', '{% snapshot x %}select 1{% endsnapshot %}', 1],
    ['materialized=incremental', "{{ config(materialized='incremental') }} select 1", 1],
    ['pre_hook', "\n{{ config(pre_hook='x') }} select 1", 2],
    ['no_such_filter', "select {{ 'a' | no_such_filter }}", 1],
    ["ref('other', …)", "select * from {{ ref('other', 'stg_complaint') }}", 1],
  ])('names %s with file and line', async (feature, sql, line) => {
    const found = await failure({ [core]: sql });
    expect(found).toMatchObject({
      key: 'warehouse.unsupported',
      params: { feature, line, file: core },
    });
  });

  it('proposes the nearest macro', async () => {
    const found = await failure({
      'macros/text.sql': '{% macro fold(x) %}lower({{ x }}){% endmacro %}',
      [core]: "select {{ fol('a') }} as a",
    });
    expect(found).toMatchObject({
      key: 'warehouse.unsupported',
      params: { feature: 'fol', nearest: 'fold' },
    });
  });

  it('finds the line in the macro file where the mistake is there', async () => {
    const found = await failure({
      'macros/a.sql': '{% macro one() %}\n1\n{% endmacro %}',
      'macros/b.sql': "\n{% macro two() %}\n{{ one() }} {{ ref('nowhere') }}\n{% endmacro %}",
      [core]: 'select {{ two() }} as a',
    });
    expect(found.params).toMatchObject({ file: 'macros/b.sql', line: 3, name: 'nowhere' });
    const undefinedName = await failure({
      'macros/a.sql': '{% macro one() %}\n1\n{% endmacro %}',
      'macros/b.sql': '\n{% macro two() %}\n{{ wrong }}\n{% endmacro %}',
      [core]: 'select {{ two() }} as a',
    });
    expect(undefinedName).toMatchObject({
      key: 'warehouse.undefined',
      params: { file: 'macros/b.sql', line: 3, name: 'wrong' },
    });
  });

  it('goes on after an error: the renderer is not broken by it', async () => {
    await failure({ [core]: "select {{ ref('nope') }}" });
    const workspace = projectWith();
    expect((await buildWarehouse(workspace)).changed).toBe(true);
  });

  it('names an undefined variable, a missing var and a missing environment variable', async () => {
    expect(await failure({ [core]: 'select 1\n, {{ nothing }}' })).toMatchObject({
      key: 'warehouse.undefined',
      params: { line: 2, name: 'nothing' },
    });
    expect(await failure({ [core]: "select {{ var('nope') }}" })).toMatchObject({
      key: 'warehouse.unknown-var',
      params: { line: 1, name: 'nope' },
    });
    expect(await failure({ [core]: "select {{ env_var('BUKTI_NOPE') }}" })).toMatchObject({
      key: 'warehouse.unknown-env',
      params: { name: 'BUKTI_NOPE' },
    });
  });

  it('names the line of a Jinja syntax error', async () => {
    expect(await failure({ [core]: 'select 1\n{% if %}' })).toMatchObject({
      key: 'warehouse.template',
      params: { file: core, line: 2 },
    });
  });

  it('names the line of an SQL error in the template, behind what was rendered before it', async () => {
    const sql = `{% set columns = ['a', 'b'] %}
select
  {%- for c in columns %}
  1 as {{ c }},
  {%- endfor %}
  no_such_column
from {{ ref('stg_complaint') }}
`;
    const found = await failure({ [core]: sql });
    expect(found).toMatchObject({
      key: 'warehouse.sql',
      params: { file: core, line: 6, compiledLine: 5 },
    });
    expect(found.params.why).toContain('no_such_column');
    expect(String(found.params.compiled)).toMatch(/fct_complaint\.sql$/);
  });

  it('never repeats a value of the data', async () => {
    const found = await failure({
      [core]:
        "select\n  cast(status || ' Budi 0812' as integer) as n\nfrom {{ ref('stg_complaint') }}",
    });
    expect(found.key).toBe('warehouse.sql');
    expect(found.params.line).toBe(2);
    expect(String(found.params.why)).not.toContain('Budi');
    expect(String(found.params.why)).toContain('INT32');
    const raised = await failure({
      [core]: "select\n  error(status || ' Budi') as n\nfrom {{ ref('stg_complaint') }}",
    });
    expect(String(raised.params.why)).not.toContain('Budi');
  });

  it('names unknown keys of YAML files with their line', async () => {
    expect(
      await failure({ 'core/core.yml': 'models:\n  - name: fct_complaint\n    colums: []\n' }),
    ).toMatchObject({
      key: 'warehouse.unsupported',
      params: { file: 'core/core.yml', line: 3, feature: 'colums', nearest: 'columns' },
    });
    expect(await failure({ 'core/core.yml': 'models:\n  - name: [\n' })).toMatchObject({
      key: 'warehouse.yaml',
      params: { file: 'core/core.yml' },
    });
    expect(await failure({ 'core/core.yml': 'models:\n  - name: fct_complain\n' })).toMatchObject({
      key: 'warehouse.unknown-node',
      params: { line: 2, nearest: 'fct_complaint' },
    });
    expect(await failure({ 'core/core.yml': 'models: 5\n' })).toMatchObject({
      key: 'warehouse.yaml-shape',
      params: { line: 1, key: 'models' },
    });
    expect(await failure({}, ['dbt_project.yml'])).toMatchObject({ key: 'warehouse.no-project' });
    expect(
      await failure({ 'dbt_project.yml': `${smallProject['dbt_project.yml']}on-run-start: 'x'\n` }),
    ).toMatchObject({ key: 'warehouse.unsupported', params: { feature: 'on-run-start' } });
  });

  it('refuses sources that Bukti does not provide, and batch columns that there are not', async () => {
    const yml = (table: string, column: string) =>
      `sources:\n  - name: landing\n    tables:\n      - name: ${table}\n        columns: [{ name: ${column} }]\n`;
    expect(await failure({ 'core/more.yml': yml('person', 'x') })).toMatchObject({
      key: 'warehouse.foreign-source',
      params: { name: 'landing.person', line: 4 },
    });
    expect(
      await failure({ 'staging/sources.yml': yml('batch', 'colour'), [core]: 'select 1 as a' }, [
        'staging/stg_complaint.sql',
      ]),
    ).toMatchObject({
      key: 'warehouse.batch-column',
      params: { column: 'colour', line: 5 },
    });
  });

  it('refuses a name that two files share', async () => {
    expect(await failure({ 'staging/fct_complaint.sql': 'select 1' })).toMatchObject({
      key: 'warehouse.duplicate',
      params: { name: 'fct_complaint' },
    });
  });
});
