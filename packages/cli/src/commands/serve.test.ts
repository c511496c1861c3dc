import { expect, it } from 'vitest';
import { hostOf } from './serve.ts';

it.each([
  [undefined, { demo: true }, '127.0.0.1'],
  ['0.0.0.0', { demo: true }, '0.0.0.0'],
  [undefined, {}, undefined],
  ['192.0.2.1', {}, '192.0.2.1'],
] as const)('host %s with %j listens on %s', (host, choice, listens) => {
  expect(hostOf(host, choice)).toBe(listens);
});
