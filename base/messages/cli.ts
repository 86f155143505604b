/** The command line: help, stages, results and wrong use. */
export const cliMessages = {
  'cli.description': {
    id: 'Gudang data yang menjadikan pengaduan publik (SP4N-LAPOR!) bukti kebijakan. Tanpa perintah: keadaan sekarang dan satu langkah berikutnya.',
    en: 'The data warehouse that turns public complaints (SP4N-LAPOR!) into policy evidence. Without a command: where things stand and the one next step.',
  },
  'cli.run': {
    id: 'ambil berkas, bangun gudang, segel rilis, tulis lembar triwulanan (tanpa berkas: dari data/inbox)',
    en: 'take files, build the warehouse, seal a release, write the quarterly brief (without files: from data/inbox)',
  },
  'cli.sample': {
    id: 'buat dunia contoh SINTETIS dalam tata letak yang sebenarnya',
    en: 'make a SYNTHETIC sample world in the real layouts',
  },
  'cli.land': {
    id: 'ambil berkas ke zona pendaratan saja',
    en: 'only take files into the landing zone',
  },
  'cli.build': {
    id: 'bangun, uji, dan terbitkan gudang dari zona pendaratan',
    en: 'build, test and publish the warehouse from the landing zone',
  },
  'cli.metrics': {
    id: 'tanyakan angka: bukti metrics resolve --by province,sex --period 2026Q3 (tanpa nama: daftar metrik)',
    en: 'ask for figures: bukti metrics resolve --by province,sex --period 2026Q3 (without a name: the list)',
  },
  'cli.sql': {
    id: 'jalankan SELECT atas gudang yang terbit, hanya baca: bukti sql "select count(*) from fct_complaint"',
    en: 'run a SELECT on the published warehouse, read-only: bukti sql "select count(*) from fct_complaint"',
  },
  'cli.chart': {
    id: 'gambar satu bagan dari angka: bukti chart resolved --by province --out selesai.png',
    en: 'draw a chart of figures: bukti chart resolved --by province --out resolved.png',
  },
  'cli.query': {
    id: 'jalankan pertanyaan tersimpan: bukti query what-grew --period 2026Q3 (tanpa nama: daftarnya)',
    en: 'run a saved query: bukti query what-grew --period 2026Q3 (without a name: the list)',
  },
  'cli.release': { id: 'segel angka satu triwulan', en: "seal a quarter's figures" },
  'cli.report': {
    id: 'tulis dokumen dari rilis tersegel: bukti report ksp 2026Q3, bukti report kemenko pmk 2026Q3',
    en: 'write a document from a sealed release: bukti report ksp 2026Q3, bukti report kemenko pmk 2026Q3',
  },
  'cli.option.workspace': {
    id: 'folder kerja (bawaan: folder ini atau yang di atasnya dengan bukti.yaml)',
    en: 'workspace folder (default: this one, or the nearest above with bukti.yaml)',
  },
  'cli.option.lang': { id: 'bahasa: id atau en', en: 'language: id or en' },
  'cli.option.json': {
    id: 'hasil sebagai satu objek JSON di stdout',
    en: 'the result as one JSON object on stdout',
  },
  'cli.option.quiet': {
    id: 'tanpa kemajuan: hanya hasil dan galat',
    en: 'no progress: results and errors only',
  },
  'cli.option.version': { id: 'tampilkan versi', en: 'show the version' },
  'cli.option.help': { id: 'tampilkan bantuan', en: 'show help' },
  'cli.option.sample': {
    id: 'buat dulu contoh SINTETIS bila belum ada',
    en: 'first make the SYNTHETIC sample if it is not there',
  },
  'cli.option.rows': {
    id: 'banyaknya laporan contoh (bawaan 60000)',
    en: 'number of sample reports (default 60000)',
  },
  'cli.option.seed': { id: 'benih acak contoh', en: "the sample's random seed" },
  'cli.option.sample-format': {
    id: 'xlsx (ekspor bulanan), csv, atau parquet',
    en: 'xlsx (monthly exports), csv or parquet',
  },
  'cli.option.out': {
    id: 'folder tujuan (bawaan data/inbox)',
    en: 'target folder (default data/inbox)',
  },
  'cli.option.remove': {
    id: 'hapus contoh dan semua yang dibuat darinya',
    en: 'remove the sample and all that was made from it',
  },
  'cli.option.mapping': {
    id: 'pemetaan untuk berkas CSV (nama atau jalur)',
    en: 'mapping for a CSV file (name or path)',
  },
  'cli.option.known-at': {
    id: 'tanggal data ini diketahui (YYYY-MM-DD), bila berkas tidak menyebutnya',
    en: 'day on which this was known (YYYY-MM-DD), where the file does not say',
  },
  'cli.option.max-rejects': {
    id: 'bagian baris yang boleh ditolak, misalnya 1% (bawaan 0)',
    en: 'share of rows that may be rejected, such as 1% (default 0)',
  },
  'cli.option.period': {
    id: 'triwulan yang dilaporkan, misalnya 2026Q3 (bawaan: yang terbaru dan lengkap)',
    en: 'quarter to report, such as 2026Q3 (default: the latest complete one)',
  },
  'cli.option.periods': {
    id: 'periode, misalnya 2026Q3 atau 2026Q2,2026Q3 (bawaan: triwulan terbaru)',
    en: 'periods, such as 2026Q3 or 2026Q2,2026Q3 (default: the latest quarter)',
  },
  'cli.option.reason': {
    id: 'alasan bila angka yang sudah disegel berubah',
    en: 'the reason, where sealed figures change',
  },
  'cli.option.no-open': { id: 'jangan buka halamannya', en: 'do not open the page' },
  'cli.option.open': { id: 'buka halamannya', en: 'open the page' },
  'cli.option.force': {
    id: 'bangun lagi walau tidak ada yang berubah',
    en: 'build again although nothing changed',
  },
  'cli.option.by': {
    id: 'dimensi, misalnya province,sex (quarter, month, province, regency, sex, age_band, category, agency_type, ...)',
    en: 'dimensions, such as province,sex (quarter, month, province, regency, sex, age_band, category, agency_type, ...)',
  },
  'cli.option.where': {
    id: 'saring, misalnya province=35 atau "province=Jawa Timur"; boleh berulang',
    en: 'filter, such as province=35 or "province=Jawa Timur"; may be repeated',
  },
  'cli.option.as-of': {
    id: 'keadaan pada tanggal ini (bawaan: 15 hari kerja setelah periode)',
    en: 'state on this day (default: 15 working days after the period)',
  },
  'cli.option.known': {
    id: 'menurut yang diketahui pada tanggal ini (data yang datang sesudahnya diabaikan)',
    en: 'as it was known on this day (data that came later are ignored)',
  },
  'cli.option.at': {
    id: 'peristiwa sampai tanggal ini saja, dengan pengetahuan sekarang',
    en: 'events up to this day only, with what is known now',
  },
  'cli.option.adjust': {
    id: 'apa yang dibuat oleh bauran kategori pada perbandingan itu (category)',
    en: 'what the mix of categories makes of the comparison (category)',
  },
  'cli.option.compare': {
    id: 'bandingkan dengan previous (periode sebelumnya), year (setahun lalu), others (kelompok lain), atau yang diketahui pada sebuah TANGGAL',
    en: 'compare with previous (the period before), year (a year ago), others (the other groups) or what was known on a DATE',
  },
  'cli.option.sort': {
    id: 'urutkan menurut value, n, change, code, atau sebuah dimensi; dengan "-" di depannya dari yang terbesar',
    en: 'sort by value, n, change, code or a dimension; with "-" before it the largest first',
  },
  'cli.option.top': {
    id: 'hanya N yang pertama (bawaan: nilai terbesar); yang sama nilainya di batas ikut ditampilkan',
    en: 'only the first N (default: the largest values); ties at the cut are kept',
  },
  'cli.option.zero': { id: 'hanya kelompok yang nilainya 0', en: 'only groups whose value is 0' },
  'cli.option.min-n': {
    id: 'hanya angka dari sedikitnya N kasus',
    en: 'only figures of at least N cases',
  },
  'cli.option.no-bars': { id: 'tanpa batang di samping nilai', en: 'no bars beside the values' },
  'cli.option.explain': {
    id: 'tampilkan juga definisi, rumus, populasi, hari acuan, dan SQL-nya',
    en: 'show definition, formula, population, as-of days and the SQL too',
  },
  'cli.option.answer-format': {
    id: 'table, csv, json, parquet, arrow, xlsx, atau md (bawaan: menurut akhiran --out, kalau tidak table)',
    en: 'table, csv, json, parquet, arrow, xlsx or md (default: by the extension of --out, else table)',
  },
  'cli.option.out-file': {
    id: 'tulis ke berkas ini, bukan ke layar',
    en: 'write to this file, not to the screen',
  },
  'cli.option.sql-file': { id: 'baca SQL dari berkas ini', en: 'read the SQL from this file' },
  'cli.option.tables': {
    id: 'tampilkan tabel dan kolom yang ada',
    en: 'list the tables and columns there are',
  },
  'cli.option.chart-format': {
    id: 'svg atau png (bawaan: menurut akhiran --out, kalau tidak svg)',
    en: 'svg or png (default: by the extension of --out, else svg)',
  },
  'cli.option.layout': {
    id: 'page (lebar 800 piksel), phone (360), atau social (kartu 1200 x 630)',
    en: 'page (800 pixels wide), phone (360) or social (card, 1200 x 630)',
  },
  'cli.option.title': { id: 'judul Anda sendiri', en: 'a title of your own' },
  'cli.option.query-period': {
    id: 'satu periode, misalnya 2026Q3 (bawaan: triwulan terbaru)',
    en: 'one period, such as 2026Q3 (default: the latest quarter)',
  },
  'cli.option.query-by': {
    id: 'dimensi, untuk pertanyaan yang memintanya',
    en: 'dimensions, for a query that asks for them',
  },
  'cli.option.since': {
    id: 'revisi sejak yang diketahui pada tanggal ini (bawaan: hari pertama periode itu lengkap)',
    en: 'revisions since what was known on this day (default: the first on which the period was complete)',
  },
  'cli.option.format': {
    id: 'bentuk dokumen: html, pdf, xlsx (tabel), pptx (salindia); beberapa dengan koma (bawaan: html)',
    en: 'forms of the document: html, pdf, xlsx (tables), pptx (slides); several with commas (default: html)',
  },
  'cli.option.new-document': {
    id: 'buat kerangka dokumen sendiri dengan nama ini',
    en: 'make the frame of a document of your own with this name',
  },
  'cli.help.options-word': { id: '[opsi]', en: '[options]' },
  'cli.help.command-word': { id: '[perintah]', en: '[command]' },
  'cli.help.word.folder': { id: 'folder', en: 'folder' },
  'cli.help.word.files': { id: 'berkas', en: 'files' },
  'cli.help.word.period': { id: 'triwulan', en: 'period' },
  'cli.help.word.metrics': { id: 'metrik', en: 'metrics' },
  'cli.help.word.metric': { id: 'metrik', en: 'metric' },
  'cli.help.word.query': { id: 'sql', en: 'sql' },
  'cli.help.word.name': { id: 'nama', en: 'name' },
  'cli.help.word.document': { id: 'dokumen', en: 'document' },
  'cli.help.usage': { id: 'Pemakaian:', en: 'Usage:' },
  'cli.help.options': { id: 'Opsi:', en: 'Options:' },
  'cli.help.commands': { id: 'Perintah:', en: 'Commands:' },
  'cli.help.arguments': { id: 'Argumen:', en: 'Arguments:' },

  'cli.usage': {
    id: 'Perintah ini tidak dipahami ({word}). Lihat "bukti --help".',
    en: 'This command is not understood ({word}). See "bukti --help".',
  },
  'cli.unknown-option': {
    id: 'Opsi "{word}" tidak dikenal. {hint} Lihat "bukti --help".',
    en: 'The option "{word}" is unknown. {hint} See "bukti --help".',
  },
  'cli.unknown-command': {
    id: 'Perintah "{word}" tidak dikenal. Maksud Anda "{near}"? Lihat "bukti --help".',
    en: 'The command "{word}" is unknown. Did you mean "{near}"? See "bukti --help".',
  },
  'cli.did-you-mean': { id: 'Maksud Anda "{near}"?', en: 'Did you mean "{near}"?' },
  'cli.missing-argument': {
    id: 'Perintah ini memerlukan "{word}". Lihat "bukti --help".',
    en: 'This command needs "{word}". See "bukti --help".',
  },
  'cli.option-missing-argument': {
    id: 'Opsi "{word}" memerlukan nilai. Lihat "bukti --help".',
    en: 'The option "{word}" needs a value. See "bukti --help".',
  },
  'cli.invalid-argument': {
    id: 'Nilai untuk "{word}" tidak dapat dipakai. Lihat "bukti --help".',
    en: 'The value for "{word}" cannot be used. See "bukti --help".',
  },
  'cli.excess-arguments': {
    id: 'Argumennya terlalu banyak untuk perintah "{word}". Lihat "bukti --help".',
    en: 'There are too many arguments for the command "{word}". See "bukti --help".',
  },
  'cli.no-workspace': {
    id: 'Folder {folder} tidak ada. Buat folder itu atau sebutkan yang lain dengan --workspace.',
    en: 'The folder {folder} does not exist. Create it or name another with --workspace.',
  },
  'cli.internal': {
    id: 'Ini kesalahan di dalam Bukti ({kind} di {at}); data Anda tidak diubah sesudahnya. Laporkan kalimat ini; BUKTI_DEBUG=1 menampilkan rinciannya.',
    en: 'This is a fault inside Bukti ({kind} at {at}); nothing of yours was changed after it. Please report this sentence; BUKTI_DEBUG=1 shows the details.',
  },
  'cli.bad-period': {
    id: '"{period}" bukan periode. Tulis triwulan seperti 2026Q3.',
    en: '"{period}" is not a period. Write a quarter such as 2026Q3.',
  },
  'cli.bad-date': {
    id: '"{date}" untuk {option} bukan tanggal yang ada. Tulis seperti 2026-10-21.',
    en: '"{date}" for {option} is not a date that exists. Write it as 2026-10-21.',
  },
  'cli.bad-where': {
    id: '"{text}" bukan saringan. Tulis dimensi=kode, misalnya province=35.',
    en: '"{text}" is not a filter. Write dimension=code, such as province=35.',
  },
  'cli.report-arguments': {
    id: 'Tulis dokumen dan triwulannya: bukti report ksp 2026Q3; tinjauan juga dengan nama: bukti report kemenko pmk 2026Q3.',
    en: 'Write the document and its quarter: bukti report ksp 2026Q3; a review also with a name: bukti report kemenko pmk 2026Q3.',
  },
  'cli.nothing-to-run': {
    id: 'Belum ada yang dapat dikerjakan: {inbox} kosong dan belum ada data yang diambil. Taruh berkas ekspor di sana atau sebutkan berkasnya, lalu jalankan "bukti run" lagi; atau coba "bukti run --sample".',
    en: 'There is nothing to do yet: {inbox} is empty and nothing has been taken. Put an export there or name the file, then run "bukti run" again; or try "bukti run --sample".',
  },
  'cli.no-file': {
    id: 'Berkas {file} tidak ada. Periksa nama dan foldernya.',
    en: 'The file {file} does not exist. Check its name and folder.',
  },

  'cli.stage.sample': { id: 'Membuat contoh SINTETIS', en: 'Making the SYNTHETIC sample' },
  'cli.stage.sample-done': {
    id: 'Contoh SINTETIS: {rows} laporan dalam {files} berkas di {folder}',
    en: 'SYNTHETIC sample: {rows} reports in {files} files in {folder}',
  },
  'cli.stage.land': { id: 'Mengambil {file}', en: 'Taking {file}' },
  'cli.stage.land-done': {
    id: 'Diambil: {landed} baris dari {files} berkas baru ({read} dibaca, {rejected} ditolak, {duplicate} kembar); {known} berkas sudah pernah diambil',
    en: 'Taken: {landed} rows from {files} new files ({read} read, {rejected} rejected, {duplicate} duplicate); {known} files were taken before',
  },
  'cli.known-at-ignored': {
    id: '{file} sudah pernah diambil sebagai keadaan per {date}; --known-at tidak mengubahnya.',
    en: '{file} was taken before, as known on {date}; --known-at does not change that.',
  },
  'cli.known-at-guessed': {
    id: '{file} tidak menyebut tanggal unduhnya; dianggap {date}, tanggal terakhir di dalamnya. Bila keliru, hapus data itu dan ulangi dengan --known-at.',
    en: '{file} does not say when it was drawn; taken as {date}, the latest day in it. If that is wrong, remove that batch and run again with --known-at.',
  },
  'cli.unresolved': {
    id: 'Belum dikenal: {dimension}, {names} nama pada {rows} baris ({examples}); dihitung sebagai tidak diketahui (alasan: sebagai lainnya). Tambahkan pada models/seeds.',
    en: 'Not known: {dimension}, {names} names in {rows} rows ({examples}); counted as unknown (reasons: as other). Add them to models/seeds.',
  },
  'cli.unresolved.rare': { id: 'jarang, tidak ditampilkan', en: 'rare, not shown' },
  'cli.nothing-to-build': {
    id: 'Belum ada yang dapat dibangun: belum ada data yang diambil. Jalankan "bukti run BERKAS" atau "bukti run --sample".',
    en: 'There is nothing to build yet: nothing has been taken. Run "bukti run FILE" or "bukti run --sample".',
  },
  'cli.keys-created': {
    id: 'Kunci data ini ada di {file}, hanya dapat dibaca Anda. Simpan salinannya di tempat aman: tanpa kunci ini data lama tidak dapat disambung.',
    en: 'The key of these data is in {file}, readable by you alone. Keep a copy in a safe place: without it old data cannot be joined.',
  },
  'cli.stage.build': { id: 'Membangun gudang', en: 'Building the warehouse' },
  'cli.stage.build-model': {
    id: 'Membangun gudang: {model} ({index} dari {total})',
    en: 'Building the warehouse: {model} ({index} of {total})',
  },
  'cli.stage.build-done': {
    id: 'Gudang: {reports} laporan, {tables} tabel, {tests} uji data lulus',
    en: 'Warehouse: {reports} reports, {tables} tables, {tests} data tests passed',
  },
  'cli.stage.build-same': {
    id: 'Gudang: tidak ada yang berubah',
    en: 'Warehouse: nothing changed',
  },
  'cli.stage.build-test': {
    id: 'Menguji data: {model} ({index} dari {total})',
    en: 'Testing the data: {model} ({index} of {total})',
  },
  'cli.test-warning': {
    id: 'Peringatan: uji {test} pada {place} menemukan {rows} baris.',
    en: 'Warning: the test {test} of {place} found {rows} rows.',
  },
  'cli.stage.release': { id: 'Menyegel {period}', en: 'Sealing {period}' },
  'cli.stage.release-sealed': {
    id: 'Rilis {period} v{version:plain}: {figures} angka per {asOf}',
    en: 'Release {period} v{version:plain}: {figures} figures as of {asOf}',
  },
  'cli.stage.release-unchanged': {
    id: 'Rilis {period} v{version:plain}: angkanya sama, tidak disegel ulang',
    en: 'Release {period} v{version:plain}: the same figures, not sealed again',
  },
  'cli.stage.report': { id: 'Menulis lembar {period}', en: 'Writing the brief {period}' },
  'cli.stage.report-done': { id: 'Lembar selesai', en: 'The brief is ready' },
  'cli.page': { id: '{file}', en: '{file}' },
  'cli.sample.removed': {
    id: 'Contoh SINTETIS dihapus: {batches} kumpulan data, {releases} rilis, {files} berkas.',
    en: 'The SYNTHETIC sample was removed: {batches} batches, {releases} releases, {files} files.',
  },
  'cli.sample.none': {
    id: 'Tidak ada contoh SINTETIS di sini.',
    en: 'There is no SYNTHETIC sample here.',
  },

  'cli.status.title': { id: 'Bukti di {folder}', en: 'Bukti in {folder}' },
  'cli.status.synthetic': {
    id: 'Isinya SINTETIS: data contoh, bukan laporan warga.',
    en: 'The content is SYNTHETIC: sample data, no reports of citizens.',
  },
  'cli.status.inbox': {
    id: 'Kotak masuk     {waiting} berkas menunggu di {inbox}',
    en: 'Inbox       {waiting} files waiting in {inbox}',
  },
  'cli.status.landing-none': { id: 'Data            belum ada', en: 'Data        none yet' },
  'cli.status.landing': {
    id: 'Data            {batches} kumpulan data, {rows} baris, diketahui sampai {date}',
    en: 'Data        {batches} batches, {rows} rows, known up to {date}',
  },
  'cli.status.warehouse-none': {
    id: 'Gudang          belum dibangun',
    en: 'Warehouse   not built yet',
  },
  'cli.status.warehouse-old': {
    id: 'Gudang          tertinggal dari data',
    en: 'Warehouse   behind the data',
  },
  'cli.status.warehouse': {
    id: 'Gudang          sesuai dengan data',
    en: 'Warehouse   up to date with the data',
  },
  'cli.status.release-none': { id: 'Rilis           belum ada', en: 'Release     none yet' },
  'cli.status.release': {
    id: 'Rilis           {period} v{version:plain}, per {date}',
    en: 'Release     {period} v{version:plain}, as of {date}',
  },
  'cli.status.page': { id: 'Lembar          {file}', en: 'Brief       {file}' },
  'cli.status.next': { id: 'Berikutnya:     {command}', en: 'Next:       {command}' },

  'cli.metrics.title': { id: 'Metrik', en: 'Metrics' },
  'cli.metrics.dimensions': { id: 'Dimensi: {names}', en: 'Dimensions: {names}' },
  'cli.metrics.example': {
    id: 'Contoh: bukti metrics respond_citizen --by province,sex --period 2026Q3',
    en: 'Example: bukti metrics respond_citizen --by province,sex --period 2026Q3',
  },
  'cli.metrics.as-of': {
    id: '{period}, keadaan per {date}; selang kepercayaan 95 %',
    en: '{period}, state as of {date}; 95% confidence interval',
  },
  'cli.metrics.synthetic': { id: 'SINTETIS: data contoh.', en: 'SYNTHETIC: sample data.' },
  'cli.metrics.provisional': { id: 'angka sementara', en: 'provisional' },
  'cli.metrics.not_reached': { id: 'belum tercapai', en: 'not reached' },
  'cli.metrics.not_available': { id: 'tidak tersedia', en: 'not available' },
  'cli.metrics.below_minimum': { id: 'terlalu sedikit kasus', en: 'too few cases' },
  'cli.metrics.bounds': { id: 'batas bawah dan atas', en: 'lower and upper bound' },
  'cli.metrics.low_coverage': {
    id: 'cakupan kurang dari 80 %',
    en: 'coverage below 80%',
  },
  'cli.metrics.column.metric': { id: 'metrik', en: 'metric' },
  'cli.metrics.column.value': { id: 'nilai', en: 'value' },
  'cli.metrics.column.interval': { id: 'selang', en: 'interval' },
  'cli.metrics.column.n': { id: 'n', en: 'n' },
  'cli.metrics.column.note': { id: 'catatan', en: 'note' },
} as const;
