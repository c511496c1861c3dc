/** The password of a person, as the identity library reads it. The store never sees it in the clear. */
import type { Transaction } from '../database/database.ts';
import { newId } from '../ids.ts';

/** The library's name for signing in with a password. */
const PROVIDER = 'credential';

/** Give a person a password, or another one; all sessions of the person end. Only the program itself may. */
export async function setPassword(tx: Transaction, userId: string, hash: string): Promise<void> {
  await tx
    .insertInto('auth_accounts')
    .values({ id: newId(), user_id: userId, provider_id: PROVIDER, account_id: userId, password: hash })
    .onConflict((conflict) =>
      conflict
        .columns(['provider_id', 'account_id'])
        .doUpdateSet({ password: hash, updated_at: new Date().toISOString() }),
    )
    .execute();
  await tx.deleteFrom('auth_sessions').where('user_id', '=', userId).execute();
}
