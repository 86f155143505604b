import { type Lang, languages } from '../../base/index.ts';
import { type Cell, type Session, sqlName, sqlString } from '../../warehouse/index.ts';
import { staged } from './stage.ts';
import type { Dataset, DatasetColumn } from './types.ts';

/** Codes, labels in Indonesian, labels in English: any of them. */
export const labelParts = ['code', ...languages] as const;
export type LabelPart = (typeof labelParts)[number];

/** Puts labels beside coded columns, as `province_label_id`, or in the place of their codes. */
export function withLabels(dataset: Dataset, parts: readonly LabelPart[]): Dataset {
  const lists = new Map(
    dataset.codeLists.map(({ name, codes }) => [
      name,
      new Map(codes.map((code) => [code.code, code])),
    ]),
  );
  const plan = dataset.columns.flatMap((column, from) => {
    const list = column.codeList === undefined ? undefined : lists.get(column.codeList);
    if (!list) return [{ column, from, cell: (cell: Cell) => cell }];
    return parts.map((part) => {
      if (part === 'code') return { column, from, cell: (cell: Cell) => cell };
      return {
        column: labelColumn(column, part),
        from,
        cell: (cell: Cell) =>
          cell === null ? null : (list.get(String(cell))?.[`label_${part}`] ?? cell),
      };
    });
  });
  async function* chunks(): AsyncGenerator<Cell[][]> {
    for await (const chunk of dataset.chunks) {
      yield plan.map(({ from, cell }) => (chunk[from] ?? []).map(cell));
    }
  }
  return { ...dataset, columns: plan.map(({ column }) => column), chunks: chunks() };
}

function labelColumn({ codeList: _, ...column }: DatasetColumn, lang: Lang): DatasetColumn {
  return { ...column, name: `${column.name}_label_${lang}`, role: 'attribute' };
}

const regional = ['province', 'regency', 'region'];

/** Codes of provinces and regencies without points, as other systems write them: `35.78` → `3578`. */
export function withUndottedRegions(dataset: Dataset): Dataset {
  const bare = (code: string) => (/^\d{2}(\.\d{2})*$/.test(code) ? code.replaceAll('.', '') : code);
  const at = dataset.columns.map(({ codeList }) => regional.includes(codeList ?? ''));
  async function* chunks(): AsyncGenerator<Cell[][]> {
    for await (const chunk of dataset.chunks) {
      yield chunk.map((cells, index) =>
        at[index] ? cells.map((cell) => (typeof cell === 'string' ? bare(cell) : cell)) : cells,
      );
    }
  }
  const codeLists = dataset.codeLists.map((list) =>
    regional.includes(list.name)
      ? {
          ...list,
          codes: list.codes.map((code) => ({
            ...code,
            code: bare(code.code),
            parent: code.parent ? bare(code.parent) : null,
          })),
        }
      : list,
  );
  return { ...dataset, codeLists, chunks: chunks() };
}

/** Columns that say something of every row alike, so that they stay when the table is turned. */
const constant = ['release', 'restriction', 'synthetic'];

/**
 * Turns the staged table: a column of values per code of a dimension (`sex_f`, `sex_m`), a row per
 * combination of all else. What differs from figure to figure (ends, counts, status, as-of day) has no
 * place there; the long form has it.
 * @returns the columns of the turned table
 */
export async function widen(
  session: Session,
  { columns, codeLists }: Dataset,
  dimension: DatasetColumn,
): Promise<DatasetColumn[]> {
  const name = sqlName(dimension.name);
  const found = await session.rows<{ code: string }>(
    `select distinct coalesce(cast(${name} as varchar), '_T') as code from ${staged}`,
  );
  const order = new Map(
    codeLists
      .find((list) => list.name === dimension.codeList)
      ?.codes.map(({ code }, index) => [code, index]),
  );
  const codes = found
    .map(({ code }) => code)
    .sort((a, b) => (order.get(a) ?? 1e9) - (order.get(b) ?? 1e9) || (a < b ? -1 : 1));
  const own = (column: DatasetColumn) =>
    column.name === dimension.name || column.name.startsWith(`${dimension.name}_label_`);
  const roles = ['measure', 'dimension', 'time', 'unit'];
  const keys = columns.filter(
    (column) =>
      !own(column) &&
      (roles.includes(column.role) ||
        constant.includes(column.name) ||
        /_label_(id|en)$/.test(column.name)),
  );
  const kept = keys.filter(({ name: key }) => !/^status_label_/.test(key));
  const value = columns.find(({ role }) => role === 'value') as DatasetColumn;
  const turned: DatasetColumn[] = codes.map((code) => ({
    name: `${dimension.name}_${code}`,
    type: value.type,
    role: 'value',
    title: dimension.title,
  }));
  const list = kept.map((column) => sqlName(column.name)).join(', ');
  const cells = turned.map(
    (column, index) =>
      `max(${sqlName(value.name)}) filter (where coalesce(cast(${name} as varchar), '_T') = ${sqlString(codes[index] ?? '')}) as ${sqlName(column.name)}`,
  );
  await session.run(
    `create or replace temp table turned as select ${list}, ${cells.join(', ')}
    from (select *, row_number() over () as place from ${staged}) group by ${list} order by min(place);
    drop table ${staged}; alter table turned rename to ${staged}`,
  );
  return [...kept, ...turned];
}
