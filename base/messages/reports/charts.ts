/** Charts of documents: rows of small charts, the order of tables, totals. */
export const reportsChartMessages = {
  'reports.reasons.panels.title': {
    id: '“{reason}” dalam {n} triwulan: dari {first} menjadi {last}',
    en: '“{reason}” over {n} quarters: {first} at first, {last} at last',
  },
  'reports.reasons.panels.subtitle': {
    id: 'Bagian tiap alasan dari laporan yang lewat batas, tertunda, atau diarsipkan, {from} sampai {to} (n = {n}); skala sama, pita pucat: selang kepercayaan 95 %',
    en: 'Share of each reason among reports beyond the limit, postponed or archived, {from} to {to} (n = {n}); one scale, pale band: 95% confidence interval',
  },
  'reports.reasons.panels.description': {
    id: 'Pada {to}, {groups}.',
    en: 'In {to}: {groups}.',
  },
  'reports.reasons.panels.caption': {
    id: 'Bagian tiap alasan per triwulan',
    en: 'Share of each reason by quarter',
  },
  'reports.order.longest-wait': {
    id: 'Urutan: tunggu terlama di atas, yaitu bagian selesai dalam 14 hari kerja yang terkecil; tidak diketahui di bawah, abu-abu.',
    en: 'Order: the longest wait on top, that is the smallest share resolved within 14 working days; unknown at the bottom, in grey.',
  },
  'reports.order.least-resolved': {
    id: 'Urutan: bagian selesai terkecil di atas; tidak diketahui di bawah, abu-abu.',
    en: 'Order: the smallest share resolved on top; unknown at the bottom, in grey.',
  },
  'reports.total-agencies': { id: 'Semua instansi', en: 'All agencies' },
} as const;
