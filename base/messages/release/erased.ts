/** What verifying says of reports that were erased. */
export const erasedMessages = {
  'release.verify.erased-request': {
    id: '{folder}: laporan yang dihapus pada {day} atas permintaan: {records} ({reason}); berkasnya diperiksa terhadap hash yang baru.',
    en: '{folder}: reports erased on {day} on request: {records} ({reason}); its files are checked against the new hashes.',
  },
  'release.verify.erased-retention': {
    id: '{folder}: laporan yang dihapus pada {day} karena masa simpannya habis: {records} ({reason}); berkasnya diperiksa terhadap hash yang baru.',
    en: '{folder}: reports erased on {day}, past their retention: {records} ({reason}); its files are checked against the new hashes.',
  },
  'release.verify.erased-whole': {
    id: 'Semua sama: berkas {batches} batch adalah yang tercatat pada penghapusan terakhirnya. Batch tanpa penghapusan tidak punya hash untuk diperiksa.',
    en: 'All equal: the files of {batches} batches are those on record since their last erasure. A batch without one has no hash to check.',
  },
  'release.verify.tombstone-other-key': {
    id: '{folder}: disegel dengan kunci {sealed}, tetapi penghapusannya ditandatangani dengan kunci {key}. Tanyakan kepada penerbitnya apakah keduanya miliknya.',
    en: '{folder}: sealed with key {sealed}, but its erasure is signed with key {key}. Ask its publisher whether both are theirs.',
  },
  'release.verify.tombstone': {
    id: '{file}: bukan catatan penghapusan (tombstone) yang sah untuk folder ini.',
    en: '{file}: not a valid tombstone of this folder.',
  },
  'release.verify.tombstone-signature': {
    id: '{file}: catatan penghapusan tidak ditandatangani, atau tanda tangannya tidak cocok.',
    en: '{file}: the tombstone is not signed, or its signature does not fit.',
  },
  'release.verify.tombstone-gap': {
    id: '{file}: hash lama {name} bukan hash yang tercatat sebelum penghapusan.',
    en: '{file}: the old hash of {name} is not the one on record before the erasure.',
  },
  'release.verify.tombstone-missing': {
    id: '{file}: penghapusan yang tercatat di sini tidak sama dengan catatan penghapusan (tombstone) di sampingnya.',
    en: '{file}: the erasures it lists are not those of the tombstones beside it.',
  },
  'release.stale-erased': {
    id: 'Gudang data masih dari sebelum penghapusan {day}: jalankan "bukti build" lebih dahulu, lalu segel.',
    en: 'The warehouse is still from before the erasure of {day}: run "bukti build" first, then seal.',
  },
  'release.erased-meanwhile': {
    id: 'Selama penyegelan ada laporan yang dihapus, dan vault yang baru masih memuatnya: jalankan "bukti forget" sekali lagi dengan daftar yang sama.',
    en: 'Reports were erased while this was sealed, and the new vault still holds them: run "bukti forget" once more with the same list.',
  },
} as const;
