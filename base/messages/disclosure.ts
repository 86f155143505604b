/** Disclosure control: what the library refuses, the operator's report, the public note. */
export const disclosureMessages = {
  'disclosure.noise-parameters': {
    id: 'Tidak ada derau dengan simpangan paling besar {D}, ragam {V}, dan nilai 1 sampai {js} tidak terbit (baris {i}). Naikkan ragam atau simpangan; bawaan: 5, 3, 2.',
    en: 'There is no noise with a largest step of {D}, a variance of {V} and values 1 to {js} never published (row {i}). Raise the variance or the step; default: 5, 3, 2.',
  },
  'disclosure.not-additive': {
    id: 'Tabel {table}: sel {cell} bukan jumlah bagian-bagiannya, dalam aduan atau dalam kunci. Hitung total dari catatan yang sama dengan bagiannya, lalu jalankan lagi.',
    en: 'Table {table}: the cell {cell} is not the sum of its parts, in complaints or in keys. Count the total from the same records as its parts and run again.',
  },
  'disclosure.impossible-cell': {
    id: 'Sel {cell}: jumlahnya bukan bilangan bulat dari 0, atau sel yang mustahil ada isinya. Perbaiki hitungan, lalu jalankan lagi.',
    en: 'Cell {cell}: its count is not a whole number from 0, or a cell that cannot exist holds something. Correct the count and run again.',
  },
  'disclosure.cell-twice': {
    id: 'Sel {cell} ada dua kali. Gabungkan keduanya, lalu jalankan lagi.',
    en: 'The cell {cell} stands there twice. Put the two together and run again.',
  },
  'disclosure.ledger-noise': {
    id: 'Yang sudah terbit memakai derau {noise}; derau tidak dapat diganti di bawah angka yang sudah terbit. Pakai --noise {noise}.',
    en: 'What is published was made with the noise {noise}; noise cannot be changed under published figures. Use --noise {noise}.',
  },
  'disclosure.hierarchy-loop': {
    id: 'Hierarki dimensi {dimension} berputar: sebuah kode berada di bawah dirinya sendiri. Perbaiki kolom parent, lalu jalankan lagi.',
    en: 'The hierarchy of the dimension {dimension} runs in a circle: a code stands below itself. Correct the column parent and run again.',
  },
  'disclosure.reason.dominated': {
    id: 'satu pelapor memegang lebih dari separuh sebuah sel, atau dua pelapor memegang seluruhnya',
    en: 'one complainant holds more than half of a cell, or two hold all of it',
  },
  'disclosure.reason.attribute': {
    id: 'kelompok kecil seluruhnya jatuh pada satu kode sensitif',
    en: 'a small group falls wholly in one sensitive code',
  },
  'disclosure.reason.sensitive': {
    id: 'terlalu banyak sel kode sensitif yang kecil',
    en: 'too many cells of sensitive codes are small',
  },
  'disclosure.reason.small': {
    id: 'terlalu banyak sel kecil',
    en: 'too many cells are small',
  },
  'disclosure.verdict.new': { id: 'terbit pertama kali', en: 'published for the first time' },
  'disclosure.verdict.same': { id: 'tidak berubah', en: 'unchanged' },
  'disclosure.verdict.restated': { id: 'dinyatakan ulang seluruhnya', en: 'restated as a whole' },
  'disclosure.verdict.held': { id: 'nilai lama ditahan', en: 'old values held' },
  'disclosure.verdict.withheld': { id: 'belum terbit', en: 'not published yet' },
  'disclosure.report.title': {
    id: 'Laporan pelindungan untuk pengelola data',
    en: "Protection report for the data's keeper",
  },
  'disclosure.report.internal': {
    id: 'TERBATAS: laporan ini memuat hal yang tidak boleh diketahui pembaca tabel. Jangan diterbitkan.',
    en: 'RESTRICTED: this report holds what readers of the tables must not know. Do not publish it.',
  },
  'disclosure.report.perturb': {
    id: 'Metode kunci sel atas {complaints} aduan, {tables} tabel, {cells} sel berbeda. Derau paling besar {D}, ragam {V}, nilai 1 sampai {js} tidak terbit; sel kecil: kurang dari {T}.',
    en: 'Cell-key method on {complaints} complaints, {tables} tables, {cells} distinct cells. Largest noise {D}, variance {V}, values 1 to {js} never published; a small cell: fewer than {T}.',
  },
  'disclosure.report.suppress': {
    id: 'Penyembunyian sel atas {complaints} aduan, {tables} tabel, {cells} sel berbeda; sel kecil: kurang dari {T}.',
    en: 'Cell suppression on {complaints} complaints, {tables} tables, {cells} distinct cells; a small cell: fewer than {T}.',
  },
  'disclosure.report.coarsened': { id: 'Tabel yang dikasarkan', en: 'Coarsened tables' },
  'disclosure.report.coarsened-none': {
    id: 'Tidak ada.',
    en: 'None.',
  },
  'disclosure.report.coarsened-line': {
    id: '{table}: tingkat terhalus dari {steps} dilepas, karena {why}',
    en: '{table}: the finest level of {steps} was given up, because {why}',
  },
  'disclosure.report.given-up': {
    id: 'Dengan dikasarkan atau tidak terbit hilang {gone} dari {cells} sel rancangan semula.',
    en: 'Of {cells} cells of the first design {gone} were given up by coarsening or withholding.',
  },
  'disclosure.report.design-kept': {
    id: 'Rancangan tabel dibuat pada versi sebelumnya dan dipertahankan agar seri tetap terbandingkan.',
    en: 'The design of the tables was made before and is kept, so that the series stays comparable.',
  },
  'disclosure.report.withheld': { id: 'Tabel yang tidak terbit', en: 'Tables not published' },
  'disclosure.report.warnings': {
    id: 'Peringatan: terbit, tetapi',
    en: 'Warnings: published, although',
  },
  'disclosure.report.table-line': { id: '{table}: {why}', en: '{table}: {why}' },
  'disclosure.report.places': { id: 'Sel yang menjadi sebab', en: 'The cells behind it' },
  'disclosure.report.places-more': { id: 'dan {n} sel lagi', en: 'and {n} cells more' },
  'disclosure.report.restated': {
    id: 'Terhadap yang sudah terbit',
    en: 'Against what was published',
  },
  'disclosure.report.restated-line': {
    id: '{table}: {verdict}; sel dengan catatan lain: {changed}, di antaranya terlalu sedikit berubah: {tooFew}',
    en: '{table}: {verdict}; cells with other records: {changed}, of which changed by too few: {tooFew}',
  },
  'disclosure.report.loss': { id: 'Yang hilang', en: 'What is lost' },
  'disclosure.report.loss-hidden': {
    id: 'Dari {nonZero} sel yang berisi, {hidden} disembunyikan ({part}).',
    en: 'Of {nonZero} cells that count something, {hidden} are hidden ({part}).',
  },
  'disclosure.report.audit': {
    id: 'Karena kecil atau sensitif: {primaries}; untuk melindungi yang lain: {secondaries}. Audit lulus sesudah {rounds} putaran dan {linearPrograms} program linear.',
    en: 'For their own sake: {primaries}; to protect others: {secondaries}. The audit passed after {rounds} rounds and {linearPrograms} linear programs.',
  },
  'disclosure.report.loss-moved': {
    id: 'Dari {nonZero} sel yang berisi, {moved} bergeser ({part}); rata-rata besar geseran {mean}.',
    en: 'Of {nonZero} cells that count something, {moved} were moved ({part}); mean size of the move {mean}.',
  },
  'disclosure.report.loss-zero': {
    id: 'Tampil sebagai nol padahal berisi: {toZero} ({part}).',
    en: 'Shown as zero although they count something: {toZero} ({part}).',
  },
  'disclosure.report.shares': {
    id: 'Bagian dari total yang bergeser lebih dari satu poin persen, menurut besarnya total:',
    en: 'Shares of a total that moved by more than one percentage point, by the size of the total:',
  },
  'disclosure.report.shares-size': { id: 'Aduan dalam total', en: 'Complaints in the total' },
  'disclosure.report.shares-count': { id: 'Bagian', en: 'Shares' },
  'disclosure.report.shares-moved': { id: 'Bergeser > 1 poin', en: 'Moved > 1 point' },
  'disclosure.note.title': { id: 'Pelindungan data', en: 'How the data are protected' },
  'disclosure.note.perturb': {
    id: 'Setiap angka digeser sedikit secara acak dengan metode kunci sel: paling banyak {D}, rata-rata nol, ragam {V}. Catatan yang sama selalu mendapat angka yang sama, di tabel mana pun.',
    en: 'Every count is moved a little at random by the cell-key method: by at most {D}, by zero on average, with a variance of {V}. The same records always have the same count, in whatever table.',
  },
  'disclosure.note.perturb-sums': {
    id: 'Angka tidak dapat dijumlahkan dengan tepat: setiap total digeser tersendiri. Pakai total yang terbit, jangan jumlahkan bagiannya.',
    en: 'Counts do not add up exactly: each total is moved by itself. Use the published total, not the sum of its parts.',
  },
  'disclosure.note.perturb-never': {
    id: 'Angka 1 sampai {js} tidak pernah terbit.',
    en: 'Counts from 1 to {js} are never published.',
  },
  'disclosure.note.perturb-zero': {
    id: 'Nol dapat berarti 0 sampai {D}.',
    en: 'Zero may mean 0 to {D}.',
  },
  'disclosure.note.perturb-rates': {
    id: 'Persentase dihitung dari angka yang terbit; selangnya (95 %) mencakup derau. Bila pembilangnya kecil hanya batas yang disebut.',
    en: 'Percentages are worked out from published counts; their intervals (95%) take in the noise. Where the numerator is small only limits are given.',
  },
  'disclosure.note.suppress': {
    id: 'Angka yang terbit adalah angka sebenarnya. Sel yang kurang dari {T} disembunyikan, beserta sel lain yang dapat dipakai untuk menghitungnya.',
    en: 'Published counts are exact. Cells below {T} are hidden, and with them others from which they could be worked out.',
  },
  'disclosure.note.suppress-why': {
    id: 'Tidak disebut sel tersembunyi mana yang kecil dan mana yang melindungi yang lain.',
    en: 'It is not said which hidden cell is small and which protects another.',
  },
  'disclosure.note.suppress-zero': { id: 'Nol adalah nol.', en: 'Zero is zero.' },
  'disclosure.note.suppress-hidden': {
    id: 'Sel tersembunyi: {hidden}.',
    en: 'Hidden cells: {hidden}.',
  },
  'disclosure.note.suppress-audit': {
    id: 'Sudah diuji dengan pemrograman linear bahwa tidak ada sel kecil yang dapat dihitung kembali.',
    en: 'It was tested by linear programming that no small cell can be worked out.',
  },
  'disclosure.note.status': {
    id: 'Kode dalam kolom OBS_STATUS:',
    en: 'Codes in the column OBS_STATUS:',
  },
  'disclosure.note.status-a': { id: 'angka terbit', en: 'published' },
  'disclosure.note.status-q': { id: 'disembunyikan', en: 'hidden' },
  'disclosure.note.status-m': { id: 'tidak mungkin ada', en: 'cannot exist' },
  'disclosure.note.status-u': {
    id: 'hanya batas bawah dan atas (LOWER, UPPER)',
    en: 'only limits are given (LOWER, UPPER)',
  },
} as const;
