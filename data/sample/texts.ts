/** What the reports are about, by category; the rest write about their category's name. */
export const topics: Record<string, readonly [string, string, string, string]> = {
  public_works: [
    'Jalan rusak dan berlubang',
    'Saluran air tersumbat',
    'Lampu penerangan jalan mati',
    'Jembatan rusak',
  ],
  social_welfare: [
    'Bantuan sosial belum diterima',
    'Data penerima bansos tidak tepat',
    'Kartu KKS tidak aktif',
    'Permohonan masuk DTKS belum diproses',
  ],
  health: [
    'Antrean puskesmas terlalu lama',
    'BPJS Kesehatan nonaktif tanpa pemberitahuan',
    'Obat tidak tersedia',
    'Pelayanan rumah sakit lambat',
  ],
  education_culture: [
    'Pungutan di sekolah',
    'KIP belum cair',
    'Seleksi penerimaan siswa tidak terbuka',
    'Ijazah ditahan sekolah',
  ],
  employment: [
    'Upah belum dibayar',
    'BSU belum cair',
    'THR tidak dibayarkan',
    'Klaim JHT tertunda',
  ],
  civil_registration: [
    'KTP belum tercetak',
    'Data NIK tidak sinkron',
    'Akta kelahiran lama selesai',
    'Antrean pelayanan adminduk panjang',
  ],
  public_order: [
    'Pedagang menutup trotoar',
    'Parkir liar',
    'Balap liar di malam hari',
    'Pencurian berulang',
  ],
  energy_resources: [
    'Listrik sering padam',
    'Gas bersubsidi langka',
    'Tagihan listrik melonjak',
    'Air bersih tidak mengalir',
  ],
  environment_forestry: [
    'Sampah menumpuk',
    'Pembakaran sampah',
    'Limbah pabrik di sungai',
    'Penebangan pohon tanpa izin',
  ],
  transport: [
    'Angkutan umum jarang lewat',
    'Rambu lalu lintas hilang',
    'Jadwal kereta sering terlambat',
    'Tarif parkir tidak resmi',
  ],
  economy_finance: [
    'Penagihan pinjaman daring kasar',
    'Pengajuan KUR ditolak',
    'Pajak kendaraan keliru',
    'Rekening diblokir',
  ],
  free_meals: [
    'Makanan MBG terlambat',
    'Mutu makanan MBG kurang',
    'Sekolah belum menerima MBG',
    'Kemitraan dapur MBG',
  ],
  information_technology: [
    'Sinyal internet lemah',
    'Situs judi daring masih terbuka',
    'Aplikasi layanan tidak bisa dibuka',
    'Nomor seluler diblokir',
  ],
};

/** Reasons as agencies write them, by reason code: four spellings each. */
export const reasonTexts: Record<string, readonly [string, string, string, string]> = {
  not_in_authority: [
    'Bukan kewenangan instansi kami',
    'Bukan wewenang',
    'Di luar kewenangan instansi',
    'Kewenangan instansi lain',
  ],
  incomplete_data: [
    'Data tidak lengkap',
    'Data laporan belum lengkap',
    'Lokasi tidak dicantumkan',
    'Bukti pendukung kurang memadai',
  ],
  unclear_substance: [
    'Substansi tidak jelas',
    'Isi laporan kurang jelas',
    'Maksud laporan tidak dapat dipahami',
    'Laporan tidak jelas',
  ],
  wrong_format: [
    'Format tidak sesuai',
    'Menggunakan kata kasar',
    'Format laporan tidak sesuai kaidah',
    'Format tidak sesuai',
  ],
  too_general: [
    'Terlalu umum',
    'Laporan bersifat umum',
    'Uraian terlalu umum',
    'Permasalahan tidak spesifik',
  ],
  not_performance: [
    'Bukan kinerja pemerintah',
    'Tidak terkait kinerja pemerintah',
    'Tidak terkait pelayanan publik',
    'Bukan terkait penyelenggaraan pemerintahan',
  ],
  duplicate: ['Duplikat', 'Laporan duplikat', 'Duplikasi laporan', 'Laporan serupa sudah ada'],
  already_handled: [
    'Sudah ditindaklanjuti',
    'Telah ditangani',
    'Sudah selesai ditangani',
    'Telah diselesaikan pada laporan sebelumnya',
  ],
  legal_process: [
    'Dalam proses hukum',
    'Sedang dalam proses hukum',
    'Menunggu putusan pengadilan',
    'Masuk ranah hukum',
  ],
  awaiting_budget: [
    'Menunggu anggaran',
    'Menunggu anggaran tahun depan',
    'Belum tersedia anggaran',
    'Menunggu pengesahan APBD',
  ],
  awaiting_agency: [
    'Menunggu koordinasi dengan instansi terkait',
    'Menunggu instansi lain',
    'Menunggu jawaban instansi terkait',
    'Perlu koordinasi dengan instansi lain',
  ],
  reporter_unreachable: [
    'Pelapor tidak dapat dihubungi',
    'Pelapor tidak merespons',
    'Pelapor tidak bisa dihubungi',
    'Tidak ada tanggapan dari pelapor',
  ],
  none_given: ['-', '-', 'Tanpa alasan', '-'],
  other: [
    'Sesuai arahan pimpinan',
    'Dialihkan ke kanal pengaduan internal',
    'Catatan admin',
    'Sesuai hasil rapat',
  ],
};

export const reasonCodes = Object.keys(reasonTexts);
