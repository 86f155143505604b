/** Exports: the command, the marks in files, what a dataset says of itself. */
export const exportMessages = {
  'export.command': {
    id: 'ekspor tabel rilis, kueri, atau angka: bukti export by_province --purpose "..."',
    en: 'export tables of a release, queries or figures: bukti export by_province --purpose "..."',
  },
  'cli.help.word.what': { id: 'yang-diekspor', en: 'what' },
  'export.option.period': {
    id: 'triwulan rilis, dengan versi bila perlu (2026Q3/v1); untuk --metrics: kurun',
    en: 'quarter of the release, with its version where wanted (2026Q3/v1); with --metrics: periods',
  },
  'export.option.recipient': {
    id: 'penerima rilis: ksp (bawaan) atau kode kementerian koordinator',
    en: 'recipient of the release: ksp (default) or the code of a coordinating ministry',
  },
  'export.option.metrics': {
    id: 'angka langsung dari gudang data, ditandai belum disegel',
    en: 'figures straight from the warehouse, marked not sealed',
  },
  'export.option.rows': {
    id: 'satu baris satu laporan, tanpa kunci dan tanpa laporan rahasia',
    en: 'a row a report, without keys and without confidential reports',
  },
  'export.option.purpose': {
    id: 'untuk apa data ini diambil; wajib untuk data terbatas, dicatat di data/exports/log.jsonl',
    en: 'what the data are taken for; required of restricted data, kept in data/exports/log.jsonl',
  },
  'export.option.format': {
    id: 'dataset (bawaan: satu folder lengkap), csv, xlsx, parquet, arrow, json, sdmx-csv',
    en: 'dataset (default: a whole folder), csv, xlsx, parquet, arrow, json, sdmx-csv',
  },
  'export.option.out': {
    id: 'folder atau berkas tujuan (bawaan: data/exports/...)',
    en: 'folder or file to write (default: data/exports/...)',
  },
  'export.option.labels': {
    id: 'kode dan label: gabungan code, id, en (bawaan: code dan bahasa Anda)',
    en: 'codes and labels: any of code, id, en (default: code and your language)',
  },
  'export.option.wide': {
    id: 'satu kolom nilai untuk tiap kode dimensi ini',
    en: 'a column of values for each code of this dimension',
  },
  'export.option.decimal': {
    id: 'CSV: point (1.5 dan koma antarkolom) atau comma (1,5 dan titik koma)',
    en: 'CSV: point (1.5, commas between cells) or comma (1,5, semicolons between cells)',
  },
  'export.option.bom': {
    id: 'CSV: tanda UTF-8 di awal berkas, agar Excel membacanya dengan benar',
    en: 'CSV: the UTF-8 mark at the beginning, by which Excel reads it right',
  },
  'export.option.region-codes': {
    id: 'kode wilayah: dotted (35.78) atau undotted (3578)',
    en: 'codes of regions: dotted (35.78) or undotted (3578)',
  },
  'export.option.for-publication': {
    id: 'data yang dilindungi untuk umum',
    en: 'protected data for the public',
  },
  'export.option.log': {
    id: 'tampilkan dan periksa catatan ekspor',
    en: 'show and check the log of exports',
  },
  'export.stage': { id: 'Mengekspor {what}', en: 'Exporting {what}' },
  'export.stage-done': { id: 'Ekspor {what}: {rows} baris', en: 'Export of {what}: {rows} rows' },
  'export.logged': {
    id: 'Dicatat di {file}. Berkas ini TERBATAS: jangan disebarkan.',
    en: 'Noted in {file}. The file is TERBATAS (restricted): do not pass it on.',
  },
  'export.log-none': { id: 'Belum ada ekspor.', en: 'Nothing has been exported yet.' },
  'export.log-whole': {
    id: 'Catatan utuh: {n} ekspor, tiap baris mengikuti baris sebelumnya.',
    en: 'The log is whole: {n} exports, each line following from the one before.',
  },

  'export.needs-what': {
    id: 'Sebutkan yang diekspor: nama tabel ({known}), kueri tersimpan, id angka, --metrics, atau --rows.',
    en: 'Say what to export: the name of a table ({known}), a saved query, the id of a figure, --metrics or --rows.',
  },
  'export.one-kind': {
    id: 'Pilih salah satu: tabel dan angka rilis, satu kueri tersimpan, --metrics, atau --rows. Keempatnya tidak dapat digabung dalam satu perintah.',
    en: 'Choose one: tables and figures of a release, one saved query, --metrics, or --rows. They do not go together in one command.',
  },
  'export.unknown-what': {
    id: 'Tidak ada tabel, kueri, atau angka bernama "{name}"{near}. Daftar kueri: bukti query; id angka ada di kolom id tiap tabel.',
    en: 'There is no table, query or figure called "{name}"{near}. Queries are listed by bukti query; ids of figures stand in the column id of each table.',
  },
  'export.empty-table': {
    id: 'Tabel {name} tidak ada dalam rilis {release} untuk {recipient}. Pilih tabel lain: {known}.',
    en: 'The release {release} has no table {name} for {recipient}. Choose another: {known}.',
  },
  'export.needs-purpose': {
    id: 'Data ini terbatas. Tulis untuk apa diambil dengan --purpose "..."; keterangan itu masuk catatan ekspor.',
    en: 'These data are restricted. Say what they are taken for with --purpose "..."; it goes into the log of exports.',
  },
  'export.bad-option': {
    id: '{option} tidak mengenal "{value}". Pilihannya: {known}.',
    en: '{option} knows no "{value}". Choose from: {known}.',
  },
  'export.bad-period': {
    id: 'Rilis "{text}" tidak dikenali. Tulis triwulan, misalnya 2026Q3, atau dengan versinya: 2026Q3/v1.',
    en: '"{text}" is no release. Write a quarter, such as 2026Q3, or one with its version: 2026Q3/v1.',
  },
  'export.no-release': {
    id: 'Belum ada rilis yang disegel. Buat dengan "bukti release 2026Q3".',
    en: 'No release is sealed yet. Make one with "bukti release 2026Q3".',
  },
  'export.wide-dimension': {
    id: '--wide memerlukan dimensi yang ada di tabel ini, dan "{name}" bukan. Pilihannya: {known}.',
    en: '--wide needs a dimension of this table, and "{name}" is none. Choose from: {known}.',
  },
  'export.wide-format': {
    id: '--wide tidak berlaku untuk format {format}, yang selalu panjang (satu baris satu angka). Pilih csv, xlsx, parquet, arrow, atau json.',
    en: '--wide does not go with the format {format}, which is always long (a row a figure). Choose csv, xlsx, parquet, arrow or json.',
  },
  'export.no-values': {
    id: 'Format {format} dan --wide hanya untuk angka; data baris per laporan tidak mempunyai kolom nilai.',
    en: 'The format {format} and --wide are for figures alone; rows of reports have no column of values.',
  },
  'export.several-files': {
    id: '{n} tabel tidak muat dalam satu berkas {file}. Beri folder pada --out, atau ekspor satu per satu.',
    en: '{n} tables do not go into one file {file}. Give --out a folder, or export them one by one.',
  },
  'export.publication-missing': {
    id: 'Data untuk umum belum dapat diekspor: folder {place} dengan tabel yang sudah dilindungi belum ada. Angka internal tidak pernah diekspor sebagai data umum.',
    en: 'Data for the public cannot be exported yet: the folder {place} with protected tables is not there. Internal figures are never exported as public data.',
  },
  'export.log-damaged': {
    id: 'Catatan ekspor {file} berubah pada baris {line:plain}: baris itu tidak mengikuti baris sebelumnya. Pulihkan catatan dari cadangan sebelum mengekspor lagi.',
    en: 'The log of exports {file} was changed at line {line:plain}: it does not follow from the one before. Restore the log from a backup before exporting again.',
  },
  'export.log-locked': {
    id: 'Catatan ekspor {file} sedang dipakai proses lain. Coba lagi; bila tidak ada ekspor lain yang berjalan, hapus {lock}.',
    en: 'The log of exports {file} is in use by another process. Try again; where no other export is running, delete {lock}.',
  },

  'export.publisher': { id: 'Kantor Staf Presiden', en: 'Kantor Staf Presiden' },
  'export.mark.not-sealed': { id: 'BELUM DISEGEL', en: 'NOT SEALED' },
  'export.title.total': {
    id: 'Pengaduan publik (SP4N-LAPOR!), {period} ({name})',
    en: 'Public complaints (SP4N-LAPOR!), {period} ({name})',
  },
  'export.title.by': {
    id: 'Pengaduan publik (SP4N-LAPOR!), {period}, menurut {dimensions} ({name})',
    en: 'Public complaints (SP4N-LAPOR!), {period}, by {dimensions} ({name})',
  },
  'export.title.rows': {
    id: 'Laporan SP4N-LAPOR!, satu baris satu laporan',
    en: 'SP4N-LAPOR! reports, a row a report',
  },
  'export.description.release': {
    id: 'Tabel {name} dari rilis {release}. Satu baris satu angka: metrik dan statistiknya, kelompoknya, nilai, selang 95%, dan jumlah kasus. Definisi tiap angka ada di README dan lembar indikator.',
    en: 'Table {name} of the release {release}. A row a figure: its metric and statistic, its group, value, 95% interval and number of cases. Each figure is defined in the README and in the sheet of indicators.',
  },
  'export.description.live': {
    id: 'Angka dari gudang data pada hari acuan, di luar rilis: belum disegel, dapat berubah tanpa versi, dan tidak boleh dikutip sebagai angka resmi.',
    en: 'Figures of the warehouse on the as-of day, outside any release: not sealed, they may change without a version and must not be quoted as official.',
  },
  'export.description.rows': {
    id: 'Inti laporan yang dipseudonimkan: tanpa kunci, tanpa jam masuk, tanpa nama, tanpa teks, tanpa laporan rahasia. Karena itu jumlahnya lebih kecil daripada angka rilis.',
    en: 'The pseudonymised core of reports: no keys, no time of day, no names, no text, no confidential reports. Its totals are therefore below those of a release.',
  },
  'export.caveat.left-out': {
    id: '{n} laporan rahasia tidak ikut.',
    en: '{n} confidential reports are left out.',
  },
  'export.sheet.notes': { id: 'Catatan', en: 'Notes' },
  'export.sheet.data': { id: 'Data', en: 'Data' },
  'export.sheet.definitions': { id: 'Definisi', en: 'Definitions' },
  'export.sheet.codes': { id: 'Kode', en: 'Codes' },
  'export.column.list': { id: 'daftar', en: 'list' },
  'export.column.measure': { id: 'metrik.statistik', en: 'metric.statistic' },
  'export.column.total': {
    id: 'Kosong: angka ini untuk semuanya',
    en: 'Empty: the figure is of all of them',
  },
  'export.column.value': {
    id: 'Bagian dari 0 sampai 1, hari kerja, atau jumlah; lihat satuan',
    en: 'A share from 0 to 1, working days or a count; see the unit',
  },
  'export.column.release': { id: 'rilis', en: 'release' },
  'export.column.release-text': {
    id: 'not_sealed: bukan bagian dari rilis',
    en: 'not_sealed: part of no release',
  },
  'export.column.restriction': { id: 'pembatasan', en: 'restriction' },
  'export.column.restriction-text': {
    id: 'TERBATAS tidak boleh disebarkan',
    en: 'What is TERBATAS must not be passed on',
  },
  'export.column.synthetic': { id: 'sintetis', en: 'synthetic' },
  'export.column.synthetic-text': {
    id: 'true: sebagian atau seluruh data ini buatan',
    en: 'true: some or all of the data are made up',
  },
  'export.column.compared': { id: 'perbandingan', en: 'comparison' },

  'export.sdmx.freq': { id: 'Frekuensi', en: 'Frequency' },
  'export.sdmx.measure': { id: 'Metrik dan statistik', en: 'Metric and statistic' },
  'export.sdmx.time_period': { id: 'Periode', en: 'Time period' },
  'export.sdmx.obs_value': { id: 'Nilai', en: 'Observation value' },
  'export.sdmx.decimals': { id: 'Digit di belakang koma', en: 'Decimals' },
  'export.sdmx.unit_measure': { id: 'Satuan', en: 'Unit of measure' },
  'export.sdmx.lower': { id: 'Batas bawah 95%', en: 'Low end 95%' },
  'export.sdmx.upper': { id: 'Batas atas 95%', en: 'High end 95%' },
  'export.sdmx.obs_status': { id: 'Status nilai', en: 'Observation status' },
  'export.sdmx.conf_status': { id: 'Status kerahasiaan', en: 'Confidentiality status' },
  'export.sdmx.figure_status': { id: 'Keterangan nilai', en: 'Status of the figure' },

  'export.note.restriction': { id: 'Pembatasan', en: 'Restriction' },
  'export.note.restricted': {
    id: 'TERBATAS. Angkanya tepat dan belum dilindungi. Hanya untuk tujuan yang dicatat ketika diambil; jangan disebarkan atau diterbitkan.',
    en: 'TERBATAS (restricted). The figures are exact and unprotected. For the purpose noted when they were taken, and no other; do not pass on or publish.',
  },
  'export.note.rows': { id: 'Baris per laporan', en: 'Rows of reports' },
  'export.note.row-level': {
    id: 'Tiap baris tetap data pribadi menurut UU 27/2022: tanpa nama pun seseorang dapat dikenali dari gabungan tempat, waktu, dan ciri. Simpan di tempat yang dijaga dan hapus setelah selesai.',
    en: 'Each row is still personal data under Law 27/2022: even without a name a person may be known by place, time and traits together. Keep it guarded and delete it when done.',
  },
  'export.note.about': { id: 'Isi', en: 'Contents' },
  'export.note.caveat': { id: 'Peringatan', en: 'Caveat' },
  'export.note.more': { id: 'Perhatikan pula', en: 'Note also' },
  'export.note.period': { id: 'Periode', en: 'Period' },
  'export.note.days': { id: '{first} s.d. {last}', en: '{first} to {last}' },
  'export.note.as-of': { id: 'Tanggal acuan', en: 'As-of day' },
  'export.note.release': { id: 'Rilis', en: 'Release' },
  'export.note.not-sealed': {
    id: 'Belum disegel: bukan bagian dari rilis.',
    en: 'Not sealed: part of no release.',
  },
  'export.note.sha256': { id: 'SHA-256 manifes', en: 'SHA-256 of the manifest' },
  'export.note.publisher': { id: 'Penerbit', en: 'Publisher' },
  'export.note.licence': { id: 'Lisensi', en: 'Licence' },
  'export.note.no-licence': {
    id: 'Tidak ada: data terbatas tidak dilisensikan untuk dipakai ulang.',
    en: 'None: restricted data are not licensed for reuse.',
  },
  'export.note.empty-title': { id: 'Sel kosong', en: 'Empty cells' },
  'export.note.empty': {
    id: 'Sel kosong bukan nol. Nilai yang kosong dijelaskan kolom status; dimensi yang kosong berarti semuanya.',
    en: 'An empty cell is not zero. The column status tells why a value is empty; an empty dimension means all of it.',
  },
  'export.note.software': { id: 'Perangkat lunak', en: 'Software' },

  'export.readme.files': { id: 'Berkas', en: 'Files' },
  'export.readme.sums': {
    id: 'Periksa keutuhan berkas dengan `sha256sum -c SHA256SUMS`.',
    en: 'Check the files with `sha256sum -c SHA256SUMS`.',
  },
  'export.readme.columns': { id: 'Kolom data', en: 'Columns of the data' },
  'export.readme.column': { id: 'Kolom', en: 'Column' },
  'export.readme.type': { id: 'Jenis', en: 'Type' },
  'export.readme.meaning': { id: 'Arti', en: 'Meaning' },
  'export.readme.types': {
    id: 'Baca kode wilayah sebagai teks: `35.10` yang dibaca sebagai angka menjadi 35.1. Jenis tiap kolom ada di `datapackage.json`; Parquet sudah memuatnya. Teks yang dapat dijalankan Excel sebagai rumus diawali tanda petik tunggal dalam CSV.',
    en: 'Read codes of regions as text: `35.10` read as a number becomes 35.1. The type of each column stands in `datapackage.json`; Parquet has them in itself. Text that Excel would run as a formula begins with an apostrophe in CSV.',
  },
  'export.readme.definitions': { id: 'Definisi', en: 'Definitions' },
  'export.file.csv': { id: 'data, UTF-8', en: 'the data, UTF-8' },
  'export.file.parquet': {
    id: 'data yang sama beserta jenis kolomnya',
    en: 'the same data with the types of their columns',
  },
  'export.file.sdmx': {
    id: 'data yang sama sebagai SDMX-CSV 2.0',
    en: 'the same data as SDMX-CSV 2.0',
  },
  'export.file.codelists': {
    id: 'kode tiap dimensi dengan label Indonesia dan Inggris',
    en: 'the codes of each dimension with Indonesian and English labels',
  },
  'export.file.datapackage': {
    id: 'deskripsi menurut Data Package 2.0',
    en: 'descriptor, Data Package 2.0',
  },
  'export.file.csvw': {
    id: 'deskripsi menurut W3C CSV on the Web',
    en: 'descriptor, W3C CSV on the Web',
  },
  'export.file.dcat': {
    id: 'deskripsi untuk katalog data (mengikuti DCAT-AP 3), dapat dipanen CKAN',
    en: 'descriptor for data catalogues (after DCAT-AP 3), harvestable by CKAN',
  },
  'export.file.ms-keg': {
    id: 'metadata kegiatan, mengikuti MS-Keg Satu Data Indonesia (Peraturan BPS 5/2020)',
    en: 'metadata of the activity, after MS-Keg of Satu Data Indonesia (BPS Regulation 5/2020)',
  },
  'export.file.ms-var': {
    id: 'metadata variabel, mengikuti MS-Var',
    en: 'metadata of the variables, after MS-Var',
  },
  'export.file.ms-ind': {
    id: 'metadata indikator, mengikuti MS-Ind',
    en: 'metadata of the indicators, after MS-Ind',
  },
  'export.sheet.keg.method': {
    id: 'Kompilasi data administrasi: ekspor laporan SP4N-LAPOR!',
    en: 'Compilation of administrative data: exports of SP4N-LAPOR! reports',
  },
  'export.sheet.keg.purpose': {
    id: 'Bukti bagi kebijakan penanganan pengaduan publik, terpilah menurut siapa dan di mana',
    en: 'Evidence for policy on public complaints, disaggregated by whom and where',
  },
  'export.sheet.keg.frequency': { id: 'Triwulanan', en: 'Quarterly' },
  'export.sheet.keg.coverage': { id: 'Indonesia', en: 'Indonesia' },
  'export.sheet.keg.population': {
    id: 'Laporan yang masuk melalui SP4N-LAPOR!; pelapor bukan sampel dari seluruh warga',
    en: 'Reports made through SP4N-LAPOR!; reporters are no sample of all citizens',
  },
} as const;
