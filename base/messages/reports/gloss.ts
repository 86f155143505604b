/**
 * Terms in a few words where a page first uses them, without a final point: they follow the term and a
 * colon. Full definitions: definitions.ts.
 */
export const reportsGlossMessages = {
  'reports.gloss.clear': {
    id: 'lolos uji bersama semua pembandingan; paling banyak 5 persen di antaranya diperkirakan kebetulan',
    en: 'stands after all comparisons were tested together; at most 5% of these are expected to be chance',
  },
  'reports.gloss.received-valid': {
    id: 'laporan yang diterima, tanpa yang dihapus',
    en: 'reports received, less those deleted',
  },
  'reports.gloss.archived': {
    id: 'ditutup tanpa penyelesaian',
    en: 'closed without being resolved',
  },
  'reports.gloss.open': {
    id: 'masih ditangani, dalam atau lewat batas waktu klasifikasinya',
    en: 'still being handled, within or beyond the limit of its classification',
  },
  'reports.gloss.postponed': {
    id: 'penanganannya ditunda oleh instansi',
    en: 'its handling was put off by the agency',
  },
  'reports.gloss.reason': {
    id: 'dicatat ketika laporan ditunda atau diarsipkan',
    en: 'recorded when a report is postponed or archived',
  },
  'reports.gloss.incidence': {
    id: 'penyebutnya semua yang mulai pada triwulan itu, termasuk yang diarsipkan',
    en: 'of all that started in the quarter, those archived among them',
  },
  'reports.gloss.median': {
    id: 'hari kerja ketika separuh, atau 90 persen, sudah sampai pada tahap itu',
    en: 'the working day by which half, or 90%, have got to the stage',
  },
  'reports.gloss.within-limit': {
    id: 'penyebutnya hanya yang batas waktunya sudah lewat pada tanggal acuan',
    en: 'of those alone whose limit has passed on the as-of day',
  },
  'reports.gloss.interval': {
    id: 'rentang ketidakpastian sebuah angka; makin sedikit kasusnya, makin lebar',
    en: 'how uncertain a figure is; the fewer the cases, the wider',
  },
  'reports.gloss.backlog': {
    id: 'ada di instansi dan belum ditutup pada hari terakhir triwulan, dari triwulan mana pun',
    en: 'with an agency and not closed on the last day of the quarter, from whichever quarter',
  },
  'reports.gloss.unknown': {
    id: 'kolomnya ada, tetapi tidak terisi atau tidak dikenali',
    en: 'there is a column, but it is empty or not recognised',
  },
  'reports.reading-aid.chart': {
    id: 'Grafik ini petunjuk bacaan, bukan temuan. Tiap selang dibaca sendiri tanpa memperhitungkan banyaknya instansi, sehingga sebagian dapat tampak berbeda secara kebetulan.',
    en: 'This chart is a reading aid and no finding. Each interval is read by itself, whatever the number of agencies, so that some may stand out by chance.',
  },
  'reports.reading-aid': {
    id: 'Daftar ini petunjuk bacaan, bukan temuan. Tiap selang dibaca sendiri tanpa memperhitungkan banyaknya kelompok, sehingga sebagian dapat tampak berbeda secara kebetulan.',
    en: 'This list is a reading aid and no finding. Each interval is read by itself, whatever the number of groups, so that some may stand out by chance.',
  },
  'reports.clocks.measures': {
    id: 'Persentase yang selesai diukur dengan tiga cara, masing-masing dengan penyebut sendiri:',
    en: 'The share resolved is measured in three ways, each with a denominator of its own:',
  },
  'reports.clocks.measures.days': {
    id: 'selesai dalam 14 hari kerja: {value} dari semua laporan yang masuk pada {quarter} (n = {n});',
    en: 'resolved within 14 working days: {value} of all reports received in {quarter} (n = {n});',
  },
  'reports.clocks.measures.limit': {
    id: 'selesai dalam batas waktu: {value} dari laporan yang batas waktunya sudah lewat pada {as_of} (n = {n});',
    en: 'resolved within the limit: {value} of reports whose limit had passed on {as_of} (n = {n});',
  },
  'reports.clocks.measures.state': {
    id: 'selesai pada tanggal acuan ({as_of}): {value} dari laporan sah, berapa pun umurnya (n = {n}).',
    en: 'resolved by the as-of day ({as_of}): {value} of valid reports, whatever their age (n = {n}).',
  },
  'reports.column.resolved-in-limit': {
    id: 'Selesai dalam batas waktu',
    en: 'Resolved within limit',
  },
  'reports.column.verdict': { id: 'Jelas berbeda?', en: 'Clearly different?' },
  'reports.change.not-compared': { id: 'tidak dibandingkan', en: 'not compared' },
  'reports.missing.unavailable': {
    id: 'Tidak tersedia: sumber tidak memiliki datanya',
    en: 'Not available: the sources do not have the data',
  },
  'reports.missing.few': {
    id: 'Terlalu sedikit untuk disajikan',
    en: 'Too few to be shown',
  },
  'reports.missing.few.why': {
    id: 'Sumber mencatatnya, tetapi terlalu sedikit laporan di sini yang memuatnya.',
    en: 'The sources record it, but too few of the reports here have it.',
  },
  'reports.missing.unknown': {
    id: 'Tidak diketahui: ada, tetapi tidak untuk semua laporan',
    en: 'Unknown: there, but not for all reports',
  },
  'reports.missing.hidden': {
    id: 'Disembunyikan: demi melindungi pelapor',
    en: 'Hidden: to protect reporters',
  },
  'reports.missing.hidden.text': {
    id: 'Tinjauan ini tidak merinci angka menurut jenis kelamin, umur, disabilitas, atau kerahasiaan pelapor.',
    en: 'This review gives no figures by the reporters’ sex, age, disability or anonymity.',
  },
  'reports.missing.ask.fuller': {
    id: 'Mintalah berkas ciri pelapor yang lebih lengkap kepada pengelola SP4N-LAPOR! di Kementerian PANRB.',
    en: 'Ask the SP4N-LAPOR! administrators at the Ministry of PANRB for a more complete attributes file.',
  },
  'reports.def.clear.term': { id: 'Jelas berbeda', en: 'Clearly different' },
  'reports.def.clear.text': {
    id: 'Lolos uji yang ditetapkan di muka bersama semua pembandingan lain (Benjamini-Hochberg). Yang tidak lolos belum tentu sama; perbedaannya belum dapat dipastikan.',
    en: 'It passes a test declared in advance, together with all other comparisons (Benjamini-Hochberg). What does not pass need not be equal; its difference cannot yet be confirmed.',
  },
  'reports.def.as-of.term': { id: 'Tanggal acuan', en: 'As-of day' },
  'reports.def.as-of.text': {
    id: 'Hari ketika keadaan semua laporan triwulan itu dilihat. Yang terjadi sesudahnya tidak dihitung.',
    en: 'The day on which the state of all reports of the quarter is taken. What happens later does not count.',
  },
} as const;
