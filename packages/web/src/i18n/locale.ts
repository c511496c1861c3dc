/** Which languages there are, which one the reader uses, and how it is written. */

/** Languages with a complete catalogue. The first is the fallback. */
export const LOCALES = ['en', 'id'] as const;
export type Locale = (typeof LOCALES)[number];

export const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text);

/** Direction of writing. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ps|dv|ckb|yi)\b/.test(locale) ? 'rtl' : 'ltr';
}

/** The best known language among the wishes, in their order; the fallback when none is known. */
export function chooseLocale(wishes: readonly (string | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split('-')[0];
    if (isLocale(language)) return language;
  }
  return LOCALES[0];
}
