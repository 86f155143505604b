/** Disclosure control: what the library refuses, the operator's report, the public note. */
export const disclosureMessages = {
  'disclosure.noise-parameters': {
    id: 'Tidak ada derau dengan simpangan paling besar {D}, ragam {V}, dan nilai 1 sampai {js} tidak terbit (baris {i}). Naikkan ragam atau simpangan; bawaan: 5, 3, 2.',
    en: 'There is no noise with a largest step of {D}, a variance of {V} and values 1 to {js} never published (row {i}). Raise the variance or the step; default: 5, 3, 2.',
  },
  'disclosure.not-additive': {
    id: 'Tabel {table}: sel {cell} bukan jumlah bagian-bagiannya, dalam aduan atau dalam kunci. Hitung total dari catatan yang sama dengan bagiannya, lalu jalankan lagi.',
    en: 'Table {table}: the cell {cell} is not the sum of its parts, in complaints or in keys. Count the total from the same records as its parts and run again.',
  },
  'disclosure.impossible-cell': {
    id: 'Sel {cell}: jumlahnya bukan bilangan bulat dari 0, atau sel yang mustahil ada isinya. Perbaiki hitungan, lalu jalankan lagi.',
    en: 'Cell {cell}: its count is not a whole number from 0, or a cell that cannot exist holds something. Correct the count and run again.',
  },
  'disclosure.cell-twice': {
    id: 'Sel {cell} ada dua kali. Gabungkan keduanya, lalu jalankan lagi.',
    en: 'The cell {cell} stands there twice. Put the two together and run again.',
  },
  'disclosure.ledger-noise': {
    id: 'Yang sudah terbit memakai derau {noise}; derau tidak dapat diganti di bawah angka yang sudah terbit. Pakai --noise {noise}.',
    en: 'What is published was made with the noise {noise}; noise cannot be changed under published figures. Use --noise {noise}.',
  },
} as const;
