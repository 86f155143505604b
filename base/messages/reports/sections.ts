/** Headings, titles of charts, descriptions and notes, in the order of the page. */
export const reportsSectionMessages = {
  'reports.volume.title': { id: 'Berapa banyak laporan', en: 'How many reports' },
  'reports.volume.months.title': {
    id: '{month} mencatat laporan terbanyak: {value}',
    en: '{month} saw the most reports: {value}',
  },
  'reports.volume.months.subtitle': {
    id: 'Laporan diterima per bulan, {from} sampai {to}',
    en: 'Reports received by month, {from} to {to}',
  },
  'reports.volume.months.description': {
    id: 'Dari {from} ({first} laporan) sampai {to} ({last} laporan), bulan terbanyak adalah {month} dengan {highest} laporan.',
    en: 'From {from} ({first} reports) to {to} ({last} reports), the highest month was {month} with {highest} reports.',
  },
  'reports.volume.quarters.summary': {
    id: 'Tabel delapan triwulan',
    en: 'Table of eight quarters',
  },
  'reports.volume.quarters.caption': {
    id: 'Laporan diterima, dihapus, dan sah per triwulan',
    en: 'Reports received, deleted and valid by quarter',
  },
  'reports.volume.channels.title': {
    id: 'Kanal terbesar adalah {channel}: {value} laporan',
    en: 'The largest channel was {channel}: {value} reports',
  },
  'reports.volume.channels.subtitle': {
    id: 'Laporan diterima menurut kanal, {quarter}',
    en: 'Reports received by channel, {quarter}',
  },
  'reports.volume.channels.description': {
    id: 'Dari {groups} kanal, {channel} menerima laporan terbanyak, yaitu {value}.',
    en: 'Of {groups} channels, {channel} received the most reports: {value}.',
  },

  'reports.clocks.title': { id: 'Berapa lama penanganannya', en: 'How long handling takes' },
  'reports.clocks.mature': {
    id: 'Pengamatan 60 hari kerja baru lengkap untuk {quarter}: {value} laporannya selesai dalam 60 hari kerja.',
    en: 'The 60-day horizon is complete only for {quarter}: {value} of its reports were resolved within 60 working days.',
  },
  'reports.clocks.caption': {
    id: 'Persentase laporan yang mencapai tiap tahap dalam 3, 5, 14, dan 60 hari kerja, {quarter}',
    en: 'Share of reports that got to each stage within 3, 5, 14 and 60 working days, {quarter}',
  },
  'reports.clocks.note': {
    id: 'Median (nilai tengah) dan persentil 90 dalam hari kerja.',
    en: 'Median and 90th percentile in working days.',
  },
  'reports.clocks.star': {
    id: 'Angka bertanda * memakai keadaan pada {date}, ketika sebagian laporan belum cukup lama diamati.',
    en: 'Figures with a * are as of {date}, when some reports had not been followed long enough.',
  },
  'reports.provisional': { id: 'angka sementara', en: 'provisional' },
  'reports.clock.verify': { id: 'Verifikasi dan disposisi', en: 'Verification and forwarding' },
  'reports.clock.respond-agency': {
    id: 'Tanggapan instansi',
    en: 'Response of the agency',
  },
  'reports.clock.respond-citizen': {
    id: 'Tanggapan pertama bagi pelapor',
    en: 'First response to the reporter',
  },
  'reports.clock.resolve': { id: 'Penyelesaian', en: 'Resolution' },
  'reports.clock.verify.title': {
    id: 'Dalam 3 hari kerja, {value} laporan sudah diverifikasi dan diteruskan',
    en: 'Within 3 working days, {value} of reports were verified and forwarded',
  },
  'reports.clock.respond-agency.title': {
    id: 'Dalam 5 hari kerja sejak diterima instansi, {value} disposisi sudah ditanggapi',
    en: 'Within 5 working days of reaching the agency, {value} of forwardings had a response',
  },
  'reports.clock.respond-citizen.title': {
    id: 'Dalam 5 hari kerja, {value} pelapor sudah mendapat tanggapan pertama',
    en: 'Within 5 working days, {value} of reports had a first response',
  },
  'reports.clock.resolve.title': {
    id: 'Dalam 14 hari kerja, {value} laporan sudah selesai',
    en: 'Within 14 working days, {value} of reports were resolved',
  },
  'reports.clock.subtitle': {
    id: '{stage}: persentase kumulatif menurut hari kerja, {quarter}, n = {n}',
    en: '{stage}: cumulative share by working day, {quarter}, n = {n}',
  },
  'reports.clock.description': {
    id: '{stage}: {share} dalam {days} hari kerja; median {median}.',
    en: '{stage}: {share} within {days} working days; median {median}.',
  },
  'reports.clock.quarter': { id: 'triwulan ke-{q} {year}', en: 'Q{q} {year}' },
  'reports.clock.axis': { id: 'hari kerja sejak mulai', en: 'working days since the start' },
  'reports.clock.curve-caption': {
    id: '{stage}: persentase kumulatif pada beberapa hari, {quarter}',
    en: '{stage}: cumulative share on some days, {quarter}',
  },

  'reports.states.title': {
    id: 'Diarsipkan bukan selesai',
    en: 'Archived is not resolved',
  },
  'reports.states.chart.title': {
    id: 'Pada {date}, {resolved} laporan sah sudah selesai; {archived} diarsipkan tanpa penyelesaian',
    en: 'On {date}, {resolved} of valid reports were resolved; {archived} were archived without being resolved',
  },
  'reports.states.chart.no-archive': {
    id: 'Pada {date}, {resolved} laporan sah sudah selesai; tidak ada yang diarsipkan',
    en: 'On {date}, {resolved} of valid reports were resolved; none were archived',
  },
  'reports.states.chart.subtitle': {
    id: 'Keadaan laporan sah {quarter} pada {date}, n = {n}',
    en: 'Where the valid reports of {quarter} stood on {date}, n = {n}',
  },
  'reports.states.chart.description': {
    id: 'Selesai {resolved}; terbuka dalam batas waktu {within}; terbuka lewat batas waktu {beyond}; tertunda {postponed}; diarsipkan {archived}.',
    en: 'Resolved {resolved}; open within the limit {within}; open beyond it {beyond}; postponed {postponed}; archived {archived}.',
  },
  'reports.states.caption': {
    id: 'Keadaan laporan sah pada tanggal acuan, {quarter}',
    en: 'State of valid reports on the as-of day, {quarter}',
  },
  'reports.states.by-agency-type': {
    id: 'Keadaan laporan sah pada tanggal acuan menurut jenis instansi, {quarter}',
    en: 'State of valid reports on the as-of day by type of agency, {quarter}',
  },

  'reports.people.title': { id: 'Siapa yang dilayani', en: 'Who is served' },
  'reports.people.lead': {
    id: 'Bandingkan selang, bukan hanya titiknya. Apakah kelompok berbeda hanya dikatakan bila sudah diuji bersama pembandingan lain.',
    en: 'Compare the intervals, not the points alone. Whether groups differ is said only where it was tested with the other comparisons.',
  },
  'reports.people.sex.title': { id: 'Menurut jenis kelamin', en: 'By sex' },
  'reports.people.sex.unknown': {
    id: 'Jenis kelamin pelapor tidak diketahui pada {value} laporan.',
    en: 'The reporter’s sex is unknown in {value} of reports.',
  },
  'reports.people.age.title': { id: 'Menurut kelompok umur', en: 'By age group' },
  'reports.people.age.unknown': {
    id: 'Umur pelapor tidak diketahui pada {value} laporan.',
    en: 'The reporter’s age is unknown in {value} of reports.',
  },
  'reports.people.disability.title': { id: 'Menurut disabilitas', en: 'By disability' },
  'reports.people.disability.unknown': {
    id: 'Keadaan disabilitas tidak diketahui pada {value} laporan.',
    en: 'Disability is unknown in {value} of reports.',
  },
  'reports.people.subtitle': {
    id: 'Persentase laporan yang {measure}, {quarter}',
    en: 'Share of reports {measure}, {quarter}',
  },
  'reports.people.description': {
    id: 'Persentase laporan yang {measure} pada {quarter}: {groups}.',
    en: 'Share of reports {measure} in {quarter}: {groups}.',
  },
  'reports.people.caption': {
    id: 'Laporan dan penyelesaiannya menurut {by}, {quarter}',
    en: 'Reports and their resolution by {by}, {quarter}',
  },

  'reports.people.categories.title': {
    id: 'Perempuan dan laki-laki menurut kategori',
    en: 'Women and men by category',
  },
  'reports.people.categories.lead': {
    id: 'Pada {n} dari {groups} kategori, waktu tunggu perempuan dan laki-laki jelas berbeda.',
    en: 'In {n} of {groups} categories the waits of women and men differ clearly.',
  },
  'reports.people.categories.none': {
    id: 'Pada {groups} kategori yang cukup kasusnya, perbedaan antara perempuan dan laki-laki belum dapat dipastikan.',
    en: 'In the {groups} categories with enough cases a difference between women and men cannot yet be confirmed.',
  },
  'reports.people.categories.caption': {
    id: 'Nilai tengah waktu sampai tanggapan pertama (hari kerja), menurut kategori dan jenis kelamin, {quarter}',
    en: 'Median time to the first response (working days), by category and sex, {quarter}',
  },
  'reports.people.categories.order': {
    id: 'Urutan: yang jelas berbeda di atas, lalu selisih terbesar.',
    en: 'Order: clear differences first, then the largest.',
  },
  'reports.places.title': { id: 'Dari mana laporan datang', en: 'Where reports come from' },
  'reports.places.caption': {
    id: 'Laporan menurut wilayah, {quarter}',
    en: 'Reports by region, {quarter}',
  },
  'reports.places.map.title': {
    id: 'Laporan terbanyak per penduduk datang dari {highest}: {high} per 100.000',
    en: 'Most reports per resident came from {highest}: {high} per 100,000',
  },
  'reports.places.map.subtitle': {
    id: 'Laporan diterima per 100.000 penduduk, {quarter}, n = {n}; penduduk {vintage}; tidak disetahunkan',
    en: 'Reports received per 100,000 residents, {quarter}, n = {n}; population {vintage}; not annualised',
  },
  'reports.places.map.description': {
    id: 'Tertinggi di {highest} ({high} per 100.000 penduduk), terendah di {lowest} ({low}).',
    en: 'Highest in {highest} ({high} per 100,000 residents), lowest in {lowest} ({low}).',
  },
  'reports.places.map.no-value': {
    id: 'Kotak putus-putus: angka tidak diberikan.',
    en: 'Dashed tile: no figure is given.',
  },
  'reports.places.dots.title': {
    id: 'Laporan terbanyak datang dari {region}: {value}',
    en: 'Most reports came from {region}: {value}',
  },
  'reports.places.dots.subtitle': {
    id: 'Laporan diterima menurut wilayah sumber, {quarter}',
    en: 'Reports received by the source’s regions, {quarter}',
  },
  'reports.places.dots.description': {
    id: 'Dari {groups} wilayah, {region} mencatat laporan terbanyak, yaitu {value}.',
    en: 'Of {groups} regions, {region} had the most reports: {value}.',
  },
  'reports.places.regency.title': {
    id: 'Kabupaten/kota untuk dilihat lebih lanjut',
    en: 'Regencies and cities to look into',
  },
  'reports.places.regency.lead': {
    id: 'Pada {n} dari {of} kabupaten/kota dengan sedikitnya {minimum} kasus, seluruh selang kepercayaan terletak di bawah angka nasional ({value}).',
    en: 'In {n} of {of} regencies and cities with at least {minimum} cases the whole confidence interval lies below the national figure ({value}).',
  },
  'reports.places.regency.none': {
    id: 'Tidak ada kabupaten/kota yang seluruh selang kepercayaannya di bawah angka nasional ({value}); minimum {minimum} kasus.',
    en: 'No regency or city has its whole confidence interval below the national figure ({value}); at least {minimum} cases.',
  },
  'reports.places.regency.caption': {
    id: 'Kabupaten/kota yang selangnya di bawah angka nasional, terendah di atas, {quarter}',
    en: 'Regencies and cities with intervals below the national figure, lowest first, {quarter}',
  },

  'reports.topics.title': { id: 'Tentang apa laporannya', en: 'What reports are about' },
  'reports.topics.heat.title': {
    id: 'Laporan terbanyak: {category} di {region}, {value}',
    en: 'Most reports: {category} in {region}, {value}',
  },
  'reports.topics.heat.subtitle': {
    id: 'Laporan diterima menurut kategori dan wilayah, {quarter}, n = {n}; makin gelap makin banyak, kosong berarti nol',
    en: 'Reports received by category and region, {quarter}, n = {n}; darker means more, blank means zero',
  },
  'reports.topics.heat.description': {
    id: 'Jumlah terbesar adalah {category} di {region}: {value} laporan.',
    en: 'The largest number is {category} in {region}: {value} reports.',
  },
  'reports.topics.heat.caption': {
    id: 'Laporan diterima menurut kategori dan wilayah, {quarter}',
    en: 'Reports received by category and region, {quarter}',
  },
  'reports.topics.agency.summary': {
    id: 'Kategori menurut jenis instansi',
    en: 'Categories by type of agency',
  },
  'reports.topics.agency.caption': {
    id: 'Laporan diterima menurut kategori dan jenis instansi, {quarter}',
    en: 'Reports received by category and type of agency, {quarter}',
  },
  'reports.topics.classification.caption': {
    id: 'Laporan dan penyelesaiannya menurut klasifikasi, {quarter}',
    en: 'Reports and their resolution by classification, {quarter}',
  },
  'reports.topics.table.summary': { id: 'Tabel semua kategori', en: 'Table of all categories' },
  'reports.topics.table.caption': {
    id: 'Laporan dan penyelesaiannya menurut kategori, {quarter}',
    en: 'Reports and their resolution by category, {quarter}',
  },

  'reports.reasons.title': {
    id: 'Mengapa laporan belum dapat ditindaklanjuti',
    en: 'Why reports stay unresolved',
  },
  'reports.reasons.chart.title': {
    id: 'Alasan tersering: “{reason}”, {value}',
    en: 'The most frequent reason: “{reason}”, {value}',
  },
  'reports.reasons.chart.subtitle': {
    id: 'Persentase dari laporan yang lewat batas, tertunda, atau diarsipkan, {quarter}, n = {n}',
    en: 'Share of reports beyond the limit, postponed or archived, {quarter}, n = {n}',
  },
  'reports.reasons.chart.description': {
    id: 'Dari {groups} alasan, “{reason}” paling sering dicatat: {value}.',
    en: 'Of {groups} reasons, “{reason}” was recorded most often: {value}.',
  },
  'reports.reasons.caption': {
    id: 'Alasan belum dapat ditindaklanjuti, {quarter}',
    en: 'Reasons for staying unresolved, {quarter}',
  },
  'reports.reasons.note': {
    id: 'Perubahan diuji hanya di antara laporan yang diarsipkan, dan hanya untuk alasan yang dibandingkan.',
    en: 'Changes are tested among archived reports alone, and only for reasons that are compared.',
  },
  'reports.reasons.by-agency-type': {
    id: 'Lima alasan terbesar menurut jenis instansi, {quarter}',
    en: 'The five largest reasons by type of agency, {quarter}',
  },
  'reports.reasons.by-category': {
    id: 'Lima alasan terbesar menurut kategori, {quarter}',
    en: 'The five largest reasons by category, {quarter}',
  },
  'reports.reasons.by-category.summary': {
    id: 'Alasan menurut kategori',
    en: 'Reasons by category',
  },

  'reports.agencies.title': { id: 'Instansi', en: 'Agencies' },
  'reports.agencies.chart.plain': {
    id: 'Persentase laporan yang selesai menurut instansi',
    en: 'Share of reports resolved, by agency',
  },
  'reports.agencies.chart.one': {
    id: '{agency}: {share}, seluruh selangnya di bawah angka semua laporan ({value}); ukuran ini tidak diuji',
    en: '{agency}: {share}, its whole interval below the figure of all reports ({value}); this measure is not tested',
  },
  'reports.agencies.few': {
    id: '{few} instansi lain menerima kurang dari {listed} laporan dan tidak didaftar.',
    en: '{few} other agencies received fewer than {listed} reports and are not listed.',
  },
  'reports.agencies.chart.none': {
    id: 'Tidak ada instansi yang seluruh selangnya di bawah angka semua laporan, {value}',
    en: 'No agency has its whole interval below the figure of all reports, {value}',
  },
  'reports.agencies.chart.below': {
    id: 'Pada {n} dari {groups} instansi, seluruh selang di bawah angka semua laporan ({value}); ukuran ini tidak diuji',
    en: 'At {n} of {groups} agencies the whole interval lies below the figure of all reports ({value}); this measure is not tested',
  },
  'reports.agencies.other-measure': {
    id: 'Temuan tentang {agencies} memakai ukuran lain: jumlah laporan yang menunggu. Grafik ini tentang laporan yang {measure}.',
    en: 'What was found of {agencies} is another measure: the number of pending reports. This chart is of reports {measure}.',
  },
  'reports.agencies.chart.subtitle': {
    id: 'Laporan yang {measure}, {quarter}; {groups} instansi dengan laporan terbanyak (minimum {minimum} kasus)',
    en: 'Reports {measure}, {quarter}; the {groups} agencies with most reports (at least {minimum} cases)',
  },
  'reports.agencies.chart.description': {
    id: 'Laporan yang {measure}: terendah di {lowest} ({low}), tertinggi di {highest} ({high}).',
    en: 'Reports {measure}: lowest at {lowest} ({low}), highest at {highest} ({high}).',
  },
  'reports.agencies.caption': {
    id: 'Laporan menurut instansi, {quarter}',
    en: 'Reports by agency, {quarter}',
  },
  'reports.agencies.note': {
    id: 'Bukan peringkat: jenis laporan tiap instansi berbeda.',
    en: 'Not a ranking: agencies receive different kinds of reports.',
  },
  'reports.base.archived': {
    id: 'Diarsipkan: persentase dari laporan sah.',
    en: 'Archived: percentage of valid reports.',
  },
  'reports.base.valid': {
    id: 'Selesai pada tanggal acuan dan diarsipkan: persentase dari laporan sah, bukan dari semua yang diterima.',
    en: 'Resolved by the as-of day and archived: percentages of valid reports, not of all received.',
  },
  'reports.base.resolved': {
    id: 'Selesai pada tanggal acuan: persentase dari laporan sah.',
    en: 'Resolved by the as-of day: percentage of valid reports.',
  },
  'reports.agencies.zero': {
    id: 'Tanpa satu pun laporan pada triwulan ini: {names}.',
    en: 'Without a single report this quarter: {names}.',
  },

  'reports.rating.title': { id: 'Penilaian pelapor', en: 'Rating by reporters' },
  'reports.rating.lead': {
    id: 'Nilai rata-rata {value} dari 5, dari {share} laporan selesai yang dinilai.',
    en: 'The mean rating is {value} out of 5, from the {share} of resolved reports that were rated.',
  },
  'reports.rating.chart.title': {
    id: 'Menurut jenis instansi, nilai rata-rata berkisar dari {low} sampai {high}',
    en: 'By type of agency, the mean rating ranges from {low} to {high}',
  },
  'reports.rating.chart.subtitle': {
    id: 'Nilai rata-rata (1 sampai 5) menurut jenis instansi, {quarter}',
    en: 'Mean rating (1 to 5) by type of agency, {quarter}',
  },
  'reports.rating.caption': {
    id: 'Nilai rata-rata (1 sampai 5) menurut jenis instansi, {quarter}',
    en: 'Mean rating (1 to 5) by type of agency, {quarter}',
  },
  'reports.rating.chart.description': {
    id: 'Terendah {lowest} ({low}), tertinggi {highest} ({high}).',
    en: 'Lowest {lowest} ({low}), highest {highest} ({high}).',
  },

  'reports.quality.title': { id: 'Mutu dan kelengkapan data', en: 'Data quality and coverage' },
  'reports.quality.events': {
    id: 'Sebanyak {value} laporan tidak memiliki catatan peristiwa.',
    en: '{value} of reports have no event log.',
  },
  'reports.quality.coverage': {
    id: 'Persentase laporan yang isiannya tidak diketahui, {quarter}',
    en: 'Share of reports whose field is unknown, {quarter}',
  },
  'reports.quality.coverage.note': {
    id: 'Tidak diketahui: kolomnya ada, tetapi tidak terisi atau tidak dikenali. Tidak tersedia: sumber tidak memiliki kolom itu.',
    en: 'Unknown: the column exists but is empty or not recognised. Not available: the source has no such column.',
  },
  'reports.quality.provinces': {
    id: 'Provinsi dengan ciri pelapor yang lebih sering tidak diketahui daripada nasional, {quarter}',
    en: 'Provinces where reporter attributes are unknown more often than nationally, {quarter}',
  },
  'reports.quality.times': {
    id: 'Kasus yang waktunya tidak dapat dipakai, {quarter}',
    en: 'Cases whose times cannot be used, {quarter}',
  },
  'reports.quality.sources.summary': { id: 'Tabel sumber', en: 'Table of sources' },
  'reports.quality.sources.caption': {
    id: 'Baris yang dibaca, diterima, ditolak, dan ganda per sumber',
    en: 'Rows read, landed, rejected and duplicate by source',
  },
  'reports.quality.unresolved': {
    id: 'Nama berikut belum cocok dengan daftar kode dan dihitung sebagai tidak diketahui:',
    en: 'These names match no code list yet and count as unknown:',
  },
  'reports.quality.unresolved.item': {
    id: '{field}: {names} nama, {n} laporan',
    en: '{field}: names {names}, reports {n}',
  },
} as const;
