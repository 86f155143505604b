/** What is said of comparisons: sentences of findings without their final point, sizes of changes, what is withheld. */
export const reportsComparisonMessages = {
  'reports.finding.change.received-count.up': {
    id: 'Laporan yang masuk{group} bertambah dari {before} menjadi {now} laporan',
    en: 'Reports received{group} rose from {before} to {now}',
  },
  'reports.finding.change.received-count.down': {
    id: 'Laporan yang masuk{group} berkurang dari {before} menjadi {now} laporan',
    en: 'Reports received{group} fell from {before} to {now}',
  },
  'reports.finding.change.resolved-share.up': {
    id: 'Persentase laporan{group} yang selesai pada tanggal acuan naik dari {before} menjadi {now}',
    en: 'The share of reports{group} resolved by the as-of day rose from {before} to {now}',
  },
  'reports.finding.change.resolved-share.down': {
    id: 'Persentase laporan{group} yang selesai pada tanggal acuan turun dari {before} menjadi {now}',
    en: 'The share of reports{group} resolved by the as-of day fell from {before} to {now}',
  },
  'reports.finding.change.archived-share.up': {
    id: 'Persentase laporan{group} yang diarsipkan tanpa penyelesaian naik dari {before} menjadi {now}',
    en: 'The share of reports{group} archived without being resolved rose from {before} to {now}',
  },
  'reports.finding.change.archived-share.down': {
    id: 'Persentase laporan{group} yang diarsipkan tanpa penyelesaian turun dari {before} menjadi {now}',
    en: 'The share of reports{group} archived without being resolved fell from {before} to {now}',
  },
  'reports.finding.change.respond-citizen-median.up': {
    id: 'Nilai tengah waktu sampai tanggapan pertama{group} memanjang dari {before} menjadi {now}',
    en: 'The median time to the first response{group} went up from {before} to {now}',
  },
  'reports.finding.change.respond-citizen-median.down': {
    id: 'Nilai tengah waktu sampai tanggapan pertama{group} memendek dari {before} menjadi {now}',
    en: 'The median time to the first response{group} went down from {before} to {now}',
  },
  'reports.finding.change.respond-citizen-within-limit.up': {
    id: 'Persentase laporan{group} yang ditanggapi dalam batas waktu naik dari {before} menjadi {now}',
    en: 'The share of reports{group} answered within the limit rose from {before} to {now}',
  },
  'reports.finding.change.respond-citizen-within-limit.down': {
    id: 'Persentase laporan{group} yang ditanggapi dalam batas waktu turun dari {before} menjadi {now}',
    en: 'The share of reports{group} answered within the limit fell from {before} to {now}',
  },
  'reports.finding.change.verify-within-limit.up': {
    id: 'Persentase laporan{group} yang diteruskan dalam batas waktu naik dari {before} menjadi {now}',
    en: 'The share of reports{group} forwarded within the limit rose from {before} to {now}',
  },
  'reports.finding.change.verify-within-limit.down': {
    id: 'Persentase laporan{group} yang diteruskan dalam batas waktu turun dari {before} menjadi {now}',
    en: 'The share of reports{group} forwarded within the limit fell from {before} to {now}',
  },
  'reports.finding.change.resolve-within-limit.up': {
    id: 'Persentase laporan{group} yang selesai dalam batas waktu naik dari {before} menjadi {now}',
    en: 'The share of reports{group} resolved within the limit rose from {before} to {now}',
  },
  'reports.finding.change.resolve-within-limit.down': {
    id: 'Persentase laporan{group} yang selesai dalam batas waktu turun dari {before} menjadi {now}',
    en: 'The share of reports{group} resolved within the limit fell from {before} to {now}',
  },
  'reports.finding.change.respond-agency-within-limit.up': {
    id: 'Persentase penerusan{group} yang ditanggapi dalam batas waktu naik dari {before} menjadi {now}',
    en: 'The share of forwardings{group} answered within the limit rose from {before} to {now}',
  },
  'reports.finding.change.respond-agency-within-limit.down': {
    id: 'Persentase penerusan{group} yang ditanggapi dalam batas waktu turun dari {before} menjadi {now}',
    en: 'The share of forwardings{group} answered within the limit fell from {before} to {now}',
  },
  'reports.finding.change.returned-share.up': {
    id: 'Persentase laporan{group} yang dikembalikan instansi naik dari {before} menjadi {now}',
    en: 'The share of reports{group} that agencies returned rose from {before} to {now}',
  },
  'reports.finding.change.returned-share.down': {
    id: 'Persentase laporan{group} yang dikembalikan instansi turun dari {before} menjadi {now}',
    en: 'The share of reports{group} that agencies returned fell from {before} to {now}',
  },
  'reports.finding.change.rating-mean.up': {
    id: 'Nilai rata-rata dari pelapor{group} naik dari {before} menjadi {now} pada skala 1 sampai 5',
    en: 'The average rating by reporters{group} rose from {before} to {now} on a scale of 1 to 5',
  },
  'reports.finding.change.rating-mean.down': {
    id: 'Nilai rata-rata dari pelapor{group} turun dari {before} menjadi {now} pada skala 1 sampai 5',
    en: 'The average rating by reporters{group} fell from {before} to {now} on a scale of 1 to 5',
  },
  'reports.finding.change.backlog-count.up': {
    id: 'Laporan yang menunggu{group} bertambah dari {before} menjadi {now} pada akhir {quarter}',
    en: 'Reports pending{group} rose from {before} to {now} at the end of {quarter}',
  },
  'reports.finding.change.backlog-count.down': {
    id: 'Laporan yang menunggu{group} berkurang dari {before} menjadi {now} pada akhir {quarter}',
    en: 'Reports pending{group} fell from {before} to {now} at the end of {quarter}',
  },
  'reports.finding.change.unresolved-reason-share.up': {
    id: 'Alasan “{reason}” lebih sering disebut: dari {before} menjadi {now} laporan {of}',
    en: 'The reason “{reason}” was given more often: from {before} to {now} of reports {of}',
  },
  'reports.finding.change.unresolved-reason-share.down': {
    id: 'Alasan “{reason}” lebih jarang disebut: dari {before} menjadi {now} laporan {of}',
    en: 'The reason “{reason}” was given less often: from {before} to {now} of reports {of}',
  },
  'reports.finding.change.unknown-share.up': {
    id: 'Persentase laporan{group} tanpa catatan {field} naik dari {before} menjadi {now}',
    en: 'The share of reports{group} without a record of {field} rose from {before} to {now}',
  },
  'reports.finding.change.unknown-share.down': {
    id: 'Persentase laporan{group} tanpa catatan {field} turun dari {before} menjadi {now}',
    en: 'The share of reports{group} without a record of {field} fell from {before} to {now}',
  },
  'reports.finding.change.other.up': {
    id: '{metric}{group} naik dari {before} menjadi {now}',
    en: '{metric}{group} rose from {before} to {now}',
  },
  'reports.finding.change.other.down': {
    id: '{metric}{group} turun dari {before} menjadi {now}',
    en: '{metric}{group} fell from {before} to {now}',
  },
  'reports.finding.others.respond-citizen-median.up': {
    id: 'Pelapor {sex}{group} menunggu tanggapan pertama lebih lama daripada pelapor {other}: nilai tengah {now} dan {before}',
    en: '{sex} reporters{group} waited longer for a first response than {other} reporters: median {now} and {before}',
  },
  'reports.finding.others.respond-citizen-median.down': {
    id: 'Pelapor {sex}{group} menunggu tanggapan pertama lebih singkat daripada pelapor {other}: nilai tengah {now} dan {before}',
    en: '{sex} reporters{group} waited less long for a first response than {other} reporters: median {now} and {before}',
  },
  'reports.finding.others.resolve-within-limit.up': {
    id: 'Laporan dari pelapor {sex}{group} lebih sering selesai dalam batas waktu daripada dari pelapor {other}: {now} dan {before}',
    en: 'Reports by {sex} reporters{group} were more often resolved within the limit than those by {other} reporters: {now} and {before}',
  },
  'reports.finding.others.resolve-within-limit.down': {
    id: 'Laporan dari pelapor {sex}{group} lebih jarang selesai dalam batas waktu daripada dari pelapor {other}: {now} dan {before}',
    en: 'Reports by {sex} reporters{group} were less often resolved within the limit than those by {other} reporters: {now} and {before}',
  },
  'reports.finding.others.other.up': {
    id: '{metric}{group} {name} lebih tinggi daripada yang lain: {now} dan {before}',
    en: '{metric}{group} of {name} was higher than of the others: {now} and {before}',
  },
  'reports.finding.others.other.down': {
    id: '{metric}{group} {name} lebih rendah daripada yang lain: {now} dan {before}',
    en: '{metric}{group} of {name} was lower than of the others: {now} and {before}',
  },
  'reports.group.province': {
    id: 'di {name}',
    en: 'in {name}',
  },
  'reports.group.category': {
    id: 'dalam kategori {name}',
    en: 'in the category {name}',
  },
  'reports.group.agency': {
    id: 'di {name}',
    en: 'at {name}',
  },
  'reports.group.agency_type': {
    id: 'pada {name}',
    en: 'at agencies of the type {name}',
  },
  'reports.of.archived': {
    id: 'yang diarsipkan',
    en: 'that were archived',
  },
  'reports.of.unresolved': {
    id: 'yang belum selesai',
    en: 'that are unresolved',
  },
  'reports.unit.times': {
    id: 'kali',
    en: 'times',
  },
  'reports.unit.times-by-day': {
    id: 'kali, dihitung per hari',
    en: 'times, counted by the day',
  },
  'reports.unit.days': {
    id: 'hari kerja',
    en: 'working days',
  },
  'reports.compare.higher': {
    id: 'Lebih tinggi daripada {quarter} ({before}). Selisih {change}.',
    en: 'Higher than in {quarter} ({before}). Difference {change}.',
  },
  'reports.compare.lower': {
    id: 'Lebih rendah daripada {quarter} ({before}). Selisih {change}.',
    en: 'Lower than in {quarter} ({before}). Difference {change}.',
  },
  'reports.compare.uncertain': {
    id: 'Pada {quarter}: {before}. Perubahan {change} belum dapat dipastikan.',
    en: 'In {quarter}: {before}. A change of {change} cannot yet be confirmed.',
  },
  'reports.compare.before': {
    id: 'Pada {quarter}: {before}; perubahannya tidak diuji.',
    en: 'In {quarter}: {before}; the change was not tested.',
  },
  'reports.compare.none': {
    id: 'Angka triwulan sebelumnya tidak tersedia.',
    en: 'The figure of the quarter before is not available.',
  },
  'reports.compare.unequal': {
    id: 'Belum sebanding dengan {quarter}: laporannya tidak diamati sama lama.',
    en: 'Not comparable with {quarter}, whose reports were followed for another length of time.',
  },
  'reports.compare.withheld': {
    id: 'Tidak dibandingkan dengan {quarter}: {why}.',
    en: 'Not compared with {quarter}: {why}.',
  },
  'reports.change': {
    id: '{size} {unit} (antara {low} dan {high})',
    en: '{size} {unit} (between {low} and {high})',
  },
  'reports.change.no-interval': {
    id: '{size} {unit}',
    en: '{size} {unit}',
  },
  'reports.change.higher': {
    id: 'lebih tinggi',
    en: 'higher',
  },
  'reports.change.lower': {
    id: 'lebih rendah',
    en: 'lower',
  },
  'reports.change.uncertain': {
    id: 'belum dapat dipastikan',
    en: 'cannot yet be confirmed',
  },
  'reports.change.clear': {
    id: 'jelas berbeda',
    en: 'clearly different',
  },
  'reports.change.unequal': {
    id: 'belum sebanding',
    en: 'not yet comparable',
  },
  'reports.withheld.no_comparison': {
    id: 'angka jenis ini tidak dibandingkan',
    en: 'figures of this kind are not compared',
  },
  'reports.withheld.by_definition': {
    id: 'perubahannya berasal dari definisinya',
    en: 'the change comes of its definition',
  },
  'reports.withheld.not_there': {
    id: 'wilayah atau instansinya tidak ada pada kedua triwulan',
    en: 'the region or agency was not there in both quarters',
  },
  'reports.withheld.period': {
    id: 'salah satu triwulan belum selesai, mendahului data, atau datanya belum masuk semua',
    en: 'one of the quarters was not over, lies before the data, or its data have not all landed',
  },
  'reports.withheld.age': {
    id: 'laporannya tidak diamati sama lama',
    en: 'their reports were followed for different lengths of time',
  },
  'reports.withheld.limit': {
    id: 'batas waktunya lain di kedua triwulan',
    en: 'the limit was another in the two quarters',
  },
  'reports.withheld.sex_coverage': {
    id: 'persentase laporan tanpa jenis kelamin bergeser lebih dari 5 poin',
    en: 'the share without sex moved by more than 5 points',
  },
  'reports.withheld.follow_up': {
    id: 'siapa yang dinilai bergantung pada lamanya penundaan',
    en: 'whom it judges depends on how long they were postponed',
  },
  'reports.withheld.truncated': {
    id: 'laporan dari sebelum awal data tidak ada di dalamnya',
    en: 'reports from before the data begin are missing in it',
  },
  'reports.withheld.few': {
    id: 'kasusnya terlalu sedikit',
    en: 'there are too few cases',
  },
  'reports.withheld.no_value': {
    id: 'salah satu angkanya tidak tersedia',
    en: 'one of the two figures is not available',
  },
  'reports.finding.detail.change': {
    id: 'Dibandingkan dengan {quarter}: {change}. {novel}',
    en: 'Compared with {quarter}: {change}. {novel}',
  },
  'reports.finding.detail.others': {
    id: 'Perbedaan {change}. {novel}',
    en: 'A difference of {change}. {novel}',
  },
  'reports.finding.novel': {
    id: 'Perubahan ini baru jelas pada triwulan ini.',
    en: 'This change has become clear only this quarter.',
  },
  'reports.finding.again': {
    id: 'Triwulan sebelumnya juga jelas berubah ke arah yang sama.',
    en: 'The quarter before, too, clearly changed the same way.',
  },
  'reports.findings.count': {
    id: 'Dari {tests} pembandingan yang ditetapkan di muka, {clear} jelas berbeda.',
    en: 'Of {tests} comparisons declared in advance, {clear} differ clearly.',
  },
  'reports.tested-together': {
    id: 'Semua {tests} pembandingan diuji bersama, dengan syarat yang lebih ketat daripada satu selang. Perubahan dapat belum dipastikan walaupun seluruh selangnya di atas atau di bawah “tanpa perubahan”.',
    en: 'All {tests} comparisons are tested together, which asks more than one interval does. A change may be unconfirmed although its whole interval lies above or below “no change”.',
  },
  'reports.findings.together': {
    id: 'Belum dapat dipastikan: tidak lolos uji bersama itu, walaupun selangnya sendiri tidak memuat “tanpa perubahan”.',
    en: 'Cannot yet be confirmed: does not stand that test, although its own interval leaves out “no change”.',
  },
  'reports.findings.count.none': {
    id: 'Dari {tests} pembandingan yang ditetapkan di muka, tidak satu pun jelas berbeda.',
    en: 'Of {tests} comparisons declared in advance, not one differs clearly.',
  },
  'reports.findings.untested': {
    id: 'Rilis ini tidak memuat pembandingan.',
    en: 'This release holds no comparisons.',
  },
  'reports.key-figures.title': {
    id: 'Angka pokok',
    en: 'Key figures',
  },
  'reports.headline.unchanged': {
    id: 'Belum ada perubahan yang jelas pada {quarter}',
    en: 'No clear change in {quarter} yet',
  },
  'reports.headline.finding': {
    id: '{sentence} pada {quarter}',
    en: '{sentence} in {quarter}',
  },
  'reports.people.pair.plain': {
    id: '{a} {va}, {b} {vb}',
    en: '{a} {va}, {b} {vb}',
  },
} as const;
