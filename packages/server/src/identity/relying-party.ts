/** For which site passkeys are made: a passkey works there and nowhere else, so the site is not believed from a request. */

/** WebAuthn's relying party: the host that passkeys belong to, and the origin they are used from. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * The relying party of this server; undefined where passkeys cannot be offered.
 *
 * With `CITIES_URL` it is that address. Without, a request's own host is believed only where it is this machine: whoever
 * reaches a server under a name of their own choosing would otherwise choose the site too. Browsers allow passkeys over
 * https and on localhost, and never for a bare IP address.
 *
 * @param publicUrl the origin of `CITIES_URL`
 * @param requestUrl the address a request came to
 */
export function relyingPartyOf(publicUrl: string | undefined, requestUrl: string): RelyingParty | undefined {
  const { protocol, hostname, origin } = new URL(publicUrl ?? requestUrl);
  const isThisMachine = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (isThisMachine) return { id: hostname, origin };
  if (publicUrl === undefined || protocol !== 'https:' || isAddress(hostname)) return undefined;
  return { id: hostname, origin };
}

const isAddress = (hostname: string) => hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
