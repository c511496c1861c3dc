/** Text as people type it in a hurry: no capitals, no marks on letters, no letters that few keyboards have. */

/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
  ħ: 'h',
  ŧ: 't',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Fold a text for comparing: `Gdańsk` and `GDANSK` come to the same. What is neither letter nor digit becomes one space. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(SPECIAL, (letter) => LETTERS[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded texts made ready to be looked into by {@link matches}. */
export const searchable = (...foldedTexts: readonly string[]): string => ` ${foldedTexts.join(' ')}`;

/** Whether each word of a folded query begins a word of the text. */
export function matches(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(` ${word}`));
}

/** Words of what was typed, folded; none for an empty text. */
export const wordsOf = (typed: string): readonly string[] =>
  folded(typed)
    .split(' ')
    .filter((word) => word !== '');
