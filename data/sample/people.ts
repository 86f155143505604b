/**
 * Made-up persons. Every part of a name, phone, NIK, e-mail and address can be told from real text:
 * the names exist nowhere, phones hold 5550, NIK hold 99 as district, mail goes to a reserved domain
 * (RFC 2606). That is what lets a scanner prove that none of it is left anywhere.
 */
const join = (fronts: readonly string[], ends: readonly string[]) =>
  fronts.flatMap((front) => ends.map((end) => front + end));

/** 32 each; a list's length must be a power of two. */
export const maleNames = join(
  ['Suryang', 'Bramad', 'Wikang', 'Tejak'],
  ['garda', 'yutama', 'wardono', 'santiko', 'purwadi', 'narendro', 'lukmaji', 'birawan'],
);
export const femaleNames = join(
  ['Larasm', 'Sekarw', 'Niluhk', 'Rarasd'],
  ['utiani', 'angsihra', 'ulandari', 'irantika', 'uspitari', 'amayantri', 'indrawati', 'estaruni'],
);
export const familyNames = join(
  ['Kusumb', 'Harjow', 'Pranad', 'Wibis'],
  ['andoro', 'inarko', 'isumarto', 'alingga', 'ujatmo', 'atmodirjo', 'epranoto', 'ilogodang'],
);

const phonePrefixes = ['0812', '0813', '0852', '0878'];
const mailDomain = 'surel-rekaan.example';
const streets = ['Jl. Kembangrekaan', 'Jl. Mustikarekaan', 'Gg. Pandanrekaan', 'Jl. Rantirekaan'];

/** What a scan of anything that left the landing zone's door must not find. */
export interface PersonalNeedles {
  /** Parts of names, as written in the export. */
  names: string[];
  /** Fixed parts of addresses and e-mail. */
  texts: string[];
  /** Phones and NIK; the strings are sources of regular expressions, and global search is meant. */
  patterns: RegExp[];
}

/** Everything personal that the sample's texts are made of. */
export function personalNeedles(): PersonalNeedles {
  return {
    names: [...maleNames, ...femaleNames, ...familyNames],
    texts: [mailDomain, ...streets.map((street) => street.split(' ')[1] as string)],
    // Digits after a decimal point are part of a number, such as 2.8341299999999998.
    patterns: [
      /(?:\+62[ -]?|(?<!\d\.)\b0)8\d{2}[ -]?5550[ -]?\d{4}\b/g,
      /(?<!\d\.)\b\d{4}99\d{10}\b/g,
    ],
  };
}

/** SQL expressions of a person, each of one draw of the reporter. */
export const person = {
  phonePrefixes,
  mailDomain,
  streets,
};
