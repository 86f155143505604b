/** The review of a coordinating ministry. */
export const reportsReviewMessages = {
  'reports.unknown-document': {
    id: 'Dokumen "{document}" tidak dikenal. Yang ada: {known}. Dokumen sendiri dibuat dengan bukti report --new NAMA.',
    en: 'The document "{document}" is unknown. There are: {known}. Make one of your own with bukti report --new NAME.',
  },
  'reports.no-review': {
    id: 'Rilis {period} tidak memuat tinjauan untuk "{name}"; yang ada: {known}. Sebutkan salah satu, atau tanpa nama untuk semuanya.',
    en: 'The release of {period} holds no review for "{name}"; there are: {known}. Name one of them, or none for all.',
  },
  'reports.no-reviews': {
    id: 'Rilis {period} tidak memuat tabel kementerian koordinator: sumbernya tidak mengenal instansi, atau rilis lama. Jalankan bukti release {period} bila data sudah dilengkapi.',
    en: 'The release of {period} holds no tables of coordinating ministries: its sources know no agencies, or it is an old one. Run bukti release {period} once the data are complete.',
  },
  'reports.kemenko.name': {
    id: 'Tinjauan pengaduan publik untuk {ministry}, {quarter}',
    en: 'Public complaints review for {ministry}, {quarter}',
  },
  'reports.ministries.title': { id: 'Kementerian satu per satu', en: 'Ministries one by one' },
  'reports.ministries.caption': {
    id: 'Kementerian dan lembaga yang dikoordinasikan, {quarter}',
    en: 'Ministries and agencies coordinated, {quarter}',
  },
  'reports.ministries.note': {
    id: 'Menunggu: laporan yang belum selesai di instansi itu pada akhir triwulan. Urutannya menurut banyaknya laporan, bukan peringkat.',
    en: 'Pending: reports that are not finished at the agency at the end of the quarter. They are in order of reports, which is no ranking.',
  },
  'reports.ministries.silent': {
    id: 'Tanpa satu laporan pun pada triwulan ini: {names}.',
    en: 'Without a single report in this quarter: {names}.',
  },
  'reports.ministry.received': {
    id: 'Laporan yang menjadi tanggung jawabnya: {value}.',
    en: 'Reports that it answers for: {value}.',
  },
  'reports.ministry.response': {
    id: 'Nilai tengah waktu sampai tanggapan instansi adalah {median}; {value} penerusan ditanggapi dalam batas waktu.',
    en: 'The median time to the agency’s response is {median}; {value} of forwardings were answered within the limit.',
  },
  'reports.ministry.backlog': {
    id: 'Pada akhir triwulan {value} laporan menunggu; triwulan sebelumnya {before}.',
    en: 'At the end of the quarter {value} reports were pending; the quarter before {before}.',
  },
  'reports.ministry.returned': {
    id: 'Dikembalikan oleh instansi: {value}.',
    en: 'Returned by agencies: {value}.',
  },
  'reports.ministry.reason': {
    id: 'Alasan tersering di antara yang belum selesai: “{reason}” ({value}).',
    en: 'The most frequent reason among the unresolved: “{reason}” ({value}).',
  },
  'reports.column.in-time': {
    id: 'Ditanggapi dalam batas waktu',
    en: 'Answered within the limit',
  },
  'reports.column.open-beyond': { id: 'Terbuka lewat batas waktu', en: 'Open beyond the limit' },
  'reports.column.backlog': { id: 'Menunggu', en: 'Pending' },
  'reports.column.backlog-before': { id: 'Menunggu, triwulan lalu', en: 'Pending, quarter before' },
  'reports.column.unresolved': { id: 'Belum selesai', en: 'Unresolved' },
  'reports.column.local-government': { id: 'Pemerintah daerah', en: 'Local governments' },
  'reports.local.title': {
    id: 'Pemerintah daerah menurut sektor',
    en: 'Local governments by sector',
  },
  'reports.local.assumption': {
    id: 'Pemerintah daerah tidak dikoordinasikan langsung. Laporannya dihitung di sini menurut sektor kategorinya; ini asumsi, bukan pembagian resmi.',
    en: 'Local governments are not coordinated directly. Their reports count here by the sector of their category; this is an assumption and no official division.',
  },
  'reports.local.none': {
    id: 'Menurut asumsi itu, tidak ada laporan pemerintah daerah pada triwulan ini.',
    en: 'By that assumption there is no report of local governments in this quarter.',
  },
  'reports.local.caption': {
    id: 'Laporan pemerintah daerah dalam sektor ini (asumsi), {quarter}',
    en: 'Reports of local governments in these sectors (an assumption), {quarter}',
  },
  'reports.revisions.title': { id: 'Yang diperbaiki', en: 'What was revised' },
  'reports.revisions.lead': {
    id: 'Rilis ini menggantikan {version}. {reason} Angka yang berubah: {changed}.',
    en: 'This release replaces {version}. {reason} Figures that changed: {changed}.',
  },
  'reports.revisions.none': {
    id: 'Angka seluruh triwulan tidak ada yang berubah.',
    en: 'None of the whole quarter’s figures changed.',
  },
  'reports.revisions.caption': {
    id: 'Angka seluruh triwulan yang berubah, perubahan relatif terbesar di atas, {quarter}',
    en: 'Figures of the whole quarter that changed, largest relative change first, {quarter}',
  },
  'reports.column.archived-before': {
    id: 'Dari yang diarsipkan, triwulan lalu',
    en: 'Of archived, last quarter',
  },
  'reports.column.archived-now': {
    id: 'Dari yang diarsipkan, triwulan ini',
    en: 'Of archived, this quarter',
  },
  'reports.column.of-archived': { id: 'Dari yang diarsipkan', en: 'Of archived' },
  'reports.column.of-unresolved': {
    id: 'Dari yang lewat batas, tertunda, atau diarsipkan',
    en: 'Of those beyond the limit, postponed or archived',
  },
  'reports.column.response-median': {
    id: 'Median tanggapan pertama (hari kerja)',
    en: 'Median first response (working days)',
  },
  'reports.column.resolve-median': {
    id: 'Median penyelesaian (hari kerja)',
    en: 'Median resolution (working days)',
  },
  'reports.column.times': { id: 'Berapa kali', en: 'Times as many' },
  'reports.column.size': { id: 'Selisih', en: 'Difference' },
  'reports.column.figure': { id: 'Angka', en: 'Figure' },
  'reports.column.version-before': { id: 'Versi sebelumnya', en: 'Version before' },
  'reports.column.version-now': { id: 'Versi ini', en: 'This version' },
  'reports.agencies.backlog.title': {
    id: 'Laporan yang menunggu di instansi',
    en: 'Reports pending at agencies',
  },
  'reports.agencies.backlog.base': {
    id: 'Menunggu: semua laporan yang belum ditutup pada hari terakhir {quarter}, termasuk yang masuk pada triwulan lebih lama. Tabel keadaan hanya memuat laporan triwulan ini, pada tanggal acuan.',
    en: 'Pending: all reports not closed on the last day of {quarter}, those received in earlier quarters among them. The table of states holds reports of this quarter alone, on the as-of day.',
  },
  'reports.agencies.backlog.caption': {
    id: 'Laporan yang menunggu pada akhir triwulan, perubahan yang paling pasti di atas, {quarter}; selang yang jelas berubah diperlebar karena banyaknya pembandingan',
    en: 'Reports pending at the end of the quarter, the most certain change first, {quarter}; intervals of clear changes are widened for the number of comparisons',
  },
  'reports.agencies.backlog.lead': {
    id: 'Pada {n} dari {groups} instansi yang cukup kasusnya, jumlah laporan yang menunggu jelas berubah.',
    en: 'At {n} of {groups} agencies with enough cases the number of pending reports changed clearly.',
  },
  'reports.agencies.backlog.none': {
    id: 'Pada {groups} instansi yang cukup kasusnya, perubahan jumlah laporan yang menunggu belum dapat dipastikan.',
    en: 'At the {groups} agencies with enough cases a change in the number of pending reports cannot yet be confirmed.',
  },
  'reports.questions.title': { id: 'Pertanyaan untuk rapat', en: 'Questions for the meeting' },
  'reports.questions.none': {
    id: 'Angka triwulan ini tidak memunculkan pertanyaan khusus.',
    en: 'The figures of this quarter raise no particular question.',
  },
  'reports.question.worse': {
    id: '{sentence}. Langkah apa yang sudah dan akan diambil?',
    en: '{sentence}. What has been done, and what will be?',
  },
  'reports.question.open-beyond': {
    id: 'Di {agency}, {value} dari laporannya terbuka lewat batas waktu ({received} laporan diterima). Kapan laporan itu akan dijawab?',
    en: 'At {agency}, {value} of its reports are open beyond the limit ({received} reports received). When will they be answered?',
  },
  'reports.question.returned': {
    id: 'Di {agency}, {value} laporan pernah dikembalikan instansi. Apakah pembagian kewenangan perlu diperjelas?',
    en: 'At {agency}, {value} of reports were once returned. Does the division of authority need to be clearer?',
  },
  'reports.question.reason': {
    id: 'Alasan yang paling sering disebut adalah “{reason}”: {value} laporan yang belum selesai. Apa yang dapat dilakukan bersama?',
    en: 'The reason given most is “{reason}”: {value} of unresolved reports. What can be done about it together?',
  },
  'reports.question.silent': {
    id: 'Tidak ada satu laporan pun untuk {names}. Apakah salurannya terhubung dengan SP4N-LAPOR!?',
    en: 'There is not one report for {names}. Are their channels connected with SP4N-LAPOR!?',
  },
  'reports.def.backlog.term': { id: 'Menunggu', en: 'Pending' },
  'reports.def.backlog.text': {
    id: 'Laporan yang pada hari terakhir triwulan ada di suatu instansi dan belum ditutup (selesai, diarsipkan, dihapus, dicabut). Laporan dari triwulan lebih lama termasuk.',
    en: 'Reports that on the last day of the quarter are with an agency and not closed (resolved, archived, deleted, withdrawn). Reports of earlier quarters are among them.',
  },
  'reports.def.returned.term': { id: 'Dikembalikan', en: 'Returned' },
  'reports.def.returned.text': {
    id: 'Persentase laporan yang pernah dikembalikan oleh instansi penerima sampai tanggal acuan.',
    en: 'Share of reports that a receiving agency has returned by the as-of day.',
  },
} as const;
