/** The values of a finding as the reader writes them: figures with the separators of the language, identities by their names. */
import { findingValueKinds, type FindingValueKind } from '@thousand-cities/model';
import type { Language } from './context.tsx';
import { hasKey, type MessageValues } from './messages.ts';
import { numberFormat } from './numbers.ts';

type Words = Pick<Language, 'say' | 'catalogue' | 'locale' | 'percent' | 'year'>;
type Value = string | number;

/** Values for the sentence of a code. What is not declared for the code stands as it is. */
export function findingValues(words: Words, code: string, values: Readonly<Record<string, unknown>>): MessageValues {
  const kinds = findingValueKinds(code);
  const given = Object.entries(values).filter((entry): entry is [string, Value] => /^(string|number)$/.test(typeof entry[1])); // prettier-ignore
  return Object.fromEntries(given.map(([name, value]) => [name, written(words, kinds[name], value)]));
}

const NAMES: Readonly<Partial<Record<FindingValueKind, string>>> = {
  carrier: 'carrier',
  sector: 'sector',
  target: 'target',
};

function written(words: Words, kind: FindingValueKind | undefined, value: Value): Value {
  const room = kind && NAMES[kind];
  const key = `${room}.${value}`;
  if (room !== undefined && hasKey(words.catalogue, key)) return words.say(key);
  if (typeof value === 'string') return value;
  if (kind === 'figure') return figure(value, words.locale);
  if (kind === 'share') return words.percent(value);
  return kind === 'year' ? words.year(value) : value;
}

/** Three digits, and every digit before the decimal sign: `0.0123`, `47.2`, `1,234,567`. */
function figure(value: number, locale: string): string {
  const isLarge = Math.abs(value) >= 1000;
  return numberFormat(locale, isLarge ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }).format(value);
}
