/** Rules that changed: breaks in series. */
export const breakMessages = {
  'release.break.rule': {
    id: 'Putus deret sejak {since}: {kind} berubah ({rule}, versi {from} menjadi {to}).',
    en: 'Break in series since {since}: {kind} changed ({rule}, version {from} to {to}).',
  },
  'release.break.values': {
    id: 'Putus deret sejak {since}: {kind} berubah ({rule}, {before} menjadi {after} hari kerja).',
    en: 'Break in series since {since}: {kind} changed ({rule}, {before} to {after} working days).',
  },
  'release.break.recomputed': {
    id: 'Triwulan sebelumnya dalam rilis ini dihitung ulang dengan aturan baru; yang putus adalah deret dengan rilis-rilis sebelumnya.',
    en: 'Earlier quarters in this release are computed by the new rule; the break is with the releases before.',
  },
  'release.break.both': {
    id: '{quarter} menurut kedua aturan: {before} dan {after}.',
    en: '{quarter} by both rules: {before} and {after}.',
  },
  'release.break.both-today': {
    id: '{quarter} menurut kedua aturan: {before} dan {after}; yang kedua dari data sekarang, sehingga laporan yang terlambat ikut terhitung.',
    en: '{quarter} by both rules: {before} and {after}; the second from the data of today, late reports among them.',
  },
  'release.break.kind.definitions': { id: 'definisi', en: 'the definition' },
  'release.break.kind.limits': { id: 'batas waktu', en: 'the limit' },
  'release.break.kind.mappings': { id: 'pemetaan sumber', en: 'the mapping of a source' },
  'release.break.column': { id: 'Putus deret', en: 'Break in series' },
  'release.break.column-text': {
    id: 'Aturan yang mendasari angka ini berubah pada triwulan itu: pengamatan pertama sesudah putus deret (OBS_STATUS B).',
    en: 'A rule that the figure rests on changed in that quarter: the first observation after a break (OBS_STATUS B).',
  },
  'reports.breaks.rule': {
    id: 'Sejak {since} {kind} berubah: {rule}, versi {from} menjadi {to}.',
    en: 'Since {since} {kind} is another: {rule}, version {from} to {to}.',
  },
  'reports.breaks.values': {
    id: 'Sejak {since} {kind} berubah: {rule}, {before} menjadi {after} hari kerja.',
    en: 'Since {since} {kind} is another: {rule}, {before} to {after} working days.',
  },
  'reports.breaks.lead': { id: 'Putus deret', en: 'Breaks in series' },
  'reports.breaks.note': {
    id: 'Angka yang terkena tidak sebanding dengan triwulan sebelum putus deret.',
    en: 'Figures that are touched do not compare with quarters before the break.',
  },
} as const;
