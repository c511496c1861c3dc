/** Cities with somebody in every role, and documents in every state, for tests of the API. */
import {
  addMember,
  addNetworkMember,
  addUser,
  answerCity,
  CITY_ROLES,
  foundCity,
  foundNetwork,
  newId,
  ROLES,
  SHARES,
  shareWith,
  onBehalfOf,
  SYSTEM,
  type Role,
  type User,
} from '@thousand-cities/store';
import { tinyPlan } from '../../model/test/tiny-plan.ts';
import type { TestWorkspace } from './workspace.ts';

export interface Town {
  readonly cityId: string;
  readonly networkId: string;
  /** Another network of the city, in which none of the people is. */
  readonly otherNetworkId: string;
  readonly users: Readonly<Record<Exclude<Role, 'public'>, User>>;
  /** Token by role; undefined for the public. */
  readonly tokens: Readonly<Record<Role, string | undefined>>;
  readonly stranger: User;
  readonly strangerToken: string;
}

export const inventory = tinyPlan.inventories[0]!;
export const plan = tinyPlan;

let count = 0;
export function newPerson(world: TestWorkspace, name = 'Ana'): Promise<User> {
  return world.db.as(SYSTEM, (tx) => addUser(tx, { email: `${name}-${++count}@example.org`.toLowerCase(), name }));
}

/** A city in a network with which it shares everything. */
export async function newTown(world: TestWorkspace): Promise<Town> {
  const names = ROLES.filter((role) => role !== 'public');
  const users = {} as Record<Exclude<Role, 'public'>, User>;
  for (const role of names) users[role] = await newPerson(world, role);
  const stranger = await newPerson(world, 'stranger');
  const city = await world.db.as(SYSTEM, (tx) => foundCity(tx, { name: 'Tinytown', country: 'DEU' }, users.lead.id));
  const [network, other] = await world.db.as(SYSTEM, async (tx) => [
    await foundNetwork(tx, `Network ${newId()}`, users.secretariat.id),
    await foundNetwork(tx, `Network ${newId()}`, stranger.id),
  ]);
  await world.db.as(SYSTEM, async (tx) => {
    for (const role of CITY_ROLES) if (role !== 'lead') await addMember(tx, city.id, users[role].id, role);
    await addNetworkMember(tx, network!.id, users['national-coordinator'].id, 'national-coordinator', 'DEU');
    await addNetworkMember(tx, network!.id, users.validator.id, 'validator');
  });
  await world.db.as({ kind: 'person', userId: users.lead.id }, async (tx) => {
    await shareWith(tx, city.id, network!.id, SHARES);
    await shareWith(tx, city.id, other!.id, []);
  });
  for (const [secretary, joined] of [
    [users.secretariat, network!],
    [stranger, other!],
  ] as const) {
    // prettier-ignore
    const viewer = onBehalfOf(secretary.id);
    await world.db.as(viewer, (tx) => answerCity(tx, joined.id, city.id, 'accept'));
  }
  const tokens = {} as Record<Role, string | undefined>;
  for (const role of names) tokens[role] = await world.tokenOf(users[role]);
  const strangerToken = await world.tokenOf(stranger);
  return {
    cityId: city.id,
    networkId: network!.id,
    otherNetworkId: other!.id,
    users,
    tokens,
    stranger,
    strangerToken,
  };
}
