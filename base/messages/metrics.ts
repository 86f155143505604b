/** Queries and the catalogue of metrics. */
export const metricsMessages = {
  'metrics.older-warehouse': {
    id: 'Gudang data dibuat dengan versi Bukti yang lebih lama dan tidak memuat semua yang diperlukan. Jalankan "bukti build", lalu ulangi.',
    en: 'The warehouse was built by an older version of Bukti and lacks what this one needs. Run "bukti build", then ask again.',
  },
  'metrics.unknown-metric': {
    id: 'Metrik "{name}" tidak dikenal. Pilih salah satu: {known}.',
    en: 'The metric "{name}" is unknown. Choose one of: {known}.',
  },
  'metrics.unknown-statistic': {
    id: 'Metrik {metric} tidak mempunyai ukuran "{name}". Pilih salah satu: {known}.',
    en: 'The metric {metric} has no statistic "{name}". Choose one of: {known}.',
  },
  'metrics.unknown-dimension': {
    id: 'Dimensi "{name}" tidak dikenal. Pilih salah satu: {known}.',
    en: 'The dimension "{name}" is unknown. Choose one of: {known}.',
  },
  'metrics.not-where': {
    id: '{figure} tidak punya jumlah penduduk untuk saringan ini. Saring menurut province atau regency saja, dan sebutkan juga dimensi itu pada --by.',
    en: '{figure} has no population for this filter. Filter by province or regency only, and name that dimension in --by too.',
  },
  'metrics.unknown-code': {
    id: 'Kode "{code}" tidak dikenal untuk {dimension}. Pilih salah satu: {known}.',
    en: 'The code "{code}" is unknown for {dimension}. Choose one of: {known}.',
  },
  'metrics.no-data': {
    id: 'Tidak ada data untuk {period}; laporan yang ada masuk antara {first} dan {last}. Pilih periode lain.',
    en: 'There are no data for {period}; the reports there are came in between {first} and {last}. Choose another period.',
  },
  'metrics.no-data-of': {
    id: 'Tidak ada data {metric} untuk {period}; yang dihitungnya ada antara {first} dan {last}. Pilih periode lain.',
    en: 'There are no data of {metric} for {period}; what it counts lies between {first} and {last}. Choose another period.',
  },
  'metrics.not-by': {
    id: '{figure} hanya dapat dipilah menurut {known}. Hapus dimensi yang lain, lalu jalankan lagi.',
    en: '{figure} can only be taken by {known}. Leave out the other dimensions and run again.',
  },
  'metrics.compare-periods': {
    id: 'Beberapa periode tidak dapat dibandingkan sekaligus tanpa dipilah. Sebutkan {kind} pada --by, atau minta satu periode saja.',
    en: 'Several periods cannot be compared as one. Name {kind} in --by, or ask for one period.',
  },
  'metrics.weights-broken': {
    id: 'Berkas bobot baku {file} tidak dapat dibaca. Kembalikan dari cadangan; jika tidak ada, hapus berkas itu supaya bobot dihitung ulang, dan sebutkan perubahan itu.',
    en: 'The file of standard weights {file} cannot be read. Restore it from a backup; if there is none, delete it so that the weights are counted again, and say that they changed.',
  },
  'metrics.no-weights': {
    id: 'Laporan yang ada tidak mencakup seluruh tahun {year}, sehingga bobot baku kategori tidak dapat dihitung. Masukkan data tahun itu, atau minta tanpa --adjust.',
    en: 'The reports do not span the whole year {year}, so that the standard weights of categories cannot be counted. Take in the data of that year, or ask without --adjust.',
  },
  'metrics.field-of-unknown': {
    id: 'Saringan field hanya berlaku untuk metrik unknown, bukan {metric}. Hapus saringan itu atau metriknya, lalu jalankan lagi.',
    en: 'The filter field is for the metric unknown alone, not for {metric}. Leave out the filter or the metric and run again.',
  },
  'metrics.family-syntax': {
    id: '{file}, baris {line:plain}: isinya bukan YAML yang benar. Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: this is not valid YAML. Correct that line and run again.',
  },
  'metrics.family-value': {
    id: '{file}: "{key}" tidak dapat dipakai ({why}). Perbaiki, lalu jalankan lagi.',
    en: '{file}: "{key}" cannot be used ({why}). Correct it and run again.',
  },
  'metrics.no-family': {
    id: 'Tidak ada keluarga perbandingan bernama "{name}" di models/metrics/families. Pilih salah satu: {known}.',
    en: 'There is no family of comparisons named "{name}" in models/metrics/families. Choose one of: {known}.',
  },
  'metrics.compare-others': {
    id: '--compare others membandingkan kode-kode dari dimensi terakhir pada --by. Sebutkan satu dimensi yang bukan waktu di sana, misalnya --by sex.',
    en: '--compare others compares the codes of the last dimension in --by. Name one there that is no time, such as --by sex.',
  },
  'metrics.periods-apart': {
    id: 'Antara {one} dan {other} ada waktu yang tidak diminta, sehingga keadaan pada akhir periode tidak dapat digabungkan. Sebutkan juga waktunya pada --by, atau minta periode yang bersambung.',
    en: 'Between {one} and {other} lies a time that was not asked for, so that a stock at the end of a period cannot be joined over them. Name the time in --by too, or ask for periods that adjoin.',
  },
  'metrics.compare-at': {
    id: 'Pada satu hari ({day}) beberapa periode tidak sama umurnya, sehingga tidak dapat dibandingkan. Minta satu periode saja, atau tanpa --at.',
    en: 'On one day ({day}) several periods are not equally old, so they cannot be compared. Ask for one period, or leave out --at.',
  },
  'metrics.not-of-stock': {
    id: '{figure} menghitung laporan yang belum berakhir beserta arusnya dan tidak dapat dipilah atau disaring menurut {name}. Hapus dimensi itu, lalu jalankan lagi.',
    en: '{figure} counts pending reports and what flows, and cannot be taken or filtered by {name}. Leave out that dimension and run again.',
  },
  'metrics.not-of-bodies': {
    id: '{figure} menghitung instansi, bukan laporan, dan hanya dapat dipilah atau disaring menurut {known}. Hapus dimensi yang lain, lalu jalankan lagi.',
    en: '{figure} counts bodies, not reports, and can only be taken or filtered by {known}. Leave out the other dimensions and run again.',
  },
  'metrics.unknown-period': {
    id: '"{text}" bukan periode. Tulis triwulan (2026Q3), bulan (2026-07), atau tahun (2026).',
    en: '"{text}" is not a period. Write a quarter (2026Q3), a month (2026-07) or a year (2026).',
  },
  'metrics.calendar-ends': {
    id: 'Kalender hari kerja tidak memuat hari yang dihitung dari {day}; hari terakhirnya {last}. Tambahkan hari libur tahun berikutnya ke models/seeds/holiday.csv, lalu bangun ulang gudang data.',
    en: 'The calendar of working days does not hold the day counted from {day}; its last day is {last}. Add the holidays of the next year to models/seeds/holiday.csv and build the warehouse again.',
  },
  'metrics.no-report': {
    id: 'Gudang data belum memuat satu laporan pun. Masukkan berkas ekspor dengan "bukti run BERKAS", lalu jalankan lagi.',
    en: 'The warehouse holds no report yet. Take in an export with "bukti run FILE" and run again.',
  },
  'metrics.catalogue-syntax': {
    id: '{file}, baris {line:plain}: isinya bukan YAML yang benar. Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: this is not valid YAML. Correct that line and run again.',
  },
  'metrics.catalogue-value': {
    id: '{file}, baris {line:plain}: "{key}" tidak dapat dipakai ({why}). Perbaiki, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: "{key}" cannot be used ({why}). Correct it and run again.',
  },
  'metrics.catalogue-twice': {
    id: '{file}, baris {line:plain}: "{name}" sudah didefinisikan di {other}. Hapus salah satu.',
    en: '{file}, line {line:plain}: "{name}" is already defined in {other}. Remove one of them.',
  },
} as const;
