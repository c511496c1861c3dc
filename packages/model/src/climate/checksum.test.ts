import { expect, it } from 'vitest';
import { crc32 } from './checksum.ts';

it('is the CRC-32 of zip and PNG: the check value of "123456789" is cbf43926', () => {
  expect(crc32(new TextEncoder().encode('123456789')).toString(16)).toBe('cbf43926');
  expect(crc32(new Uint8Array())).toBe(0);
});
