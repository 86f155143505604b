/** Keys, signatures, and what verifying a release says. */
export const verifyMessages = {
  'release.key-unreadable': {
    id: '{file}: bukan kunci Ed25519 dalam bentuk PEM. Pulihkan dari cadangan, atau sebutkan berkas lain.',
    en: '{file}: not an Ed25519 key in PEM form. Restore it from your backup, or name another file.',
  },
  'release.key-created': {
    id: 'Kunci tanda tangan baru ada di {file}; hanya Anda yang dapat membacanya. Simpan salinannya di tempat aman, dan umumkan kunci publiknya: bukti key --public.',
    en: 'A new signing key is in {file}, readable by you alone. Keep a copy in a safe place, and publish its public half: bukti key --public.',
  },
  'release.key-shown': {
    id: 'Kunci tanda tangan {key}, di {file}.',
    en: 'Signing key {key}, in {file}.',
  },
  'release.key-none': {
    id: 'Belum ada kunci tanda tangan di {file}; "bukti release" membuatnya, atau "bukti key --new".',
    en: 'There is no signing key in {file} yet; "bukti release" makes one, or "bukti key --new".',
  },
  'cli.key': {
    id: 'kunci yang menandatangani rilis',
    en: 'the key that signs releases',
  },
  'cli.option.key-public': {
    id: 'tulis kunci publiknya (PEM)',
    en: 'write its public half (PEM)',
  },
  'cli.option.key-new': {
    id: 'buat kunci bila belum ada',
    en: 'make a key where there is none',
  },
  'cli.verify': {
    id: 'memeriksa rilis: berkas, tanda tangan, dan setiap angkanya',
    en: 'checks a release: its files, its signature, and every figure',
  },
  'cli.option.verify-key': {
    id: 'kunci publik yang dipercaya (berkas PEM)',
    en: 'a public key that you trust (PEM file)',
  },
  'release.verify.nothing': {
    id: '{folder} tidak memuat rilis: tidak ada manifest.json di dalamnya. Sebutkan folder seperti data/releases/2026Q3/v1.',
    en: '{folder} holds no release: there is no manifest.json in it. Name a folder such as data/releases/2026Q3/v1.',
  },
  'release.verify.stage': {
    id: 'Memeriksa {folder}',
    en: 'Verifying {folder}',
  },
  'release.verify.part': {
    id: '{folder}: {files} berkas, {figures} angka',
    en: '{folder}: {files} files, {figures} figures',
  },
  'release.verify.whole': {
    id: 'Semua sama: {files} berkas seperti yang disegel.',
    en: 'All equal: {files} files are what was sealed.',
  },
  'release.verify.failed': {
    id: 'Tidak sama: {problems} masalah, seperti tertulis di atas. Jangan memakai angka ini; pulihkan foldernya dari cadangan atau minta kepada penerbitnya.',
    en: 'Not equal: {problems} problems, as listed above. Do not use these figures; restore the folder from a backup, or ask its publisher.',
  },
  'release.verify.manifest': {
    id: '{file}: bukan manifes yang sah ({why}).',
    en: '{file}: not a valid manifest ({why}).',
  },
  'release.verify.missing': {
    id: '{file}: tercantum di manifes tetapi tidak ada.',
    en: '{file}: listed in the manifest but not there.',
  },
  'release.verify.changed': {
    id: '{file}: isinya berbeda dari yang disegel.',
    en: '{file}: its content is not what was sealed.',
  },
  'release.verify.unlisted': {
    id: '{file}: tidak tercantum di manifes.',
    en: '{file}: not listed in the manifest.',
  },
  'release.verify.unsigned': {
    id: '{folder}: tidak ditandatangani.',
    en: '{folder}: not signed.',
  },
  'release.verify.signature-wrong': {
    id: '{folder}: tanda tangannya tidak cocok dengan manifes.',
    en: '{folder}: the signature does not fit the manifest.',
  },
  'release.verify.signed': {
    id: 'Ditandatangani dengan kunci {key}, yang Anda percaya.',
    en: 'Signed with key {key}, which you trust.',
  },
  'release.verify.signed-unknown': {
    id: 'Ditandatangani dengan kunci {key}. Apakah kunci itu milik penerbitnya tidak diperiksa: sebutkan kunci publik yang Anda percaya dengan --key BERKAS.',
    en: 'Signed with key {key}. Whether that key is the publisher’s was not checked: name a public key that you trust with --key FILE.',
  },
  'release.verify.wrong-key': {
    id: '{folder}: ditandatangani dengan kunci {key}, bukan dengan kunci yang Anda percaya.',
    en: '{folder}: signed with key {key}, not with the key that you trust.',
  },
  'release.verify.public-row': {
    id: '{file}, baris {row}: bukan nilai yang dapat dihasilkan perlindungannya ({why}).',
    en: '{file}, row {row}: no value that its protection can give ({why}).',
  },
  'release.verify.public-two': {
    id: '{file}, baris {row}: sel ini bernilai lain di {other}.',
    en: '{file}, row {row}: this cell has another value in {other}.',
  },
  'release.verify.public-lacks': {
    id: '{file}: {cells} sel tabelnya tidak ada.',
    en: '{file}: {cells} cells of its table are missing.',
  },
  'release.verify.public-differs': {
    id: '{folder}: berkas publik yang dihitung lagi dari brankas ini bukan yang terbit.',
    en: '{folder}: the public files made again from this vault are not those that were published.',
  },
  'release.verify.two-values': {
    id: '{id}: nilainya {a} di {first}, tetapi {b} di {second}.',
    en: '{id}: it is {a} in {first}, but {b} in {second}.',
  },
  'release.verify.figures': {
    id: '{folder}: angka-angkanya tidak cocok dengan hash di manifes.',
    en: '{folder}: its figures do not fit the hash in the manifest.',
  },
  'release.verify.part-replaced': {
    id: '{folder}: manifesnya bukan yang dicatat di vault.',
    en: '{folder}: its manifest is not the one that the vault recorded.',
  },
  'release.verify.derived': {
    id: 'Setiap angka dihitung ulang dari ekstrak yang dibekukan: {figures} angka sama.',
    en: 'Every figure was computed again from the frozen extract: {figures} figures are equal.',
  },
  'release.verify.underived': {
    id: 'Turunannya tidak diperiksa: itu memerlukan vault dari pengelola gudang data.',
    en: 'Derivation not checked: that needs the vault of those who operate the warehouse.',
  },
  'release.verify.differs': {
    id: '{id}: tersegel {sealed}, dihitung ulang {computed}.',
    en: '{id}: sealed {sealed}, computed again {computed}.',
  },
  'release.verify.other-code': {
    id: 'Kode yang menghitung ulang bukan kode yang membuat rilis ini; perbedaan dapat berasal dari situ.',
    en: 'The code that computed again is not the code that made this release; differences may come from that.',
  },
  'release.bad-id': {
    id: '"{id}" bukan id angka. Id berbentuk 2026Q3/v1/respond_citizen.median?province=35&sex=f, dan tertulis di lampiran laporan serta di samping angka dalam berkas XLSX.',
    en: '"{id}" is not the id of a figure. An id looks like 2026Q3/v1/respond_citizen.median?province=35&sex=f; it stands in the appendix of reports and beside the figure in XLSX files.',
  },
  'cli.explain': { id: 'dari mana sebuah angka berasal', en: 'where a figure comes from' },
  'release.explain.value': { id: 'nilai', en: 'value' },
  'release.explain.interval': { id: 'selang kepercayaan 95 %', en: '95% confidence interval' },
  'release.explain.as-of': { id: 'keadaan sampai', en: 'as of' },
  'release.explain.difference': { id: 'selisih', en: 'difference' },
  'release.explain.compared': { id: 'dibandingkan dengan', en: 'compared with' },
  'release.explain.clear': {
    id: 'jelas berbeda (q = {q}, dari {tests} pembandingan)',
    en: 'clearly different (q = {q}, of {tests} comparisons)',
  },
  'release.explain.unclear': {
    id: 'belum dapat dipastikan (q = {q}, dari {tests} pembandingan)',
    en: 'not certain (q = {q}, of {tests} comparisons)',
  },
  'release.explain.release': { id: 'rilis', en: 'release' },
  'release.explain.models': { id: 'tabel gudang data', en: 'warehouse tables' },
  'release.explain.batches': {
    id: 'Data masuk: {n} berkas dari {sources}, terakhir diketahui {day}. Hash tiap berkas ada di manifes.',
    en: 'Data taken in: {n} files of {sources}, the last known on {day}. The hash of each is in the manifest.',
  },
  'release.explain.history': { id: 'Yang dikatakan tiap rilis:', en: 'What each release said:' },
  'release.explain.today': {
    id: 'Vault rilis ini tidak ada di sini: definisi dan SQL di bawah adalah yang berlaku hari ini.',
    en: 'The vault of this release is not here: the definition and SQL below are those of today.',
  },
} as const;
