/** A reader's language on the published pages: words of two catalogues, and numbers, money and dates as people write them. */
import { phraseBook, type PhrasePairs } from '@thousand-cities/model';
import { directionOf } from '../preferences.ts';
import { escapeHtml, say as fillIn, type Words } from '../shell-text.ts';

/** Markup that is safe to put into a page. Text becomes markup by `Language.text` alone. */
export type Html = string;

export type Values = Readonly<Record<string, string>>;

/** Says things in one language. Every message is escaped; its values are markup already. */
export interface Language {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether the catalogue has a message. */
  has(key: string): boolean;
  /** A message as plain text, for attributes and documents that are no markup. */
  plain(key: string, values?: Values): string;
  /** A message, its values being markup. */
  say(key: string, values?: Record<string, Html>): Html;
  /** One of `key.one`, `key.few`, … `key.other` by the number's form in the language; the number is `{count}`. */
  count(key: string, count: number, values?: Record<string, Html>): Html;
  /** Text that came from outside. */
  text(text: string): Html;
  /** Tonnes CO2e, three digits, at a readable scale. */
  co2e(tonnes: number): string;
  /** Tonnes of carbon dioxide alone, written the same way. */
  co2(tonnes: number): string;
  /** Tonnes at an axis: as short as they go. */
  tick(tonnes: number): string;
  /** Euros, three digits, at a readable scale. */
  euros(amount: number): string;
  /** A share as per cent, whole. */
  percent(share: number): string;
  /** Three significant digits. */
  number(value: number): string;
  whole(value: number): string;
  year(year: number): string;
  /** A day, from ISO 8601. */
  date(iso: string): string;
  /** Names as a sentence lists them. */
  list(names: readonly string[]): string;
  country(iso2: string | undefined, name: string): string;
  /** A sentence of ours that came with the data, in English; what a person wrote stays as it is. */
  phrase(english: string): string;
}

const NO_BREAK = '\u00a0';
const TONNES = [
  [1e9, 'Gt'],
  [1e6, 'Mt'],
  [1e3, 'kt'],
  [1, 't'],
] as const;
const MONEY = [
  [1e9, 'eurBn'],
  [1e6, 'eurM'],
  [1e3, 'eurK'],
  [1, 'eur'],
] as const;

/** The scale of a value, as it is written with three digits. */
function scaleOf<T extends typeof TONNES | typeof MONEY>(value: number, scales: T): T[number] {
  const rounded = Math.abs(Number(value.toPrecision(3)));
  return scales.find(([from]) => rounded >= from) ?? scales[3];
}

/** A speaker for a language, over its catalogue with the fallback's behind it. */
export function languageOf(locale: string, words: Words, phrases: PhrasePairs = {}): Language {
  const book = phraseBook(phrases, locale);
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  // Emissions at a scale, as on the other pages: `1.70 Mt`.
  const three = new Intl.NumberFormat(locale, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const year = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 0 });
  // Words of the English catalogue are British, and so are its days.
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const plain = (key: string, values: Values = {}) => fillIn(words, key, values);
  const say = (key: string, values: Record<string, Html> = {}) =>
    fillIn({ [key]: escapeHtml(words[key] ?? key) }, key, values);
  const scaled = (value: number, scales: typeof TONNES | typeof MONEY) => {
    const [divisor, unit] = scaleOf(value, scales);
    return `${(scales === MONEY || divisor === 1 ? number : three).format(plus(value / divisor))}${NO_BREAK}${plain(`unit.${unit}`)}`;
  };
  return {
    locale,
    direction: directionOf(locale),
    has: (key) => Object.hasOwn(words, key),
    plain,
    say,
    count: (key, count, values = {}) => {
      const form = `${key}.${plural.select(count)}`;
      return say(Object.hasOwn(words, form) ? form : `${key}.other`, { count: whole.format(count), ...values });
    },
    text: escapeHtml,
    co2e: (value) => scaled(value, TONNES),
    co2: (value) => scaled(value, TONNES).replace('CO₂e', 'CO₂'),
    tick: (value) => {
      const [divisor, unit] = scaleOf(value, TONNES);
      return value === 0 ? number.format(0) : plain(`axis.${unit}`, { value: number.format(value / divisor) });
    },
    euros: (value) => scaled(value, MONEY),
    percent: (share) => percent.format(plus(share)),
    number: (value) => number.format(plus(value)),
    whole: (value) => whole.format(plus(value)),
    year: (value) => year.format(value),
    date: (iso) => date.format(new Date(iso)),
    list: (names) => list.format(names),
    country: (iso2, name) => (iso2 === undefined ? name : (countryName(locale, iso2) ?? name)),
    phrase: (english) => (locale === 'en' ? english : book.say(english)),
  };
}

/** Minus nought is nought. */
const plus = (value: number) => (Object.is(value, -0) ? 0 : value);

function countryName(locale: string, iso2: string): string | undefined {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(iso2);
  } catch {
    return undefined;
  }
}
