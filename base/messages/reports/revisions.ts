/** What a release says otherwise of earlier quarters. */
export const reportsRevisionMessages = {
  'reports.revisions.earlier': {
    id: 'Angka triwulan-triwulan sebelumnya dibandingkan dengan yang disegel dalam rilisnya masing-masing.',
    en: 'Figures of earlier quarters are compared with those sealed in the releases of their own.',
  },
  'reports.revisions.earlier-release': {
    id: 'Rilis {release} ({quarter}, hari acuan {as_of}): dari {all} angka yang juga dimuat di sini, yang kini lain nilainya {moved}. Yang kini diikuti lebih lama, sehingga nilainya lain: {later}; itu perkembangan sesudahnya, bukan perbaikan.',
    en: 'Release {release} ({quarter}, as-of day {as_of}): of {all} figures that stand here too, {moved} now have another value. Followed for longer by now, and of another value for that: {later}; this is later course, no revision.',
  },
  'reports.revisions.earlier-records': {
    id: 'Laporan sampai hari acuan itu: terlambat masuk {late}, berubah {changed}, tidak ada lagi {deleted}.',
    en: 'Reports up to that as-of day: late {late}, changed {changed}, gone {deleted}.',
  },
  'reports.revisions.earlier-none': {
    id: 'Angka seluruh triwulan tidak ada yang direvisi.',
    en: 'None of the figures of whole quarters was revised.',
  },
  'reports.revisions.earlier-caption': {
    id: 'Angka seluruh triwulan yang direvisi sejak rilisnya, per triwulan, perubahan relatif terbesar di atas',
    en: 'Figures of whole quarters revised since their release, by quarter, largest relative change first',
  },
  'reports.note.embargo': {
    id: 'Terbuka untuk umum mulai {at}; sebelum itu embargo.',
    en: 'Open to the public from {at}; under embargo before.',
  },
  'reports.column.as-published': { id: 'Saat dirilis', en: 'As released' },
  'reports.column.now': { id: 'Kini', en: 'Now' },
} as const;
