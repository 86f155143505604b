/** Page one: sentences of findings, comparisons, the page's frame. Sentences end without a point where a clause may follow. */
export const reportsFindingMessages = {
  'reports.ksp.name': {
    id: 'Ringkasan pengaduan publik untuk Kantor Staf Presiden, {quarter}',
    en: 'Public complaints brief for the President’s Staff Office, {quarter}',
  },
  'reports.mark.restricted': { id: 'TERBATAS', en: 'RESTRICTED' },
  'reports.mark.synthetic': { id: 'SINTETIS', en: 'SYNTHETIC' },
  'reports.mark.provisional': { id: 'SEMENTARA', en: 'PROVISIONAL' },
  'reports.release-line': {
    id: 'Rilis {release}, keadaan sampai {as_of}.',
    en: 'Release {release}, as of {as_of}.',
  },
  'reports.note.revision': {
    id: 'Versi ini menggantikan yang sebelumnya: {reason}',
    en: 'This version replaces the one before: {reason}',
  },
  'reports.note.synthetic': {
    id: 'Data ini buatan dan tidak menggambarkan keadaan sebenarnya.',
    en: 'The data are made up and describe no real situation.',
  },
  'reports.note.coverage-short': {
    id: 'Sumber berakhir sebelum tanggal acuan yang lazim, sehingga angka bersifat sementara.',
    en: 'The sources end before the usual as-of day, so the figures are provisional.',
  },
  'reports.note.weekdays': {
    id: 'Hari kerja dihitung Senin sampai Jumat tanpa hari libur (calendar: weekdays).',
    en: 'Working days are counted Monday to Friday without holidays (calendar: weekdays).',
  },
  'reports.note.regions': {
    id: 'Wilayah memakai nama dari sumber (regions: source).',
    en: 'Regions carry the names of the source (regions: source).',
  },
  'reports.skip': { id: 'Langsung ke isi', en: 'Skip to content' },
  'reports.contents': { id: 'Daftar isi', en: 'Contents' },
  'reports.findings.title': { id: 'Temuan utama', en: 'Main findings' },
  'reports.findings.none': {
    id: 'Belum ada angka yang cukup untuk sebuah temuan pada triwulan ini.',
    en: 'No figure of this quarter is strong enough for a finding.',
  },
  'reports.findings.note': {
    id: 'Dalam kurung: selang kepercayaan 95 persen. Temuan bersifat deskriptif.',
    en: 'In brackets: 95% confidence intervals. The findings are descriptive.',
  },
  'reports.findings.caveat': {
    id: 'Pelapor bukan sampel dari seluruh warga.',
    en: 'Reporters are no sample of all citizens.',
  },
  'reports.headline.none': {
    id: 'Belum ada angka yang cukup untuk {quarter}',
    en: 'There are not yet enough figures for {quarter}',
  },
  'reports.finding.resolve-14': {
    id: 'Sebanyak {value} laporan {quarter} selesai dalam 14 hari kerja',
    en: '{value} of reports from {quarter} were resolved within 14 working days',
  },
  'reports.finding.received': {
    id: 'Sebanyak {value} laporan diterima pada {quarter}',
    en: '{value} reports were received in {quarter}',
  },
  'reports.finding.respond-5': {
    id: 'Sebanyak {value} laporan {quarter} mendapat tanggapan pertama dalam 5 hari kerja',
    en: '{value} of reports from {quarter} had a first response within 5 working days',
  },
  'reports.finding.resolve-60': {
    id: 'Sebanyak {value} laporan {quarter} selesai dalam 60 hari kerja',
    en: '{value} of reports from {quarter} were resolved within 60 working days',
  },
  'reports.finding.resolved': {
    id: 'Sebanyak {value} laporan sah {quarter} sudah selesai pada tanggal acuan',
    en: '{value} of valid reports from {quarter} were resolved by the as-of day',
  },
  'reports.finding.archived': {
    id: 'Sebanyak {value} laporan sah {quarter} diarsipkan tanpa penyelesaian',
    en: '{value} of valid reports from {quarter} were archived without being resolved',
  },
  'reports.finding.reason': {
    id: 'Di antara alasan yang disebut, yang tersering adalah “{reason}”: {value} pada {quarter}',
    en: 'Of the reasons that were given, the most frequent was “{reason}”: {value} in {quarter}',
  },
  'reports.finding.rating': {
    id: 'Pelapor memberi nilai rata-rata {value} dari 5 untuk penanganan laporan {quarter}',
    en: 'Reporters rated the handling of reports from {quarter} {value} out of 5 on average',
  },
  'reports.colophon': {
    id: 'Sumber: {sources}. Rilis {release}, keadaan sampai {as_of}. Dibuat dengan {software} hanya dari rilis yang disegel.',
    en: 'Source: {sources}. Release {release}, as of {as_of}. Made with {software} from the sealed release alone.',
  },
  'reports.colophon.hash': {
    id: 'SHA-256 manifes rilis:',
    en: 'SHA-256 of the release’s manifest:',
  },
} as const;
