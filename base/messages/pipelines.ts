/** Reading, keying and landing files. */
export const pipelinesMessages = {
  'pipelines.no-file': {
    id: '{file}: berkas tidak ditemukan. Periksa nama dan foldernya, lalu jalankan lagi.',
    en: '{file}: there is no such file. Check its name and folder and run again.',
  },
  'pipelines.folder': {
    id: '{file} adalah folder. Sebutkan berkas di dalamnya, atau taruh berkasnya di data/inbox.',
    en: '{file} is a folder. Name the files in it, or put them into data/inbox.',
  },
  'pipelines.in-use': {
    id: '{file} sedang dibuka program lain. Tutup di Excel, lalu jalankan lagi.',
    en: '{file} is open in another program. Close it in Excel and run again.',
  },
  'pipelines.unreadable': {
    id: '{file}: Anda tidak berhak membacanya. Minta hak baca kepada pemiliknya, lalu jalankan lagi.',
    en: '{file}: you have no right to read it. Ask its owner for read access and run again.',
  },
  'pipelines.empty-file': {
    id: '{file} kosong. Unduh atau ekspor ulang berkasnya, lalu jalankan lagi.',
    en: '{file} is empty. Download or export it again and run again.',
  },
  'pipelines.no-rows': {
    id: '{file}: tidak ada satu baris pun di bawah baris judul kolom. Periksa saringan ekspornya, lalu ekspor ulang.',
    en: '{file}: there is no row below the header row. Check the filter of the export and export again.',
  },
  'pipelines.text-as-xlsx': {
    id: '{file} bernama Excel, tetapi isinya teks biasa. Buka dan simpan sebagai "Excel Workbook (.xlsx)", atau ganti akhiran namanya menjadi .csv.',
    en: '{file} is named like an Excel file but holds plain text. Open it and save it as "Excel Workbook (.xlsx)", or change the end of its name to .csv.',
  },
  'pipelines.html': {
    id: '{file} berisi halaman web (HTML), bukan tabel Excel. Buka di Excel dan simpan sebagai "Excel Workbook (.xlsx)", lalu jalankan lagi.',
    en: '{file} holds a web page (HTML), not an Excel table. Open it in Excel, save it as "Excel Workbook (.xlsx)" and run again.',
  },
  'pipelines.old-excel': {
    id: '{file} berbentuk Excel lama (.xls) atau terkunci sandi. Buka di Excel dan simpan tanpa sandi sebagai "Excel Workbook (.xlsx)", lalu jalankan lagi.',
    en: '{file} is in the old Excel format (.xls) or locked by a password. Open it in Excel, save it without a password as "Excel Workbook (.xlsx)" and run again.',
  },
  'pipelines.truncated': {
    id: '{file} terpotong atau rusak: bagian akhirnya tidak ada. Unduh atau salin ulang berkasnya, lalu jalankan lagi.',
    en: '{file} is cut off or damaged: its end is missing. Download or copy it again and run again.',
  },
  'pipelines.no-sheet': {
    id: '{file}: tidak ada lembar kerja di dalamnya. Buka di Excel, simpan sebagai "Excel Workbook (.xlsx)", lalu jalankan lagi.',
    en: '{file}: there is no worksheet in it. Open it in Excel, save it as "Excel Workbook (.xlsx)" and run again.',
  },
  'pipelines.unknown-format': {
    id: '{file}: bentuk berkas ini tidak dikenal. Yang dapat dibaca: XLSX, CSV, Parquet dan NDJSON; simpan sebagai salah satunya (buka dulu arsipnya bila dimampatkan), lalu jalankan lagi.',
    en: '{file}: this file format is not known. XLSX, CSV, Parquet and NDJSON can be read; save it as one of them (unpack it first where it is compressed) and run again.',
  },
  'pipelines.not-utf8': {
    id: '{file}: teksnya bukan UTF-8. Simpan dari Excel sebagai "CSV UTF-8" atau "Excel Workbook (.xlsx)", lalu jalankan lagi.',
    en: '{file}: its text is not UTF-8. Save it from Excel as "CSV UTF-8" or as "Excel Workbook (.xlsx)" and run again.',
  },
  'pipelines.not-utf8-row': {
    id: '{file}, baris {row:plain}: teksnya bukan UTF-8. Simpan dari Excel sebagai "CSV UTF-8" atau "Excel Workbook (.xlsx)", lalu jalankan lagi.',
    en: '{file}, row {row:plain}: its text is not UTF-8. Save the file from Excel as "CSV UTF-8" or as "Excel Workbook (.xlsx)" and run again.',
  },
  'pipelines.csv-columns': {
    id: '{file}, baris {row:plain}: jumlah kolomnya lain dari baris judul. Perbaiki baris itu (biasanya tanda kutip yang hilang), atau terima baris rusak dengan --max-rejects 1%. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}: its number of columns differs from that of the header row. Correct that row (most often a quotation mark is missing), or accept broken rows with --max-rejects 1%. Nothing was changed.',
  },
  'pipelines.csv-quotes': {
    id: '{file}, baris {row:plain}: tanda kutipnya tidak berpasangan. Perbaiki baris itu, atau terima baris rusak dengan --max-rejects 1%. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}: its quotation marks do not pair up. Correct that row, or accept broken rows with --max-rejects 1%. Nothing was changed.',
  },
  'pipelines.csv-long': {
    id: '{file}, baris {row:plain}: barisnya lebih panjang dari 2 MB, biasanya karena tanda kutip yang tidak ditutup. Perbaiki baris itu, lalu jalankan lagi. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}: the row is longer than 2 MB, most often because a quotation mark is not closed. Correct that row and run again. Nothing was changed.',
  },
  'pipelines.json-broken': {
    id: '{file}, baris {row:plain}: isinya bukan satu objek JSON. Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file}, row {row:plain}: it does not hold one JSON object. Correct that row and run again.',
  },
  'pipelines.changing': {
    id: '{file} berubah selagi dibaca. Tunggu sampai selesai ditulis, lalu jalankan lagi. Tidak ada yang berubah di sini.',
    en: '{file} was changed while it was read. Wait until it has been written and run again. Nothing was changed here.',
  },
  'pipelines.no-room': {
    id: '{file}: memori atau ruang disk tidak cukup untuk membacanya. Kosongkan ruang disk, atau turunkan "threads" dan naikkan "memory_limit" di bukti.yaml, lalu jalankan lagi.',
    en: '{file}: there is not enough memory or disk space to read it. Free some disk space, or lower "threads" and raise "memory_limit" in bukti.yaml, and run again.',
  },
  'pipelines.engine': {
    id: '{file}: mesin basis data gagal membacanya ({kind}). Tidak ada yang berubah. Laporkan kesalahan ini tanpa melampirkan datanya.',
    en: '{file}: the database engine failed to read it ({kind}). Nothing was changed. Report this error without attaching the data.',
  },
  'pipelines.no-header': {
    id: '{file}: tidak ada baris judul kolom. Pakai ekspor asli yang memuat baris "Tracking ID", "Tanggal Laporan Masuk", dan seterusnya, lalu jalankan lagi.',
    en: '{file}: there is no header row. Take the original export, which has the row "Tracking ID", "Tanggal Laporan Masuk" and so on, and run again.',
  },
  'pipelines.unknown-kind': {
    id: '{file}: judul kolomnya tidak dikenal. Yang dikenal: {known}. Untuk sumber lain tulis berkas pemetaan (docs/how-to/mapping.md) dan sebutkan dengan --mapping.',
    en: '{file}: its column headers are not known. Known are: {known}. For another source write a mapping file (docs/how-to/mapping.md) and name it with --mapping.',
  },
  'pipelines.missing-column': {
    id: '{file}, baris {row:plain}: kolom "{column}" tidak ada, padahal wajib untuk {layout}; judul yang paling mirip di sana "{nearest}". Perbaiki judulnya atau ekspor ulang dengan kolom itu.',
    en: '{file}, row {row:plain}: the column "{column}" is missing, which {layout} requires; the nearest header there is "{nearest}". Correct the header or export again with that column.',
  },
  'pipelines.duplicate-header': {
    id: '{file}, baris {row:plain}: judul kolom "{column}" ada lebih dari sekali. Hapus atau ganti nama salah satunya, lalu jalankan lagi.',
    en: '{file}, row {row:plain}: the column header "{column}" stands more than once. Remove or rename one of them and run again.',
  },
  'pipelines.no-known-at': {
    id: '{file}: tidak ada keterangan tanggal unduh dan tidak ada tanggal di datanya. Sebutkan kapan data itu diambil, misalnya --known-at 2026-10-22.',
    en: '{file}: it does not say when it was made and holds no dates. Say on which day the data was taken, for example --known-at 2026-10-22.',
  },
  'pipelines.synthetic-beside-real': {
    id: '{file} berisi data SINTETIS, sedangkan {other} berisi data nyata; keduanya tidak boleh bercampur. Pakai folder kerja lain untuk contoh. Tidak ada yang berubah.',
    en: '{file} holds SYNTHETIC data and {other} holds real data; the two must not mix. Use another working folder for the sample. Nothing was changed.',
  },
  'pipelines.real-beside-synthetic': {
    id: '{file} berisi data nyata, sedangkan {other} berisi data SINTETIS; keduanya tidak boleh bercampur. Pakai folder kerja lain, atau hapus folder data contoh lebih dahulu. Tidak ada yang berubah.',
    en: '{file} holds real data and {other} holds SYNTHETIC data; the two must not mix. Use another working folder, or delete the sample data folder first. Nothing was changed.',
  },
  'pipelines.reject-id-empty': {
    id: 'nomor laporan kosong',
    en: 'the report number is empty',
  },
  'pipelines.reject-id-unreadable': {
    id: 'nomor laporan terpotong atau tidak terbaca',
    en: 'the report number is cut short or unreadable',
  },
  'pipelines.reject-date-empty': {
    id: 'tanggal kosong',
    en: 'the date is empty',
  },
  'pipelines.reject-bad-date': {
    id: 'tanggal tidak terbaca atau tidak ada di kalender',
    en: 'the date is unreadable or not in the calendar',
  },
  'pipelines.reject-bad-time': {
    id: 'jam tidak terbaca',
    en: 'the time is unreadable',
  },
  'pipelines.reject-event-empty': {
    id: 'nama peristiwa kosong',
    en: 'the name of the event is empty',
  },
  'pipelines.reject-row-broken': {
    id: 'susunan baris rusak',
    en: 'the row is broken',
  },
  'pipelines.refused-id-empty': {
    id: '{file}, baris {row:plain}, kolom "{column}": nomor laporan kosong; {n} baris tidak dapat dipakai. Perbaiki, atau terima dengan --max-rejects {percent}. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}, column "{column}": the report number is empty; rows that cannot be used: {n}. Correct them, or accept it with --max-rejects {percent}. Nothing was changed.',
  },
  'pipelines.refused-id-unreadable': {
    id: '{file}, baris {row:plain}, kolom "{column}": nomor laporan terpotong (seperti 5,05E+06) atau tidak terbaca; {n} baris tidak dapat dipakai. Ambil ekspor aslinya tanpa menyimpannya dari Excel, atau terima dengan --max-rejects {percent}. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}, column "{column}": the report number is cut short (as in 5.05E+06) or unreadable; rows that cannot be used: {n}. Take the original export without saving it from Excel, or accept it with --max-rejects {percent}. Nothing was changed.',
  },
  'pipelines.refused-date-empty': {
    id: '{file}, baris {row:plain}, kolom "{column}": tanggal kosong; {n} baris tidak dapat dipakai. Perbaiki, atau terima dengan --max-rejects {percent}. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}, column "{column}": the date is empty; rows that cannot be used: {n}. Correct them, or accept it with --max-rejects {percent}. Nothing was changed.',
  },
  'pipelines.refused-bad-date': {
    id: '{file}, baris {row:plain}, kolom "{column}": tanggal tidak terbaca atau tidak ada di kalender; {n} baris tidak dapat dipakai. Tulis seperti 3 Jan 2026 atau 2026-01-03 (bentuk lain: lewat berkas pemetaan), atau terima dengan --max-rejects {percent}. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}, column "{column}": the date is unreadable or not in the calendar; rows that cannot be used: {n}. Write it as 3 Jan 2026 or 2026-01-03 (other forms: through a mapping file), or accept it with --max-rejects {percent}. Nothing was changed.',
  },
  'pipelines.refused-bad-time': {
    id: '{file}, baris {row:plain}, kolom "{column}": jam tidak terbaca; {n} baris tidak dapat dipakai. Tulis seperti 09:30 atau kosongkan, atau terima dengan --max-rejects {percent}. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}, column "{column}": the time is unreadable; rows that cannot be used: {n}. Write it as 09:30 or leave it empty, or accept it with --max-rejects {percent}. Nothing was changed.',
  },
  'pipelines.refused-event-empty': {
    id: '{file}, baris {row:plain}, kolom "{column}": nama peristiwa kosong; {n} baris tidak dapat dipakai. Perbaiki, atau terima dengan --max-rejects {percent}. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}, column "{column}": the name of the event is empty; rows that cannot be used: {n}. Correct them, or accept it with --max-rejects {percent}. Nothing was changed.',
  },
  'pipelines.refused-row-broken': {
    id: '{file}, baris {row:plain}: susunan barisnya rusak (jumlah kolom atau tanda kutip); {n} baris tidak dapat dipakai. Perbaiki, atau terima dengan --max-rejects {percent}. Tidak ada yang berubah.',
    en: '{file}, row {row:plain}: the row is broken (number of columns or quotation marks); rows that cannot be used: {n}. Correct them, or accept it with --max-rejects {percent}. Nothing was changed.',
  },
  'pipelines.mapping-syntax': {
    id: '{file}, baris {line:plain}: isinya bukan YAML yang benar. Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: this is not valid YAML. Correct that line and run again.',
  },
  'pipelines.mapping-key': {
    id: '{file}, baris {line:plain}: kunci "{key}" tidak dikenal. Hapus atau perbaiki; yang dikenal: {known}.',
    en: '{file}, line {line:plain}: the key "{key}" is unknown. Remove or correct it; known keys: {known}.',
  },
  'pipelines.mapping-value': {
    id: '{file}, baris {line:plain}: "{key}" tidak dapat dipakai; yang diharapkan: {why}. Perbaiki menurut docs/how-to/mapping.md, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: "{key}" cannot be used; expected: {why}. Correct it by docs/how-to/mapping.md and run again.',
  },
  'pipelines.mapping-unknown': {
    id: 'Pemetaan "{name}" tidak ada. Yang ada: {known}; atau sebutkan jalur ke berkas .yml.',
    en: 'There is no mapping "{name}". There are: {known}; or give the path of a .yml file.',
  },
  'pipelines.keys-missing': {
    id: '{file}: berkas kunci tidak ada, padahal sudah ada data yang memakai kunci {key}. Kembalikan dari cadangan; tanpa kunci itu laporan yang sama tidak akan dikenali lagi.',
    en: '{file}: the key file is missing although data under key {key} has landed. Restore it from your backup; without it the same report would not be recognised again.',
  },
  'pipelines.keys-other': {
    id: '{file}: ini kunci {found}, sedangkan data yang sudah ada memakai kunci {key}. Kembalikan berkas kunci yang benar dari cadangan, atau sebutkan tempatnya dengan "keys" di bukti.yaml.',
    en: '{file}: these are the keys {found}, but the landed data uses key {key}. Restore the right key file from your backup, or say where it is with "keys" in bukti.yaml.',
  },
  'pipelines.keys-open': {
    id: '{file}: berkas kunci dapat dibaca orang lain. Jalankan: chmod 600 "{file}"',
    en: '{file}: the key file can be read by others. Run: chmod 600 "{file}"',
  },
  'pipelines.keys-open-windows': {
    id: '{file}: berkas kunci dapat dibaca pihak lain ({others}). Jalankan: icacls "{file}" /inheritance:r /grant:r "{user}:F"',
    en: '{file}: the key file can be read by others ({others}). Run: icacls "{file}" /inheritance:r /grant:r "{user}:F"',
  },
  'pipelines.keys-broken': {
    id: '{file}: berkas kunci rusak. Kembalikan dari cadangan; jangan membuat kunci baru bila sudah ada data.',
    en: '{file}: the key file is damaged. Restore it from your backup; do not make new keys where data has landed.',
  },
} as const;
