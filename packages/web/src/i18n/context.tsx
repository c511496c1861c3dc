/** The reader's language for every view below: words, numbers, direction. */
import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Locale } from './locale.ts';
import { createSay, type Catalogue, type Say } from './messages.ts';
import * as numbers from './numbers.ts';
import { hasPhrases, onPhrases, phraseIn } from './phrases.ts';

/** What a view needs to speak. */
export interface Language {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly say: Say;
  readonly co2e: (tonnes: number) => numbers.Quantity;
  readonly euros: (amount: number) => numbers.Quantity;
  readonly eurosPerTonne: (amount: number) => numbers.Quantity;
  readonly tick: (value: number, kind: 'co2e' | 'euros') => string;
  readonly percent: (share: number) => string;
  readonly significant: (value: number, digits?: number) => string;
  /** Warming in °C, without the unit. */
  readonly degrees: (kelvin: number) => string;
  /** A difference of warming in °C, without the unit. */
  readonly smallDegrees: (kelvin: number) => string;
  readonly people: (count: number) => string;
  readonly year: (value: number) => string;
  /** Name of a country by its two-letter code; the given English name where the browser knows none. */
  readonly country: (iso2: string | undefined, english: string) => string;
  /** A sentence of ours that came with the data, in English; what a person wrote stays as it is. */
  readonly phrase: (english: string) => string;
}

/** Bind words and numbers to one language. */
export function createLanguage(locale: Locale, catalogue: Catalogue): Language {
  const say = createSay(locale, catalogue);
  return {
    locale,
    catalogue,
    say,
    co2e: (value) => numbers.co2e(value, locale, say),
    euros: (value) => numbers.euros(value, locale, say),
    eurosPerTonne: (value) => numbers.eurosPerTonne(value, locale, say),
    tick: (value, kind) => numbers.tick(value, kind, locale, say),
    percent: (share) => numbers.percent(share, locale),
    significant: (value, digits) => numbers.significant(value, locale, digits),
    degrees: (kelvin) => numbers.degrees(kelvin, locale),
    smallDegrees: (kelvin) => numbers.smallDegrees(kelvin, locale),
    people: (count) => numbers.people(count, locale),
    year: (value) => numbers.year(value, locale),
    country: (iso2, english) => countryName(locale, iso2) ?? english,
    phrase: (english) => phraseIn(locale, english),
  };
}

const countryNames = new Map<string, Intl.DisplayNames>();

function countryName(locale: string, iso2: string | undefined): string | undefined {
  if (iso2 === undefined || !/^[A-Z]{2}$/.test(iso2)) return undefined;
  let names = countryNames.get(locale);
  if (!names) {
    names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    countryNames.set(locale, names);
  }
  return names.of(iso2);
}

const LanguageContext = createContext<Language | undefined>(undefined);

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const { locale } = language;
  const isComplete = useSyncExternalStore(onPhrases, () => hasPhrases(locale));
  // Another object when the book of phrases has come, so that what was shown without it is shown again.
  const current = useMemo(() => ({ ...language, isComplete }), [language, isComplete]);
  return <LanguageContext value={current}>{children}</LanguageContext>;
}

/** The language in force. */
export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (!language) throw new Error('a view was drawn outside LanguageProvider; this is a bug, please report it');
  return language;
}
