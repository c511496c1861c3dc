/** Country names made comparable, and the forms in which a name may be meant: with and without "Republic of", brackets, commas. */
import { normaliseName } from './name.ts';

/** Words that say nothing about which country is meant. */
const IDLE = new Set(['the', 'and', 'of', 'la', 'le', 'les', 'el', 'los', 'de', 'y', 'et', 'und']);

/** A name folded for comparison, without articles: `The Gambia` → `gambia`, `Bosnia & Herzegovina` → `bosnia herzegovina`. */
export function countryKey(name: string): string {
  const words = normaliseName(name)
    .split(' ')
    .map((word, _, all) => (word === 'st' && all.length > 1 ? 'saint' : word));
  const telling = words.filter((word) => !IDLE.has(word));
  const key = (telling.length === 0 ? words : telling).join(' ');
  // Letters with stops between them: U.S.A., E.E.U.U.
  return /^(\p{L} )+\p{L}$/u.test(key) ? key.replaceAll(' ', '') : key;
}

const FORM_OF_STATE =
  /^(the )?((people|peoples|federal|federative|federated|democratic|socialist|islamic|arab|united|bolivarian|plurinational|co-?operative|independent|oriental|hashemite|grand|french) )*(republic|republique|republica|republik|state|states|kingdom|commonwealth|principality|sultanate|union|federation|duchy|territory) (of|de|del|du|do|da|di|der)( the| la)? /;

/**
 * Forms of a country name from the strictest to the loosest: as written, without what is in brackets, without the form of the
 * state, before the first comma.
 */
export function countryForms(name: string): readonly string[] {
  const bare = name.replace(/\s*[([].*?[)\]]\s*/gu, ' ').trim();
  const beforeComma = bare.split(',')[0]!;
  const plain = (text: string): string => normaliseName(text).replace(FORM_OF_STATE, '');
  return [...new Set([name, bare, plain(bare), beforeComma, plain(beforeComma)].map(countryKey))].filter(
    (key) => key !== '',
  );
}
