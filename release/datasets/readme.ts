import { type Lang, languages, message } from '../../base/index.ts';
import { markOf, notes } from './notes.ts';
import type { DatasetColumn, DatasetDescription } from './types.ts';

/** The README of a dataset's folder, in Indonesian and then in English. */
export function readme(
  dataset: DatasetDescription,
  columns: readonly DatasetColumn[],
  files: readonly { name: string; about: Record<Lang, string> }[],
): string {
  return `${languages.map((lang) => part(dataset, columns, files, lang)).join('\n---\n\n')}`;
}

function part(
  dataset: DatasetDescription,
  columns: readonly DatasetColumn[],
  files: readonly { name: string; about: Record<Lang, string> }[],
  lang: Lang,
): string {
  const t = (key: Parameters<typeof message>[1]) => message(lang, key);
  const mark = markOf(dataset, lang);
  const lines = [
    `# ${dataset.title[lang]}`,
    '',
    ...(mark === '' ? [] : [`**${mark}**`, '']),
    ...table(notes(dataset, lang), ['', '']),
    '',
    `## ${t('export.readme.files')}`,
    '',
    ...files.map(({ name, about }) => `- \`${name}\`: ${about[lang]}`),
    '',
    t('export.readme.sums'),
    '',
    `## ${t('export.readme.columns')}`,
    '',
    ...table(
      columns.map(({ name, type, title, description, codeList }) => [
        `\`${name}\``,
        type,
        [
          title[lang],
          description?.[lang],
          codeList === undefined ? undefined : `\`codelists/${codeList}.csv\``,
        ]
          .filter(Boolean)
          .join('. '),
      ]),
      [t('export.readme.column'), t('export.readme.type'), t('export.readme.meaning')],
    ),
    '',
    t('export.readme.types'),
    '',
  ];
  if (dataset.measures.length === 0) return lines.join('\n');
  const defined = dataset.measures.flatMap(({ code, label, unit, [lang]: one }) => [
    `### ${label[lang]} (\`${code}\`)`,
    '',
    one.meaning,
    '',
    `- ${t('reports.workbook.column.formula')}: ${one.formula}`,
    `- ${t('reports.workbook.column.unit')}: ${unit?.label[lang] ?? t(`reports.workbook.unit.${one.unit}`)}`,
    `- ${t('reports.workbook.column.population')}: ${t(`reports.workbook.population.${one.population}`)}`,
    `- ${t('reports.workbook.column.additive')}: ${t(`reports.workbook.additive.${one.additive}`)}`,
    ...(one.caveats.length > 0
      ? [`- ${t('reports.workbook.column.caveats')}: ${one.caveats.join(' ')}`]
      : []),
    `- ${t('reports.workbook.column.source')}: ${one.source}`,
    '',
  ]);
  return [...lines, `## ${t('export.readme.definitions')}`, '', ...defined].join('\n');
}

function table(rows: readonly (readonly string[])[], head: readonly string[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)];
}
