import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStolenPasswords } from './stolen-passwords.ts';

const folder = mkdtempSync(join(tmpdir(), 'stolen-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const words = Array.from({ length: 5000 }, (_, index) => `word ${index}`);
const lines = words.map((word, index) => `${sha1(word)}:${index ** 2}`).sort();

function fileOf(text: string): string {
  const path = join(folder, `${sha1(text)}.txt`);
  writeFileSync(path, text);
  return path;
}

describe('a list of stolen passwords', () => {
  it.each([
    ['with Windows line ends, as the downloader writes it', `${lines.join('\r\n')}\r\n`],
    ['without a last line end', lines.join('\n')],
    ['in small letters', `${lines.join('\n').toLowerCase()}\n`],
  ])('finds every one of its passwords and no other: %s', async (_, text) => {
    const list = openStolenPasswords(fileOf(text));
    const inOrder = words.toSorted((a, b) => (sha1(a) < sha1(b) ? -1 : 1));
    const some = inOrder.filter((_word, index) => index < 60 || index % 29 === 0 || index >= words.length - 60);
    for (const word of some) expect([word, await list.has(word)]).toEqual([word, true]);
    for (let index = 5000; index < 5200; index++) expect(await list.has(`word ${index}`)).toBe(false);
    list.close();
  });

  it('knows a password by its first publication too: SHA-1 of "password", by NIST’s test of the algorithm', async () => {
    // sha1sum gives 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8 for the eight letters.
    const list = openStolenPasswords(fileOf('5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:10434004\n'));
    expect([await list.has('password'), await list.has('Password')]).toEqual([true, false]);
    // Full-width letters are the same password here (NFKC).
    expect(await list.has('ｐａｓｓｗｏｒｄ')).toBe(true);
    list.close();
  });

  it.each([
    ['is empty', ''],
    ['is something else', 'password\n123456\n'],
    ['has hashes of another kind', `${'0'.repeat(32)}:1\n`],
    ['has something else in the middle', [...lines.slice(0, 2500), '#'.repeat(400), ...lines.slice(2500)].join('\n')],
    ['is ordered by count', lines.toSorted((a, b) => Number(b.split(':')[1]) - Number(a.split(':')[1])).join('\n')],
  ])('is refused when it %s', (_, text) => {
    expect(() => openStolenPasswords(fileOf(text))).toThrow('the list of stolen passwords');
  });

  it('is refused when it is not there', () => {
    expect(() => openStolenPasswords(join(folder, 'none.txt'))).toThrow('cannot be read');
  });
});
