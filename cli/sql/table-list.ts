import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Lang, Workspace } from '../../base/index.ts';
import { message } from '../../base/messages/index.ts';
import type { ReadOnlySql } from '../../warehouse/index.ts';
import { textTable } from '../text-table.ts';

interface Described {
  name: string;
  description?: string;
  meta?: { label_id?: string; label_en?: string };
  columns?: Described[];
}

export interface TableDescription {
  table: string;
  description: string;
  columns: { name: string; type: string; description: string }[];
}

/** Tables and columns with what the models say of them; a user's model lies over the shipped one. */
export function describeTables(
  tables: ReadOnlySql['tables'],
  workspace: Workspace,
  lang: Lang,
): TableDescription[] {
  const models = readDescriptions(workspace.models);
  return tables.map(({ name, columns }) => {
    const model = models.get(name);
    return {
      table: name,
      description: textOf(model, lang),
      columns: columns.map((column) => {
        const own = model?.columns?.find((one) => one.name === column.name);
        const isKey = column.name === 'complaint_key';
        return {
          ...column,
          description: isKey ? message(lang, 'asking.sql.key') : textOf(own, lang),
        };
      }),
    };
  });
}

/** The list for the terminal. */
export function tableList(tables: readonly TableDescription[]): string {
  const blocks = tables.map(({ table, description, columns }) => {
    const rows = columns.map((column) => [`  ${column.name}`, column.type, column.description]);
    const lines = textTable([{ title: '' }, { title: '' }, { title: '' }], rows)
      .split('\n')
      .slice(2);
    return [description ? `${table}: ${description}` : table, ...lines].join('\n');
  });
  return blocks.join('\n\n');
}

/** The label in the language of the user; the description, which is English alone, beside it in English. */
function textOf(described: Described | undefined, lang: Lang): string {
  const label = described?.meta?.[`label_${lang}`];
  const description = lang === 'en' ? described?.description : undefined;
  return [label, description].filter(Boolean).join('. ');
}

function readDescriptions(layers: readonly string[]): Map<string, Described> {
  const found = new Map<string, Described>();
  for (const file of layers.flatMap(ymlFiles)) {
    const { models = [] } = (parse(readFileSync(file, 'utf8')) ?? {}) as { models?: Described[] };
    for (const model of models) if (!found.has(model.name)) found.set(model.name, model);
  }
  return found;
}

function ymlFiles(layer: string): string[] {
  if (!existsSync(layer)) return [];
  return readdirSync(layer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!metrics|publish)\w+[/\\].*\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(layer, name));
}
