/** Days and hours as the reader's language writes them. */

/** The words of the English catalogue are British, and so are its days and hours: `29 Nov 2026, 13:05`. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
}
