/** Which roles a viewer has in a city, so that a door can ask the table of rights before the database does. */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { isId } from '../ids.ts';
import { mayDocument, mayPlain, type Action, type DocumentAction, type PlainAction, type Role, type Share, type State } from './rights.ts'; // prettier-ignore

/** A role, and for one in a network what the city shares with it. */
export interface RoleIn {
  readonly role: Role;
  readonly shares?: readonly Share[];
}

/** Roles of the transaction's viewer in a city: everyone is the public. A disabled account has no other role. */
export async function rolesIn(tx: Transaction, cityId: string): Promise<RoleIn[]> {
  if (!isId(cityId)) return [{ role: 'public' }];
  const { rows } = await sql<{ role: Role; shares: readonly Share[] | null }>`
    SELECT m.role, NULL::text[] AS shares FROM members m JOIN users u ON u.id = m.user_id AND u.disabled_at IS NULL
    WHERE m.city_id = ${cityId} AND m.user_id = me() AND m.ended_at IS NULL
    UNION ALL
    SELECT n.role, c.shares FROM network_members n
    JOIN users u ON u.id = n.user_id AND u.disabled_at IS NULL
    JOIN network_cities c ON c.network_id = n.network_id AND c.city_id = ${cityId} AND c.ended_at IS NULL AND c.accepted_at IS NOT NULL
    JOIN cities ON cities.id = c.city_id AND (n.country IS NULL OR n.country = cities.country)
    WHERE n.user_id = me() AND n.ended_at IS NULL`.execute(tx);
  return [{ role: 'public' }, ...rows.map(({ role, shares }) => (shares === null ? { role } : { role, shares }))];
}

/** Whether one of the roles may do something, by the table of rights. */
export function mayOneOf(roles: readonly RoleIn[], action: Action, state?: State): boolean {
  const subject = action.slice(0, action.indexOf('.')) as Share;
  return roles.some(
    ({ role, shares }) =>
      (shares === undefined || shares.includes(subject)) &&
      (state === undefined
        ? mayPlain(role, action as PlainAction)
        : mayDocument(role, action as DocumentAction, state)),
  );
}

/** Whether the transaction's viewer may do something in a network. */
export async function mayInNetwork(tx: Transaction, networkId: string, action: PlainAction): Promise<boolean> {
  if (!isId(networkId)) return false;
  const { rows } = await sql<{ may: boolean }>`SELECT ${networkId} = ANY (network_may(${action})) AS may`.execute(tx);
  return rows[0]!.may;
}
