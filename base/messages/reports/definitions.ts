/** What each figure means, as the page's definitions have it. */
export const reportsDefinitionMessages = {
  'reports.def.received.term': { id: 'Diterima', en: 'Received' },
  'reports.def.received.text': {
    id: 'Semua laporan yang masuk dalam kurun itu, masing-masing dihitung satu kali.',
    en: 'All reports that came in during the period, each counted once.',
  },
  'reports.def.per-100k.term': { id: 'Per 100.000 penduduk', en: 'Per 100,000 residents' },
  'reports.def.per-100k.text': {
    id: 'Laporan diterima dibagi jumlah penduduk tempat kejadian, dikali 100.000; per triwulan.',
    en: 'Reports received over the population of the place complained about, times 100,000; per quarter.',
  },
  'reports.def.received-valid.term': { id: 'Laporan sah', en: 'Valid reports' },
  'reports.def.received-valid.text': {
    id: 'Laporan diterima tanpa yang dihapus karena tidak jelas atau ganda. Inilah penyebut semua persentase keadaan.',
    en: 'Reports received, less those deleted as unclear or duplicate. The denominator of every share of a state.',
  },
  'reports.def.resolved.term': {
    id: 'Selesai pada tanggal acuan',
    en: 'Resolved by the as-of day',
  },
  'reports.def.resolved.text': {
    id: 'Laporan sah yang berstatus selesai pada tanggal acuan. Yang diarsipkan tidak termasuk.',
    en: 'Valid reports with the status resolved on the as-of day. Archived reports are not among them.',
  },
  'reports.def.archived.term': { id: 'Diarsipkan', en: 'Archived' },
  'reports.def.archived.text': {
    id: 'Laporan yang ditutup sebagai arsip tanpa penyelesaian.',
    en: 'Reports closed into the archive without being resolved.',
  },
  'reports.def.unresolved.term': { id: 'Belum selesai', en: 'Unresolved' },
  'reports.def.unresolved.text': {
    id: 'Empat bagian yang selalu ditampilkan terpisah: terbuka dalam batas, terbuka lewat batas, tertunda, diarsipkan.',
    en: 'Four parts, always shown apart: open within the limit, open beyond it, postponed, archived.',
  },
  'reports.def.open.term': { id: 'Terbuka', en: 'Open' },
  'reports.def.open.text': {
    id: 'Laporan yang masih ditangani; dalam atau lewat batas waktu klasifikasinya (5, 14, atau 60 hari kerja).',
    en: 'Reports still being handled; within or beyond the limit of their classification (5, 14 or 60 working days).',
  },
  'reports.def.postponed.term': { id: 'Tertunda', en: 'Postponed' },
  'reports.def.postponed.text': {
    id: 'Laporan yang penanganannya ditunda oleh instansi.',
    en: 'Reports whose handling the agency has put off.',
  },
  'reports.def.reason.term': {
    id: 'Alasan belum dapat ditindaklanjuti',
    en: 'Reason for staying unresolved',
  },
  'reports.def.reason.text': {
    id: 'Persentase tiap alasan dari laporan yang lewat batas, tertunda, atau diarsipkan.',
    en: 'The share of each reason among reports beyond the limit, postponed or archived.',
  },
  'reports.def.verify.term': { id: 'Verifikasi dan disposisi', en: 'Verification and forwarding' },
  'reports.def.verify.text': {
    id: 'Dari laporan masuk sampai pertama kali diteruskan kepada instansi. Batas: 3 hari kerja.',
    en: 'From a report’s arrival to its first forwarding to an agency. Limit: 3 working days.',
  },
  'reports.def.respond-agency.term': { id: 'Tanggapan instansi', en: 'Response of the agency' },
  'reports.def.respond-agency.text': {
    id: 'Dari disposisi sampai tanggapan pertama instansi itu. Tiap disposisi dihitung sendiri. Batas: 5 hari kerja.',
    en: 'From a forwarding to that agency’s first response. Each forwarding counts by itself. Limit: 5 working days.',
  },
  'reports.def.respond-citizen.term': {
    id: 'Tanggapan pertama bagi pelapor',
    en: 'First response to the reporter',
  },
  'reports.def.respond-citizen.text': {
    id: 'Dari laporan masuk sampai tanggapan pertama instansi mana pun. Batas turunan: 3 + 5 = 8 hari kerja.',
    en: 'From a report’s arrival to the first response of any agency. Derived limit: 3 + 5 = 8 working days.',
  },
  'reports.def.resolve.term': { id: 'Penyelesaian', en: 'Resolution' },
  'reports.def.resolve.text': {
    id: 'Dari laporan masuk sampai pertama kali selesai. Batas menurut klasifikasi: 5, 14, atau 60 hari kerja.',
    en: 'From a report’s arrival to its first resolution. Limit by classification: 5, 14 or 60 working days.',
  },
  'reports.def.incidence.term': {
    id: 'Persentase dalam 3, 5, 14, atau 60 hari',
    en: 'Share within 3, 5, 14 or 60 days',
  },
  'reports.def.incidence.text': {
    id: 'Insiden kumulatif: persentase dari semua yang mulai yang mencapai tahap itu paling lambat pada hari tersebut.',
    en: 'Cumulative incidence: the share of all that started which got to the stage by that day.',
  },
  'reports.def.median.term': {
    id: 'Median (nilai tengah) dan persentil 90',
    en: 'Median and 90th percentile',
  },
  'reports.def.median.text': {
    id: 'Hari kerja pertama ketika separuh, atau 90 persen, dari semua yang mulai sudah mencapai tahap itu.',
    en: 'The first working day on which half, or 90%, of all that started have got to the stage.',
  },
  'reports.def.within-limit.term': { id: 'Dalam batas waktu', en: 'Within the limit' },
  'reports.def.within-limit.text': {
    id: 'Persentase yang mencapai tahap itu dalam batasnya, dari semua yang batasnya sudah lewat pada tanggal acuan.',
    en: 'The share that got to the stage within its limit, of all whose limit has passed on the as-of day.',
  },
  'reports.def.rating.term': { id: 'Penilaian', en: 'Rating' },
  'reports.def.rating.text': {
    id: 'Rata-rata nilai 1 sampai 5 dari pelapor yang memberi nilai. Sebagian besar pelapor tidak menilai.',
    en: 'The mean of ratings from 1 to 5 by reporters who gave one. Most reporters give none.',
  },
  'reports.def.unknown.term': { id: 'Tidak diketahui', en: 'Unknown' },
  'reports.def.unknown.text': {
    id: 'Tidak ada yang mencatatnya, atau catatannya tidak dikenali. Berbeda dari tidak tersedia (sumber tidak memiliki kolomnya) dan disembunyikan (demi melindungi pelapor).',
    en: 'Nobody recorded it, or the record is not recognised. Not the same as not available (the source has no such column) or hidden (to protect reporters).',
  },
  'reports.def.interval.term': { id: 'Selang kepercayaan 95 %', en: '95% confidence interval' },
  'reports.def.interval.text': {
    id: 'Rentang yang memuat nilai sebenarnya dalam 95 dari 100 pengulangan, bila laporan dipandang sebagai hasil proses acak.',
    en: 'A range that holds the true value in 95 of 100 repetitions, where reports are seen as the outcome of a random process.',
  },
  'reports.def.provisional.term': { id: 'Angka sementara', en: 'Provisional figure' },
  'reports.def.provisional.text': {
    id: 'Belum semua laporan cukup lama diamati. Angkanya dapat berubah; pada grafik tampak berongga atau putus-putus.',
    en: 'Not all reports have been observed long enough. The figure may change; charts show it hollow or dashed.',
  },
} as const;
