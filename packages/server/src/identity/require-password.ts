/** Refuse a new password that the rules do not allow, in words for developers; pages translate by `fault`. */
import { Refused } from '../refused.ts';
import { LONGEST_PASSWORD, passwordFault, SHORTEST_PASSWORD, type PasswordFault } from './password-rules.ts';
import type { StolenPasswords } from './stolen-passwords.ts';

const words: Readonly<Record<PasswordFault | 'stolen', string>> = {
  'too-short': `a password has at least ${SHORTEST_PASSWORD} characters; a few words in a row do well`,
  'too-long': `a password has at most ${LONGEST_PASSWORD} characters`,
  common: 'this password is among those tried first',
  personal: 'this password is made of your name, your address or ours',
  repetitive: 'this password is a repetition or a row of the keyboard',
  stolen: 'this password is in a list of stolen passwords',
};

/**
 * The password, when it may be used: by the rules, and where the installation has a list of stolen ones by that too.
 *
 * @param about what others know of the person: e-mail address, name
 * @throws {Refused} 422 `password-refused`, with `fault`
 */
export async function requirePassword(
  password: string | undefined,
  about: readonly string[],
  { stolenPasswords }: { readonly stolenPasswords?: StolenPasswords },
): Promise<string> {
  const fault = password === undefined ? 'too-short' : passwordFault(password, about);
  if (fault !== undefined) throw refused(fault);
  if (await stolenPasswords?.has(password!)) throw refused('stolen');
  return password!;
}

const refused = (fault: keyof typeof words) =>
  new Refused(422, 'password-refused', words[fault], { at: ['password'], members: { fault } });
