/** What the people of a network see and do in it: its cities at a glance, its people, invitations, its name. */
import { z } from '@hono/zod-openapi';
import {
  acceptNetworkInvitation,
  inviteToNetwork,
  listCompleteness,
  listNetworkInvitations,
  listNetworkPeople,
  listStanding,
  openNetworkInvitation,
  renameNetwork,
  revokeNetworkInvitation,
  SYSTEM,
  type Completeness,
  type Transaction,
} from '@thousand-cities/store';
import { Acceptance, acceptingOf } from '../accepting.ts';
import { MARKS, USUAL_AGE_YEARS } from '../network-room/marks.ts';
import { ORDERS, select, type MarkedCity, type Selection } from '../network-room/select.ts';
import { standingCsv } from '../network-room/standing-csv.ts';
import { checkInPerson } from '../caller.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { requireCountry, requireNetworkRight } from '../rights-check.ts';
import { CitiesOfNetwork, Country, Email, Id, Name, NetworkInvitation, NetworkPerson, NetworkRoleName, NewNetworkInvitation, PageParams, pageSchema, Secret } from '../schemas.ts'; // prettier-ignore

const NetworkParams = z.object({ networkId: Id });

const Wanted = z.object({
  /** One city alone, whether it is a member or asks to join. */
  city: Id.optional(),
  /** Part of a name. */
  q: z.string().max(80).optional(),
  country: Country.optional(),
  show: z.enum(MARKS).optional(),
  /** How old the newest inventory may be. */
  years: z.coerce.number().int().min(1).max(20).optional(),
  order: z.enum(ORDERS).optional(),
  descending: z.enum(['true', 'false']).optional(),
});

async function chosen(tx: Transaction, networkId: string, asked: z.output<typeof Wanted>): Promise<Selection> {
  await requireNetworkRight(tx, networkId, 'network.read');
  return select(await listStanding(tx, networkId, asked.city === undefined ? null : [asked.city]), {
    everyone: asked.city !== undefined,
    thisYear: new Date().getUTCFullYear(),
    years: asked.years ?? USUAL_AGE_YEARS,
    text: asked.q ?? '',
    country: asked.country ?? '',
    show: asked.show,
    order: asked.order ?? 'name',
    descending: asked.descending === 'true',
  });
}

async function completenessOf(
  tx: Transaction,
  networkId: string,
  cities: readonly MarkedCity[],
): Promise<ReadonlyMap<string, Completeness>> {
  const ids = cities.filter(({ city }) => city.inventory !== null).map(({ city }) => city.cityId);
  return new Map((await listCompleteness(tx, networkId, ids)).map((each) => [each.cityId, each]));
}

const cityOperations: readonly AnyOperation[] = [
  operation({
    id: 'listStanding',
    method: 'get',
    path: '/networks/{networkId}/standing',
    tag: 'networks',
    summary:
      'Cities of a network at a glance: newest inventory, plan, what is missing; as far as each shares it, or everyone sees it',
    asks: 'person',
    params: NetworkParams,
    query: PageParams.extend(Wanted.shape),
    answer: CitiesOfNetwork,
    run: ({ params, query, read }) =>
      read(async (tx) => {
        const { cities, summary, countries } = await chosen(tx, params.networkId, query);
        const page = pageOf(cities, query, ({ city }) => city.cityId);
        const complete = await completenessOf(tx, params.networkId, page.items);
        const items = page.items.map(({ city, marks }) => {
          const { cityId: _cityId, ...rows } = complete.get(city.cityId) ?? { cityId: '' };
          const completeness = 'figures' in rows ? rows : null;
          return { ...city, inventory: city.inventory && { ...city.inventory, completeness }, marks };
        });
        return { body: { items, next: page.next, total: cities.length, summary, countries } };
      }),
  }),
  operation({
    id: 'exportStanding',
    method: 'get',
    path: '/networks/{networkId}/standing/export',
    tag: 'networks',
    summary: 'The same cities as a table for a spreadsheet, all of them',
    asks: 'person',
    params: NetworkParams,
    query: Wanted,
    file: 'text/csv',
    run: ({ params, query, read }) =>
      read(async (tx) => {
        const { cities } = await chosen(tx, params.networkId, query);
        const text = standingCsv(cities, await completenessOf(tx, params.networkId, cities));
        return { file: { bytes: new TextEncoder().encode(text), type: 'text/csv', name: 'cities-of-network.csv' } };
      }),
  }),
];

const peopleOperations: readonly AnyOperation[] = [
  operation({
    id: 'renameNetwork',
    method: 'patch',
    path: '/networks/{networkId}',
    tag: 'networks',
    summary: 'Rename a network',
    asks: 'person',
    logged: true,
    params: NetworkParams,
    body: z.object({ name: Name }).openapi('RenameNetwork'),
    problems: [409],
    run: ({ params, body, write }) =>
      write(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.edit');
        await renameNetwork(tx, params.networkId, body.name);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'listNetworkPeople',
    method: 'get',
    path: '/networks/{networkId}/members',
    tag: 'networks',
    summary: 'Who works in a network',
    asks: 'person',
    params: NetworkParams,
    query: PageParams,
    answer: pageSchema('NetworkPerson', NetworkPerson),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.read');
        return { body: pageOf(await listNetworkPeople(tx, params.networkId), query, ({ userId }) => userId) };
      }),
  }),
  operation({
    id: 'listNetworkInvitations',
    method: 'get',
    path: '/networks/{networkId}/invitations',
    tag: 'networks',
    summary: 'Invitations of a network',
    asks: 'person',
    params: NetworkParams,
    query: PageParams,
    answer: pageSchema('NetworkInvitation', NetworkInvitation),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.edit');
        return { body: pageOf(await listNetworkInvitations(tx, params.networkId), query, ({ id }) => id) };
      }),
  }),
  operation({
    id: 'inviteToNetwork',
    method: 'post',
    path: '/networks/{networkId}/invitations',
    tag: 'networks',
    summary: 'Invite a person into a network; the link is shown this once, to be passed on',
    asks: 'person',
    logged: true,
    params: NetworkParams,
    body: z.object({ email: Email, role: NetworkRoleName, country: Country.optional() }).openapi('InviteToNetwork'),
    answer: NewNetworkInvitation,
    created: true,
    run: ({ params, body, caller, write, origin }) =>
      write(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.edit');
        const { email, role } = body;
        checkInPerson(caller, role);
        const offer = { networkId: params.networkId, email, role, country: requireCountry(role, body.country) };
        const { invitation, secret } = await inviteToNetwork(tx, offer);
        // After #, so that neither a server nor a proxy writes it into a log.
        const link = `${origin}/join?to=network#${secret}`;
        return { status: 201, body: { invitation, link }, keptBody: { invitation, link: null } };
      }),
  }),
  operation({
    id: 'revokeNetworkInvitation',
    method: 'delete',
    path: '/networks/{networkId}/invitations/{invitationId}',
    tag: 'networks',
    summary: 'Take an invitation into a network back',
    asks: 'person',
    logged: true,
    params: z.object({ networkId: Id, invitationId: Id }),
    run: ({ params, write }) =>
      write(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.edit');
        await revokeNetworkInvitation(tx, params.networkId, params.invitationId);
        return { status: 204 };
      }),
  }),
];

const joinOperations: readonly AnyOperation[] = [
  operation({
    id: 'lookAtNetworkInvitation',
    method: 'post',
    path: '/invitations/network/look',
    tag: 'networks',
    summary: 'What an invitation into a network offers, for whoever holds the link',
    asks: 'anyone',
    unkeyed: 'it changes nothing',
    guarded: true,
    body: z.object({ secret: Secret }).openapi('LookAtNetworkInvitation'),
    answer: NetworkInvitation,
    run: async ({ body, workspace }) => ({
      body: await workspace.db.as(SYSTEM, (tx) => openNetworkInvitation(tx, body.secret)),
    }),
  }),
  operation({
    id: 'acceptNetworkInvitation',
    method: 'post',
    path: '/invitations/network/accept',
    tag: 'networks',
    summary: 'Accept an invitation into a network: signed in as the invited, or beginning an account',
    asks: 'anyone',
    logged: true,
    guarded: true,
    body: Acceptance.openapi('AcceptNetworkInvitation'),
    answer: NetworkInvitation,
    problems: [409],
    run: async (work) => {
      const { db } = work.workspace;
      const { secret } = work.body;
      const look = async () => (await db.as(SYSTEM, (tx) => openNetworkInvitation(tx, secret))).email;
      const who = await acceptingOf(work, look);
      return work.writeAsSystem(async (tx) => {
        const { invitation, userId } = await acceptNetworkInvitation(tx, secret, who);
        return { body: invitation, about: userId };
      });
    },
  }),
];

export const networkRoomOperations = [...cityOperations, ...peopleOperations, ...joinOperations];
