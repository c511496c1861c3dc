/** Networks of cities, and what a city shares with each. */
import { z } from '@hono/zod-openapi';
import {
  answerCity,
  foundNetwork,
  leaveNetwork,
  listNetworks,
  listShares,
  setNetworkMember,
  shareWith,
} from '@thousand-cities/store';
import { checkInPerson } from '../caller.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { requireCountry, requireNetworkRight, requireRight } from '../rights-check.ts';
import { cityAnd, CityParams, Country, Id, Name, Network, NetworkCity, NetworkRoleName, PageParams, pageSchema, Reason, ShareName } from '../schemas.ts'; // prettier-ignore

const NetworkParams = z.object({ networkId: Id });
const NetworkAndCity = z.object({ networkId: Id, cityId: Id });

const ofNetworks: readonly AnyOperation[] = [
  operation({
    id: 'listNetworks',
    method: 'get',
    path: '/networks',
    tag: 'networks',
    summary: 'The networks there are',
    asks: 'anyone',
    query: PageParams,
    answer: pageSchema('Network', Network),
    run: ({ query, read }) => read(async (tx) => ({ body: pageOf(await listNetworks(tx), query, ({ id }) => id) })),
  }),
  operation({
    id: 'addNetwork',
    method: 'post',
    path: '/networks',
    tag: 'networks',
    summary: 'Set up a network with myself as its secretariat; for administrators',
    asks: 'administrator',
    body: z.object({ name: Name }).openapi('NewNetwork'),
    answer: Network,
    created: true,
    problems: [409],
    run: ({ body, userId, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        const network = await foundNetwork(tx, body.name, userId);
        return { status: 201, body: network, about: network.id };
      }),
  }),
  operation({
    id: 'listNetworkCities',
    method: 'get',
    path: '/networks/{networkId}/cities',
    tag: 'networks',
    summary: 'Cities of a network, with what each shares, and those that ask to join; for its people',
    asks: 'person',
    params: NetworkParams,
    query: PageParams,
    answer: pageSchema('NetworkCity', NetworkCity),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.read');
        return { body: pageOf(await listShares(tx, params), query, ({ cityId }) => cityId) };
      }),
  }),
  operation({
    id: 'acceptCity',
    method: 'put',
    path: '/networks/{networkId}/cities/{cityId}',
    tag: 'networks',
    summary: 'Take a city that has asked into the network; for its secretariat, and the coordinator of the country',
    asks: 'person',
    logged: true,
    params: NetworkAndCity,
    run: ({ params, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        await answerCity(tx, params.networkId, params.cityId, 'accept');
        return { status: 204 };
      }),
  }),
  operation({
    id: 'declineCity',
    method: 'delete',
    path: '/networks/{networkId}/cities/{cityId}',
    tag: 'networks',
    summary: 'Turn a city away that has asked, or end its membership; the city reads the reason',
    asks: 'person',
    logged: true,
    params: NetworkAndCity,
    query: z.object({ reason: Reason.optional() }),
    run: ({ params, query, writeAsSystem }) =>
      writeAsSystem(async (tx) => {
        await answerCity(tx, params.networkId, params.cityId, 'decline', query.reason);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'setNetworkMember',
    method: 'put',
    path: '/networks/{networkId}/members/{userId}',
    tag: 'networks',
    summary:
      'Give a member of a network another role; new people are invited, and a national coordinator has a country',
    asks: 'person',
    logged: true,
    params: z.object({ networkId: Id, userId: Id }),
    body: z.object({ role: NetworkRoleName, country: Country.optional() }).openapi('SetNetworkRole'),
    run: ({ params, body, caller, write }) =>
      write(async (tx) => {
        const { networkId, userId } = params;
        await requireNetworkRight(tx, networkId, 'network.edit');
        checkInPerson(caller, body.role);
        await setNetworkMember(tx, networkId, userId, body.role, requireCountry(body.role, body.country));
        return { status: 204 };
      }),
  }),
  operation({
    id: 'removeNetworkMember',
    method: 'delete',
    path: '/networks/{networkId}/members/{userId}',
    tag: 'networks',
    summary: 'End a role in a network',
    asks: 'person',
    logged: true,
    params: z.object({ networkId: Id, userId: Id }),
    run: ({ params, write }) =>
      write(async (tx) => {
        await requireNetworkRight(tx, params.networkId, 'network.edit');
        await setNetworkMember(tx, params.networkId, params.userId, undefined);
        return { status: 204 };
      }),
  }),
];

const ofCities: readonly AnyOperation[] = [
  operation({
    id: 'listShares',
    method: 'get',
    path: '/cities/{cityId}/shares',
    tag: 'networks',
    summary: 'What a city shares, network by network',
    asks: 'person',
    params: CityParams,
    query: PageParams,
    answer: pageSchema('NetworkCity', NetworkCity),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'shares.read');
        return { body: pageOf(await listShares(tx, params), query, ({ networkId }) => networkId) };
      }),
  }),
  operation({
    id: 'share',
    method: 'put',
    path: '/cities/{cityId}/shares/{networkId}',
    tag: 'networks',
    summary: 'Ask for a city to join a network, or change what it shares; seen once the network has taken it in',
    asks: 'person',
    params: cityAnd('networkId'),
    body: z.object({ shares: z.array(ShareName).max(4) }).openapi('SetShares'),
    run: ({ params, body, write }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'shares.edit');
        await shareWith(tx, params.cityId, params.networkId, [...new Set(body.shares)]);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'leaveNetwork',
    method: 'delete',
    path: '/cities/{cityId}/shares/{networkId}',
    tag: 'networks',
    summary: 'Leave a network: it sees what is published, and nothing else any more',
    asks: 'person',
    params: cityAnd('networkId'),
    run: ({ params, write }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'shares.edit');
        await leaveNetwork(tx, params.cityId, params.networkId);
        return { status: 204 };
      }),
  }),
];

export const networkOperations = [...ofNetworks, ...ofCities];
