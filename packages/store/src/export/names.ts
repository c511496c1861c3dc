/** File names from what people call things. */

/** Names that Windows keeps for devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name as part of a path: letters, figures and dashes, at most 60; `fallback` when nothing is left. */
export function pathName(name: string, fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 60);
  return plain === '' || DEVICES.test(plain) ? fallback : plain;
}

/** The name of a file as it was given, made safe: no folders, no hidden files, its ending kept. */
export function fileName(name: string, fallback: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name) ?? [];
  return `${pathName(stem, fallback)}${ending.toLowerCase()}`;
}
