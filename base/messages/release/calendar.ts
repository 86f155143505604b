/** The release calendar and its embargo. */
export const calendarMessages = {
  'release.calendar-syntax': {
    id: '{file} baris {line:plain}: ini bukan YAML yang benar. Periksa titik dua, spasi, dan tanda kutip.',
    en: '{file} line {line:plain}: this is no correct YAML. Check colons, spaces and quotes.',
  },
  'release.calendar-value': {
    id: '{file} baris {line:plain}: "{key}" tidak benar ({why}). Satu rilis ditulis dengan period (2026Q3), date (2026-10-28), time (09:00, WIB), status (provisional atau confirmed), dan bila dipindah moved_from dengan reason (id dan en).',
    en: '{file} line {line:plain}: "{key}" is wrong ({why}). A release is written with period (2026Q3), date (2026-10-28), time (09:00, WIB), status (provisional or confirmed) and, where it was moved, moved_from with reason (id and en).',
  },
  'release.calendar-twice': {
    id: '{file} baris {line:plain}: {period} sudah ada di kalender. Ubah barisnya, dan bila tanggalnya dipindah tulis moved_from dan reason.',
    en: '{file} line {line:plain}: {period} is in the calendar already. Change its entry, and where its date moves write moved_from and reason.',
  },
  'release.calendar-early': {
    id: '{file} baris {line:plain}: {period} belum berakhir pada tanggal itu, maka angkanya belum ada. Pilih tanggal sesudah akhir triwulan.',
    en: '{file} line {line:plain}: {period} is not over on that day, so its figures do not exist yet. Choose a day after the end of the quarter.',
  },
  'release.calendar.command': {
    id: 'kalender rilis: kapan setiap triwulan terbuka untuk umum',
    en: 'the release calendar: when the public may have each quarter',
  },
  'release.calendar.none': {
    id: 'Belum ada kalender rilis. Buat {file} di folder kerja (docs/how-to/release-calendar.md).',
    en: 'There is no release calendar yet. Write {file} in the workspace (docs/how-to/release-calendar.md).',
  },
  'release.calendar.column.period': { id: 'triwulan', en: 'quarter' },
  'release.calendar.column.at': { id: 'untuk umum', en: 'for the public' },
  'release.calendar.column.status': { id: 'tanggal', en: 'date' },
  'release.calendar.column.state': { id: 'keadaan', en: 'state' },
  'release.calendar.column.note': { id: 'catatan', en: 'note' },
  'release.calendar.status.provisional': { id: 'sementara', en: 'provisional' },
  'release.calendar.status.confirmed': { id: 'pasti', en: 'confirmed' },
  'release.calendar.state.announced': { id: 'diumumkan', en: 'announced' },
  'release.calendar.state.embargo': {
    id: 'disegel ({version}), embargo',
    en: 'sealed ({version}), embargo',
  },
  'release.calendar.state.due': { id: 'terbuka ({version})', en: 'open ({version})' },
  'release.calendar.state.overdue': { id: 'terlambat: belum disegel', en: 'overdue: not sealed' },
  'release.calendar.moved': { id: 'semula {date}: {reason}', en: 'formerly {date}: {reason}' },
  'release.embargo-held': {
    id: 'Embargo: bagian publik {period} tidak boleh ditampilkan atau dibagikan sebelum {at}.',
    en: 'Embargo: nothing public of {period} may be shown or handed on before {at}.',
  },
  'release.embargo-unannounced': {
    id: '{period} tidak ada di kalender rilis; umumkan tanggalnya lebih dahulu.',
    en: '{period} is not in the release calendar; announce its date first.',
  },
  'release.at': { id: '{date} pukul {time} WIB', en: '{date}, {time} WIB' },
} as const;
