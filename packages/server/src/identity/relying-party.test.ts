import { expect, it } from 'vitest';
import { relyingPartyOf } from './relying-party.ts';

it.each([
  [
    'https://plan.example.org',
    'http://10.0.0.1:3000/api',
    { id: 'plan.example.org', origin: 'https://plan.example.org' },
  ],
  ['https://plan.example.org:8443', 'http://x/', { id: 'plan.example.org', origin: 'https://plan.example.org:8443' }],
  [undefined, 'http://localhost:3000/api', { id: 'localhost', origin: 'http://localhost:3000' }],
  ['http://localhost:3000', 'http://x/', { id: 'localhost', origin: 'http://localhost:3000' }],
  // A name that somebody pointed here, an address, and a site without TLS: none of them.
  [undefined, 'https://evil.example/api', undefined],
  [undefined, 'http://127.0.0.1:3000/api', undefined],
  ['http://plan.example.org', 'http://plan.example.org/', undefined],
  ['https://10.1.2.3', 'https://10.1.2.3/', undefined],
  ['https://[::1]:3000', 'https://[::1]:3000/', undefined],
])('with CITIES_URL %s, asked at %s, passkeys belong to %j', (publicUrl, requestUrl, expected) => {
  expect(relyingPartyOf(publicUrl, requestUrl)).toEqual(expected);
});
