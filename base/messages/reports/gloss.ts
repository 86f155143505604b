/**
 * Terms in a few words where they first stand, and what reading aids are. Full definitions: definitions.ts.
 */
export const reportsGlossMessages = {
  'reports.gloss.lead': { id: 'Istilah:', en: 'Terms:' },
  'reports.gloss.received-valid': {
    id: 'laporan sah ialah laporan yang diterima, tanpa yang dihapus',
    en: 'valid reports are those received, less those deleted',
  },
  'reports.gloss.resolved': {
    id: 'selesai pada tanggal acuan ialah bagian laporan sah yang selesai sampai {as_of}, berapa pun umurnya',
    en: 'resolved by the as-of day is the share of valid reports resolved by {as_of}, whatever their age',
  },
  'reports.gloss.archived': {
    id: 'diarsipkan ialah ditutup tanpa penyelesaian',
    en: 'archived is closed without being resolved',
  },
  'reports.gloss.open': {
    id: 'terbuka ialah masih ditangani, dalam atau lewat batas waktu klasifikasinya',
    en: 'open is still being handled, within or beyond the limit of its classification',
  },
  'reports.gloss.postponed': {
    id: 'tertunda ialah ditunda oleh instansi',
    en: 'postponed is put off by the agency',
  },
  'reports.gloss.incidence': {
    id: 'dalam sekian hari kerja berarti bagian dari semua yang mulai, apa pun kelanjutannya',
    en: 'within so many working days means the share of all that started, whatever became of them',
  },
  'reports.gloss.median': {
    id: 'median (nilai tengah) ialah hari kerja ketika separuh dari semuanya sudah sampai pada tahap itu',
    en: 'the median is the working day by which half of all have got to the stage',
  },
  'reports.gloss.within-limit': {
    id: 'dalam batas waktu berarti bagian dari yang batas waktunya sudah lewat pada tanggal acuan',
    en: 'within the limit means the share of those whose limit has passed on the as-of day',
  },
  'reports.gloss.interval': {
    id: 'selang 95 % ialah rentang ketidakpastian sebuah angka, makin lebar makin sedikit kasusnya',
    en: 'the 95% interval is how uncertain a figure is, wider where there are fewer cases',
  },
  'reports.gloss.backlog': {
    id: 'menunggu (tunggakan) berarti berada di instansi dan belum ditutup pada akhir triwulan',
    en: 'pending (the backlog) means with an agency and not closed at the end of the quarter',
  },
  'reports.gloss.returned': {
    id: 'dikembalikan berarti instansi penerima menolak menangani dan mengirimnya balik',
    en: 'returned means that the receiving agency sent it back',
  },
} as const;
