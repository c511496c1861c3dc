/** The secret of a link: what stands after `#`, which no server and no proxy sees. */

/** The secret; undefined where the address has none that could be one. */
export function secretIn(hash: string): string | undefined {
  const text = hash.replace(/^#/, '');
  return /^[\w-]{20,200}$/.test(text) ? text : undefined;
}
