/** What is clear beyond page one, and which way is worse. */
export const reportsFurtherMessages = {
  'reports.further.title': { id: 'Temuan lain yang jelas', en: 'Other clear findings' },
  'reports.further.lead': {
    id: 'Halaman pertama memuat paling banyak lima temuan, dan dua untuk pokok yang sama. Perbedaan jelas yang lain: {n}.',
    en: 'Page one holds at most five findings, and two on the same subject. Other clear differences: {n}.',
  },
  'reports.further.size': { id: 'Selisih: {change}.', en: 'Difference: {change}.' },
  'reports.further.small': {
    id: 'Terlalu kecil untuk halaman pertama.',
    en: 'Too small for page one.',
  },
  'reports.findings.further': {
    id: 'Yang tidak ada di halaman ini: {n}, di bagian {link}.',
    en: 'Not on this page: {n}, in the section {link}.',
  },
  'reports.headline.small': {
    id: 'Perubahan yang jelas pada {quarter} semuanya kecil',
    en: 'The clear changes in {quarter} are all small',
  },
  'reports.way.change.worse': { id: 'Memburuk.', en: 'Worse.' },
  'reports.way.change.better': { id: 'Membaik.', en: 'Better.' },
  'reports.way.others.worse': { id: 'Lebih buruk.', en: 'Worse off.' },
  'reports.way.others.better': { id: 'Lebih baik.', en: 'Better off.' },
} as const;
