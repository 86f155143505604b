/** Two sealed releases held against each other. */
export const compareMessages = {
  'release.compare.command': {
    id: 'bandingkan dua rilis: setiap angka yang berubah, sebelum, sesudah, dan sebabnya',
    en: 'compare two releases: every figure that moved, before, after, and why',
  },
  'release.compare.option.recipient': {
    id: 'tabel penerima ini: ksp (bawaan), kemenko_pmk, ...',
    en: 'tables of this recipient: ksp (default), kemenko_pmk, ...',
  },
  'release.compare.option.all': {
    id: 'di layar semua angka, bukan hanya yang paling berubah',
    en: 'all figures on the screen, not just those that moved most',
  },
  'release.compare.unknown': {
    id: '"{text}" bukan rilis dan bukan folder rilis. Tulis 2026Q3/v1, 2026Q3 untuk versi terbarunya, atau folder yang memuat manifest.json.',
    en: '"{text}" is no release and no folder of one. Write 2026Q3/v1, 2026Q3 for its newest version, or a folder that holds manifest.json.',
  },
  'release.compare.recipients': {
    id: 'Yang satu dibuat untuk {a}, yang lain untuk {b}, maka angkanya bukan tentang hal yang sama. Sebutkan dua folder dari penerima yang sama.',
    en: 'One was made for {a}, the other for {b}, so their figures are not of the same. Name two folders of one recipient.',
  },
  'release.compare.stage': {
    id: 'Membandingkan {a} dengan {b}',
    en: 'Comparing {a} with {b}',
  },
  'release.compare.title': { id: '{a} → {b}', en: '{a} → {b}' },
  'release.compare.as-of': {
    id: 'Hari acuan: {a} → {b}',
    en: 'As-of day: {a} → {b}',
  },
  'release.compare.reason': { id: 'Alasan {b}: {reason}', en: 'Reason of {b}: {reason}' },
  'release.compare.batches': {
    id: 'Berkas data: {added} baru, {removed} tidak dipakai lagi.',
    en: 'Data files: {added} new, {removed} no longer used.',
  },
  'release.compare.records': {
    id: 'Laporan sampai hari acuan yang lebih awal: {late} masuk kemudian, {changed} berubah, {deleted} tidak ada lagi.',
    en: 'Reports up to the earlier as-of day: {late} came later, {changed} changed, {deleted} are gone.',
  },
  'release.compare.no-records': {
    id: 'Laporan mana yang berubah tidak dapat dikatakan: untuk itu folder vault dari kedua rilis harus ada.',
    en: 'Which reports changed cannot be said: that takes the vault folder of both releases.',
  },
  'release.compare.no-basis': {
    id: 'Salah satu rilis disegel sebelum definisi, batas waktu, pemetaan, dan kalender dicatat, maka perubahan aturan tidak dapat dikatakan.',
    en: 'One of the releases was sealed before definitions, limits, mappings and calendar were noted, so changes of rules cannot be said.',
  },
  'release.compare.rules-same': {
    id: 'Definisi, batas waktu, pemetaan, dan kalender: sama.',
    en: 'Definitions, limits, mappings and calendar: the same.',
  },
  'release.compare.rule': {
    id: '{kind} berubah: {name}, versi {from} menjadi {to}',
    en: '{kind} changed: {name}, version {from} to {to}',
  },
  'release.compare.rule-values': {
    id: '{kind} berubah: {name}, {before} menjadi {after} hari kerja (versi {from} menjadi {to})',
    en: '{kind} changed: {name}, {before} to {after} working days (version {from} to {to})',
  },
  'release.compare.kind.definitions': { id: 'Definisi', en: 'Definition' },
  'release.compare.kind.limits': { id: 'Batas waktu', en: 'Limit' },
  'release.compare.kind.mappings': { id: 'Pemetaan', en: 'Mapping' },
  'release.compare.kind.calendar': { id: 'Kalender hari kerja', en: 'Working-day calendar' },
  'release.compare.software': {
    id: 'Program yang menghitung juga berubah.',
    en: 'The program that computes changed too.',
  },
  'release.compare.figures': {
    id: 'Angka: {moved} nilainya berubah, {otherwise} hanya banyaknya, selangnya, atau statusnya, {added} baru, {removed} hilang, {same} sama.',
    en: 'Figures: {moved} have another value, {otherwise} only another count, interval or status, {added} are new, {removed} are gone, {same} are the same.',
  },
  'release.compare.only': {
    id: 'Hanya di {a}: {before} angka, hanya di {b}: {now}. Itu triwulan dan kelompok yang tidak dimuat keduanya, bukan perubahan.',
    en: 'Only in {a}: {before} figures, only in {b}: {now}. These are quarters and groups that not both hold, and no change.',
  },
  'release.compare.now-clear': {
    id: 'Perbedaan yang kini jelas: {n} ({ids}).',
    en: 'Differences that are clear by now: {n} ({ids}).',
  },
  'release.compare.no-longer-clear': {
    id: 'Perbedaan yang tidak lagi jelas: {n} ({ids}).',
    en: 'Differences that are no longer clear: {n} ({ids}).',
  },
  'release.compare.turned': {
    id: 'Perbedaan jelas yang berbalik arah: {n} ({ids}).',
    en: 'Clear differences that turned round: {n} ({ids}).',
  },
  'release.compare.first': {
    id: 'Di atas {shown} yang paling berubah dari {n}. Semuanya: --all, atau --format csv --out BERKAS.',
    en: 'Above are the {shown} of {n} that moved most. All of them: --all, or --format csv --out FILE.',
  },
  'release.compare.same': { id: 'Tidak satu angka pun berbeda.', en: 'No figure differs.' },
  'release.compare.column.figure': { id: 'angka', en: 'figure' },
  'release.compare.column.before': { id: 'sebelum', en: 'before' },
  'release.compare.column.now': { id: 'sesudah', en: 'after' },
  'release.compare.column.difference': { id: 'selisih', en: 'difference' },
  'release.compare.column.n': { id: 'n', en: 'n' },
  'release.compare.column.why': { id: 'sebab', en: 'why' },
  'release.compare.added': { id: 'baru', en: 'new' },
  'release.compare.removed': { id: 'hilang', en: 'gone' },
  'release.cause.late': { id: 'laporan terlambat: {n}', en: 'late reports: {n}' },
  'release.cause.changed': { id: 'laporan berubah: {n}', en: 'changed reports: {n}' },
  'release.cause.deleted': { id: 'laporan hilang: {n}', en: 'reports gone: {n}' },
  'release.cause.as_of': { id: 'hari acuan lain', en: 'another as-of day' },
  'release.cause.listing': {
    id: 'tercantum hanya di salah satunya',
    en: 'listed in one of them alone',
  },
  'release.cause.definition': { id: 'definisi berubah', en: 'definition changed' },
  'release.cause.limit': { id: 'batas waktu berubah', en: 'limit changed' },
  'release.cause.mapping': { id: 'pemetaan berubah', en: 'mapping changed' },
  'release.cause.calendar': { id: 'kalender berubah', en: 'calendar changed' },
  'release.cause.data': { id: 'data berubah', en: 'the data changed' },
  'release.cause.software': { id: 'program berubah', en: 'the program changed' },
  'release.cause.unknown': { id: 'tidak diketahui', en: 'not known' },
} as const;
