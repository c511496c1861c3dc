/** Which language and theme a reader wants: the address first, then the cookie of an earlier choice, then the browser. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** Languages with a complete catalogue. The first is the fallback. */
export const LOCALES = ['en', 'id'] as const;
export type Locale = (typeof LOCALES)[number];

export interface Preferences {
  readonly locale: Locale;
  /** Absent: as the device says. */
  readonly theme?: 'light' | 'dark';
}

const known = (tag: string | undefined): Locale | undefined => {
  const language = tag?.trim().toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === language);
};

/** The best known language of an Accept-Language header, by its quality values. */
export function acceptedLocale(header: string | undefined): Locale | undefined {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { locale: known(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ locale, quality }) => locale !== undefined && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0]?.locale;
}

/** Read the preferences of a request. */
export function preferencesOf(c: Context): Preferences {
  const locale =
    known(c.req.query('lang')) ??
    known(getCookie(c, 'lang')) ??
    acceptedLocale(c.req.header('Accept-Language')) ??
    LOCALES[0];
  const theme = getCookie(c, 'theme');
  return theme === 'light' || theme === 'dark' ? { locale, theme } : { locale };
}

/** Direction of writing. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur|ps|dv|ckb|yi)\b/.test(locale) ? 'rtl' : 'ltr';
}
