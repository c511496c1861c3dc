/** Moments and devices in words. */
import { dateFormat } from '../../i18n/dates.ts';
import type { Say } from '../../i18n/messages.ts';

/** A moment in the reader's language and time zone: day and time. */
export function momentIn(locale: string, iso: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** A day in the reader's language. */
export function dayIn(locale: string, iso: string): string {
  return dateFormat(locale, { dateStyle: 'medium' }).format(new Date(iso));
}

// What most browsers say of themselves; the first that fits counts, since later ones name earlier ones too.
const BROWSERS = [
  ['Firefox', /Firefox\//],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Chrome', /(Chrome|CriOS|Chromium)\//],
  ['Safari', /Safari\//],
] as const;
const SYSTEMS = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X|Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
] as const;

/** Browser and system of a session, as far as they are known. */
export function deviceOf(userAgent: string | null, say: Say): string {
  const nameIn = (list: readonly (readonly [string, RegExp])[]) =>
    list.find(([, pattern]) => userAgent !== null && pattern.test(userAgent))?.[0];
  const [browser, system] = [nameIn(BROWSERS), nameIn(SYSTEMS)];
  if (browser !== undefined && system !== undefined) return say('accounts.device', { browser, system });
  return browser ?? system ?? say('accounts.device.unknown');
}
