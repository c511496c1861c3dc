/**
 * Which passwords are refused, by NIST SP 800-63B-4, 3.1.1.2: too short for a single factor (15 characters), common, of the
 * person or of this service, repetitive, sequential. No rules on the kinds of characters, and no expiry.
 */
import { COMMON_PASSWORDS } from './common-passwords.generated.ts';

/** In characters (code points) after NFKC. */
export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 256;

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'personal' | 'repetitive';

const common: ReadonlySet<string> = new Set(COMMON_PASSWORDS.split(/\s+/).filter((word) => word !== ''));
/** Fewer different characters than this are a pattern. */
const FEWEST_DIFFERENT = 5;
/** A password made of so few common words, with any digits and signs between, is as easy as they are. */
const MOST_COMMON_WORDS = 2;
const SHORTEST_WORD = 4;
const OURS = ['thousandcities', 'thousand cities'];
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm', 'azertyuiopqsdfghjklmwxcvbn'];

/** Why a password is refused, or undefined. `about` is what others know of the person: e-mail address, name. */
export function passwordFault(password: string, about: readonly string[] = []): PasswordFault | undefined {
  const text = password.normalize('NFKC');
  const { length } = [...text];
  if (length < SHORTEST_PASSWORD) return 'too-short';
  if (length > LONGEST_PASSWORD) return 'too-long';
  const plain = text.toLowerCase();
  if (isRepetitive(plain)) return 'repetitive';
  if (isPersonal(plain, about)) return 'personal';
  return isCommon(plain) ? 'common' : undefined;
}

/** Few different characters, one piece over and over, or a row of the alphabet or the keyboard with little else. */
function isRepetitive(text: string): boolean {
  if (new Set(text).size < FEWEST_DIFFERENT) return true;
  // "abcabcabc" is found within itself doubled, before its own end.
  if ((text + text).indexOf(text, 1) <= text.length / 2) return true;
  return 2 * longestRow(text) >= text.length;
}

/** Length of the longest stretch that runs along a row, forwards or backwards. */
function longestRow(text: string): number {
  const rows = ROWS.flatMap((row) => [row + row, [...(row + row)].reverse().join('')]);
  let longest = 0;
  for (const row of rows) {
    for (let from = 0; from < text.length; from++) {
      let to = from + longest + 1;
      while (to <= text.length && row.includes(text.slice(from, to))) longest = to++ - from;
    }
  }
  return longest;
}

/** Once what others know, or what we are called, is taken out, too little is left. */
function isPersonal(text: string, about: readonly string[]): boolean {
  const words = [...OURS, ...about.flatMap((item) => [item, ...item.split(/[\s@.]+/)])]
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), text);
  return left.length < text.length && left.length < SHORTEST_PASSWORD / 2;
}

/** In the list, or one or two of its words with digits and signs, also where letters are written as digits. */
function isCommon(text: string): boolean {
  if (common.has(text)) return true;
  const letters = text.replace(/[^\p{L}]/gu, '');
  const spelled = text.replace(/[013457@$!]/g, (sign) => spelling[sign]!).replace(/[^\p{L}]/gu, '');
  return isFewWords(letters, MOST_COMMON_WORDS) || isFewWords(spelled, MOST_COMMON_WORDS);
}

const spelling: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function isFewWords(text: string, most: number): boolean {
  if (text.length < SHORTEST_WORD) return true;
  if (common.has(text)) return true;
  if (most === 1) return false;
  for (let end = SHORTEST_WORD; end <= text.length - SHORTEST_WORD; end++) {
    if (common.has(text.slice(0, end)) && isFewWords(text.slice(end), most - 1)) return true;
  }
  return false;
}
