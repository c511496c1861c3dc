import { expect, it } from 'vitest';
import { secretIn } from './secret.ts';

it.each([
  ['#abcdefghijklmnopqrst_-', 'abcdefghijklmnopqrst_-'],
  ['#short', undefined],
  ['', undefined],
  ['#abcdefghijklmnopqrst uvw', undefined],
])('of the address that ends in %s is %s', (hash, secret) => {
  expect(secretIn(hash)).toBe(secret);
});
