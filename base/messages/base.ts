/** Configuration and workspace. */
export const baseMessages = {
  'config.syntax': {
    id: '{file}, baris {line:plain}: isinya bukan YAML yang benar. Perbaiki baris itu, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: this is not valid YAML. Correct that line and run again.',
  },
  'config.unknown-key': {
    id: '{file}, baris {line:plain}: kunci "{key}" tidak dikenal. Hapus atau perbaiki; yang dikenal: {known}.',
    en: '{file}, line {line:plain}: the key "{key}" is unknown. Remove or correct it; known keys: {known}.',
  },
  'config.value': {
    id: '{file}, baris {line:plain}: nilai kunci "{key}" tidak dapat dipakai ({why}). Perbaiki, lalu jalankan lagi.',
    en: '{file}, line {line:plain}: the value of "{key}" cannot be used ({why}). Correct it and run again.',
  },
} as const;
