/** Charts of documents: rows of small charts, the order of tables, totals. */
export const reportsChartMessages = {
  'reports.reasons.panels.title': {
    id: '“{reason}” dalam {n} triwulan: dari {first} menjadi {last}',
    en: '“{reason}” over {n} quarters: {first} at first, {last} at last',
  },
  'reports.reasons.panels.subtitle': {
    id: 'Persentase tiap alasan dari laporan yang lewat batas, tertunda, atau diarsipkan, {from} sampai {to} (n = {n}); skala sama',
    en: 'Share of each reason among reports beyond the limit, postponed or archived, {from} to {to} (n = {n}); one scale',
  },
  'reports.reasons.panels.description': {
    id: 'Pada {to}, {groups}.',
    en: 'In {to}: {groups}.',
  },
  'reports.reasons.panels.caption': {
    id: 'Tiap alasan per triwulan: persentase dari laporan yang lewat batas, tertunda, atau diarsipkan',
    en: 'Each reason by quarter: percentage of reports beyond the limit, postponed or archived',
  },
  'reports.reasons.clear.bases': {
    id: 'Persentase “{reason}” punya dua dasar: {archived} dari laporan yang diarsipkan, {all} dari semua yang lewat batas, tertunda, atau diarsipkan.',
    en: 'The percentage of “{reason}” has two bases: {archived} of archived reports, {all} of all that are beyond the limit, postponed or archived.',
  },
  'reports.reasons.clear.subtitle': {
    id: 'Persentase dari laporan yang diarsipkan, {from} sampai {to}, n = {n} pada triwulan terakhir',
    en: 'Percentage of archived reports, {from} to {to}, n = {n} in the last quarter',
  },
  'reports.reasons.clear.description': {
    id: '“{reason}” di antara laporan yang diarsipkan: {first} pada {from}, {before} pada {previous}, {last} pada {to}.',
    en: '“{reason}” among archived reports: {first} in {from}, {before} in {previous}, {last} in {to}.',
  },
  'reports.reasons.clear.caption': {
    id: 'Alasan “{reason}” di antara laporan yang diarsipkan, per triwulan',
    en: 'The reason “{reason}” among archived reports, by quarter',
  },
  'reports.table.rows': { id: 'Tabel lengkap: {n} baris', en: 'The whole table: {n} rows' },
  'reports.order.longest-wait': {
    id: 'Urutan: tunggu terlama di atas, yaitu persentase selesai dalam 14 hari kerja yang terkecil; tidak diketahui di bawah, abu-abu.',
    en: 'Order: the longest wait on top, that is the smallest share resolved within 14 working days; unknown at the bottom, in grey.',
  },
  'reports.order.least-resolved': {
    id: 'Urutan: persentase selesai terkecil di atas; tidak diketahui di bawah, abu-abu.',
    en: 'Order: the smallest share resolved on top; unknown at the bottom, in grey.',
  },
  'reports.total-agencies': { id: 'Semua instansi', en: 'All agencies' },
} as const;
