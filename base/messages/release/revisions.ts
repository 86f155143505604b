/** A release that says another thing than one before it. */
export const revisionMessages = {
  'release.needs-reason': {
    id: 'Angka {period} sudah disegel sebagai {before}, dan {changed} angka kini lain. Berkas data baru: {added}; tidak dipakai lagi: {removed}. Versi baru tidak disegel tanpa alasan yang dinyatakan: ulangi perintahnya dengan --reason "ALASAN" (misalnya bukti release {period} --reason "ekspor susulan dari Kementerian X"); penerima rilis membacanya.',
    en: 'The figures of {period} are sealed as {before}, and {changed} of them now differ. Data files that are new: {added}; no longer used: {removed}. A new version is not sealed without a stated reason: run the command again with --reason "REASON" (such as bukti release {period} --reason "late export of ministry X"); those who receive the release read it.',
  },
} as const;
