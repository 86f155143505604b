/** The public root of releases: its gate, and what its files say. */
export const publicMessages = {
  'release.public.broken': {
    id: 'Rilis {place} tidak disegel: {n} hal dapat disimpulkan penyerang dari berkas publiknya ({kinds}; misalnya {places}). Tidak ada yang terbit. Kasarkan tabelnya di models/publish, naikkan versinya, lalu coba lagi.',
    en: 'Release {place} is not sealed: an attacker can work out from its public files what is hidden, {n} times ({kinds}; for instance {places}). Nothing was published. Coarsen the tables in models/publish, raise its version and try again.',
  },
  'release.public.design-written': {
    id: 'Kehalusan tabel publik versi {version} ditetapkan dan ditulis ke {file}; rilis berikutnya memakainya.',
    en: 'How fine the public tables of version {version} are is decided and written to {file}; later releases use it.',
  },
  'release.public.title': {
    id: 'Laporan warga ke SP4N-LAPOR!, {period}, v{version}',
    en: 'Citizens’ reports to SP4N-LAPOR!, {period}, v{version}',
  },
  'release.public.synthetic': {
    id: 'SINTETIS: data contoh, bukan laporan sungguhan.',
    en: 'SINTETIS: sample data, no real reports.',
  },
  'release.public.provisional': {
    id: 'SEMENTARA: angka dapat berubah pada versi berikutnya.',
    en: 'PROVISIONAL: figures may change in a later version.',
  },
  'release.public.as-of': {
    id: 'Keadaan per {day}. Satu baris adalah satu angka; pilah menurut kolom-kolomnya. labels.csv memberi nama kode, structure.json memberi jumlahan antarkode.',
    en: 'As of {day}. A row is one figure; its columns say what of. labels.csv names the codes, structure.json the sums between them.',
  },
  'release.public.year': {
    id: 'Untuk {period} seluruhnya:',
    en: 'For the whole of {period}:',
  },
  'release.public.matured': {
    id: 'Untuk {period}, porsi pada jangka yang dahulu belum genap:',
    en: 'For {period}, shares at horizons that had not been reached then:',
  },
  'release.public.caveat': {
    id: 'Laporan menunjukkan siapa yang melapor dan bagaimana laporan ditangani, bukan seberapa sering masalah terjadi.',
    en: 'Reports show who reports and how reports are handled, not how often problems occur.',
  },
  'release.public.licence': {
    id: 'Lisensi: CC BY 4.0. Sebut sumbernya dengan periode dan versi.',
    en: 'Licence: CC BY 4.0. Name the source with its period and version.',
  },
  'release.public.check': {
    id: 'Periksa keasliannya: bukti verify pada folder ini.',
    en: 'Check that it is genuine: bukti verify on this folder.',
  },
  'publish.outcome.all': { id: 'Semua', en: 'All' },
  'publish.outcome.valid': { id: 'Laporan sah', en: 'Valid reports' },
  'publish.outcome.deleted': { id: 'Dihapus', en: 'Deleted' },
  'publish.outcome.resolved': { id: 'Selesai', en: 'Resolved' },
  'publish.outcome.not_resolved': { id: 'Tidak selesai', en: 'Not resolved' },
  'publish.outcome.archived': { id: 'Diarsipkan', en: 'Archived' },
  'publish.outcome.not_archived': { id: 'Tidak diarsipkan', en: 'Not archived' },
  'publish.outcome.unresolved': {
    id: 'Belum selesai melewati batas, ditunda, atau diarsipkan',
    en: 'Open beyond the limit, postponed or archived',
  },
  'publish.outcome.not_unresolved': {
    id: 'Selesai, atau terbuka dalam batas',
    en: 'Resolved, or open within the limit',
  },
  'publish.outcome.not_resolved_archived': {
    id: 'Tidak selesai dan tidak diarsipkan',
    en: 'Neither resolved nor archived',
  },
  'publish.outcome.postponed': { id: 'Ditunda', en: 'Postponed' },
  'publish.outcome.open_within': { id: 'Terbuka dalam batas', en: 'Open within the limit' },
  'publish.outcome.open_beyond': { id: 'Terbuka melewati batas', en: 'Open beyond the limit' },
  'publish.outcome.withdrawn': { id: 'Ditarik pelapor', en: 'Withdrawn by the reporter' },
  'publish.outcome.status_unknown': { id: 'Status tidak diketahui', en: 'Status unknown' },
  'publish.clock.verify': { id: 'Verifikasi', en: 'Verification' },
  'publish.clock.respond_citizen': { id: 'Tanggapan pertama', en: 'First response' },
  'publish.clock.resolve': { id: 'Penyelesaian', en: 'Resolution' },
  'publish.clock.started': { id: '{clock}: waktu berjalan', en: '{clock}: clock started' },
  'publish.clock.no_time': {
    id: '{clock}: waktunya tidak terbaca',
    en: '{clock}: time cannot be read',
  },
  'publish.clock.no_log': {
    id: '{clock}: tanpa catatan kejadian',
    en: '{clock}: no event log',
  },
  'publish.clock.by': {
    id: '{clock} dalam {days} hari kerja',
    en: '{clock} within {days} working days',
  },
  'publish.clock.not_by': {
    id: '{clock} tidak dalam {days} hari kerja',
    en: '{clock} not within {days} working days',
  },
  'publish.clock.from_to': {
    id: '{clock} pada hari kerja ke-{from} sampai ke-{to}',
    en: '{clock} on working days {from} to {to}',
  },
  'publish.clock.judged': {
    id: '{clock}: batasnya dapat dinilai',
    en: '{clock}: limit can be judged',
  },
  'publish.clock.unjudged': {
    id: '{clock}: batasnya belum dapat dinilai',
    en: '{clock}: limit cannot be judged',
  },
  'publish.clock.kept': { id: '{clock} dalam batas', en: '{clock} within the limit' },
  'publish.clock.late': { id: '{clock} terlambat', en: '{clock} late' },
} as const;
