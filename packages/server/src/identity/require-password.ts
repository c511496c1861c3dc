/** Refuse a new password that the rules do not allow, in words for developers; pages translate by `fault`. */
import { Refused } from '../refused.ts';
import { LONGEST_PASSWORD, passwordFault, SHORTEST_PASSWORD, type PasswordFault } from './password-rules.ts';

const words: Readonly<Record<PasswordFault, string>> = {
  'too-short': `a password has at least ${SHORTEST_PASSWORD} characters; a few words in a row do well`,
  'too-long': `a password has at most ${LONGEST_PASSWORD} characters`,
  common: 'this password is among those tried first',
  personal: 'this password is made of your name, your address or ours',
  repetitive: 'this password is a repetition or a row of the keyboard',
};

/**
 * The password, when it may be used.
 *
 * @throws {Refused} 422 `password-refused`, with `fault`
 */
export function requirePassword(password: string | undefined, about: readonly string[]): string {
  const fault = password === undefined ? 'too-short' : passwordFault(password, about);
  if (fault === undefined) return password!;
  throw new Refused(422, 'password-refused', words[fault], { at: ['password'], members: { fault } });
}
