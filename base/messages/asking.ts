/** Asking for figures: how answers are ordered, shown and written; SQL, charts, saved queries. */
export const askingMessages = {
  'asking.unknown-format': {
    id: 'Bentuk "{format}" tidak dikenal. Maksud Anda "{near}"? Pilih salah satu: {known}.',
    en: 'The format "{format}" is unknown. Did you mean "{near}"? Choose one of: {known}.',
  },
  'asking.unknown-extension': {
    id: 'Akhiran nama berkas {file} tidak menyebut bentuknya. Tulis juga --format; pilih salah satu: {known}.',
    en: 'The extension of {file} does not tell its format. Write --format too; choose one of: {known}.',
  },
  'asking.needs-out': {
    id: 'Bentuk {format} bukan teks, jadi tidak dapat ditampilkan di terminal. Sebutkan berkasnya dengan --out, misalnya --out angka.{format}.',
    en: 'The format {format} is no text, so a terminal cannot show it. Name a file with --out, such as --out figures.{format}.',
  },
  'asking.no-folder': {
    id: 'Folder {folder} tidak ada, jadi tidak ada yang ditulis. Buat folder itu atau sebutkan yang lain dengan --out.',
    en: 'The folder {folder} does not exist, so nothing was written. Create it or name another with --out.',
  },
  'asking.file-in-use': {
    id: 'Berkas {file} tidak dapat diganti: mungkin sedang terbuka di Excel atau hanya boleh dibaca. Isinya tidak berubah. Tutup berkas itu atau sebutkan nama lain dengan --out, lalu jalankan lagi.',
    en: 'The file {file} cannot be replaced: it may be open in Excel, or read-only. Its content is as it was. Close it or name another with --out and run again.',
  },
  'asking.cannot-write': {
    id: 'Berkas {file} tidak dapat ditulis ({why}). Sebutkan berkas di folder lain dengan --out, lalu jalankan lagi.',
    en: 'The file {file} cannot be written ({why}). Name a file in another folder with --out and run again.',
  },
  'asking.too-many-rows': {
    id: 'Jawabannya lebih dari {most} baris, lebih banyak daripada yang dimuat satu lembar Excel. Tulis sebagai csv atau parquet, atau saring dahulu.',
    en: 'The answer has more than {most} rows, more than a sheet of Excel holds. Write it as csv or parquet, or filter it first.',
  },
  'asking.written': { id: 'Ditulis: {file}', en: 'Written: {file}' },

  'asking.unknown-sort': {
    id: 'Jawaban tidak dapat diurutkan menurut "{name}". Maksud Anda "{near}"? Pilih salah satu: {known}; dengan "-" di depannya, yang terbesar lebih dahulu.',
    en: 'The answer cannot be sorted by "{name}". Did you mean "{near}"? Choose one of: {known}; with "-" before it the largest come first.',
  },
  'asking.left-out.top': {
    id: '{n} angka berikutnya dalam urutan ini tidak ditampilkan (--top).',
    en: '{n} further figures of this order are not shown (--top).',
  },
  'asking.left-out.not-ranked': {
    id: '{n} angka tidak diperingkat: tidak diketahui, tidak tersedia, atau terlalu sedikit kasus.',
    en: '{n} figures are not ranked: unknown, not available, or too few cases.',
  },
  'asking.left-out.min-n': {
    id: '{n} angka dari kurang dari {minimum} kasus tidak ditampilkan (--min-n).',
    en: '{n} figures of fewer than {minimum} cases are not shown (--min-n).',
  },
  'asking.left-out.not-zero': {
    id: '{n} angka yang bukan nol tidak ditampilkan (--zero).',
    en: '{n} figures other than zero are not shown (--zero).',
  },
  'asking.left-out.same': {
    id: '{n} angka tidak berubah.',
    en: '{n} figures have not changed.',
  },
  'asking.nothing-left': {
    id: 'Tidak ada angka yang memenuhi permintaan ini.',
    en: 'No figure meets this request.',
  },

  'asking.clear': { id: 'jelas', en: 'clear' },
  'asking.not-clear': { id: 'tidak jelas', en: 'not clear' },
  'asking.points': { id: '{points} poin', en: '{points} points' },
  'asking.column.base': { id: 'pembanding', en: 'compared' },
  'asking.column.change': { id: 'selisih', en: 'difference' },
  'asking.column.change-interval': { id: 'selang selisih', en: 'its interval' },
  'asking.withheld.by_definition': {
    id: 'tidak dibandingkan: berbeda menurut definisinya',
    en: 'not compared: different by definition',
  },
  'asking.withheld.not_there': {
    id: 'tidak dibandingkan: belum ada, atau lain, di salah satu periode',
    en: 'not compared: not there, or another, in one of the periods',
  },
  'asking.withheld.period': {
    id: 'tidak dibandingkan: periode belum selesai, sebelum ada data, atau datanya belum masuk semua',
    en: 'not compared: a period is not over, lies before the data, or its data have not all landed',
  },
  'asking.withheld.age': {
    id: 'tidak dibandingkan: dilihat pada umur yang berbeda',
    en: 'not compared: seen at different ages',
  },
  'asking.withheld.limit': {
    id: 'tidak dibandingkan: batas waktunya lain di kedua periode',
    en: 'not compared: the limit is another in the two periods',
  },
  'asking.withheld.truncated': {
    id: 'tidak dibandingkan: jumlah laporan yang menunggu belum lengkap saat data baru mulai',
    en: 'not compared: the backlog is not whole so soon after the data begin',
  },
  'asking.withheld.follow_up': {
    id: 'tidak dibandingkan: laporan yang masih ditunda belum dapat dinilai',
    en: 'not compared: reports still postponed cannot be judged yet',
  },
  'asking.caveat.truncated': {
    id: 'laporan dari sebelum data mulai belum termasuk',
    en: 'reports from before the data begin are not in it',
  },
  'asking.withheld.sex_coverage': {
    id: 'tidak dibandingkan: bagian tanpa jenis kelamin berubah lebih dari 5 poin',
    en: 'not compared: the share without a known sex moved by over 5 points',
  },
  'asking.withheld.few': {
    id: 'tidak dibandingkan: terlalu sedikit',
    en: 'not compared: too few',
  },
  'asking.column.adjusted': { id: 'dengan bauran kategori', en: 'with the mix of categories' },
  'asking.adjusted.parts': {
    id: 'bauran {mix}, kinerja {performance}',
    en: 'mix {mix}, performance {performance}',
  },
  'asking.adjusted.gap': {
    id: 'Dengan bauran kategori: selisih yang tersisa bila kedua pihak punya bauran kategori tahun penuh sebelumnya. "..." berarti bauran itu tidak cukup terwakili.',
    en: 'With the mix of categories: the gap that is left if both sides had the category mix of the last full year. "..." means that too little of that mix is covered.',
  },
  'asking.adjusted.change': {
    id: 'Dengan bauran kategori: bagian perubahan yang berasal dari bauran kategori, dan dari kinerja di dalam kategori. Jumlah keduanya sama dengan selisih.',
    en: 'With the mix of categories: the part of the change that comes of the mix of categories, and of performance within them. They add up to the difference.',
  },
  'asking.bad-adjust': {
    id: '"{text}" untuk --adjust tidak dipahami. Yang tersedia hanya category.',
    en: '"{text}" for --adjust is not understood. The only choice is category.',
  },
  'asking.adjust-needs-compare': {
    id: '--adjust menjelaskan sebuah perbandingan. Tulis juga --compare previous, year, atau others.',
    en: '--adjust explains a comparison. Write --compare previous, year or others too.',
  },
  'asking.column.clear': { id: 'kejelasan', en: 'clarity' },
  'asking.compared.previous': {
    id: 'Pembanding: periode sebelumnya, diamati sama lamanya; × adalah nisbah per hari. Selisih disebut jelas bila tetap berarti setelah memperhitungkan banyaknya uji.',
    en: 'Compared with the period before, followed equally long; × is the ratio per day. A difference is called clear where it stands after allowing for the number of tests.',
  },
  'asking.compared.year': {
    id: 'Pembanding: periode yang sama setahun sebelumnya, diamati sama lamanya; × adalah nisbah per hari. Selisih disebut jelas bila tetap berarti setelah memperhitungkan banyaknya uji.',
    en: 'Compared with the same period a year before, followed equally long; × is the ratio per day. A difference is called clear where it stands after allowing for the number of tests.',
  },
  'asking.compared.others': {
    id: 'Pembanding: semua kelompok lain bersama-sama. Selisih disebut jelas bila tetap berarti setelah memperhitungkan banyaknya uji.',
    en: 'Compared with all other groups together. A difference is called clear where it stands after allowing for the number of tests.',
  },
  'asking.compared.known': {
    id: 'Pembanding: angka yang sama menurut yang diketahui per {date}.',
    en: 'Compared with the same figure as it was known on {date}.',
  },
  'asking.known': {
    id: 'Menurut yang diketahui per {date}.',
    en: 'As it was known on {date}.',
  },
  'asking.at-and-as-of': {
    id: '--at dan --as-of menyebut hari yang sama maksudnya. Pakai salah satu.',
    en: '--at and --as-of both name the day that is looked at. Use one of them.',
  },
  'asking.bad-compare': {
    id: '"{text}" untuk --compare tidak dipahami. Tulis previous, year, others, atau tanggal seperti 2026-10-01.',
    en: '"{text}" for --compare is not understood. Write previous, year, others or a day such as 2026-10-01.',
  },

  'asking.explain.definition': { id: 'definisi', en: 'definition' },
  'asking.explain.population': { id: 'populasi', en: 'population' },
  'asking.explain.clock': { id: 'waktu', en: 'clock' },
  'asking.explain.formula': { id: 'rumus', en: 'formula' },
  'asking.explain.caveat': { id: 'perhatian', en: 'caveat' },
  'asking.explain.source': { id: 'sumber', en: 'source' },
  'asking.explain.minimum': {
    id: 'Sedikitnya {n} kasus.',
    en: 'At least {n} cases.',
  },
  'asking.explain.cohorts': {
    id: 'Kohor dan hari acuannya:',
    en: 'Cohorts and their as-of days:',
  },
  'asking.explain.cohort': {
    id: '{period}, keadaan per {date}',
    en: '{period}, state as of {date}',
  },
  'asking.explain.sql': {
    id: 'SQL yang dijalankan (dapat ditempel ke "bukti sql", yang tidak memuat laporan rahasia):',
    en: 'The SQL that ran (it can be pasted into "bukti sql", which leaves out secret reports):',
  },
  'asking.explain.filter': { id: 'hanya', en: 'only' },
  'asking.explain.from-to': { id: 'dari {from} sampai {to}', en: 'from {from} to {to}' },
  'asking.explain.limit': { id: 'batas {limit}', en: 'limit {limit}' },
  'asking.population.reports': {
    id: 'laporan yang masuk dalam periode',
    en: 'reports submitted in the period',
  },
  'asking.population.forwardings': {
    id: 'penerusan ke instansi dalam periode',
    en: 'forwardings to an agency in the period',
  },
  'asking.population.resolutions': {
    id: 'laporan yang pertama kali selesai dalam periode',
    en: 'reports first resolved in the period',
  },
  'asking.population.pending': {
    id: 'laporan yang belum berakhir pada akhir periode, kapan pun masuknya',
    en: 'reports pending at the end of the period, whenever they came in',
  },
  'asking.population.bodies': {
    id: 'badan publik yang ada dalam periode',
    en: 'public bodies in office in the period',
  },

  'asking.sql.missing': {
    id: 'Perintah ini memerlukan sebuah SELECT: sebagai argumen, dari --file, atau lewat pipa. "bukti sql --tables" menampilkan tabel yang ada.',
    en: 'This command needs a SELECT: as its argument, from --file or through a pipe. "bukti sql --tables" lists the tables there are.',
  },
  'asking.sql.empty': {
    id: 'SQL itu kosong. Tulis sebuah SELECT; "bukti sql --tables" menampilkan tabel yang ada.',
    en: 'That SQL is empty. Write a SELECT; "bukti sql --tables" lists the tables there are.',
  },
  'asking.sql.syntax': {
    id: 'SQL tidak dapat dibaca pada baris {line:plain}, kolom {column:plain}, dekat "{near}". Perbaiki di situ, lalu jalankan lagi.',
    en: 'The SQL cannot be read at line {line:plain}, column {column:plain}, near "{near}". Correct it there and run again.',
  },
  'asking.sql.not-select': {
    id: 'Hanya SELECT yang dijalankan di sini; tidak ada yang dapat ditulis, dilampirkan, atau diatur. Tulis sebuah SELECT (PIVOT tidak didukung); untuk menyimpan hasilnya pakai --out.',
    en: 'Only a SELECT is run here; nothing can be written, attached or set. Write a SELECT (PIVOT is not supported); to keep its result use --out.',
  },
  'asking.sql.several': {
    id: 'Itu lebih dari satu perintah SQL. Jalankan satu SELECT setiap kali.',
    en: 'That is more than one statement. Run one SELECT at a time.',
  },
  'asking.sql.qualified': {
    id: 'Baris {line:plain}, kolom {column:plain}: "{name}" menyebut basis data atau skema. Tulis nama tabelnya saja, misalnya fct_complaint.',
    en: 'Line {line:plain}, column {column:plain}: "{name}" names a database or a schema. Write the name of the table alone, such as fct_complaint.',
  },
  'asking.sql.unknown-table': {
    id: 'Baris {line:plain}, kolom {column:plain}: tabel "{name}" tidak ada. Maksud Anda "{near}"? "bukti sql --tables" menampilkan semuanya.',
    en: 'Line {line:plain}, column {column:plain}: there is no table "{name}". Did you mean "{near}"? "bukti sql --tables" lists them all.',
  },
  'asking.sql.unknown-column': {
    id: 'Baris {line:plain}, kolom {column:plain}: kolom "{name}" tidak ada pada tabel yang dibaca. Maksud Anda "{near}"? "bukti sql --tables" menampilkan semua kolom.',
    en: 'Line {line:plain}, column {column:plain}: there is no column "{name}" in what is read. Did you mean "{near}"? "bukti sql --tables" lists all columns.',
  },
  'asking.sql.function': {
    id: 'Baris {line:plain}, kolom {column:plain}: fungsi "{name}" tidak tersedia di sini, karena membaca sesuatu di luar tabel. Hapus, lalu jalankan lagi.',
    en: 'Line {line:plain}, column {column:plain}: the function "{name}" is not available here, since it reads something other than the tables. Leave it out and run again.',
  },
  'asking.sql.part': {
    id: 'Baris {line:plain}, kolom {column:plain}: "{name}" tidak didukung di sini. Tulis dengan SELECT, FROM, JOIN, WITH, dan WHERE biasa.',
    en: 'Line {line:plain}, column {column:plain}: "{name}" is not supported here. Write it with plain SELECT, FROM, JOIN, WITH and WHERE.',
  },
  'asking.sql.failed': {
    id: 'SQL tidak dapat dijalankan (baris {line:plain}): {why}. Perbaiki, lalu jalankan lagi.',
    en: 'The SQL cannot be run (line {line:plain}): {why}. Correct it and run again.',
  },
  'asking.sql.left-out': {
    id: '{n} laporan rahasia tidak ikut dihitung, karena tidak pernah ditampilkan baris demi baris; jumlahnya berbeda dari "bukti metrics".',
    en: '{n} secret reports are left out, since they never appear row by row; totals differ from "bukti metrics".',
  },
  'asking.sql.first-rows': {
    id: 'Hanya {n} baris pertama yang ditampilkan; --out menulis semuanya.',
    en: 'Only the first {n} rows are shown; --out writes them all.',
  },
  'asking.sql.no-rows': { id: 'Tidak ada baris.', en: 'No rows.' },
  'asking.sql.key': {
    id: 'nomor untuk menggabungkan tabel; diundi lagi setiap kali dijalankan',
    en: 'number to join the tables by; drawn anew at each run',
  },

  'asking.unit.reports': { id: 'banyaknya', en: 'number' },
  'asking.unit.forwardings': { id: 'banyaknya penerusan', en: 'number of forwardings' },
  'asking.unit.bodies': { id: 'banyaknya instansi', en: 'number of bodies' },
  'asking.unit.share': { id: 'persen', en: 'per cent' },
  'asking.unit.working_days': { id: 'hari kerja', en: 'working days' },
  'asking.unit.per_100k': { id: 'per 100.000 penduduk', en: 'per 100,000 residents' },
  'asking.unit.score': { id: 'nilai 1 sampai 5', en: 'score from 1 to 5' },
  'asking.chart.from-to': { id: '{from} sampai {to}', en: '{from} to {to}' },
  'asking.chart.as-of': { id: 'keadaan per {date}', en: 'state as of {date}' },
  'asking.chart.title-range': {
    id: '{measure}: dari {low} ({lowest}) sampai {high} ({highest})',
    en: '{measure}: from {low} ({lowest}) to {high} ({highest})',
  },
  'asking.chart.title-up-to': {
    id: '{measure}: sampai {high} ({highest})',
    en: '{measure}: up to {high} ({highest})',
  },
  'asking.chart.title-trend': {
    id: '{measure}: {first} pada {from}, {last} pada {to}',
    en: '{measure}: {first} in {from}, {last} in {to}',
  },
  'asking.chart.title-curve': {
    id: '{metric}: {value} dalam {day} hari kerja',
    en: '{metric}: {value} within {day} working days',
  },
  'asking.chart.title-curve-of': {
    id: '{metric}: {value} dalam {day} hari kerja ({group})',
    en: '{metric}: {value} within {day} working days ({group})',
  },
  'asking.chart.title-states': {
    id: '{state}: {value} laporan yang sah',
    en: '{state}: {value} of the valid reports',
  },
  'asking.chart.note-interval': {
    id: 'Pita pucat: selang kepercayaan 95 %.',
    en: 'Pale band: 95% confidence interval.',
  },
  'asking.chart.note-provisional': {
    id: 'Sebagian angka masih sementara.',
    en: 'Some figures are provisional.',
  },
  'asking.chart.note-hollow': {
    id: 'Berongga atau putus-putus: angka sementara.',
    en: 'Hollow or dashed: provisional.',
  },
  'asking.chart.note-missing': {
    id: 'Tanpa angka atau "...": terlalu sedikit kasus atau tidak tersedia.',
    en: 'Without a figure or "...": too few cases or not available.',
  },
  'asking.chart.note-rows': {
    id: '{n} kelompok lagi tidak digambar.',
    en: '{n} further groups are not drawn.',
  },
  'asking.chart.note-cells': {
    id: '{n} baris atau kolom lagi tidak digambar.',
    en: '{n} further rows or columns are not drawn.',
  },
  'asking.chart.no-value': { id: 'Putus-putus: tanpa angka', en: 'Dashed: no figure' },
  'asking.chart.source': {
    id: 'Sumber: {sources}; diolah dengan Bukti.',
    en: 'Source: {sources}; processed with Bukti.',
  },
  'asking.chart.source-card': { id: 'Sumber: {sources}, Bukti', en: 'Source: {sources}, Bukti' },
  'asking.chart.empty': {
    id: 'Tidak ada angka untuk digambar. Pilih periode, metrik, atau saringan lain.',
    en: 'There is no figure to draw. Choose another period, metric or filter.',
  },
  'asking.chart.dimensions': {
    id: 'Satu bagan memuat paling banyak dua dimensi, bukan {n}. Hapus salah satu dari --by, atau saring dengan --where.',
    en: 'A chart takes at most two dimensions, not {n}. Leave one out of --by, or filter with --where.',
  },
  'asking.chart.states-by': {
    id: 'Bagan states menggambar satu keseluruhan, tanpa --by. Saring dengan --where, atau gambar satu keadaan, misalnya resolved --by province.',
    en: 'The chart of states draws one whole, without --by. Filter with --where, or draw one state, such as resolved --by province.',
  },
  'asking.chart.layout': {
    id: 'Tata letak "{text}" tidak dikenal. Pilih page, phone, atau social.',
    en: 'The layout "{text}" is unknown. Choose page, phone or social.',
  },

  'asking.query.list': { id: 'Pertanyaan tersimpan', en: 'Saved queries' },
  'asking.query.example': {
    id: 'Contoh: bukti query what-grew --period 2026Q3',
    en: 'Example: bukti query what-grew --period 2026Q3',
  },
  'asking.query.unknown': {
    id: 'Pertanyaan tersimpan "{name}" tidak ada. Maksud Anda: {near}? "bukti query" menampilkan semuanya.',
    en: 'There is no saved query "{name}". Did you mean: {near}? "bukti query" lists them all.',
  },
  'asking.query.syntax': {
    id: '{file}, baris {line:plain}: isinya bukan YAML yang benar. Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: this is not valid YAML. Correct that line and run again.',
  },
  'asking.query.value': {
    id: '{file}, baris {line:plain}: "{key}" tidak dapat dipakai ({why}). Perbaiki, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: "{key}" cannot be used ({why}). Correct it and run again.',
  },
  'asking.query.name': {
    id: '{file}, baris {line:plain}: namanya "{name}", padahal nama berkasnya {expected}. Samakan keduanya.',
    en: '{file}, line {line:plain}: its name is "{name}", that of the file {expected}. Make them the same.',
  },
  'asking.query.needs-by': {
    id: 'Pertanyaan {name} memerlukan --by: dimensi yang Anda pilih sendiri, misalnya --by province,sex.',
    en: 'The query {name} needs --by: the dimensions you choose, such as --by province,sex.',
  },
} as const;
