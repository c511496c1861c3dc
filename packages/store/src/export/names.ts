/** File names from what people call things. */

/** Names that Windows keeps for devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Characters of a name in a path, and bytes: file systems stop at 255 with everything before and after it. */
const LONGEST = 60;
const MOST_BYTES = 160;

/** Accents over letters of European scripts. Marks of other scripts are vowels, without which nobody reads the name. */
const ACCENTS = /[\u0300-\u036f]/g;

/** A name as part of a path: letters, figures and dashes, at most 60 characters; `fallback` when nothing is left. */
export function pathName(name: string, fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .normalize('NFC')
    .replaceAll(/[^\p{Letter}\p{Number}\p{Mark}]+/gu, '-')
    .toLowerCase();
  const short = shortened(plain.replace(/^-/, '')).replace(/-$/, '');
  return short === '' || DEVICES.test(short) ? fallback : short;
}

/** As many whole characters as there is room for. */
function shortened(text: string): string {
  let short = '';
  for (const character of Array.from(text).slice(0, LONGEST)) {
    if (Buffer.byteLength(short + character) > MOST_BYTES) break;
    short += character;
  }
  return short;
}

/** The name of a file as it was given, made safe: no folders, no hidden files, its ending kept. */
export function fileName(name: string, fallback: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name) ?? [];
  return `${pathName(stem, fallback)}${ending.toLowerCase()}`;
}
