/** Accounts of programs: they work in one city, outlive the people who set them up, and have tokens instead of passwords. */
import { DomainError } from '@thousand-cities/model';
import { asThePerson, type Transaction } from '../database/database.ts';
import { setMember } from '../cities/cities.ts';
import { newId } from '../ids.ts';
import { addToken, type Scope } from '../people/tokens.ts';
import { addUser, setDisabled } from '../people/users.ts';
import type { CityRole } from '../rights/rights.ts';
import { appendAudit } from '../trail/audit.ts';

export interface ServiceAccount {
  readonly cityId: string;
  readonly userId: string;
  readonly name: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

/**
 * Add a program's account to a city, with its token, in one transaction of the program on behalf of a lead: the membership is
 * added under the lead's own rights.
 *
 * @throws {DomainError} `not-allowed`
 */
export async function addServiceAccount(
  tx: Transaction,
  leadId: string,
  account: {
    readonly cityId: string;
    readonly name: string;
    readonly role: Exclude<CityRole, 'lead'>;
    readonly scopes: readonly Scope[];
    readonly expiresAt?: string;
  },
): Promise<{ readonly userId: string; readonly secret: string }> {
  const { cityId, name, role, scopes, expiresAt } = account;
  const user = await addUser(tx, { email: `${newId()}@service.invalid`, name });
  await tx.insertInto('service_accounts').values({ city_id: cityId, user_id: user.id, created_by: leadId }).execute();
  await asThePerson(tx, async () => {
    await appendAudit(tx, cityId, 'members.set', `user/${user.id}`, { role });
    await tx.insertInto('members').values({ city_id: cityId, user_id: user.id, role }).execute();
  });
  const { secret } = await addToken(tx, {
    userId: user.id,
    name,
    scopes,
    ...(expiresAt !== undefined && { expiresAt }),
  });
  return { userId: user.id, secret };
}

/** Programs' accounts of a city that have not ended, oldest first. */
export async function listServiceAccounts(tx: Transaction, cityId: string): Promise<ServiceAccount[]> {
  return tx
    .selectFrom('service_accounts')
    .innerJoin('users', 'users.id', 'service_accounts.user_id')
    .select(['city_id as cityId', 'user_id as userId', 'name', 'service_accounts.created_at as createdAt'])
    .select('ended_at as endedAt')
    .where('city_id', '=', cityId)
    .where('ended_at', 'is', null)
    .orderBy('user_id')
    .execute();
}

/** End a program's account, likewise: its membership under the lead's rights, then the account and with it every token. */
export async function endServiceAccount(tx: Transaction, cityId: string, userId: string): Promise<void> {
  await asThePerson(tx, async () => {
    const found = (await listServiceAccounts(tx, cityId)).some((account) => account.userId === userId);
    if (!found) throw new DomainError('not-found', 'no such program account', [userId]);
    await setMember(tx, cityId, userId, undefined);
  });
  await setDisabled(tx, userId, true);
  await tx
    .updateTable('service_accounts')
    .set({ ended_at: new Date().toISOString() })
    .where('city_id', '=', cityId)
    .where('user_id', '=', userId)
    .execute();
}
