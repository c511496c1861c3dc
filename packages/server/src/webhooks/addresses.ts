/**
 * Which network addresses anybody on the internet reaches, and nobody's inside: webhooks are sent to no others. From the
 * special-purpose registries of IANA (RFC 6890 and its updates), as of November 2026, and the metadata services of clouds.
 */
import { BlockList, isIP } from 'node:net';

/** IPv4: everything is public but these. */
const IPV4_REFUSED: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared with carriers (CGNAT); also a cloud's metadata, 100.100.100.200
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // a cloud's platform services, on a public address
  ['169.254.0.0', 16], // link-local; metadata services, 169.254.169.254
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments; also metadata, 192.0.0.192
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // multicast tunnels (AMT)
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
];

/** IPv6: only this is public, */
const IPV6_PUBLIC = ['2000::', 3] as const;
/**
 * and of it not these. Outside of it lie loopback, IPv4 in IPv6 (::ffff:0:0/96, 64:ff9b::/96, 64:ff9b:1::/48), unique local (fc00::/7, with
 * the metadata of a cloud), link-local (fe80::/10), discard (100::/64), segment routing (5f00::/16) and multicast (ff00::/8).
 */
const IPV6_REFUSED: readonly (readonly [string, number])[] = [
  ['2001::', 23], // protocol assignments: Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: any IPv4 address within
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
];

const refused = new BlockList();
const publicIpv6 = new BlockList();
for (const [network, prefix] of IPV4_REFUSED) refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of IPV6_REFUSED) refused.addSubnet(network, prefix, 'ipv6');
publicIpv6.addSubnet(...IPV6_PUBLIC, 'ipv6');

/** True for an address that lies on the public internet. Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, 'ipv4');
    case 6:
      // A zone (fe80::1%eth0) is of this machine alone.
      return !address.includes('%') && publicIpv6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
    default:
      return false;
  }
}
