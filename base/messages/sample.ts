/** The synthetic sample. */
export const sampleMessages = {
  'sample.seed-missing': {
    id: 'Berkas benih models/seeds/{name}.csv tidak ditemukan, padahal data contoh dibuat darinya. Pasang ulang Bukti atau kembalikan berkas itu.',
    en: 'The seed models/seeds/{name}.csv, which the sample is made from, was not found. Reinstall Bukti or restore that file.',
  },
  'sample.seed-column': {
    id: '{file}: kolom "{column}" tidak ada, padahal data contoh memerlukannya. Kembalikan kolom itu.',
    en: '{file}: the column "{column}" is missing, which the sample needs. Restore that column.',
  },
  'sample.rows': {
    id: 'Jumlah laporan contoh harus bilangan bulat dari {low} sampai {high}; yang diminta: {rows:plain}. Beri --rows yang lain.',
    en: 'The number of sample reports must be a whole number from {low} to {high}; {rows:plain} was asked for. Give another --rows.',
  },
} as const;
