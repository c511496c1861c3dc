/** City names made comparable: without accents, case, punctuation and the letters that Unicode does not decompose. */

/** Letters with no decomposition, by their usual transcription. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ə: 'e',
  ħ: 'h',
};

/**
 * Fold a name for comparison: `São Paulo` → `sao paulo`, `Köln` → `koln`, `Łódź` → `lodz`, `Al Mawşil` → `al mawsil`.
 * Apostrophes vanish, other punctuation becomes a space.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıəħ]/g, (letter) => LETTERS[letter]!)
    .replace(/['’‘ʻʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
