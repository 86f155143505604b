/** Documents on paper. */
export const reportsPdfMessages = {
  'reports.pdf.option.paper': {
    id: 'kertas PDF: a4, atau f4 (215 x 330 mm)',
    en: 'paper of the PDF: a4, or f4 (215 x 330 mm)',
  },
  'reports.pdf.unavailable': {
    id: 'Di komputer ini ({machine}) PDF tidak dapat disusun: pustaka penyusunnya tidak tersedia untuknya. Tulis halamannya dengan --format html, buka dengan Edge atau Chrome, lalu pilih Cetak dan Simpan sebagai PDF.',
    en: 'This computer ({machine}) cannot make a PDF: the library that sets it is not there for it. Write the page with --format html, open it with Edge or Chrome, then choose Print and Save as PDF.',
  },
  'reports.pdf.shortened.rows': {
    id: 'Di kertas: {shown} baris pertama dari {all}. Semuanya ada pada lembar {code} berkas tabel (.xlsx).',
    en: 'On paper: the first {shown} rows of {all}. All are on sheet {code} of the tables file (.xlsx).',
  },
  'reports.pdf.shortened.turned': {
    id: 'Di kertas: {what} ke-1 sampai ke-{shown} dari {all}. Semuanya ada pada lembar {code} berkas tabel (.xlsx).',
    en: 'On paper: {what} 1 to {shown} of {all}. All are on sheet {code} of the tables file (.xlsx).',
  },
  'reports.pdf.appendix.title': { id: 'Lampiran: kode angka', en: 'Appendix: codes of figures' },
  'reports.pdf.appendix.lead': {
    id: 'Setiap angka memiliki id: {prefix}, lalu metrik.statistik, lalu rinciannya menurut abjad. Contoh: {example}. Perintah bukti explain ID menjelaskan asal sebuah angka.',
    en: 'Every figure has an id: {prefix}, then metric.statistic, then its dimensions in alphabetical order. Example: {example}. The command bukti explain ID says where a figure comes from.',
  },
  'reports.pdf.appendix.signs': {
    id: 'T adalah tabel, G grafik. Tanda * berarti satu id bagi tiap kode; kodenya ada di akhir lampiran. Tanpa quarter dan month, angka itu untuk {period}. Angka keseluruhan tidak memuat rincian.',
    en: 'T is a table, G a chart. A * stands for one id for each code; the codes are at the end of the appendix. Without quarter and month, a figure is for {period}. Totals have no dimension.',
  },
  'reports.pdf.appendix.coded': { id: 'Tabel dan grafik', en: 'Tables and charts' },
  'reports.pdf.appendix.prose': { id: 'Angka dalam kalimat', en: 'Figures in sentences' },
  'reports.pdf.appendix.codes': { id: 'Kode rincian', en: 'Codes of dimensions' },
  'reports.pdf.appendix.code': { id: 'Kode', en: 'Code' },
  'reports.pdf.appendix.metric': { id: 'Metrik.statistik', en: 'Metric.statistic' },
  'reports.pdf.appendix.dims': { id: 'Rincian', en: 'Dimensions' },
  'reports.pdf.appendix.place': { id: 'Tempat', en: 'Place' },
  'reports.pdf.appendix.page-one': { id: 'Hlm. 1', en: 'Page 1' },
  'reports.pdf.appendix.section': { id: 'Bagian {section}', en: 'Section {section}' },
  'reports.pdf.appendix.written': { id: 'Tertulis', en: 'Written' },
} as const;
