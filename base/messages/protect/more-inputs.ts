/** `bukti protect`: what cannot occur, secret records, waiting times, residents. */
export const protectInputMessages = {
  'protect.option.impossible': {
    id: 'CSV kombinasi kode yang tidak mungkin ada, satu kolom tiap dimensi',
    en: 'CSV of combinations of codes that cannot occur, a column for each dimension',
  },
  'protect.option.secret': {
    id: 'kolom=kode catatan rahasia: sedikit catatan rahasia juga ditutup (suppress)',
    en: 'column=code of secret records: few secret ones are hidden too (suppress)',
  },
  'protect.option.percentile': {
    id: 'kolom=50,90: persentil hari kerja di kolom itu; boleh diulang',
    en: 'column=50,90: percentiles of the whole days in that column; may be repeated',
  },
  'protect.option.residents': {
    id: 'dimensi=CSV dengan kolom code dan residents: angka per 100.000 penduduk',
    en: 'dimension=CSV with the columns code and residents: figures per 100,000 residents',
  },
  'protect.impossible-columns': {
    id: '{file}: baris pertama harus memuat nama dimensi saja, dan "{column}" bukan dimensi. Apakah maksudnya {near}?',
    en: '{file}: the first line must name dimensions only, and "{column}" is none. Did you mean {near}?',
  },
  'protect.impossible-code': {
    id: '{file}, baris {line:plain}: "{code}" bukan kode {column}. Apakah maksudnya {near}?',
    en: '{file}, line {line:plain}: "{code}" is no code of {column}. Did you mean {near}?',
  },
  'protect.impossible-found': {
    id: '{n} sel dalam {table} berisi catatan walau {file} menyebutnya tidak mungkin. Perbaiki daftar atau data, lalu jalankan lagi.',
    en: '{n} cells of {table} hold records though {file} says that they cannot occur. Correct the list or the data and run again.',
  },
  'protect.no-secret': {
    id: 'Kolom {column} tidak memuat nilai "{code}" pada satu baris pun. Periksa ejaannya.',
    en: 'Column {column} holds the value "{code}" in no row. Check how it is written.',
  },
  'protect.bad-percentile': {
    id: '--percentile {column}={text}: tulis bilangan bulat dari 1 sampai 99, misalnya 50,90.',
    en: '--percentile {column}={text}: write whole numbers from 1 to 99, such as 50,90.',
  },
  'protect.not-days': {
    id: 'Kolom {column}: {rows} baris bukan bilangan bulat hari dari 0 dan tidak kosong, yang pertama baris {row:plain}. Perbaiki, lalu jalankan lagi.',
    en: 'Column {column}: {rows} rows are neither whole days from 0 nor empty, the first is row {row:plain}. Correct them and run again.',
  },
  'protect.percentile-ledger': {
    id: '--percentile tidak dapat dipakai dengan --ledger: persentil dibaca dari catatan sekarang, padahal tabel yang ditahan memakai nilai lama.',
    en: '--percentile does not go with --ledger: percentiles are read from the records of now, while a table that is held keeps its old values.',
  },
  'protect.residents-columns': {
    id: '{file}: baris pertama harus memuat kolom code dan residents, dan isinya bilangan bulat. Perbaiki, lalu jalankan lagi.',
    en: '{file}: the first line must hold the columns code and residents, with whole numbers below. Correct it and run again.',
  },
} as const;
