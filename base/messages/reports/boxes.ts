/** The box of what is missing, the method and the caveat. */
export const reportsBoxMessages = {
  'reports.missing.title': {
    id: 'Yang tidak tersedia, tidak diketahui, atau disembunyikan',
    en: 'What is not available, unknown or hidden',
  },
  'reports.missing.partial': {
    id: 'Tidak diketahui pada {value} laporan.',
    en: 'Unknown for {value} of the reports.',
  },
  'reports.missing.ask.attributes': {
    id: 'Mintalah berkas ciri pelapor kepada pengelola SP4N-LAPOR! di Kementerian PANRB.',
    en: 'Ask the SP4N-LAPOR! administrators at the Ministry of PANRB for the attributes file.',
  },
  'reports.missing.ask.events': {
    id: 'Mintalah catatan peristiwa (nomor laporan, peristiwa, waktu, instansi) kepada pengelola SP4N-LAPOR! di Kementerian PANRB.',
    en: 'Ask the SP4N-LAPOR! administrators at the Ministry of PANRB for the event log (tracking id, event, time, agency).',
  },
  'reports.missing.ask.export': {
    id: 'Mintalah ekspor admin yang lengkap kepada pengelola SP4N-LAPOR! di Kementerian PANRB.',
    en: 'Ask the SP4N-LAPOR! administrators at the Ministry of PANRB for the complete admin export.',
  },
  'reports.missing.ask.owner': {
    id: 'Tanyakan kepada pemilik sumber.',
    en: 'Ask the owner of the source.',
  },
  'reports.missing.sex.what': { id: 'Menurut jenis kelamin', en: 'By sex' },
  'reports.missing.sex.why': {
    id: 'Sumber tidak memuat kolom jenis kelamin pelapor.',
    en: 'The source has no column for the reporter’s sex.',
  },
  'reports.missing.age_band.what': { id: 'Menurut kelompok umur', en: 'By age group' },
  'reports.missing.age_band.why': {
    id: 'Sumber tidak memuat kolom umur pelapor.',
    en: 'The source has no column for the reporter’s age.',
  },
  'reports.missing.disability.what': { id: 'Menurut disabilitas', en: 'By disability' },
  'reports.missing.disability.why': {
    id: 'Sumber tidak memuat kolom disabilitas.',
    en: 'The source has no column for disability.',
  },
  'reports.missing.clocks.what': { id: 'Lama penanganan', en: 'How long handling takes' },
  'reports.missing.clocks.why': {
    id: 'Tanpa catatan peristiwa, waktu verifikasi, tanggapan, dan penyelesaian tidak tersedia.',
    en: 'Without an event log, the times of verification, response and resolution are not available.',
  },
  'reports.missing.low_coverage.what': { id: 'Lama penanganan', en: 'How long handling takes' },
  'reports.missing.low_coverage.why': {
    id: 'Catatan peristiwa mencakup kurang dari 80 persen laporan, sehingga waktu tidak ditampilkan.',
    en: 'The event log covers under 80% of reports, so no times are shown.',
  },
  'reports.missing.limits.what': { id: 'Dalam batas waktu', en: 'Within the limit' },
  'reports.missing.limits.why': {
    id: 'Batas waktu SP4N-LAPOR! tidak berlaku bagi sumber ini; hanya tenggat yang dicatat sumber yang dihitung.',
    en: 'The limits of SP4N-LAPOR! do not bind this source; only due dates that it records are counted.',
  },
  'reports.missing.map.what': { id: 'Peta provinsi', en: 'Map of provinces' },
  'reports.missing.map.why': {
    id: 'Wilayah sumber ini bukan provinsi Indonesia atau jumlah penduduknya tidak tersedia.',
    en: 'The source’s regions are not Indonesia’s provinces, or their population is not available.',
  },
  'reports.missing.regency.what': { id: 'Menurut kabupaten/kota', en: 'By regency and city' },
  'reports.missing.regency.why': {
    id: 'Tidak ada nama kabupaten/kota yang dikenali.',
    en: 'No name of a regency or city is recognised.',
  },
  'reports.missing.reason.what': {
    id: 'Alasan belum dapat ditindaklanjuti',
    en: 'Reasons for staying unresolved',
  },
  'reports.missing.reason.why': {
    id: 'Sumber tidak mencatat alasan tunda atau arsip.',
    en: 'The source records no reason for postponing or archiving.',
  },
  'reports.missing.rating.what': { id: 'Penilaian pelapor', en: 'Rating by reporters' },
  'reports.missing.rating.why': {
    id: 'Sumber tidak memuat penilaian, atau penilaiannya terlalu sedikit.',
    en: 'The source has no rating, or too few of them.',
  },
  'reports.missing.channel.what': { id: 'Menurut kanal', en: 'By channel' },
  'reports.missing.channel.why': {
    id: 'Sumber tidak mencatat kanal laporan.',
    en: 'The source does not record the channel.',
  },
  'reports.missing.category.what': { id: 'Menurut kategori', en: 'By category' },
  'reports.missing.category.why': {
    id: 'Sumber tidak mencatat kategori.',
    en: 'The source does not record a category.',
  },
  'reports.missing.agency.what': { id: 'Menurut instansi', en: 'By agency' },
  'reports.missing.agency.why': {
    id: 'Sumber tidak mencatat instansi yang menangani.',
    en: 'The source does not record the agency in charge.',
  },

  'reports.method.title': { id: 'Cara menghitung', en: 'How it was counted' },
  'reports.method.cohort': {
    id: 'Laporan dihitung pada triwulan masuknya. Keadaannya dilihat pada {as_of}; lazimnya {days} hari kerja sesudah triwulan berakhir.',
    en: 'A report counts in the quarter in which it came in. Its state is that of {as_of}; usually {days} working days after the quarter’s end.',
  },
  'reports.method.days': {
    id: 'Lama dihitung dalam hari kerja: Senin sampai Jumat, tanpa libur nasional dan cuti bersama. Hari yang sama adalah 0.',
    en: 'Durations are in working days: Monday to Friday without national holidays and collective leave. The same day is 0.',
  },
  'reports.method.weekdays': {
    id: 'Untuk sumber dengan kalender sendiri, hari kerja berarti Senin sampai Jumat.',
    en: 'For a source with a calendar of its own, working days are Monday to Friday.',
  },
  'reports.method.regions': {
    id: 'Wilayah memakai nama dari sumber dan tidak dicocokkan dengan kode wilayah Kemendagri.',
    en: 'Regions carry the source’s names and are not matched with the Ministry of Home Affairs’ codes.',
  },
  'reports.method.competing': {
    id: 'Laporan yang diarsipkan, dihapus, atau dicabut tetap dalam penyebut; laporan itu tidak dihitung selesai (penduga Aalen-Johansen).',
    en: 'Reports archived, deleted or withdrawn stay in the denominator and never count as resolved (Aalen-Johansen estimator).',
  },
  'reports.method.interval': {
    id: 'Selang kepercayaan 95 %: Wilson untuk persentase, Poisson untuk jumlah, log(−log) untuk kurva. Selang temuan diperlebar karena dipilih dari banyak pembandingan (FCR); selang lain dibaca sendiri.',
    en: '95% confidence intervals: Wilson for shares, Poisson for counts, log(−log) for curves. Intervals of findings are widened for having been chosen among many comparisons (FCR); others are read by themselves.',
  },
  'reports.method.minimum': {
    id: 'Tidak ada persentase, median, atau angka per penduduk di bawah 10 kasus.',
    en: 'No share, median or rate stands on fewer than 10 cases.',
  },
  'reports.method.comparison': {
    id: 'Dua triwulan hanya dibandingkan bila sama lama diamati. Pembandingan ditetapkan di muka dan diuji bersama. Jelas berarti bahwa, menurut Benjamini-Hochberg, paling banyak 5 persen dari yang disebut jelas diperkirakan kebetulan. Syarat itu lebih ketat daripada satu selang: perubahan dapat belum dipastikan walaupun selangnya tidak memuat “tanpa perubahan”. Uji memperhitungkan bahwa laporan satu instansi dalam satu minggu saling bergantung.',
    en: 'Two quarters are compared only where they were observed equally long. Comparisons are declared in advance and tested together. Clear means that, by Benjamini-Hochberg, at most 5% of what is called clear is expected to be chance. That asks more than one interval does: a change may be unconfirmed although its interval leaves out “no change”. Tests allow for reports of one agency and week depending on each other.',
  },
  'reports.method.findings': {
    id: 'Temuan adalah perubahan yang jelas dan besar: paling sedikit 2 poin persentase, sepersepuluh jumlah, satu hari kerja, atau 0,1 nilai. Urutannya menurut banyaknya laporan yang terkena; yang baru didahulukan.',
    en: 'Findings are changes that are clear and large: at least 2 percentage points, a tenth of a count, one working day or 0.1 of a rating. They are ordered by the reports concerned; new ones come first.',
  },
  'reports.method.first': {
    id: 'Ini rilis pertama; belum ada angka terbit yang diperbaiki.',
    en: 'This is the first release; no published figure has been revised yet.',
  },
  'reports.method.rounding': {
    id: 'Angka dibulatkan sekali; jumlah persentase dapat berbeda sedikit dari 100 %.',
    en: 'Figures are rounded once; shares may add up to slightly more or less than 100%.',
  },

  'reports.definitions.title': { id: 'Arti angka', en: 'What the figures mean' },
  'reports.caveat.title': {
    id: 'Yang dapat dan tidak dapat dikatakan pengaduan',
    en: 'What complaints can and cannot say',
  },
  'reports.caveat.text': {
    id: 'Pelapor bukan sampel dari seluruh warga. Lebih banyak pengaduan dapat berarti kepercayaan atau akses yang lebih baik. Sedikit pengaduan tidak berarti tidak ada masalah.',
    en: 'Reporters are no sample of all citizens. More complaints may mean more trust or better access. Few complaints do not mean that there are no problems.',
  },
} as const;
