/** Who accepts an invitation: whoever is signed in, or a new account with a name and a password. Into a city and a network alike. */
import { z } from '@hono/zod-openapi';
import type { Accepting } from '@thousand-cities/store';
import { hashPassword } from '../identity/password.ts';
import { requirePassword } from '../identity/require-password.ts';
import type { Work } from './operation.ts';
import { Locale, Name, Password, Secret } from './schemas.ts';

/** The body of an acceptance; the schema has a name in the document for each of them. */
export const Acceptance = z.object({
  secret: Secret,
  name: Name.optional(),
  password: Password.optional(),
  locale: Locale.optional(),
});

type Accept = Pick<Work<unknown, unknown, z.output<typeof Acceptance>>, 'body' | 'caller' | 'workspace'>;

/**
 * @param look the address that was invited, by the link, before slow work is done for whoever has none
 * @throws {Refused} where the password is missing or too weak; what `look` throws
 */
export async function acceptingOf(
  { body, caller, workspace }: Accept,
  look: () => Promise<string>,
): Promise<Accepting> {
  if (caller.kind === 'session') return { userId: caller.userId! };
  const email = await look();
  const { name = email, password, locale } = body;
  const passwordHash = await hashPassword(await requirePassword(password, [email, name], workspace));
  return { name, passwordHash, ...(locale !== undefined && { locale }) };
}
