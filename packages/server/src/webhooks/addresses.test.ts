import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './addresses.ts';
import { urlProblem } from './permit.ts';

/** Edges of each network of the registries, and their neighbours outside. */
describe('an address', () => {
  it.each([
    '1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '93.184.215.14', '100.63.255.255', '100.128.0.0', '126.255.255.255',
    '128.0.0.0', '168.63.129.15', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.0.1.0',
    '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255',
    '2001:200::1', '2001:4860:4860::8888', '2606:4700::1111', '2a00:1450:4001::1', '3ffe::1',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true)); // prettier-ignore

  it.each([
    ['this network', '0.0.0.0', '0.255.255.255'],
    ['private', '10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255'],
    ['carriers', '100.64.0.0', '100.127.255.255', '100.100.100.200'],
    ['loopback', '127.0.0.1', '127.255.255.255', '::1', '::'],
    ['link-local', '169.254.0.0', '169.254.169.254', '169.254.255.255', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
    ['metadata', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254'],
    ['protocols', '192.0.0.0', '192.0.0.255', '192.88.99.1', '2001::1', '2001:1ff:ffff::1', '2001:20::1'],
    ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.255', '2001:db8::1', '3fff::1'],
    ['benchmarks', '198.18.0.0', '198.19.255.255'],
    ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1'],
    ['reserved', '240.0.0.1', '255.255.255.255', '4000::1', '5f00::1', '100::1'],
    ['unique local', 'fc00::1', 'fdff:ffff::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::7f00:1'],
    ['translated', '64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1', '2002:7f00:1::', '2002:c0a8:101::1'],
    ['none', '', 'localhost', '127.1', '0x7f000001', '2130706433', '1.2.3', '1.2.3.4.5', '08.8.8.8', ' 8.8.8.8', 'fe80::%'],
  ])('of %s is not', (_, ...addresses) => {
    for (const address of addresses) expect(isPublicAddress(address), address).toBe(false);
  }); // prettier-ignore
});

describe('a URL', () => {
  it.each([
    'https://hooks.example.org/x?y=1',
    'https://example.org:8443/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('%s may be registered', (url) => expect(urlProblem(url)).toBeUndefined());

  // 2130706433, 0x7f.1 and 017700000001 are 127.0.0.1 by the rules of URLs.
  it.each([
    'http://example.org/', 'ftp://example.org/', 'https://ana:secret@example.org/', 'https://example.org/#part', 'example.org',
    'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://017700000001/', 'https://[::1]/',
    'https://[::ffff:10.0.0.1]/', 'https://169.254.169.254/latest/meta-data', 'https://localhost/', 'https://db.localhost/',
    'https://printer.local/', 'https://db.internal/', 'https://intranet/', 'https://example.org:22/', 'https://example.org:25/',
    `https://example.org/${'x'.repeat(2100)}`, 'https://example.org./', 'https://10.0.0.1./',
  ])('%s may not', (url) => expect(urlProblem(url)).toBeTypeOf('string')); // prettier-ignore
});
