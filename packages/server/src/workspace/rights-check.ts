/** The table of rights, asked before the database is: a refusal says what is missing. The database has the last word. */
import { DomainError } from '@thousand-cities/model';
import { mayInNetwork, mayOneOf, rolesIn, type Action, type NetworkRole, type PlainAction, type State, type Transaction } from '@thousand-cities/store'; // prettier-ignore

/**
 * Refuse what the caller's roles in a city do not allow.
 *
 * @throws {DomainError} `not-allowed`
 */
export async function requireRight(tx: Transaction, cityId: string, action: Action, state?: State): Promise<void> {
  if (mayOneOf(await rolesIn(tx, cityId), action, state)) return;
  const what = state === undefined ? action : `${action} (${state})`;
  throw new DomainError('not-allowed', `this account may not do that in this city: ${what}`, [cityId]);
}

/**
 * Refuse what the caller's role in a network does not allow.
 *
 * @throws {DomainError} `not-allowed`
 */
export async function requireNetworkRight(tx: Transaction, networkId: string, action: PlainAction): Promise<void> {
  if (await mayInNetwork(tx, networkId, action)) return;
  throw new DomainError('not-allowed', `this account may not do that in this network: ${action}`, [networkId]);
}

/**
 * The country of a role in a network: a national coordinator has one, the others have all.
 *
 * @throws {DomainError} `missing-figure`
 */
export function requireCountry(role: NetworkRole, country: string | undefined): string | undefined {
  if (role !== 'national-coordinator') return undefined;
  if (country === undefined)
    throw new DomainError('missing-figure', 'a national coordinator has a country', ['country']);
  return country;
}

/** Something that the caller does not see is not there. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new DomainError('not-found', `there is no such ${what}, or it is not shown to you`);
  return value;
}
