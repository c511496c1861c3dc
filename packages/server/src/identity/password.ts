/** Passwords as they are kept: scrypt with a salt each, slow by design and off the main thread. */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** OWASP's third choice for scrypt: 32 MiB, three lanes. */
export const PASSWORD_COST = 15;
const BLOCK = 8;
const LANES = 3;
const LENGTH = 32;

/** The cost in force. Tests that make hundreds of accounts lower it; the program never does, and no setting reaches it. */
export const passwordWork = { cost: PASSWORD_COST };

/** `scrypt$15$8$3$salt$key`, so that hashes of later, slower settings live beside earlier ones. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { cost } = passwordWork;
  return hashAlike(['scrypt', cost, BLOCK, LANES, salt.toString('base64url')].join('$'), password);
}

/** The hash of a password by the cost and the salt of another hash: two of one password are the same text. */
export async function hashAlike(hash: string, password: string): Promise<string> {
  const [name, cost, block, lanes, salt = ''] = hash.split('$');
  const bytes = Buffer.from(salt, 'base64url');
  const key = await derive(password, bytes, Number(cost), Number(block), Number(lanes));
  return [name, cost, block, lanes, salt, key.toString('base64url')].join('$');
}

/** Whether a password is the one of a hash, in constant time. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [name, cost, block, lanes, salt, key] = hash.split('$');
  if (name !== 'scrypt' || salt === undefined || key === undefined) return false;
  const wanted = Buffer.from(key, 'base64url');
  const found = await derive(
    password,
    Buffer.from(salt, 'base64url'),
    Number(cost),
    Number(block),
    Number(lanes),
    wanted.length,
  );
  return timingSafeEqual(wanted, found);
}

function derive(password: string, salt: Buffer, cost: number, r: number, p: number, length = LENGTH): Promise<Buffer> {
  const N = 2 ** cost;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  // The same letters, however a keyboard composes them (NIST SP 800-63B, 3.1.1.2).
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) =>
    scrypt(text, salt, length, options, (error, key) => (error ? reject(error) : resolve(key))),
  );
}
