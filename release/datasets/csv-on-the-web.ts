import { codeListColumns, datasetId } from './data-package.ts';
import { licence, restricted } from './notes.ts';
import type { CsvStyle, DatasetColumn, DatasetDescription, FieldType } from './types.ts';

const datatypes: Record<FieldType, string | object> = {
  text: 'string',
  integer: 'integer',
  decimal: 'decimal',
  boolean: 'boolean',
  date: 'date',
  timestamp: { base: 'datetime', format: 'yyyy-MM-dd HH:mm:ss' },
};

/** The descriptor `csv-metadata.json` (W3C CSV on the Web, Metadata Vocabulary for Tabular Data). */
export function csvOnTheWeb(
  dataset: DatasetDescription,
  columns: readonly DatasetColumn[],
  style: CsvStyle,
): object {
  const { title, description, edition, codeLists } = dataset;
  const key = columns.find(({ role }) => role === 'id');
  const known = columns.filter(({ codeList }) => codeLists.some(({ name }) => name === codeList));
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'id' }],
    'dc:identifier': datasetId(dataset),
    'dc:title': both(title),
    'dc:description': both(description),
    'dc:publisher': dataset.publisher,
    ...(edition === 'public' ? { 'dc:license': { '@id': licence.path } } : {}),
    ...(edition === 'internal' ? { 'dc:accessRights': restricted } : {}),
    tables: [
      {
        url: 'data.csv',
        dialect: csvwDialect(style),
        tableSchema: {
          columns: columns.map((column) => ({
            name: column.name,
            titles: column.name,
            datatype:
              column.type === 'decimal' && style.decimalComma
                ? { base: 'decimal', format: { decimalChar: ',' } }
                : datatypes[column.type],
            null: '',
            ...(column.required ? { required: true } : {}),
            'dc:title': both(column.title),
            ...(column.description ? { 'dc:description': both(column.description) } : {}),
          })),
          ...(key ? { primaryKey: key.name } : {}),
          foreignKeys: known.map(({ name, codeList }) => ({
            columnReference: name,
            reference: { resource: `codelists/${codeList}.csv`, columnReference: 'code' },
          })),
        },
      },
      ...codeLists.map((list) => ({
        url: `codelists/${list.name}.csv`,
        dialect: csvwDialect({}),
        'dc:title': both(list.title),
        tableSchema: {
          columns: codeListColumns(list).map((name) => ({
            name,
            titles: name,
            datatype: 'string',
            null: '',
            ...(name === 'code' ? { required: true } : {}),
          })),
          primaryKey: 'code',
        },
      })),
    ],
  };
}

function csvwDialect({ decimalComma }: CsvStyle): object {
  return {
    delimiter: decimalComma ? ';' : ',',
    encoding: 'utf-8',
    lineTerminators: ['\n'],
    quoteChar: '"',
    doubleQuote: true,
    header: true,
  };
}

function both({ id, en }: { id: string; en: string }): object[] {
  return [
    { '@value': id, '@language': 'id' },
    { '@value': en, '@language': 'en' },
  ];
}
