import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword, PASSWORD_COST, passwordWork, verifyPassword } from './password.ts';
import { passwordFault } from './password-rules.ts';

// Other tests of this process may have made it cheap.
const cost = passwordWork.cost;
beforeAll(() => void (passwordWork.cost = PASSWORD_COST));
afterAll(() => void (passwordWork.cost = cost));

describe('a password', () => {
  it.each([
    ['short but clever', undefined],
    ['fourteen chars', 'too-short'],
    ['x'.repeat(257), 'too-long'],
    ['aaaaaaaaaaaaaaaaaaaa', 'repetitive'],
    ['wind7wind7wind7wind7', 'repetitive'],
    ['abcdefghijklmnopqrs', 'repetitive'],
    ['9876543210987654321', 'repetitive'],
    ['qwertyuiopasdfgh', 'repetitive'],
    ['Password12345678!!', 'common'],
    ['P4ssw0rd!P4ssw0rd?x', undefined],
    ['dragonmonkey2024!', 'common'],
    ['1234509876135790', 'common'],
    // Far down the list: of the 10,000, not of the 2,000 most common.
    ['arachnid-Realtime-7', 'common'],
    ['m4pl3l34cheerios22', 'common'],
    ['rosa.perez@example.org', 'personal'],
    ['ThousandCities2026', 'personal'],
    ['the river rises in may', undefined],
    ['sungai naik di bulan mei', undefined],
    ['川の水は五月に増えて橋を越えるだろう', undefined],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, ['rosa.perez@example.org', 'Rosa Pérez'])).toBe(fault);
  });

  it('may be of one kind of character, and of common words where there are three', () => {
    expect(passwordFault('monkey sunshine rocket')).toBeUndefined();
  });

  it('is kept as a salted hash that only itself fits, however its letters are composed', async () => {
    const hash = await hashPassword('Zoë takes the tram');
    expect(hash).toMatch(/^scrypt\$15\$8\$3\$/);
    expect(await hashPassword('Zoë takes the tram')).not.toBe(hash);
    expect(await verifyPassword(hash, 'Zoe\u0308 takes the tram')).toBe(true);
    expect(await verifyPassword(hash, 'Zoe takes the tram')).toBe(false);
    expect(await verifyPassword('nonsense', 'x')).toBe(false);
  });
});
