/** Published tables taken out as datasets, and what `bukti release` says of its public side. */
export const publicExportMessages = {
  'export.option.release': {
    id: 'rilis, misalnya 2026Q3/v1 (bila tidak ditulis: yang terbaru)',
    en: 'the release, such as 2026Q3/v1 (the newest where none is named)',
  },
  'export.public-embargo': {
    id: 'Data untuk umum {period} diembargo sampai {at}. Tidak ada yang ditulis; ekspor lagi sesudah itu.',
    en: 'Data for the public of {period} are under embargo until {at}. Nothing is written; export again after that.',
  },
  'export.public-table': {
    id: 'Tidak ada tabel publik "{name}" di {release}. Pilihannya: {known}, atau all.',
    en: 'There is no public table "{name}" in {release}. Choose from: {known}, or all.',
  },
  'export.public-only-tables': {
    id: '{option} tidak berlaku dengan --for-publication, yang hanya membaca tabel publik. Hapus {option}.',
    en: '{option} does not go with --for-publication, which reads public tables alone. Leave {option} out.',
  },
  'export.caveat.definitions': {
    id: 'Definisi di sini diambil dari katalog yang berlaku sekarang, karena salinan beku rilis ini tidak ada.',
    en: 'The definitions here are those of the catalogue in force now, since the release’s frozen copy is not there.',
  },
  'export.public.title': { id: '{label}, {period}', en: '{label}, {period}' },
  'export.public.description': {
    id: 'Tabel {table} dari rilis publik {release} laporan warga ke SP4N-LAPOR!. Satu baris satu angka: ukuran, kelompok, nilai, dan statusnya. Angkanya sama persis dengan yang terbit di folder publik.',
    en: 'Table {table} of the public release {release} of citizens’ reports to SP4N-LAPOR!. A row a figure: its measure, its group, its value and its status. The figures are exactly those of the public folder.',
  },
  'export.public.protected': {
    id: 'Angka dilindungi: jumlah digeser acak sedikit, dan penjumlahan bagian tidak persis sama dengan totalnya. Pakai total yang terbit. Metodenya ada di DISCLOSURE.id.md.',
    en: 'The figures are protected: counts are moved a little at random, and parts do not add up exactly to their total. Use the published total. The method is told in DISCLOSURE.md.',
  },
  'export.public.empty': {
    id: 'Sel kosong bukan nol. Kolom OBS_STATUS menjelaskan nilai yang kosong; _T berarti semuanya.',
    en: 'An empty cell is not zero. The column OBS_STATUS tells why a value is empty; _T means all of it.',
  },
  'export.public.measure': { id: 'ukuran', en: 'measure' },
  'export.public.outcome': { id: 'hasil', en: 'outcome' },
  'export.public.value': {
    id: 'Jumlah laporan, persen (0 sampai 100), atau hari kerja; lihat UNIT_MEASURE',
    en: 'A count of reports, percent (0 to 100) or working days; see UNIT_MEASURE',
  },
  'export.public.lower': { id: 'batas bawah', en: 'lower limit' },
  'export.public.upper': { id: 'batas atas', en: 'upper limit' },
  'export.public.limit': {
    id: 'Dengan nilai: selang 95% termasuk geseran acak. Tanpa nilai: hanya batas ini yang terbit',
    en: 'Beside a value: the 95% interval, noise included. Without a value: this limit is all that is published',
  },
  'export.public.conf': { id: 'kerahasiaan', en: 'confidentiality' },
  'export.public.conf-c': { id: 'tidak diterbitkan', en: 'not published' },
  'export.public.unit.reports': { id: 'laporan', en: 'reports' },
  'export.public.unit.percent': { id: 'persen (0 sampai 100)', en: 'percent (0 to 100)' },
  'export.public.unit.working_days': { id: 'hari kerja', en: 'working days' },
  'export.file.arrow': { id: 'data yang sama sebagai Arrow IPC', en: 'the same data as Arrow IPC' },
  'export.file.json': { id: 'data yang sama sebagai JSON', en: 'the same data as JSON' },
  'export.file.xlsx-id': {
    id: 'data yang sama sebagai buku kerja Excel, berbahasa Indonesia',
    en: 'the same data as an Excel workbook, in Indonesian',
  },
  'export.file.xlsx-en': {
    id: 'data yang sama sebagai buku kerja Excel, berbahasa Inggris',
    en: 'the same data as an Excel workbook, in English',
  },
  'export.file.structure': {
    id: 'dimensi, kode mana yang merupakan jumlah kode lain, dan susunan tiap persentase',
    en: 'dimensions, which codes are the sum of which, and what each percentage is made of',
  },
  'export.file.disclosure': {
    id: 'cara melindungi data dan parameternya, untuk mesin',
    en: 'how the data are protected, with the parameters, for machines',
  },
  'export.file.disclosure-note': {
    id: 'cara melindungi data, berbahasa Indonesia',
    en: 'how the data are protected, in Indonesian',
  },
  'export.file.disclosure-note-en': {
    id: 'cara melindungi data, berbahasa Inggris',
    en: 'how the data are protected, in English',
  },
  'release.public.sealed': {
    id: 'Berkas publik: {folder} ({tables} tabel, {cells} angka). Serangan atas semua yang terbit dari triwulan ini tidak menemukan apa pun.',
    en: 'Public files: {folder} ({tables} tables, {cells} figures). The attack on all that is public of this quarter found nothing.',
  },
} as const;
