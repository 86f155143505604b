/** Months and quarters of which a release says nothing, between others. */
export const reportsGapMessages = {
  'reports.volume.gap': {
    id: '... tidak tersedia: rilis ini tidak memuat laporan dari masa itu, atau belum semuanya.',
    en: '... not available: this release holds no report of that time, or not all of them.',
  },
} as const;
