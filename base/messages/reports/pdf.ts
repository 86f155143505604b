/** Documents on paper. */
export const reportsPdfMessages = {
  'reports.pdf.unavailable': {
    id: 'Di komputer ini ({machine}) PDF tidak dapat disusun: pustaka penyusunnya tidak tersedia untuknya. Tulis halamannya dengan --format html, buka dengan Edge atau Chrome, lalu pilih Cetak dan Simpan sebagai PDF.',
    en: 'This computer ({machine}) cannot make a PDF: the library that sets it is not there for it. Write the page with --format html, open it with Edge or Chrome, then choose Print and Save as PDF.',
  },
} as const;
