/** What follows every chart's measure and period: its cases, and what is drawn pale. */
export const reportsSubtitleMessages = {
  'reports.chart.n': { id: ', n = {n}', en: ', n = {n}' },
  'reports.chart.n-of': { id: '; n = {n} pada {quarter}', en: '; n = {n} in {quarter}' },
  'reports.chart.pale.bar': {
    id: '; batang pucat: selang kepercayaan 95 %',
    en: '; pale bar: 95% confidence interval',
  },
  'reports.chart.pale.band': {
    id: '; pita pucat: selang kepercayaan 95 %',
    en: '; pale band: 95% confidence interval',
  },
  'reports.half-year.1': { id: 'semester I {year}', en: 'first half of {year}' },
  'reports.half-year.2': { id: 'semester II {year}', en: 'second half of {year}' },
} as const;
