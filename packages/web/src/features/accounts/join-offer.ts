/** What a link of an invitation offers: a role in a city, or in a network; and accepting it. */
import type { Say } from '../../i18n/messages.ts';
import { client, data, everything, type Schemas } from '../../shared/client/client.ts';
import { addressIn, networkAddress } from '../workspace/routes.ts';

/** Absent: whoever is signed in accepts. */
export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly locale: string;
}

export interface Offer {
  readonly email: string;
  readonly text: (say: Say) => string;
  /** Where it leads. */
  readonly address: string;
  readonly accept: (account?: NewAccount) => Promise<unknown>;
}

/** Look at an invitation. `to` says of what it is: the link has it before its secret. */
export const lookAt = (secret: string, to: string | null): Promise<Offer> =>
  to === 'network' ? intoNetwork(secret) : intoCity(secret);

async function intoCity(secret: string): Promise<Offer> {
  const { cityId, email, role } = await data(client.POST('/invitations/look', { body: { secret } }));
  const { name: city } = await data(client.GET('/cities/{cityId}', { params: { path: { cityId } } }));
  return {
    email,
    text: (say) => say('accounts.join.text', { city, role: say(`workspace.role.${role}`) }),
    address: addressIn({ area: 'overview', cityId }),
    accept: (account) => client.POST('/invitations/accept', { body: { secret, ...account } }),
  };
}

async function intoNetwork(secret: string): Promise<Offer> {
  const offer = await data(client.POST('/invitations/network/look', { body: { secret } }));
  const { networkId, email, role } = offer;
  const networks = await everything<Schemas['Network']>((query) => client.GET('/networks', { params: { query } }));
  const network = networks.find(({ id }) => id === networkId)?.name ?? '';
  return {
    email,
    text: (say) => say('room.join.text', { network, role: say(`workspace.role.${role}`) }),
    address: networkAddress({ area: 'network', networkId }),
    accept: (account) => client.POST('/invitations/network/accept', { body: { secret, ...account } }),
  };
}
