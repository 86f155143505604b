import { licence, restricted } from './notes.ts';
import { scale } from './stage.ts';
import type { CodeList, CsvStyle, DatasetColumn, DatasetDescription, FieldType } from './types.ts';

/** A file of the folder, with its size and hash. */
export interface WrittenFile {
  name: string;
  bytes: number;
  sha256: string;
}

const profile = (name: string) => `https://datapackage.org/profiles/2.0/${name}.json`;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const fieldTypes: Record<FieldType, object> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  timestamp: { type: 'datetime', format: '%Y-%m-%d %H:%M:%S' },
};

/** The same table in other forms; the last four stand in public datasets. */
const binaries = [
  { name: 'data.parquet', format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
  { name: 'data.arrow', format: 'arrow', mediatype: 'application/vnd.apache.arrow.file' },
  { name: 'data.json', format: 'json', mediatype: 'application/json' },
  ...['data.id.xlsx', 'data.en.xlsx'].map((name) => ({ name, format: 'xlsx', mediatype: xlsx })),
];

/** The descriptor `datapackage.json` of a dataset's folder (Data Package 2.0). */
export function dataPackage(
  dataset: DatasetDescription,
  columns: readonly DatasetColumn[],
  style: CsvStyle,
  files: readonly WrittenFile[],
  sdmx: readonly { name: string; type: FieldType }[] = [],
): object {
  const file = (name: string) => {
    const { bytes, sha256 } = files.find((one) => one.name === name) as WrittenFile;
    return { path: name, bytes, hash: `sha256:${sha256}`, encoding: 'utf-8' };
  };
  const key = columns.find(({ role }) => role === 'id');
  const { title, description, edition, release, synthetic } = dataset;
  const rest = files.filter(({ name }) => /^(data\.sdmx|metadata\/.*)\.csv$/.test(name));
  return {
    $schema: profile('datapackage'),
    name: dataset.name.replaceAll('_', '-'),
    id: datasetId(dataset),
    title: title.id,
    description: `${description.id}\n\n${description.en}`,
    titles: title,
    descriptions: description,
    version: release ?? 'not_sealed',
    created: `${dataset.asOf}T00:00:00+07:00`,
    ...(edition === 'internal' ? { restriction: restricted } : {}),
    synthetic,
    keywords: dataset.keywords,
    contributors: [{ title: dataset.publisher, roles: ['publisher'] }],
    ...(edition === 'public' ? { licenses: [licence] } : {}),
    resources: [
      {
        $schema: profile('dataresource'),
        name: 'data',
        type: 'table',
        title: title.id,
        ...file('data.csv'),
        format: 'csv',
        mediatype: 'text/csv',
        dialect: dialect(style),
        schema: {
          $schema: profile('tableschema'),
          fields: columns.map((column) => field(column, style)),
          missingValues: [''],
          ...(key ? { primaryKey: [key.name] } : {}),
          foreignKeys: columns
            .filter(({ codeList }) => dataset.codeLists.some(({ name }) => name === codeList))
            .map(({ name, codeList = '' }) => ({
              fields: [name],
              reference: { resource: resourceName(codeList), fields: ['code'] },
            })),
        },
      },
      ...dataset.codeLists.map((list) => codeResource(list, file)),
      ...rest.map(({ name }) => ({
        $schema: profile('dataresource'),
        name: name.replace(/^.*\/|\.csv$/g, '').replaceAll('.', '-'),
        ...file(name),
        format: 'csv',
        mediatype: 'text/csv',
        ...(name === 'data.sdmx.csv' ? { type: 'table', schema: sdmxSchema(sdmx) } : {}),
      })),
      ...binaries
        .filter(({ name }) => files.some((one) => one.name === name))
        .map(({ name, format, mediatype }) => ({
          $schema: profile('dataresource'),
          name: name.replaceAll('.', '-'),
          title: title.id,
          ...omitEncoding(file(name)),
          ...{ format, mediatype },
        })),
    ],
  };
}

/** `urn:bukti:2026Q3:v8:by_province` */
export function datasetId({ release, name, first, last }: DatasetDescription): string {
  const from = release === null ? `not_sealed:${first}:${last}` : release.replace('/', ':');
  return `urn:bukti:${from}:${name}`;
}

/** The name of a code list's resource; the table's own is `data`. */
function resourceName(list: string): string {
  return `codelist-${list.replaceAll('_', '-')}`;
}

function codeResource(list: CodeList, file: (name: string) => object): object {
  const names = codeListColumns(list);
  return {
    $schema: profile('dataresource'),
    name: resourceName(list.name),
    type: 'table',
    title: list.title.id,
    ...file(`codelists/${list.name}.csv`),
    format: 'csv',
    mediatype: 'text/csv',
    dialect: dialect({}),
    schema: {
      $schema: profile('tableschema'),
      fields: names.map((name) => ({
        name,
        type: 'string',
        ...(name === 'code' ? { constraints: { required: true, unique: true } } : {}),
      })),
      missingValues: [''],
      primaryKey: ['code'],
    },
  };
}

/** A list without parents has no column for them. */
export function codeListColumns({ codes }: CodeList): string[] {
  const parents = codes.some(({ parent }) => parent);
  return ['code', 'label_id', 'label_en', ...(parents ? ['parent'] : [])];
}

function sdmxSchema(columns: readonly { name: string; type: FieldType }[]): object {
  return {
    $schema: profile('tableschema'),
    fields: columns.map(({ name, type }) => ({ name, ...fieldTypes[type] })),
    missingValues: [''],
  };
}

function dialect({ decimalComma }: CsvStyle): object {
  return {
    $schema: profile('tabledialect'),
    delimiter: decimalComma ? ';' : ',',
    lineTerminator: '\n',
    quoteChar: '"',
    doubleQuote: true,
    header: true,
  };
}

function field(
  { name, type, title, description, required }: DatasetColumn,
  { decimalComma }: CsvStyle,
): object {
  return {
    name,
    ...fieldTypes[type],
    ...(type === 'decimal' && decimalComma ? { decimalChar: ',' } : {}),
    ...(type === 'decimal' ? { decimals: scale } : {}),
    title: title.id,
    titles: title,
    ...(description
      ? { description: `${description.id} / ${description.en}`, descriptions: description }
      : {}),
    ...(required ? { constraints: { required: true } } : {}),
  };
}

function omitEncoding({ encoding: _, ...rest }: { encoding: string }): object {
  return rest;
}
