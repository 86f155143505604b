/** The attacker: what it recovered, and where (disclosure/attack). */
export const attackMessages = {
  'attack.command': {
    id: 'serang folder terbitan dari berkas publiknya saja: bukti attack data/public/2026Q3',
    en: 'attack a folder of publications from its public files alone: bukti attack data/public/2026Q3',
  },
  'attack.option.known': {
    id: 'folder sel persis milik satu penerima, yang dianggap diketahui (boleh diulang)',
    en: 'folder of exact cells that one recipient holds, taken as known (may be repeated)',
  },
  'attack.option.residents': {
    id: 'tabel publik jumlah penduduk (CSV, boleh diulang) untuk membalik angka per 100.000 penduduk',
    en: 'public table of residents (CSV, may be repeated) by which figures per 100,000 residents are inverted',
  },
  'attack.option.truth': {
    id: 'folder sel persis untuk menilai temuan setelah serangan; penyerang tidak memakainya',
    en: 'folder of exact cells to judge the findings after the attack; the attacker does not use it',
  },
  'attack.option.report': {
    id: 'tulis semua temuan ke berkas JSON ini, di luar folder yang diserang',
    en: 'write every finding to this JSON file, outside the attacked folder',
  },
  'attack.no-folder': {
    id: 'Folder {folder} tidak ada atau tidak dapat dibaca. Periksa namanya.',
    en: 'The folder {folder} does not exist or cannot be read. Check its name.',
  },
  'attack.empty': {
    id: 'Folder {folder} tidak memuat tabel yang dapat dibaca, jadi tidak ada yang diuji. Berikan folder berisi berkas terbitan.',
    en: 'The folder {folder} holds no table that can be read, so nothing was tested. Give a folder of published files.',
  },
  'attack.unreadable': {
    id: 'Berkas {file} tidak dapat dibaca sesuai jenisnya. Perbaiki atau keluarkan berkas itu, lalu jalankan lagi.',
    en: 'The file {file} cannot be read as what its name says. Mend it or take it out and run again.',
  },
  'attack.report-inside': {
    id: 'Laporan {file} akan berada di dalam folder yang diserang. Pilih tempat di luar {folder}.',
    en: 'The report {file} would lie inside the attacked folder. Choose a place outside {folder}.',
  },
  'attack.recovered': {
    id: 'Serangan terhadap {folder} berhasil: {findings} temuan. Jangan terbitkan sebelum diperbaiki.',
    en: 'The attack on {folder} succeeded: {findings} findings. Do not publish before they are mended.',
  },
  'attack.stage': { id: 'Menyerang {folder}', en: 'Attacking {folder}' },
  'attack.stage-as': {
    id: 'Menyerang {folder} sebagai {recipient}',
    en: 'Attacking {folder} as {recipient}',
  },
  'attack.stage-done': {
    id: 'Dibaca {files} berkas, {cells} sel, {hidden} tersembunyi, {equations} persamaan',
    en: 'Read {files} files, {cells} cells, {hidden} hidden, {equations} equations',
  },
  'attack.option.sample': {
    id: 'rilis besar dengan derau: sekian sel diundi dan dihitung selangnya (0)',
    en: 'of a large noisy release: so many cells are drawn and solved for (0)',
  },
  'attack.bad-sample': {
    id: '--sample {text}: bukan bilangan bulat dari 0. Tulis misalnya --sample 1000.',
    en: '--sample {text}: not a whole number from 0. Write for instance --sample 1000.',
  },
  'attack.sampled': {
    id: 'Rilis ini besar: batas setiap sel ditelusuri melalui semua persamaan; selang dengan program linear dihitung untuk {solved} dari {targets} sel (--sample), {undecided} di antaranya belum terputuskan.',
    en: 'A large release: the bounds of every cell were followed through all equations; intervals by linear programs were sought for {solved} of {targets} cells (--sample), {undecided} of them without a decision.',
  },
  'attack.nothing': {
    id: 'Tidak ada yang dapat dipulihkan: {cells} sel, {hidden} tersembunyi, {files} berkas.',
    en: 'Nothing could be recovered: {cells} cells, {hidden} hidden, {files} files.',
  },
  'attack.line': { id: '{file} · {place}', en: '{file} · {place}' },
  'attack.possible': {
    id: 'Mungkin, tergantung pada yang tidak tertulis di berkas publik: {findings}. Nilai dengan --truth.',
    en: 'Possible, depending on what public files do not say: {findings}. Judge them with --truth.',
  },
  'attack.more': {
    id: '... dan {left} lagi; semuanya dengan --report BERKAS.',
    en: '... and {left} more; all of them with --report FILE.',
  },
  'attack.as': { id: 'sebagai {recipient}: ', en: 'as {recipient}: ' },
  'attack.value': { id: 'tepat {low}', en: 'exactly {low}' },
  'attack.range': { id: '{low} sampai {high}', en: '{low} to {high}' },
  'attack.finding.exact': {
    id: '{cell} dihitung dari sel terbit lain: {range} ({by}).',
    en: '{cell} is computed from other published cells: {range} ({by}).',
  },
  'attack.finding.small': {
    id: '{cell} pasti di bawah ambang: {range} ({by}).',
    en: '{cell} is certainly below the threshold: {range} ({by}).',
  },
  'attack.finding.narrow': {
    id: '{cell} hanya mungkin {range}, lebih sempit daripada aturan ({by}).',
    en: '{cell} can only be {range}, narrower than the rule ({by}).',
  },
  'attack.finding.rate': {
    id: '{cell} diperoleh kembali dari angka turunan {by}: {range}.',
    en: '{cell} comes back out of the derived figure {by}: {range}.',
  },
  'attack.finding.residents': {
    id: '{cell} diperoleh kembali dari angka per penduduk {by}, karena jumlah penduduk publik: {range}.',
    en: '{cell} comes back out of the figure by residents {by}, since residents are public: {range}.',
  },
  'attack.finding.mean': {
    id: '{cell}: rata-rata {by} menunjukkan dari berapa kasus ia dihitung: {range}.',
    en: '{cell}: the mean {by} tells of how many cases it was made: {range}.',
  },
  'attack.finding.percentile': {
    id: '{cell}: persentil {by} menunjukkan dari berapa kasus ia dihitung: {range}.',
    en: '{cell}: the percentile {by} tells of how many cases it was made: {range}.',
  },
  'attack.finding.elsewhere': {
    id: '{cell} tersembunyi di sini tetapi terbit di {by}: {range}.',
    en: '{cell} is hidden here but published in {by}: {range}.',
  },
  'attack.finding.change': {
    id: '{cell}: selisih dengan {by} menunjukkan kelompok kecil ({range} laporan).',
    en: '{cell}: the difference from {by} shows a small group ({range} reports).',
  },
  'attack.finding.nested': {
    id: '{cell}: satu wilayah dikurangi wilayah di dalamnya menyisakan {range} ({by}).',
    en: '{cell}: an area less one within it leaves {range} ({by}).',
  },
  'attack.finding.averaged': {
    id: '{cell}: catatan yang sama terbit dengan nilai berbeda ({by}), sehingga derau dapat dirata-ratakan.',
    en: '{cell}: the same records are published with different values ({by}), so noise averages out.',
  },
  'attack.finding.order': {
    id: '{cell}: urutan daftar membocorkan nilai yang tidak terbit: {range} ({by}).',
    en: '{cell}: the order of a list gives away what is not published: {range} ({by}).',
  },
  'attack.finding.colour': {
    id: '{cell}: kelas warnanya menempatkan nilai tersembunyi pada {range} ({by}).',
    en: '{cell}: its colour class places the hidden value at {range} ({by}).',
  },
  'attack.finding.text': {
    id: '{cell} tersembunyi, tetapi teks menyebut {range} ({by}).',
    en: '{cell} is hidden, but a text says {range} ({by}).',
  },
  'attack.finding.metadata': {
    id: '{cell} memuat sesuatu yang persis dan tidak terbit ({by}).',
    en: '{cell} holds something exact that is not published ({by}).',
  },
  'attack.finding.marked': {
    id: '{cell}: keterangan status menunjukkan sel tersembunyi mana yang kecil ({by}).',
    en: '{cell}: the status tells which hidden cell is the small one ({by}).',
  },
  'attack.finding.attribute': {
    id: '{cell}: seluruh kelompok kecil ({range}) ada dalam satu nilai ({by}).',
    en: '{cell}: a small group ({range}) falls wholly into one value ({by}).',
  },
  'attack.finding.singleton': {
    id: '{cell}: satu-satunya orang dalam {by} mengurangi dirinya dan memperoleh nilai ini: {range}.',
    en: '{cell}: the only one in {by} takes himself away and gets this value: {range}.',
  },
  'attack.by.equation': {
    id: 'selisih pada dimensi {dimension}',
    en: 'by subtraction along {dimension}',
  },
  'attack.by.elimination': {
    id: 'eliminasi semua persamaan',
    en: 'elimination over all equations',
  },
  'attack.by.program': {
    id: 'program linear dengan nilai tak negatif',
    en: 'linear program, no value below zero',
  },
  'attack.by.band': { id: 'batas yang terbit', en: 'a published band' },
  'attack.by.unpublished-number': {
    id: 'jumlah baris atau laporan {value}',
    en: 'a number of rows or reports, {value}',
  },
  'attack.by.hash': {
    id: 'hash dari berkas yang tidak publik',
    en: 'the hash of a file that is not public',
  },
  'attack.by.sorted': { id: 'baris terurut menurut nilai', en: 'rows sorted by value' },
  'attack.by.exact-order': {
    id: 'urutan menurut nilai persis, bukan nilai terbit',
    en: 'sorted by exact values, not by the published ones',
  },
  'attack.by.rank': { id: 'peringkat', en: 'its rank' },
  'attack.by.all-or-none': {
    id: '0 atau 100 % dari kurang dari 20',
    en: '0 or 100 % of fewer than 20',
  },
} as const;
