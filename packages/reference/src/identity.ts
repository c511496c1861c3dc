/** Which reference set this is: an id that people read and a hash that machines compare. */

/** Version of the set as released. It changes whenever any table does. */
export const REFERENCE_SET_ID = 'tc-2026.11';

/** A table as text, by its name below `tables/`. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Hash function passed in, so that this file runs anywhere: hexadecimal SHA-256 of UTF-8 text. */
export type Sha256 = (text: string) => string;

/**
 * SHA-256 over all tables in order of their names. Line endings are normalised, so a checkout with CRLF has the same identity.
 *
 * The name and the length of each text go into the hash too: moving a line from one table to the next changes it.
 */
export function referenceHash(tables: readonly NamedText[], sha256: Sha256): string {
  const sorted = [...tables].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const parts = sorted.map(({ name, text }) => {
    const unix = text.replaceAll('\r\n', '\n');
    return `${name}\n${unix.length}\n${unix}`;
  });
  return sha256(parts.join('\n'));
}
