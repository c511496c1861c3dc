/** The address by which an authenticator app learns its secret (the key URI format of authenticator apps). */

/** The secret in groups of four, to be typed by hand; undefined for an address without one. */
export function secretOf(address: string): string | undefined {
  const secret = URL.canParse(address) ? new URL(address).searchParams.get('secret') : null;
  return secret?.match(/.{1,4}/g)?.join(' ');
}
