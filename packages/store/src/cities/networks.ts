/** Networks of cities: their people, and what each city shares with them. */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { NetworkRole, Share } from '../rights/rights.ts';
import { appendAudit } from '../trail/audit.ts';

export interface Network {
  readonly id: string;
  readonly name: string;
}

/** A city in a network, with what it shows it. */
export interface NetworkCity {
  readonly cityId: string;
  readonly networkId: string;
  readonly shares: readonly Share[];
  /** When the network took it in; null while it has not: until then it sees nothing of what is shared. */
  readonly acceptedAt: string | null;
  /** When the network turned it away, and why if somebody wrote it; a city that is turned away may ask again. */
  readonly declinedAt: string | null;
  readonly reason: string | null;
}

/** A network that a person works in. */
export interface NetworkOfPerson extends Network {
  readonly role: NetworkRole;
  /** ISO 3166-1 alpha-3: only cities of this country; null for all. */
  readonly country: string | null;
}

export interface NetworkPerson {
  readonly userId: string;
  readonly name: string;
  readonly role: NetworkRole;
  readonly country: string | null;
  readonly since: string;
}

/** Set up a network with its first person. Only the program itself may. */
export async function foundNetwork(tx: Transaction, name: string, secretaryId: string): Promise<Network> {
  const network = await tx
    .insertInto('networks')
    .values({ id: newId(), name })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('network_members')
    .values({ network_id: network.id, user_id: secretaryId, role: 'secretariat', country: null })
    .execute();
  return network;
}

/** All networks there are; that they are here is known to all. */
export async function listNetworks(tx: Transaction): Promise<Network[]> {
  return tx.selectFrom('networks').select(['id', 'name']).orderBy('name').execute();
}

/** Rename a network. @throws {DomainError} `not-allowed`, `already-exists` */
export async function renameNetwork(tx: Transaction, networkId: string, name: string): Promise<void> {
  const done = await tx.updateTable('networks').set({ name }).where('id', '=', networkId).executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-allowed', 'this account may not rename it', [networkId]);
}

/** The networks a person works in. */
export async function networksOf(tx: Transaction, userId: string): Promise<NetworkOfPerson[]> {
  return tx
    .selectFrom('network_members')
    .innerJoin('networks', 'networks.id', 'network_members.network_id')
    .select(['id', 'name', 'role', 'country'])
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute();
}

/** Who works in a network now, whoever came first first. */
export async function listNetworkPeople(tx: Transaction, networkId: string): Promise<NetworkPerson[]> {
  return tx
    .selectFrom('network_members')
    .innerJoin('users', 'users.id', 'network_members.user_id')
    .select(['user_id as userId', 'name', 'role', 'country', 'since'])
    .where('network_id', '=', networkId)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .orderBy('user_id')
    .execute();
}

/**
 * Take a person into a network, also one who has left it. By the program, once the person has said that they come. A national
 * coordinator has a country.
 *
 * @throws {DomainError} `still-needed` where the last secretariat would take another role
 */
export async function addNetworkMember(
  tx: Transaction,
  networkId: string,
  userId: string,
  role: NetworkRole,
  country: string | null = null,
): Promise<void> {
  if (role !== 'secretariat') await requireOtherSecretariat(tx, networkId, userId);
  await tx
    .insertInto('network_members')
    .values({ network_id: networkId, user_id: userId, role, country })
    .onConflict((on) => on.columns(['network_id', 'user_id']).doUpdateSet({ role, country, ended_at: null }))
    .execute();
}

/**
 * Give a member of a network another role, or (`undefined`) none any more.
 *
 * @throws {DomainError} `not-found` for who is none; `still-needed` for the last secretariat, whom nobody could give back; `not-allowed`
 */
export async function setNetworkMember(
  tx: Transaction,
  networkId: string,
  userId: string,
  role: NetworkRole | undefined,
  country?: string,
): Promise<void> {
  if (role !== 'secretariat') await requireOtherSecretariat(tx, networkId, userId);
  const found = await tx
    .updateTable('network_members')
    .set(role === undefined ? { ended_at: new Date().toISOString() } : { role, country: country ?? null })
    .where('network_id', '=', networkId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (found.numUpdatedRows === 0n)
    throw new DomainError('not-found', 'nobody in this network whom you may change', [userId]);
}

/**
 * Refuse to take the role from whoever alone is a network's secretariat. The rows are locked, in one order, so that two of them cannot dismiss
 * each other at once. Who sees none of them is refused by the database.
 *
 * @throws {DomainError} `still-needed`
 */
export async function requireOtherSecretariat(tx: Transaction, networkId: string, userId: string): Promise<void> {
  const secretaries = await tx
    .selectFrom('network_members')
    .select('user_id')
    .where('network_id', '=', networkId)
    .where('role', '=', 'secretariat')
    .where('ended_at', 'is', null)
    .orderBy('user_id')
    .forUpdate()
    .execute();
  if (secretaries.length === 1 && secretaries[0]!.user_id === userId) {
    throw new DomainError('still-needed', 'a network keeps at least one secretariat: name another first', [networkId]);
  }
}

/**
 * Ask for a city to join a network and say what it shares, or change that; an empty list shares its name alone. The network sees
 * it once it has taken the city in (`answerCity`).
 *
 * @throws {DomainError} `not-allowed`
 */
export async function shareWith(
  tx: Transaction,
  cityId: string,
  networkId: string,
  shares: readonly Share[],
): Promise<void> {
  const found = await tx
    .updateTable('network_cities')
    .set({ shares, ended_at: null })
    .where('city_id', '=', cityId)
    .where('network_id', '=', networkId)
    .executeTakeFirst();
  if (found.numUpdatedRows === 0n) {
    await tx.insertInto('network_cities').values({ city_id: cityId, network_id: networkId, shares }).execute();
  }
  await appendAudit(tx, cityId, 'shares.set', `network/${networkId}`, { shares });
}

/**
 * Take a city into a network, or turn it away (also one that has been in it). By the program, on behalf of a person of the
 * network who may: the database is asked. The city reads the reason of a refusal.
 *
 * @throws {DomainError} `not-found` where the city has not asked, or the person may not answer it
 */
export async function answerCity(
  tx: Transaction,
  networkId: string,
  cityId: string,
  answer: 'accept' | 'decline',
  reason?: string,
): Promise<void> {
  const now = new Date().toISOString();
  const change =
    answer === 'accept'
      ? { accepted_at: now, accepted_by: sql<string>`me()` }
      : { ended_at: now, declined_at: now, declined_by: sql<string>`me()`, reason: reason ?? null };
  const done = await tx
    .updateTable('network_cities')
    .set(change)
    .where('city_id', '=', cityId)
    .where('network_id', '=', networkId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`city_id = ANY ((SELECT may_accept(${networkId}))::uuid[])`)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) {
    throw new DomainError('not-found', 'no such city has asked to join, or it is not yours to answer', [cityId]);
  }
  await appendAudit(tx, cityId, `shares.${answer}`, `network/${networkId}`, reason === undefined ? {} : { reason });
}

/** Leave a network: from now on it sees nothing of the city but what is published. */
export async function leaveNetwork(tx: Transaction, cityId: string, networkId: string): Promise<void> {
  const done = await tx
    .updateTable('network_cities')
    .set({ ended_at: new Date().toISOString() })
    .where('city_id', '=', cityId)
    .where('network_id', '=', networkId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-found', 'the city is not in this network', [networkId]);
  await appendAudit(tx, cityId, 'shares.end', `network/${networkId}`, {});
}

const share = [
  'city_id as cityId',
  'network_id as networkId',
  'shares',
  'accepted_at as acceptedAt',
  'declined_at as declinedAt',
  'reason',
] as const;

/** Cities of a network with what each shares; or networks of a city, those too that turned it away. By id: pages need one order. */
export async function listShares(
  tx: Transaction,
  of: { readonly cityId: string } | { readonly networkId: string },
): Promise<NetworkCity[]> {
  const query = tx.selectFrom('network_cities').select(share);
  return 'cityId' in of
    ? query
        .where('city_id', '=', of.cityId)
        .where((where) => where.or([where('ended_at', 'is', null), where('declined_at', 'is not', null)]))
        .orderBy('network_id')
        .execute()
    : query.where('network_id', '=', of.networkId).where('ended_at', 'is', null).orderBy('city_id').execute();
}
