/** Tables (XLSX) and slides (PPTX) made from a document. */
export const reportsOfficeMessages = {
  'reports.office.contents': { id: 'Isi', en: 'Contents' },
  'reports.office.figures': { id: 'Angka', en: 'Figures' },
  'reports.office.comparisons': { id: 'Pembandingan', en: 'Comparisons' },
  'reports.office.back': { id: 'Kembali ke daftar isi', en: 'Back to the contents' },
  'reports.office.about': { id: 'Buku ini', en: 'This book' },
  'reports.office.about.text': {
    id: 'Semua tabel dokumen itu, satu lembar satu tabel. Nilai diambil dari rilis tersegel dengan presisi penuh; yang dibulatkan hanya tampilannya.',
    en: 'All tables of the document, a sheet a table. Values come from the sealed release in full precision; only what is shown is rounded.',
  },
  'reports.office.about.ids': {
    id: 'Setiap angka punya id. Di lembar tabel, id ada di kolom abu-abu di kanan (lipat dengan tombol − di atas kolom). Lembar “{sheet}” memuat semua id dokumen: di temuan, teks, bagan (G), dan tabel (T).',
    en: 'Each figure has an id. On a sheet of a table it stands in the grey columns on the right (the button − above folds them). Sheet “{sheet}” holds all ids of the document: in findings, text, charts (G) and tables (T).',
  },
  'reports.office.about.sums': {
    id: 'Jangan menjumlahkan atau merata-ratakan persentase, median, dan persentil. Selang tidak dapat digabung.',
    en: 'Do not add or average shares, medians and percentiles. Intervals cannot be joined.',
  },
  'reports.office.restricted': {
    id: 'Angka di sini tepat dan belum dilindungi. Hanya untuk penerima dokumen ini. Jangan disebarkan.',
    en: 'Figures here are exact and not protected. For the recipient of this document alone. Do not pass it on.',
  },
  'reports.office.signs': { id: 'Tanda', en: 'Signs' },
  'reports.office.sign.zero': { id: '0: tidak ada.', en: '0: none.' },
  'reports.office.sign.dots': {
    id: '...: tidak tersedia; sumber tidak memuatnya.',
    en: '...: not available; the source does not hold it.',
  },
  'reports.office.sign.na': {
    id: 'NA: disembunyikan demi kerahasiaan pelapor.',
    en: 'NA: hidden to protect reporters.',
  },
  'reports.office.sign.few': {
    id: 'terlalu sedikit: kasus kurang dari jumlah minimum.',
    en: 'too few: fewer cases than the minimum.',
  },
  'reports.office.sign.beyond': {
    id: '> N atau belum tercapai: sampai hari kerja ke-N belum cukup laporan sampai pada tahap itu.',
    en: '> N or not reached: up to working day N too few reports have got to that point.',
  },
  'reports.office.sign.star': {
    id: '*: angka sementara. Sel tetap berisi bilangan; tanda itu bagian dari format.',
    en: '*: provisional. The cell still holds a number; the sign is part of its format.',
  },
  'reports.office.sign.empty': {
    id: 'sel kosong: tidak berlaku bagi baris itu.',
    en: 'an empty cell: does not apply to the row.',
  },
  'reports.office.hash': { id: 'SHA-256 manifes rilis', en: 'SHA-256 of the release’s manifest' },
  'reports.office.sheets': { id: 'Lembar', en: 'Sheets' },
  'reports.office.figures.caption': {
    id: 'Semua angka dokumen menurut id',
    en: 'All figures of the document by id',
  },
  'reports.office.comparisons.caption': {
    id: 'Pembandingan yang disebut dokumen, dengan id-nya',
    en: 'Comparisons that the document names, with their ids',
  },
  'reports.office.column.code': { id: 'Kode ({what})', en: 'Code ({what})' },
  'reports.office.column.low': { id: 'Batas bawah 95 %', en: 'Low end 95%' },
  'reports.office.column.high': { id: 'Batas atas 95 %', en: 'High end 95%' },
  'reports.office.column.id': { id: 'id: {head}', en: 'id: {head}' },
  'reports.office.column.where': { id: 'Tempat', en: 'Where' },
  'reports.office.column.what': { id: 'Ukuran', en: 'Measure' },
  'reports.office.column.group': { id: 'Kelompok', en: 'Group' },
  'reports.office.column.value': { id: 'Nilai', en: 'Value' },
  'reports.office.column.numerator': { id: 'Pembilang', en: 'Numerator' },
  'reports.office.column.denominator': { id: 'Penyebut', en: 'Denominator' },
  'reports.office.column.cases': { id: 'Jumlah kasus', en: 'Cases' },
  'reports.office.column.unit': { id: 'Satuan', en: 'Unit' },
  'reports.office.column.status': { id: 'Keadaan angka', en: 'Status' },
  'reports.office.column.as-of': { id: 'Keadaan sampai', en: 'As of' },
  'reports.office.column.figure': { id: 'id angka', en: 'id of the figure' },
  'reports.office.column.base': { id: 'id pembanding', en: 'id of its base' },
  'reports.office.column.base-value': { id: 'Nilai pembanding', en: 'Base value' },
  'reports.office.column.compare': { id: 'Terhadap', en: 'Against' },
  'reports.office.column.difference': { id: 'Selisih', en: 'Difference' },
  'reports.office.column.ratio': { id: 'Kali', en: 'Ratio' },
  'reports.office.column.clear': { id: 'Jelas', en: 'Clear' },
  'reports.office.place.findings': { id: 'temuan', en: 'findings' },
  'reports.office.place.text': { id: 'teks', en: 'text' },
  'reports.office.compare.previous': { id: 'triwulan sebelumnya', en: 'the quarter before' },
  'reports.office.compare.year': { id: 'setahun sebelumnya', en: 'a year before' },
  'reports.office.compare.others': { id: 'kelompok lain', en: 'the other groups' },
  'reports.office.missing-data': {
    id: 'Dokumen ini tidak memuat satu tabel pun.',
    en: 'The document holds no table.',
  },
  'reports.deck.source': {
    id: 'Sumber: {sources}, rilis {release}, keadaan sampai {as_of}.',
    en: 'Source: {sources}, release {release}, as of {as_of}.',
  },
  'reports.deck.findings': { id: 'Temuan: perubahan yang jelas', en: 'Findings: clear changes' },
  'reports.deck.key-figures': { id: 'Angka kunci', en: 'Key figures' },
  'reports.deck.findings.more': {
    id: 'Angka lain ada dalam dokumen lengkap.',
    en: 'More figures stand in the full document.',
  },
  'reports.deck.resolve-14': {
    id: 'Persentase laporan yang selesai dalam 14 hari kerja',
    en: 'Share of reports resolved within 14 working days',
  },
  'reports.deck.resolved': {
    id: 'Persentase laporan yang selesai pada tanggal acuan',
    en: 'Share of reports resolved by the as-of day',
  },
  'reports.deck.received': { id: 'Laporan diterima', en: 'Reports received' },
  'reports.deck.trend.subtitle': {
    id: 'Per triwulan laporan masuk; garis tegak: selang kepercayaan 95 %',
    en: 'By quarter of receipt; upright lines: 95% confidence intervals',
  },
  'reports.deck.trend.provisional': {
    id: 'Hampa dan putus-putus: angka sementara',
    en: 'Hollow and dashed: provisional',
  },
  'reports.deck.trend.columns': {
    id: 'Jumlah laporan per triwulan',
    en: 'Number of reports by quarter',
  },
  'reports.deck.trend.unequal': {
    id: 'Perkembangan {measure} tidak digambar: kurang dari tiga triwulan diamati sama lama, sehingga belum dapat dibandingkan.',
    en: 'No trend of the {measure} is drawn: fewer than three quarters were followed equally long, so they cannot be compared.',
  },
  'reports.deck.trend.none': {
    id: 'Perkembangan antartriwulan belum dapat ditampilkan',
    en: 'No trend over quarters can be shown yet',
  },
  'reports.deck.trend.received': {
    id: 'Sebanyak {value} laporan diterima pada {quarter}',
    en: '{value} reports were received in {quarter}',
  },
  'reports.deck.trend.description': {
    id: '{measure}: {first} pada {from}, {last} pada {to}.',
    en: '{measure}: {first} in {from}, {last} in {to}.',
  },
  'reports.deck.where.title': {
    id: '{measure}: {low} di {lowest}, {high} di {highest}',
    en: '{measure}: {low} in {lowest}, {high} in {highest}',
  },
  'reports.deck.where.overlap': {
    id: 'Perbedaan antarwilayah belum dapat dipastikan: {low} di {lowest}, {high} di {highest}',
    en: 'Regions are not clearly told apart: {low} in {lowest}, {high} in {highest}',
  },
  'reports.deck.where.some': {
    id: '{most} wilayah terendah dan {most} tertinggi dari {groups} yang memiliki paling sedikit {minimum} laporan',
    en: 'The {most} lowest and the {most} highest of {groups} regions with at least {minimum} reports',
  },
  'reports.deck.where.all': {
    id: 'Semua {groups} wilayah yang memiliki paling sedikit {minimum} laporan',
    en: 'All {groups} regions with at least {minimum} reports',
  },
  'reports.deck.where.note': {
    id: 'Dalam kurung dan garis: selang kepercayaan 95 %. Selang yang tumpang tindih belum membedakan wilayah; ini bukan peringkat.',
    en: 'Brackets and lines: 95% confidence intervals. Where they overlap, regions are not told apart; this is no ranking.',
  },
  'reports.deck.where.all-groups': { id: 'Semua wilayah', en: 'All regions' },
  'reports.deck.where.none': {
    id: 'Rincian wilayah dan alasan belum dapat ditampilkan',
    en: 'Regions and reasons cannot be shown yet',
  },
  'reports.deck.where.none.text': {
    id: 'Rilis ini tidak memuat wilayah atau alasan dengan cukup kasus.',
    en: 'The release holds no region or reason with enough cases.',
  },
  'reports.deck.reasons.title': {
    id: 'Alasan tersering yang disebut: {reason}, {value}',
    en: 'The most frequent reason given: {reason}, {value}',
  },
  'reports.deck.reasons.head': {
    id: 'Persentase laporan yang belum selesai menurut alasan',
    en: 'Share of unresolved reports by reason',
  },
  'reports.deck.limits.title': {
    id: 'Pengaduan menunjukkan apa yang dilaporkan, belum tentu yang dialami semua warga',
    en: 'Complaints show what is reported, not what all citizens meet with',
  },
  'reports.deck.limits.can': {
    id: 'Yang dapat dan tidak dapat dikatakan',
    en: 'What can and cannot be said',
  },
  'reports.deck.limits.missing': {
    id: 'Yang belum dapat disajikan',
    en: 'What could not be shown',
  },
  'reports.deck.limits.method': { id: 'Cara menghitung', en: 'How it was counted' },
  'reports.deck.limits.definitions': { id: 'Arti angka', en: 'What the figures mean' },
  'reports.deck.limits.sources': { id: 'Sumber', en: 'Sources' },
  'reports.deck.more': {
    id: 'Selengkapnya dalam dokumen.',
    en: 'The rest stands in the document.',
  },
  'reports.deck.notes.ids': {
    id: 'Angka pada salindia ini (id = nilai):',
    en: 'Figures on this slide (id = value):',
  },
  'reports.deck.notes.none': {
    id: 'Salindia ini tidak memuat angka dari rilis.',
    en: 'This slide holds no figure of the release.',
  },
  'reports.deck.notes.lookup': {
    id: 'Mencari angka: buka tabel XLSX dokumen ini (--format xlsx), lembar “Angka”, lalu cari id-nya. Data bagan: klik kanan, Edit Data; kolom terakhir berisi id.',
    en: 'To look a figure up: open the tables of this document (--format xlsx), sheet “Figures”, and search for its id. Data of a chart: right click, Edit Data; the last column holds the ids.',
  },
  'reports.deck.notes.workbook': {
    id: 'Semua angka rilis: bukti workbook {period}',
    en: 'All figures of the release: bukti workbook {period}',
  },
  'reports.deck.notes.release': {
    id: 'Rilis {release}; SHA-256 manifes: {hash}',
    en: 'Release {release}; SHA-256 of its manifest: {hash}',
  },
} as const;
