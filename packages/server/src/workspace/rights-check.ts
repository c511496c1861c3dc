/** The table of rights, asked before the database is: a refusal says what is missing. The database has the last word. */
import { DomainError } from '@thousand-cities/model';
import { mayOneOf, rolesIn, type Action, type State, type Transaction } from '@thousand-cities/store';

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

/** Something that the caller does not see is not there. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new DomainError('not-found', `there is no such ${what}, or it is not shown to you`);
  return value;
}
