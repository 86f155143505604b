/** The two languages of everything that people read. */
export const languages = ['id', 'en'] as const;
export type Lang = (typeof languages)[number];

export function isLang(value: unknown): value is Lang {
  return value === 'id' || value === 'en';
}

/**
 * The language of the command line where neither `--lang` nor `lang:` says: Indonesian for an `id`
 * locale, otherwise English.
 */
export function systemLang(env: NodeJS.ProcessEnv = process.env): Lang {
  const posix = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const locale = posix || new Intl.DateTimeFormat().resolvedOptions().locale;
  return /^id\b|^id_/i.test(locale) ? 'id' : 'en';
}
