/** Cities and who works in them. */
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { CityRole } from '../rights/rights.ts';
import { appendAudit } from '../trail/audit.ts';

export interface StoredCity {
  readonly id: string;
  /** GeoNames id, where the city is one of the gazetteer. */
  readonly placeId: string | null;
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
}

export interface NewCity {
  readonly placeId?: string;
  readonly name: string;
  readonly country: string;
}

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly role: CityRole;
  readonly since: string;
}

const columns = ['id', 'place_id as placeId', 'name', 'country'] as const;

/**
 * Set up a city with its first lead. Only the program itself may, after it has decided that this person speaks for the city.
 *
 * @throws {DomainError} `already-exists` when the place has been set up
 */
export async function foundCity(tx: Transaction, city: NewCity, leadId: string): Promise<StoredCity> {
  const { placeId, name, country } = city;
  const founded = await tx
    .insertInto('cities')
    .values({ id: newId(), place_id: placeId ?? null, name, country, created_by: leadId })
    .returning(columns)
    .executeTakeFirstOrThrow();
  await tx.insertInto('audit_heads').values({ city_id: founded.id, seq: 0, sha256: '' }).execute();
  await tx.insertInto('members').values({ city_id: founded.id, user_id: leadId, role: 'lead' }).execute();
  await appendAudit(tx, founded.id, 'city.found', `city/${founded.id}`, { name, country, placeId, lead: leadId });
  return founded;
}

/** A city by id. That it is here is known to all. */
export async function findCity(tx: Transaction, id: string): Promise<StoredCity | undefined> {
  return tx.selectFrom('cities').select(columns).where('id', '=', id).executeTakeFirst();
}

/** The cities a person works in, with the role. */
export async function citiesOf(tx: Transaction, userId: string): Promise<(StoredCity & { readonly role: CityRole })[]> {
  return tx
    .selectFrom('members')
    .innerJoin('cities', 'cities.id', 'members.city_id')
    .select(['id', 'place_id as placeId', 'name', 'country', 'role'])
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Cities that nobody leads any more: every lead has left, or their account is disabled. Only the program itself may ask. */
export async function listLeaderless(tx: Transaction): Promise<StoredCity[]> {
  return tx
    .selectFrom('cities')
    .select(columns)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('members')
            .innerJoin('users', 'users.id', 'members.user_id')
            .select('members.role')
            .whereRef('members.city_id', '=', 'cities.id')
            .where('members.role', '=', 'lead')
            .where('members.ended_at', 'is', null)
            .where('users.disabled_at', 'is', null),
        ),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Who works in a city now. */
export async function listMembers(tx: Transaction, cityId: string): Promise<Member[]> {
  return tx
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['user_id as userId', 'name', 'role', 'since'])
    .where('city_id', '=', cityId)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .orderBy('user_id')
    .execute();
}

/**
 * Take a person into a city, also one who has left it, with what the log is told of it. By the program, once the person has said that
 * they come: nobody is made a member by another.
 *
 * @throws {DomainError} `still-needed` where the last lead would take a lesser role
 */
export async function addMember(
  tx: Transaction,
  cityId: string,
  userId: string,
  role: CityRole,
  told: Readonly<Record<string, string>> = {},
): Promise<void> {
  await appendAudit(tx, cityId, 'members.accept', `user/${userId}`, { role, ...told });
  if (role !== 'lead') await requireOtherLead(tx, cityId, userId);
  await tx
    .insertInto('members')
    .values({ city_id: cityId, user_id: userId, role })
    .onConflict((conflict) => conflict.columns(['city_id', 'user_id']).doUpdateSet({ role, ended_at: null }))
    .execute();
}

/**
 * Give a member of a city another role, or (`undefined`) none any more.
 *
 * @throws {DomainError} `not-found` for who is none; `still-needed` for the last lead, whom nobody could give back; `not-allowed`, also for
 *   a program as the lead
 */
export async function setMember(
  tx: Transaction,
  cityId: string,
  userId: string,
  role: CityRole | undefined,
): Promise<void> {
  // First, for two reasons: it locks the city's log, so that two leads cannot dismiss each other at once; and a lead who
  // steps down may not write to it any more.
  await appendAudit(tx, cityId, 'members.set', `user/${userId}`, { role: role ?? null });
  await (role === 'lead' ? requirePerson(tx, cityId, userId) : requireOtherLead(tx, cityId, userId));
  const found = await tx
    .updateTable('members')
    .set(role === undefined ? { ended_at: new Date().toISOString() } : { role })
    .where('city_id', '=', cityId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (found.numUpdatedRows === 0n)
    throw new DomainError('not-found', 'no member of this city that you may change', [userId]);
}

/**
 * Refuse to take a role from whoever alone leads a city. The city's log must be locked (`appendAudit`).
 *
 * @throws {DomainError} `still-needed`
 */
export async function requireOtherLead(tx: Transaction, cityId: string, userId: string): Promise<void> {
  const leads = await tx
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select('user_id')
    .where('city_id', '=', cityId)
    .where('role', '=', 'lead')
    .where('ended_at', 'is', null)
    .where('disabled_at', 'is', null)
    .execute();
  if (leads.length !== 1 || leads[0]!.user_id !== userId) return;
  throw new DomainError('still-needed', 'a city keeps at least one lead: name another first', [cityId]);
}

/** Accounts of programs have tokens and no person behind them: they lead nobody. @throws {DomainError} `not-allowed` */
async function requirePerson(tx: Transaction, cityId: string, userId: string): Promise<void> {
  const program = await tx
    .selectFrom('service_accounts')
    .select('user_id')
    .where('city_id', '=', cityId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (program) throw new DomainError('not-allowed', 'the account of a program leads no city', [userId]);
}

/** Rename a city. */
export async function renameCity(tx: Transaction, cityId: string, name: string): Promise<void> {
  const done = await tx.updateTable('cities').set({ name }).where('id', '=', cityId).executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-allowed', 'this account may not edit the city', [cityId]);
  await appendAudit(tx, cityId, 'city.rename', `city/${cityId}`, { name });
}
