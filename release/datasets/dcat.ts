import { datasetId, type WrittenFile } from './data-package.ts';
import { licence, restricted } from './notes.ts';
import type { DatasetDescription, Words } from './types.ts';

const authority = 'http://publications.europa.eu/resource/authority';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
};

const formats: Record<string, { format: string; mediaType: string; about: Words }> = {
  'data.csv': {
    format: 'CSV',
    mediaType: 'text/csv',
    about: { id: 'Data sebagai CSV', en: 'The data as CSV' },
  },
  'data.parquet': {
    format: 'PARQUET',
    mediaType: 'application/vnd.apache.parquet',
    about: { id: 'Data sebagai Parquet', en: 'The data as Parquet' },
  },
  'data.sdmx.csv': {
    format: 'CSV',
    mediaType: 'application/vnd.sdmx.data+csv',
    about: { id: 'Data sebagai SDMX-CSV 2.0', en: 'The data as SDMX-CSV 2.0' },
  },
  'data.json': {
    format: 'JSON',
    mediaType: 'application/json',
    about: { id: 'Data sebagai JSON', en: 'The data as JSON' },
  },
  'data.id.xlsx': {
    format: 'XLSX',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    about: { id: 'Data sebagai XLSX (Indonesia)', en: 'The data as XLSX (Indonesian)' },
  },
  'data.en.xlsx': {
    format: 'XLSX',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    about: { id: 'Data sebagai XLSX (Inggris)', en: 'The data as XLSX (English)' },
  },
};

/**
 * The dataset and its files as JSON-LD after DCAT-AP 3, in the form that CKAN's harvester reads. Files
 * have addresses under `baseUrl`; without one the document names them relative to its own place.
 */
export function dcat(dataset: DatasetDescription, files: readonly WrittenFile[]): object {
  const { title, description, edition, first, last, asOf, publisher, baseUrl } = dataset;
  const at = (name: string) => ({
    '@id': baseUrl === undefined ? name : `${baseUrl.replace(/\/$/, '')}/${name}`,
  });
  const id = baseUrl === undefined ? datasetId(dataset) : `${baseUrl.replace(/\/$/, '')}/`;
  const concept = (list: string, code: string, type?: string) => ({
    '@id': `${authority}/${list}/${code}`,
    ...(type === undefined ? {} : { '@type': type }),
  });
  const offered = files.filter(({ name }) => formats[name] !== undefined);
  return {
    '@context': context,
    '@graph': [
      {
        '@id': id,
        '@type': 'dcat:Dataset',
        'dct:identifier': datasetId(dataset),
        'dct:title': both(title),
        'dct:description': both(description),
        'dct:publisher': { '@id': '_:publisher' },
        'dcat:keyword': dataset.keywords,
        'dcat:theme': concept('data-theme', 'GOVE', 'skos:Concept'),
        'dct:language': [
          concept('language', 'IND', 'dct:LinguisticSystem'),
          concept('language', 'ENG', 'dct:LinguisticSystem'),
        ],
        'dct:spatial': concept('country', 'IDN', 'dct:Location'),
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': date(first),
          'dcat:endDate': date(last),
        },
        'dct:accrualPeriodicity': concept('frequency', 'QUARTERLY', 'dct:Frequency'),
        'dct:accessRights': concept(
          'access-right',
          edition === 'public' ? 'PUBLIC' : 'NON_PUBLIC',
          'dct:RightsStatement',
        ),
        'dct:issued': date(asOf),
        'dcat:version': dataset.release ?? 'not_sealed',
        'dcat:distribution': offered.map(({ name }) => ({
          '@id': `_:${name.replaceAll('.', '-')}`,
        })),
      },
      { '@id': '_:publisher', '@type': 'foaf:Agent', 'foaf:name': publisher },
      ...offered.map(({ name, bytes, sha256 }) => {
        const { format, mediaType, about } = formats[name] as (typeof formats)[string];
        return {
          '@id': `_:${name.replaceAll('.', '-')}`,
          '@type': 'dcat:Distribution',
          'dct:title': both(about),
          'dcat:accessURL': { ...at(name), '@type': 'rdfs:Resource' },
          'dcat:downloadURL': { ...at(name), '@type': 'rdfs:Resource' },
          'dct:format': concept('file-type', format, 'dct:MediaTypeOrExtent'),
          'dcat:mediaType': {
            '@id': `https://www.iana.org/assignments/media-types/${mediaType}`,
            '@type': 'dct:MediaType',
          },
          'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
          'spdx:checksum': {
            '@type': 'spdx:Checksum',
            'spdx:algorithm': {
              '@id': 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
              '@type': 'spdx:ChecksumAlgorithm',
            },
            'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
          },
          ...(edition === 'public'
            ? { 'dct:license': { '@id': licence.path, '@type': 'dct:LicenseDocument' } }
            : { 'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': restricted } }),
        };
      }),
    ],
  };
}

function both({ id, en }: Words): object[] {
  return [
    { '@value': id, '@language': 'id' },
    { '@value': en, '@language': 'en' },
  ];
}

function date(day: string): object {
  return { '@value': day, '@type': 'xsd:date' };
}
