/** `bukti protect`: options, results and wrong use. */
export const protectMessages = {
  'protect.command': {
    id: 'lindungi tabel hitungan dari berkas mana pun: bukti protect data.csv --id nomor --out terbit',
    en: 'protect tables of counts of any file: bukti protect data.csv --id number --out public',
  },
  'cli.help.word.file': { id: 'berkas', en: 'file' },
  'protect.option.out': {
    id: 'folder berkas yang boleh terbit (wajib)',
    en: 'folder of the files that may be published (required)',
  },
  'protect.option.method': {
    id: 'perturb: semua sel terbit dengan derau kecil (bawaan); suppress: tepat atau disembunyikan',
    en: 'perturb: every cell with a little noise (default); suppress: exact or hidden',
  },
  'protect.option.dimensions': {
    id: 'kolom yang menjadi dimensi, dipisah koma (bawaan: semua kolom tanpa peran lain)',
    en: 'columns that are dimensions, with commas (default: all without another role)',
  },
  'protect.option.table': {
    id: 'dimensi satu tabel, boleh diulang: --table wilayah,topik (bawaan: satu tabel dari semuanya)',
    en: 'dimensions of one table, may be repeated: --table region,topic (default: one of all)',
  },
  'protect.option.hierarchy': {
    id: 'dimensi=CSV dengan kolom code,parent; boleh diulang',
    en: 'dimension=CSV with the columns code,parent; may be repeated',
  },
  'protect.option.total': {
    id: 'kode untuk semua (bawaan: _T)',
    en: 'code for all (default: _T)',
  },
  'protect.option.sensitive': {
    id: 'dimensi=kode,kode yang sensitif; boleh diulang',
    en: 'dimension=code,code that are sensitive; may be repeated',
  },
  'protect.option.rate': {
    id: 'dimensi=kode: persentase kode itu dari dimensi dua kode; boleh diulang',
    en: 'dimension=code: percentage of that code, of a dimension of two codes; may be repeated',
  },
  'protect.option.id': {
    id: 'kolom nomor catatan, sumber kunci catatan',
    en: 'column with the id of the record, from which its key is made',
  },
  'protect.option.id-system': {
    id: 'register pemberi nomor; lapor untuk Tracking ID, agar kuncinya sama dengan di gudang',
    en: 'register of the ids; lapor for Tracking IDs, so that keys are those of the warehouse',
  },
  'protect.option.complainant': {
    id: 'kolom nomor pelapor',
    en: 'column with the id of the complainant',
  },
  'protect.option.count': {
    id: 'berkas berisi hitungan: kolom jumlah aduan',
    en: 'the file holds counts: column with the number of complaints',
  },
  'protect.option.key-sum': {
    id: 'kolom jumlah kunci catatan (modulo 2^32)',
    en: 'column with the sum of record keys (modulo 2^32)',
  },
  'protect.option.keys': {
    id: 'berkas kunci (bawaan: kunci folder kerja; dibuat bila belum ada)',
    en: "key file (default: the workspace's; made where there is none)",
  },
  'protect.option.threshold': {
    id: 'sel dengan aduan atau pelapor lebih sedikit adalah kecil (bawaan: 5)',
    en: 'a cell of fewer complaints or complainants is small (default: 5)',
  },
  'protect.option.noise': {
    id: 'simpangan, ragam, tidak terbit sampai (bawaan 5,3,2)',
    en: 'largest step, variance, never published up to (default 5,3,2)',
  },
  'protect.option.coarsen': {
    id: 'dimensi yang dikasarkan, berurutan (bawaan: urutan dimensi tabel)',
    en: "dimensions to coarsen, in order (default: the table's)",
  },
  'protect.option.keep': {
    id: 'dimensi tabel yang tidak pernah dikasarkan; boleh diulang',
    en: 'dimensions of a table that is never coarsened; may be repeated',
  },
  'protect.option.design': {
    id: 'berkas rancangan tabel: dipakai bila ada, ditulis bila belum',
    en: 'file with the design of the tables: used where there is one, else written',
  },
  'protect.option.ledger': {
    id: 'buku yang sudah terbit: terbitan baru tidak membocorkan selisihnya (dengan --period)',
    en: 'ledger of what was published: no difference to it is given away (with --period)',
  },
  'protect.option.period': { id: 'periode dalam buku itu', en: 'period in that ledger' },
  'protect.option.report': {
    id: 'berkas laporan pengelola (bawaan: di samping --out)',
    en: "file for the keeper's report (default: beside --out)",
  },
  'protect.stage': { id: 'Menghitung {file}', en: 'Counting {file}' },
  'protect.stage-done': {
    id: '{complaints} aduan, {cells} sel',
    en: '{complaints} complaints, {cells} cells',
  },
  'protect.stage-protect': { id: 'Melindungi', en: 'Protecting' },
  'protect.stage-protected': { id: '{cells} sel terlindungi', en: '{cells} cells protected' },
  'protect.published': { id: 'Tabel terbit: {tables}', en: 'Tables published: {tables}' },
  'protect.coarsened': { id: 'Dikasarkan: {tables}', en: 'Coarsened: {tables}' },
  'protect.withheld': {
    id: 'Tidak terbit: {tables} (sebabnya dalam laporan)',
    en: 'Not published: {tables} (the report says why)',
  },
  'protect.warned': {
    id: 'Terbit dengan peringatan: {tables} (sebabnya dalam laporan)',
    en: 'Published with a warning: {tables} (the report says why)',
  },
  'protect.held': {
    id: 'Nilai lama ditahan: {tables}',
    en: 'Old values held: {tables}',
  },
  'protect.report': {
    id: 'Laporan pengelola (jangan diterbitkan): {file}',
    en: "Keeper's report (not to be published): {file}",
  },
  'protect.keys-from-counts': {
    id: 'Berkas hitungan tidak membawa kunci catatan. Kunci tiap baris dibuat dari kode dan jumlahnya: sama untuk jumlah yang sama, tetapi satu catatan lebih mengganti seluruh derau sel. Untuk terbitan berkala pakailah satu baris per catatan dengan --id, atau --key-sum.',
    en: 'A file of counts brings no record keys. The key of each row was made from its codes and its count: the same for the same count, but one record more changes all the noise of a cell. For series use one row a record with --id, or --key-sum.',
  },
  'protect.keys-from-rows': {
    id: 'Tanpa --id kunci catatan dibuat dari isi baris: baris yang diperbaiki mendapat derau lain. Bila ada kolom nomor, sebutkan dengan --id.',
    en: 'Without --id record keys were made from what the rows hold: a corrected row has other noise. If there is a column of ids, name it with --id.',
  },
  'protect.totals-dropped': {
    id: '{n} baris total dalam berkas tidak dipakai; total dihitung lagi dari bagiannya.',
    en: '{n} rows of totals in the file were not used; totals were counted anew from their parts.',
  },
  'protect.bad-pair': {
    id: '{option} "{text}" bukan dimensi=nilai. Tulis misalnya topik=korupsi.',
    en: '{option} "{text}" is not dimension=value. Write for example topic=graft.',
  },
  'protect.bad-noise': {
    id: '--noise "{text}" bukan tiga bilangan. Tulis misalnya 5,3,2.',
    en: '--noise "{text}" is not three numbers. Write for example 5,3,2.',
  },
  'protect.hierarchy-columns': {
    id: '{file}: baris pertama harus memuat kolom code dan parent. Perbaiki, lalu jalankan lagi.',
    en: '{file}: the first line must hold the columns code and parent. Correct it and run again.',
  },
  'protect.unreadable': {
    id: '{file} tidak dapat dibaca sebagai tabel. Simpan sebagai CSV (UTF-8, baris pertama nama kolom) atau Parquet, lalu jalankan lagi.',
    en: '{file} cannot be read as a table. Save it as CSV (UTF-8, column names in the first line) or Parquet and run again.',
  },
  'protect.no-column': {
    id: '{file}: tidak ada kolom "{column}". Apakah maksudnya {near}?',
    en: '{file}: there is no column "{column}". Did you mean {near}?',
  },
  'protect.no-dimension': {
    id: '{option}: "{column}" bukan dimensi. Apakah maksudnya {near}?',
    en: '{option}: "{column}" is not a dimension. Did you mean {near}?',
  },
  'protect.no-code': {
    id: '--sensitive: dimensi {column} tidak mempunyai kode "{code}". Apakah maksudnya {near}?',
    en: '--sensitive: the dimension {column} has no code "{code}". Did you mean {near}?',
  },
  'protect.not-count': {
    id: 'Kolom {column}: {rows} baris bukan bilangan bulat dari 0, yang pertama baris {row}. Perbaiki, lalu jalankan lagi.',
    en: 'Column {column}: {rows} rows are no whole number from 0, the first is row {row}. Correct them and run again.',
  },
  'protect.bad-ids': {
    id: 'Kolom {column}: {empty} baris tanpa nomor, {twice} baris mengulang nomor. Setiap catatan harus satu baris dengan nomor sendiri; perbaiki, lalu jalankan lagi.',
    en: 'Column {column}: {empty} rows without an id, {twice} rows repeat one. Each record must be one row with an id of its own; correct them and run again.',
  },
  'protect.not-in-hierarchy': {
    id: 'Kolom {column}: {rows} baris memakai kode yang bukan kode terhalus dalam hierarkinya, yang pertama baris {row}. Tambahkan kode itu ke hierarki (yang hanya diketahui induknya mendapat kode sendiri), lalu jalankan lagi.',
    en: 'Column {column}: {rows} rows have a code that is no finest code of its hierarchy, the first is row {row}. Add it to the hierarchy (where only the parent is known, with a code of its own) and run again.',
  },
  'protect.total-in-rows': {
    id: 'Kolom {column}: {rows} baris memakai kode untuk semua, yang pertama baris {row}. Ganti kode itu, atau sebutkan kode lain dengan --total.',
    en: 'Column {column}: {rows} rows have the code for all, the first is row {row}. Change it, or name another code with --total.',
  },
  'protect.too-large': {
    id: 'Tabel {table} akan berisi {cells} sel. Apakah sebuah kolom nomor ikut menjadi dimensi? Sebutkan dimensinya dengan --dimensions.',
    en: 'The table {table} would hold {cells} cells. Is a column of ids among the dimensions? Name them with --dimensions.',
  },
  'protect.bad-rate': {
    id: '--rate {dimension}={code}: dimensinya harus mempunyai tepat dua kode, satu di antaranya kode itu. Gabungkan kode lain menjadi satu, lalu jalankan lagi.',
    en: '--rate {dimension}={code}: the dimension must have exactly two codes, one of them this. Put the others together as one and run again.',
  },
  'protect.folder-used': {
    id: 'Folder {folder} memuat berkas lain. Pakai folder kosong, atau folder dari bukti protect sebelumnya yang tidak ditambahi.',
    en: 'The folder {folder} holds other files. Use an empty one, or one of an earlier bukti protect to which nothing was added.',
  },
  'protect.bad-file': {
    id: '{file} bukan berkas yang ditulis bukti protect dengan metode ini, atau sudah diubah. Pulihkan salinannya, atau sebutkan berkas lain.',
    en: '{file} is no file written by bukti protect with this method, or was changed. Restore its copy, or name another file.',
  },
  'protect.ledger-period': {
    id: '--ledger dan --period hanya berarti bersama. Sebutkan keduanya, atau tidak satu pun.',
    en: '--ledger and --period only mean something together. Name both or neither.',
  },
  'protect.not-safe': {
    id: 'Tidak terbit: {n} sel tidak dapat dilindungi dengan disembunyikan (misalnya {places}). Buang dimensi atau tabel yang memuatnya, atau pakai --method perturb.',
    en: 'Not published: {n} cells cannot be protected by hiding (such as {places}). Leave out a dimension or table that holds them, or use --method perturb.',
  },
  'protect.nothing-left': {
    id: 'Tidak ada tabel yang boleh terbit; sebabnya dalam {file}. Gabungkan kode, atau beri dimensi sebuah hierarki agar dapat dikasarkan, lalu jalankan lagi.',
    en: 'No table may be published; {file} says why. Put codes together, or give dimensions a hierarchy by which they can be coarsened, and run again.',
  },
} as const;
