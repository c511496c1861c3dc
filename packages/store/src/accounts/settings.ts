/** What the installation keeps to itself. Asked by the program (`SYSTEM`) alone. */
import { randomBytes } from 'node:crypto';
import type { Transaction } from '../database/database.ts';

/** The secret that cookies are signed with and second factors encrypted: made once, shared by all processes. */
export async function installationSecret(tx: Transaction): Promise<string> {
  const made = randomBytes(32).toString('base64url');
  await tx
    .insertInto('settings')
    .values({ name: 'secret', value: made })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await tx
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'secret')
    .executeTakeFirstOrThrow();
  return value;
}

/** The secret that the store keeps, where it has made one. */
export async function keptSecret(tx: Transaction): Promise<string | undefined> {
  const kept = await tx.selectFrom('settings').select('value').where('name', '=', 'secret').executeTakeFirst();
  return kept?.value;
}
