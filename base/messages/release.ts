/** Sealing and opening releases. */
export const releaseMessages = {
  'release.not-a-quarter': {
    id: 'Rilis dibuat untuk satu triwulan, dan "{text}" bukan triwulan. Tulis misalnya 2026Q3.',
    en: 'A release is made for a quarter, and "{text}" is not one. Write, for example, 2026Q3.',
  },
  'release.no-report': {
    id: 'Gudang data tidak memuat laporan dari {period}. Masukkan berkas ekspor triwulan itu dengan "bukti run BERKAS", atau pilih triwulan lain.',
    en: 'The warehouse holds no report of {period}. Take in the export of that quarter with "bukti run FILE", or choose another quarter.',
  },
  'release.none': {
    id: 'Belum ada rilis {period} di {place}. Buat dengan "bukti release {period}".',
    en: 'There is no release of {period} in {place} yet. Make one with "bukti release {period}".',
  },
  'release.no-version': {
    id: 'Rilis {period} tidak mempunyai versi {version}; yang ada: {known}.',
    en: 'The release of {period} has no version {version}; there are: {known}.',
  },
  'release.no-recipient': {
    id: 'Rilis {period} {version} tidak memuat tabel untuk {recipient}; yang ada: {known}. Pilih salah satu, atau buat rilis baru dengan bukti release {period}.',
    en: 'Release {period} {version} holds no tables for {recipient}; there are: {known}. Choose one of them, or make a new release with bukti release {period}.',
  },
  'release.damaged': {
    id: '{file} tidak sama lagi dengan yang disegel (hilang atau isinya berubah), maka rilis ini tidak dipakai. Pulihkan folder rilis dari cadangan.',
    en: '{file} is no longer what was sealed (missing or changed), so this release is not used. Restore the release folder from a backup.',
  },
  'release.no-figure': {
    id: 'Rilis {period} {version} tidak memuat angka dengan id {id}. Periksa ejaan id itu.',
    en: 'The release {period} {version} holds no figure with the id {id}. Check how the id is written.',
  },
  'release.raced': {
    id: 'Proses lain baru saja menyegel {period} {version}, maka tidak ada yang ditulis. Jalankan lagi.',
    en: 'Another process has just sealed {period} {version}, so nothing was written. Run again.',
  },
  'release.reason-batches': {
    id: 'Data berubah sejak versi sebelumnya: {added} berkas baru, {removed} berkas diganti.',
    en: 'The data changed since the version before: {added} new files, {removed} replaced.',
  },
  'release.reason-software': {
    id: 'Perangkat lunak berubah dari versi {from} ke {to}.',
    en: 'The software changed from version {from} to {to}.',
  },
  'release.reason-models': {
    id: 'Model, daftar kode, atau konfigurasi berubah sejak versi sebelumnya; datanya tetap.',
    en: 'Models, code lists or configuration changed since the version before; the data did not.',
  },
} as const;
