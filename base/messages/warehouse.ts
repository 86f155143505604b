/** Model runner, data tests, the published copy. */
export const warehouseMessages = {
  'warehouse.locked': {
    id: 'Proses lain (PID {pid:plain}) sedang menulis gudang data {place}; tidak ada yang diubah. Tunggu sampai proses itu selesai, atau hentikan, lalu jalankan lagi.',
    en: 'Another process (PID {pid:plain}) is writing the warehouse {place}; nothing was changed. Wait until it has finished, or stop it, and run again.',
  },
  'warehouse.none': {
    id: 'Belum ada gudang data di {place}. Jalankan "bukti run" dengan berkas ekspor Anda.',
    en: 'There is no warehouse at {place} yet. Run "bukti run" with your export files.',
  },
  'warehouse.known-too-early': {
    id: 'Belum ada ekspor yang diketahui per {known}; yang paling awal diketahui per {first}. Pilih tanggal itu atau sesudahnya.',
    en: 'No export was known by {known}; the earliest is known as of {first}. Choose that day or a later one.',
  },
  'warehouse.unreadable': {
    id: 'Gudang data {file} tidak dapat dibuka ({why}). Hapus berkas itu dan jalankan "bukti run" untuk membangunnya lagi dari data yang sudah masuk.',
    en: 'The warehouse {file} cannot be opened ({why}). Delete that file and run "bukti run" to build it again from the landed data.',
  },
  'warehouse.memory': {
    id: 'Memori tidak cukup saat membangun {model} (batas {limit}). Tutup program lain atau naikkan memory_limit di bukti.yaml, lalu jalankan lagi.',
    en: 'Memory ran out while building {model} (limit {limit}). Close other programs or raise memory_limit in bukti.yaml and run again.',
  },
  'warehouse.no-project': {
    id: 'Berkas dbt_project.yml tidak ada di {places}. Pulihkan berkas itu atau perbaiki kunci "models" di bukti.yaml.',
    en: 'The file dbt_project.yml is missing in {places}. Restore it or correct the key "models" in bukti.yaml.',
  },
  'warehouse.yaml': {
    id: '{file}, baris {line:plain}: isinya bukan YAML yang benar ({why}). Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: this is not valid YAML ({why}). Correct that line and run again.',
  },
  'warehouse.yaml-shape': {
    id: '{file}, baris {line:plain}: "{key}" harus berupa {expected}. Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: "{key}" must be {expected}. Correct that line and run again.',
  },
  'warehouse.unsupported': {
    id: '{file}, baris {line:plain}: "{feature}" tidak dikenal atau tidak didukung oleh pembangun model Bukti. Hapus atau ganti; yang didukung di situ: {nearest}.',
    en: '{file}, line {line:plain}: "{feature}" is unknown to Bukti\'s model runner or not supported by it. Remove or replace it; supported there: {nearest}.',
  },
  'warehouse.template': {
    id: '{file}, baris {line:plain}: templat Jinja tidak dapat dibaca ({why}). Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: the Jinja template cannot be rendered ({why}). Correct that line and run again.',
  },
  'warehouse.undefined': {
    id: '{file}, baris {line:plain}: "{name}" tidak punya nilai. Perbaiki ejaannya atau beri nilai lebih dahulu dengan set.',
    en: '{file}, line {line:plain}: "{name}" has no value. Correct its spelling or set it first.',
  },
  'warehouse.unknown-ref': {
    id: "{file}, baris {line:plain}: ref('{name}') tidak menunjuk model atau seed mana pun. Nama terdekat: {nearest}.",
    en: "{file}, line {line:plain}: ref('{name}') names no model and no seed. The nearest name: {nearest}.",
  },
  'warehouse.unknown-source': {
    id: "{file}, baris {line:plain}: source('{name}') tidak dinyatakan di berkas YAML mana pun. Nama terdekat: {nearest}.",
    en: "{file}, line {line:plain}: source('{name}') is declared in no YAML file. The nearest name: {nearest}.",
  },
  'warehouse.foreign-source': {
    id: '{file}, baris {line:plain}: tabel "{name}" tidak dikenal sebagai sumber. Bukti menyediakan source "landing" dengan tabel {known}.',
    en: '{file}, line {line:plain}: the table "{name}" is not known as a source. Bukti provides the source "landing" with the tables {known}.',
  },
  'warehouse.batch-column': {
    id: '{file}, baris {line:plain}: kolom "{column}" tidak ada pada batch.json. Yang ada: {known}.',
    en: '{file}, line {line:plain}: batch.json has no column "{column}". It has: {known}.',
  },
  'warehouse.unknown-var': {
    id: '{file}, baris {line:plain}: var(\'{name}\') tidak punya nilai. Tambahkan pada "vars" di dbt_project.yml atau beri nilai bawaan.',
    en: '{file}, line {line:plain}: var(\'{name}\') has no value. Add it to "vars" in dbt_project.yml or give a default.',
  },
  'warehouse.unknown-env': {
    id: '{file}, baris {line:plain}: variabel lingkungan {name} belum diatur. Atur dahulu atau beri nilai bawaan pada env_var.',
    en: '{file}, line {line:plain}: the environment variable {name} is not set. Set it or give env_var a default.',
  },
  'warehouse.cycle': {
    id: '{file}: model saling memakai berputar: {path}. Hapus salah satu ref itu.',
    en: '{file}: these models use one another in a circle: {path}. Remove one of these refs.',
  },
  'warehouse.duplicate': {
    id: 'Nama "{name}" dipakai dua kali: {first} dan {second}. Ganti nama salah satunya.',
    en: 'The name "{name}" is used twice: {first} and {second}. Rename one of them.',
  },
  'warehouse.unknown-node': {
    id: '{file}, baris {line:plain}: "{name}" dijelaskan di sini, tetapi berkasnya tidak ada. Nama terdekat: {nearest}.',
    en: '{file}, line {line:plain}: "{name}" is described here, but there is no such file. The nearest name: {nearest}.',
  },
  'warehouse.unknown-test': {
    id: '{file}, baris {line:plain}: uji data "{name}" tidak dikenal. Nama terdekat: {nearest}.',
    en: '{file}, line {line:plain}: the data test "{name}" is unknown. The nearest name: {nearest}.',
  },
  'warehouse.test-arguments': {
    id: '{file}, baris {line:plain}: uji data "{name}" memerlukan {needed}. Lengkapi, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: the data test "{name}" needs {needed}. Add it and run again.',
  },
  'warehouse.seed': {
    id: 'Seed {file} tidak dapat dimuat ({why}). Perbaiki berkas itu, lalu jalankan lagi.',
    en: 'The seed {file} cannot be loaded ({why}). Correct that file and run again.',
  },
  'warehouse.seed-empty': {
    id: 'Seed {file} kosong: baris judul kolom tidak ada. Isi baris pertamanya dengan nama kolom.',
    en: 'The seed {file} is empty: it has no header row. Give its first row the names of the columns.',
  },
  'warehouse.landing': {
    id: 'Data "{name}" di {place} tidak dapat dibaca ({why}). Hapus folder batch yang rusak dan masukkan lagi berkas asalnya.',
    en: 'The landed data "{name}" in {place} cannot be read ({why}). Delete the damaged batch folder and take in its source file again.',
  },
  'warehouse.sql': {
    id: '{file}, baris {line:plain}: SQL untuk {model} gagal ({why}). SQL hasil kompilasi: {compiled}, baris {compiledLine:plain}.',
    en: '{file}, line {line:plain}: the SQL of {model} failed ({why}). Compiled SQL: {compiled}, line {compiledLine:plain}.',
  },
  'warehouse.test-failed': {
    id: 'Uji data {test} pada {place} gagal untuk {rows} baris (uji yang gagal: {failed}: {list}). Gudang data yang lama tetap dipakai. Periksa hasilnya di {kept} dengan SQL di {compiled}, perbaiki data atau modelnya, lalu jalankan lagi.',
    en: 'The data test {test} on {place} failed for {rows} rows (failed tests: {failed}: {list}). Readers stay on the warehouse as it was. Look into {kept} with the SQL in {compiled}, correct the data or the model and run again.',
  },
} as const;
