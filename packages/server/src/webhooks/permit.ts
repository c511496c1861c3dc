/** Where a webhook may go: what its URL must be, and the address that is connected to, checked each time anew. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './addresses.ts';

/** How names become addresses and which of these may be connected to. Tests put their own in place; the program has no setting. */
export interface Permit {
  resolve(host: string): Promise<readonly string[]>;
  isAllowed(address: string): boolean;
  /** Without TLS, to a receiver on this machine. */
  readonly http?: boolean;
  /** Whose certificates are believed instead of those the system believes. */
  readonly ca?: string | Buffer;
}

/** Public addresses by the resolver of the system, over TLS. */
export const PUBLIC_ONLY: Permit = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
};

const LONGEST_URL = 2000;
/** Names that lead nowhere, or to this machine or network. */
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa)$/;

/** Why a URL cannot be registered; undefined when it can. Its name is looked up each time something is sent. */
export function urlProblem(text: string, permit: Permit = PUBLIC_ONLY): string | undefined {
  if (text.length > LONGEST_URL) return `has at most ${LONGEST_URL} characters`;
  if (!URL.canParse(text)) return 'is an address such as https://example.org/hook';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(permit.http && url.protocol === 'http:')) return 'begins with https://';
  if (url.username !== '' || url.password !== '') return 'has no name or password in it';
  if (url.hash !== '') return 'has no part after #';
  if (permit.http) return undefined;
  if (url.port !== '' && Number(url.port) < 1024) return 'has no port, or one from 1024 on';
  return hostProblem(hostOf(url));
}

function hostProblem(host: string): string | undefined {
  if (isIP(host)) return isPublicAddress(host) ? undefined : 'leads to an address that is not public';
  return !host.includes('.') || host.endsWith('.') || PRIVATE_NAME.test(host) ? 'leads to a name that is not public' : undefined; // prettier-ignore
}

/** The host as DNS and TLS have it: IPv6 without brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** Why nothing is sent. */
export class NotPermitted extends Error {
  override readonly name = 'NotPermitted';
}

/**
 * The address to connect to. All addresses of a name must be public: one that is not tells of a name that plays tricks.
 *
 * @throws {NotPermitted}
 */
export async function permittedAddress(url: URL, permit: Permit): Promise<string> {
  const host = hostOf(url);
  const addresses = isIP(host) ? [host] : await permit.resolve(host).catch(() => []);
  if (addresses.length === 0) throw new NotPermitted('its name leads to no address');
  if (!addresses.every((address) => permit.isAllowed(address))) {
    throw new NotPermitted('its name leads to an address that is not public');
  }
  // Not every network has IPv6.
  return addresses.find((address) => isIP(address) === 4) ?? addresses[0]!;
}
