/** Erasure on request, and retention. */
export const forgetMessages = {
  'cli.forget': {
    id: 'menghapus laporan atas permintaan pelapornya, atau yang masa simpannya habis',
    en: 'erases reports on request, or those past their retention',
  },
  'cli.option.forget-from': {
    id: 'berkas berisi ID, satu per baris; - untuk masukan baku',
    en: 'a file of ids, one a line; - for standard input',
  },
  'cli.option.forget-reporter': {
    id: 'ID yang diberikan adalah ID pelapor: semua laporannya',
    en: 'the ids are those of reporters: all of their reports',
  },
  'cli.option.forget-register': {
    id: 'register penerbit ID, bila lebih dari satu yang tercatat',
    en: 'the register that issued the ids, where there are several',
  },
  'cli.option.forget-expired': {
    id: 'semua laporan yang melewati masa simpan di bukti.yaml',
    en: 'all reports past the retention of bukti.yaml',
  },
  'cli.option.forget-on': {
    id: 'hari perhitungan masa simpan (bawaan: hari ini)',
    en: 'the day that retention is reckoned on (default: today)',
  },
  'cli.option.forget-reason': {
    id: 'alasan, untuk catatan penghapusan; tanpa nama dan nomor',
    en: 'why, for the tombstone; without names and numbers',
  },
  'cli.option.forget-dry-run': {
    id: 'hanya menyebutkan berkas dan jumlahnya; tidak mengubah apa pun',
    en: 'only say which files and how many; change nothing',
  },
  'cli.option.forget-delete-inputs': {
    id: 'hapus juga berkas asalnya dari inbox',
    en: 'delete the input files from the inbox too',
  },
  'cli.option.forget-no-build': {
    id: 'jangan membangun ulang gudang data sesudahnya',
    en: 'do not build the warehouse anew afterwards',
  },
  'forget.nothing-landed': {
    id: 'Belum ada data di {place}; tidak ada yang dapat dihapus.',
    en: 'Nothing has landed in {place}; there is nothing to erase.',
  },
  'forget.no-ids': {
    id: 'Sebutkan Tracking ID yang diminta dihapus: --from BERKAS (satu per baris; - untuk masukan baku), atau sebagai argumen. Untuk masa simpan: --expired.',
    en: 'Name the tracking ids to be erased: --from FILE (one a line; - for standard input), or as arguments. For retention: --expired.',
  },
  'forget.both': {
    id: '--expired tidak memerlukan ID: jalankan sendiri-sendiri.',
    en: '--expired takes no ids: run the two one after the other.',
  },
  'forget.no-retention': {
    id: 'bukti.yaml tidak menetapkan masa simpan. Tulis misalnya: sources: {lapor: {retention: 5y}}.',
    en: 'bukti.yaml sets no retention. Write for example: sources: {lapor: {retention: 5y}}.',
  },
  'forget.on-future': {
    id: '--on {date} belum tiba: hanya dengan --dry-run.',
    en: '--on {date} has not come yet: only with --dry-run.',
  },
  'forget.reason-empty': {
    id: 'Sebutkan alasannya dengan --reason; alasan itu tertulis di catatan penghapusan (tombstone).',
    en: 'Say why with --reason; it stands in the tombstone.',
  },
  'forget.reason-personal': {
    id: '--reason memuat ID, nomor, alamat, atau nama; catatan penghapusan tidak boleh menunjuk siapa pun. Tulis misalnya: "permintaan subjek data, UU 27/2022 Pasal 8".',
    en: '--reason holds an id, a number, an address or a name; the tombstone must point to nobody. Write for example: "request of the data subject, Law 27/2022 Article 8".',
  },
  'forget.no-register': {
    id: 'Tidak ada register "{register}". Yang tercatat: {known}.',
    en: 'There is no register "{register}". Known: {known}.',
  },
  'forget.ambiguous': {
    id: '{n} ID dikenal oleh lebih dari satu register ({registers}) dan bisa milik orang yang berbeda: sebutkan registernya dengan --register.',
    en: '{n} ids are known to more than one register ({registers}) and may be of different people: name the register with --register.',
  },
  'forget.look': {
    id: 'Mencari di data masuk dan vault',
    en: 'Looking through landing and vaults',
  },
  'forget.write': {
    id: 'Menulis ulang {done} dari {total}',
    en: 'Rewriting {done} of {total}',
  },
  'forget.asked': {
    id: '{asked} ID diminta: {already} sudah dihapus dahulu, {unknown} tidak dikenal di sini.',
    en: '{asked} ids asked for: {already} were erased before, {unknown} are not known here.',
  },
  'forget.unknown': {
    id: '{unknown} ID tidak dikenal: periksa penulisannya. Tidak ada yang dicatat tentangnya.',
    en: '{unknown} ids are not known: check how they are written. Nothing is recorded of them.',
  },
  'forget.retention': {
    id: '{source}: disimpan {period}, yaitu sejak {day}.',
    en: '{source}: kept for {period}, that is from {day} on.',
  },
  'forget.no-source': {
    id: 'bukti.yaml menetapkan masa simpan bagi {source}, tetapi sumber itu belum ada di data; yang ada: {known}.',
    en: 'bukti.yaml sets a retention for {source}, but no such source has landed; there are: {known}.',
  },
  'forget.folder': {
    id: '{folder}: {records} laporan, {rows} baris dalam {files} berkas.',
    en: '{folder}: {records} reports, {rows} rows in {files} files.',
  },
  'forget.copies': {
    id: '{copies} salinan gudang data dari hari lain dibuang; dibuat lagi bila diperlukan.',
    en: '{copies} copies of the warehouse for other days go; they are made again when needed.',
  },
  'forget.inputs': {
    id: 'Inbox masih memuat {n} berkas asalnya, seperti dikirim sumbernya, dengan nama dan isi laporan: {files}. Berkas itu sudah masuk dan tidak diperlukan lagi: hapus sendiri, atau dengan --delete-inputs.',
    en: 'The inbox still holds {n} of the input files as the source wrote them, names and texts included: {files}. They have landed and are not needed any more: delete them, or use --delete-inputs.',
  },
  'forget.inputs-deleted': {
    id: '{n} berkas asal dihapus dari inbox: {files}.',
    en: '{n} input files were deleted from the inbox: {files}.',
  },
  'forget.exports': {
    id: 'Log ekspor mencatat {n} ekspor per laporan. Di dalamnya tidak ada kunci, jadi tidak dapat dicari; mintalah pemegangnya menghapus yang tidak diperlukan.',
    en: 'The export log has {n} exports of single reports. They hold no keys, so that nothing can be sought in them; ask their holders to delete what they do not need.',
  },
  'forget.nothing': {
    id: 'Tidak ada yang perlu dihapus.',
    en: 'There is nothing to erase.',
  },
  'forget.would': {
    id: '{records} laporan akan dihapus dari {folders} folder. Tidak ada yang diubah.',
    en: '{records} reports would be erased from {folders} folders. Nothing was changed.',
  },
  'forget.done': {
    id: '{records} laporan dihapus dari {folders} folder; catatan penghapusan {tombstones}. Angka tidak berubah. Ini tidak dapat dibatalkan; cadangan lama masih memuatnya sampai dihapus.',
    en: '{records} reports erased from {folders} folders; tombstone {tombstones}. No figure changes. This cannot be undone; old backups hold them until they are deleted.',
  },
  'forget.stale': {
    id: 'Gudang data masih memuatnya sampai dibangun ulang: bukti build.',
    en: 'The warehouse holds them until it is built anew: bukti build.',
  },
  'reports.quality.sources.erased': {
    id: 'Selain itu {rows} baris dari laporan yang sudah dihapus (hak subjek data atau masa simpan) tidak dimasukkan lagi.',
    en: 'Besides, {rows} rows of reports that had been erased (right of the data subject, or retention) were not taken in again.',
  },
  'cli.land.suppressed': {
    id: '{file}: {n} baris tidak dimasukkan karena laporannya sudah dihapus.',
    en: '{file}: {n} rows were left out, since their reports have been erased.',
  },
} as const;
