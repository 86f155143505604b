/** The catalogue of published tables, and the cells of its tables. */
export const publishMessages = {
  'publish.catalogue-syntax': {
    id: '{file}, baris {line:plain}: bukan YAML yang sah. Perbaiki baris itu.',
    en: '{file}, line {line:plain}: this is not valid YAML. Correct that line.',
  },
  'publish.catalogue-value': {
    id: '{file}, baris {line:plain}: nilai {key} tidak dapat dipakai ({why}). Perbaiki nilai itu.',
    en: '{file}, line {line:plain}: the value of {key} cannot be used ({why}). Correct that value.',
  },
  'publish.catalogue-lacks': {
    id: 'Katalog tabel terbitan di {place} tidak memuat {key}. Tambahkan di salah satu berkasnya.',
    en: 'The catalogue of published tables in {place} has no {key}. Add it to one of its files.',
  },
  'publish.unknown-dimension': {
    id: '{file}, baris {line:plain}: tabel {table} dirinci menurut "{name}", yang tidak ada di katalog. Pilih salah satu: {known}.',
    en: '{file}, line {line:plain}: the table {table} is broken down by "{name}", which the catalogue does not have. Choose one of: {known}.',
  },
  'publish.unknown-level': {
    id: '{file}, baris {line:plain}: {dimension} tidak mempunyai tingkat "{name}". Pilih salah satu: {known}.',
    en: '{file}, line {line:plain}: {dimension} has no level "{name}". Choose one of: {known}.',
  },
  'publish.unknown-measure': {
    id: '{file}, baris {line:plain}: tabel {table} tidak dapat memuat "{name}": ukuran yang dapat dilindungi dihitung dari laporan. Pilih salah satu: {known}.',
    en: '{file}, line {line:plain}: the table {table} cannot hold "{name}": what can be protected is counted in reports. Choose one of: {known}.',
  },
  'publish.twice': {
    id: '{file}, baris {line:plain}: "{name}" sudah ada di {other}. Hapus salah satunya.',
    en: '{file}, line {line:plain}: "{name}" stands in {other} already. Remove one of the two.',
  },
  'publish.no-design': {
    id: 'Untuk katalog versi {version:plain} belum ditentukan seberapa rinci tabelnya. Tentukan sekali dari {quarters} triwulan terakhir, lalu ulangi.',
    en: 'How fine its tables are has not been decided for version {version:plain} of the catalogue. Decide it once from the last {quarters} quarters, then ask again.',
  },
  'publish.design-older': {
    id: 'Katalog tabel terbitan berubah sejak {file} ditentukan. Naikkan nomor versinya (sekarang {version:plain}), lalu tentukan tingkat rinciannya untuk versi itu.',
    en: 'The catalogue of published tables has changed since {file} was decided. Raise its version (now {version:plain}), then decide how fine the tables of that version are.',
  },
  'publish.design-exists': {
    id: 'Tingkat rincian tabel versi {version:plain} sudah ditentukan di {file}; angka yang sudah terbit bergantung padanya. Naikkan nomor versi katalog untuk menentukan lagi.',
    en: 'How fine the tables of version {version:plain} are has been decided in {file}; what has been published rests on it. Raise the version of the catalogue to decide again.',
  },
  'publish.wrong-period': {
    id: 'Tabel terbitan dibuat untuk satu triwulan atau satu tahun, dan "{text}" bukan keduanya. Tulis misalnya 2026Q3 atau 2025.',
    en: 'Published tables are made for a quarter or a year, and "{text}" is neither. Write, for example, 2026Q3 or 2025.',
  },
} as const;
