/** Documents that an analyst declares. */
export const reportsOwnMessages = {
  'reports.own.name': { id: 'Dokumen {name}', en: 'Document {name}' },
  'reports.own.template': {
    id: `# Pembuka

Pada triwulan ini masuk {{ received.count }} laporan. {{ received.count | change }}

Sebanyak {{ resolve.incidence_14 }} laporan selesai dalam 14 hari kerja.
`,
    en: `# Opening

In this quarter {{ received.count }} reports came in. {{ received.count | change }}

{{ resolve.incidence_14 }} of reports were resolved within 14 working days.
`,
  },
  'reports.own.written': {
    id: 'Kerangka dokumen ditulis. Ubah berkasnya, lalu jalankan: bukti report {name} {period}',
    en: 'The document’s frame is written. Change its files, then run: bukti report {name} {period}',
  },
  'reports.own.typed': {
    id: '{file}: angka yang diketik tidak mempunyai nomor rilis dan tidak dapat ditelusuri: {numbers}. Pakai {example}.',
    en: '{file}: typed numbers have no id in the release and cannot be followed: {numbers}. Use {example}.',
  },
  'reports.own.bad-name': {
    id: 'Nama dokumen "{name}" tidak dapat dipakai: huruf kecil, angka, dan tanda hubung, diawali huruf, dan bukan ksp atau kemenko. Beri nama lain.',
    en: 'The document name "{name}" cannot be used: small letters, digits and hyphens, a letter first, and not ksp or kemenko. Give another name.',
  },
  'reports.own.exists': {
    id: 'Folder {folder} sudah ada; tidak ada yang ditimpa. Pakai nama lain, atau ubah berkas di dalamnya.',
    en: 'The folder {folder} is there already; nothing was overwritten. Use another name, or change the files in it.',
  },
  'reports.own.syntax': {
    id: '{file} baris {line}: YAML-nya tidak dapat dibaca. Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file} line {line}: its YAML cannot be read. Mend that line, then run it again.',
  },
  'reports.own.value': {
    id: '{file} baris {line}: bagian "{key}" salah. Yang dikenal: name (id, en), release, sections; nama bagian: {known}, atau text: nama-berkas. Perbaiki, lalu jalankan lagi.',
    en: '{file} line {line}: the part "{key}" is wrong. Known are name (id, en), release, sections; names of sections: {known}, or text: name-of-file. Mend it, then run it again.',
  },
  'reports.own.no-text': {
    id: 'Berkas {file} tidak ada, padahal dokumen menyebutnya. Tulis berkas itu, atau hapus bagian text-nya.',
    en: 'The file {file} is missing, though the document names it. Write it, or take its text section out.',
  },
  'reports.own.no-title': {
    id: '{file}: baris pertama harus judul, ditulis # Judul. Tambahkan, lalu jalankan lagi.',
    en: '{file}: its first line must be a title, written # Title. Add it, then run it again.',
  },
  'reports.own.no-figure': {
    id: '{file} baris {line}: rilis tidak memuat angka "{text}". Periksa metrik, statistik, dan kodenya; daftar angka ada pada bukti workbook.',
    en: '{file} line {line}: the release holds no figure "{text}". Check its metric, statistic and codes; bukti workbook lists all figures.',
  },
  'reports.own.bad-figure': {
    id: '{file} baris {line}: "{text}" tidak terbaca. Tulis metrik.statistik?dimensi=kode, boleh diikuti | interval atau | change.',
    en: '{file} line {line}: "{text}" cannot be read. Write metric.statistic?dimension=code, which | interval or | change may follow.',
  },
} as const;
