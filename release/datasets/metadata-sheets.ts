import { languages, type MessageKey, message } from '../../base/index.ts';
import type { DatasetColumn, DatasetDescription } from './types.ts';

const t = (key: MessageKey, params = {}) =>
  languages.map((lang) => message(lang, key, params)) as [string, string];
const both = (words: { id: string; en: string }): [string, string] => [words.id, words.en];

/** A sheet: its header and rows, all text. */
export interface MetadataSheet {
  name: string;
  rows: string[][];
}

/**
 * Sheets after the metadata of Satu Data Indonesia: of the activity (MS-Keg), the variables (MS-Var) and
 * the indicators (MS-Ind). The regulation was read second-hand, so they follow it and claim no more.
 * Source: Peraturan BPS 5/2020, Petunjuk Teknis Metadata Statistik.
 */
export function metadataSheets(
  dataset: DatasetDescription,
  columns: readonly DatasetColumn[],
): MetadataSheet[] {
  const open = dataset.edition === 'public' ? ['ya', 'yes'] : ['tidak', 'no'];
  const activity: [id: string, en: string, value: [string, string]][] = [
    ['Judul kegiatan', 'Title of the activity', both(dataset.title)],
    ['Tahun', 'Year', [dataset.last.slice(0, 4), dataset.last.slice(0, 4)]],
    ['Cara pengumpulan data', 'Method of collection', t('export.sheet.keg.method')],
    ['Penyelenggara', 'Organiser', [dataset.publisher, dataset.publisher]],
    ['Tujuan kegiatan', 'Purpose', t('export.sheet.keg.purpose')],
    ['Frekuensi', 'Frequency', t('export.sheet.keg.frequency')],
    ['Cakupan wilayah', 'Coverage', t('export.sheet.keg.coverage')],
    ['Populasi', 'Population', t('export.sheet.keg.population')],
    ['Periode data', 'Period of the data', t('export.note.days', dataset)],
    ['Tanggal acuan', 'As-of day', [dataset.asOf, dataset.asOf]],
    ['Rilis', 'Release', [dataset.release ?? '-', dataset.release ?? '-']],
    ['Dapat diakses umum', 'Open to the public', open as [string, string]],
  ];
  const sheets = [
    {
      name: 'ms-keg',
      rows: [
        ['attribute_id', 'attribute_en', 'value_id', 'value_en'],
        ...activity.map(([id, en, value]) => [id, en, ...value]),
      ],
    },
    {
      name: 'ms-var',
      rows: [
        [
          ...['nama_variabel', 'alias', 'konsep_id', 'konsep_en', 'definisi_id', 'definisi_en'],
          ...['referensi_waktu', 'tipe_data', 'klasifikasi_isian', 'aturan_validasi'],
          'dapat_diakses_umum',
        ],
        ...columns.map(({ name, title, description, type, codeList, required }) => [
          name,
          name.toUpperCase(),
          ...both(title),
          ...(description ? both(description) : both(title)),
          `${dataset.first}/${dataset.last}`,
          type,
          codeList === undefined ? '' : `codelists/${codeList}.csv`,
          required ? 'wajib' : '',
          open[0] as string,
        ]),
      ],
    },
  ];
  if (dataset.measures.length === 0) return sheets;
  return [
    ...sheets,
    {
      name: 'ms-ind',
      rows: [
        [
          ...['nama_indikator', 'label_id', 'label_en', 'definisi_id', 'definisi_en'],
          ...['interpretasi_id', 'interpretasi_en', 'rumus_id', 'rumus_en', 'ukuran_satuan'],
          ...['klasifikasi_penyajian', 'variabel_pembangun_id', 'variabel_pembangun_en'],
          ...['sumber_metode', 'dapat_diakses_umum'],
        ],
        ...dataset.measures.map(({ code, label, unit, id, en }) => [
          code,
          ...both(label),
          id.meaning,
          en.meaning,
          ...t(`reports.workbook.direction.${id.direction}`),
          id.formula,
          en.formula,
          unit?.code ?? id.unit,
          columns
            .filter(({ role }) => role === 'dimension')
            .map(({ name }) => name)
            .join(' '),
          ...t(`reports.workbook.population.${id.population}`),
          id.source,
          open[0] as string,
        ]),
      ],
    },
  ];
}
