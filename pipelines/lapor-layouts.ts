import type { LandingKind } from '../warehouse/index.ts';
import { type Field, fold, type Layout } from './layout.ts';

const version = '1';

const identity = {
  id: ['Tracking ID', 'Tracking Number', 'ID Laporan', 'Report ID', 'Complaint ID'],
  reporter_id: ['ID Pelapor', 'Reporter ID'],
};

const person = {
  sex: ['Jenis Kelamin', 'Sex', 'Gender'],
  age: ['Usia', 'Umur', 'Age'],
  age_band: ['Kelompok Usia', 'Kelompok Umur', 'Age Group', 'Age Band'],
  disability: ['Penyandang Disabilitas', 'Disabilitas', 'Disability', 'Person with Disability'],
};

const exportHeaders = {
  ...identity,
  submitted_at: ['Tanggal Laporan Masuk', 'Report Date', 'Date Submitted', 'Submitted Date'],
  submitted_time: ['Waktu Laporan Masuk', 'Report Time', 'Time Submitted', 'Submitted Time'],
  classification: ['Klasifikasi Laporan', 'Classification', 'Report Classification'],
  category_id: ['ID Kategori', 'Category ID'],
  category: ['Kategori', 'Category'],
  report_type: [
    'Tipe Laporan (Anonim/Rahasia)',
    'Report Type (Anonymous/Confidential)',
    'Report Type',
  ],
  channel: ['Sumber Laporan', 'Report Source', 'Channel'],
  agency_parent: ['Instansi Induk', 'Parent Agency'],
  agency_id: ['ID Instansi Terdisposisi', 'Agency ID'],
  agency: ['Instansi Terdisposisi', 'Agency', 'Assigned Agency'],
  status: ['Status Laporan', 'Report Status', 'Status'],
  reason: ['Alasan Tunda/Arsip', 'Postponed/Archived Reason', 'Reason'],
  province: ['Provinsi', 'Province'],
  regency: ['Kota/Kabupaten', 'Kabupaten/Kota', 'Regency/City', 'City/Regency', 'Regency'],
  setwapres: ['Laporan yang Masuk melalui Kanal Aduan Setwapres', 'Setwapres Channel'],
  rating: ['Rating', 'Penilaian'],
  ...person,
};

const eventHeaders = {
  id: identity.id,
  event: ['Peristiwa', 'Kejadian', 'Event'],
  event_at: ['Waktu', 'Waktu Peristiwa', 'Time', 'Event Time', 'Timestamp'],
  agency: ['Instansi', 'Agency'],
};

/** Columns of the export that identify a person or a document; they go without a word. */
const personal = [
  'Nama Pelapor',
  'Judul Laporan',
  'Isi Laporan Awal',
  'Isi Laporan Akhir',
  'Kecamatan',
  'Kelurahan',
  'Nomor SK',
  'Url SK',
  'Url Dokumen Laporan Tahunan',
  'Reporter Name',
  'Title',
  'Initial Content',
  'Final Content',
  'District',
  'Village',
];

function layout(
  kind: LandingKind,
  headers: Partial<Record<Field, string[]>>,
  required: Field[],
  anyOf: Field[] = [],
): Layout {
  const name = { complaint: 'lapor-export', attribute: 'lapor-attributes', event: 'lapor-events' };
  const folded = Object.entries(headers).map(([field, names]) => [field, names.map(fold)]);
  return {
    source: 'lapor',
    name: name[kind],
    version,
    kind,
    idSystem: 'lapor',
    headers: Object.fromEntries(folded),
    labels: Object.fromEntries(Object.entries(headers).map(([field, names]) => [field, names[0]])),
    required,
    anyOf,
    match: [],
    drop: personal.map(fold),
    dates: {},
    values: {},
    calendar: 'indonesia',
    regionScheme: 'kemendagri',
    content: JSON.stringify({ kind, version, folded }),
  };
}

/**
 * The layouts of SP4N-LAPOR!: the admin export as its users know it; attributes file and event log
 * are our own (no official layout is known). English headers are taken too.
 */
export const laporLayouts: Layout[] = [
  layout('complaint', exportHeaders, ['id', 'submitted_at', 'status', 'category', 'agency']),
  layout('event', eventHeaders, ['id', 'event', 'event_at']),
  layout('attribute', { ...identity, ...person }, ['id'], ['sex', 'age', 'age_band', 'disability']),
];
