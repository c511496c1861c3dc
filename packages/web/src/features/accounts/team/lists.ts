/** What the team page asks for. */
import { client, everything, type Schemas } from '../../../shared/client/client.ts';

export type Member = Schemas['Member'];
export type Program = Schemas['ServiceAccount'];
export type Invitation = Schemas['Invitation'];
export type Webhook = Schemas['Webhook'];
export type Network = Schemas['Network'];
export type Shared = Schemas['NetworkCity'];
export type Share = Schemas['Share'];
export type Role = Schemas['CityRole'];

export const ROLES: readonly Role[] = ['lead', 'editor', 'reviewer', 'viewer'];
export const SHARES: readonly Share[] = ['inventory', 'plan', 'comment', 'evidence'];

export const loadMembers = (cityId: string) =>
  everything<Member>(
    (query) => client.GET('/cities/{cityId}/members', { params: { path: { cityId }, query } }) as never,
  );
export const loadPrograms = (cityId: string) =>
  everything<Program>(
    (query) => client.GET('/cities/{cityId}/services', { params: { path: { cityId }, query } }) as never,
  );
export const loadInvitations = (cityId: string) =>
  everything<Invitation>(
    (query) => client.GET('/cities/{cityId}/invitations', { params: { path: { cityId }, query } }) as never,
  );
export const loadWebhooks = (cityId: string) =>
  everything<Webhook>(
    (query) => client.GET('/cities/{cityId}/webhooks', { params: { path: { cityId }, query } }) as never,
  );

/** People of a city: programs are members too, and are listed apart. */
export async function loadPeople(cityId: string): Promise<readonly Member[]> {
  const [members, programs] = await Promise.all([loadMembers(cityId), loadPrograms(cityId)]);
  const isProgram = new Set(programs.map(({ userId }) => userId));
  return members.filter(({ userId }) => !isProgram.has(userId));
}

/** A network, and what the city shares with it; undefined where it is not in it. */
export interface NetworkHere extends Network {
  readonly shares: readonly Share[] | undefined;
  /** Whether the network has taken the city in; until then it sees what everyone does. */
  readonly accepted: boolean;
  /** When and why the network turned it away, where that was the last answer. */
  readonly declined?: { readonly at: string; readonly reason: string | null };
}

/** Every network of the installation, those of the city first. */
export async function loadNetworks(cityId: string): Promise<readonly NetworkHere[]> {
  const [networks, shared] = await Promise.all([
    everything<Network>((query) => client.GET('/networks', { params: { query } }) as never),
    everything<Shared>(
      (query) => client.GET('/cities/{cityId}/shares', { params: { path: { cityId }, query } }) as never,
    ),
  ]);
  return networksHere(networks, shared);
}

/** Put networks and shares together. */
export function networksHere(networks: readonly Network[], shared: readonly Shared[]): readonly NetworkHere[] {
  const byNetwork = new Map(shared.map((each) => [each.networkId, each]));
  const all = networks.map((network) => {
    const here = byNetwork.get(network.id);
    if (!here) return { ...network, shares: undefined, accepted: false };
    const { shares, acceptedAt, declinedAt, reason } = here;
    if (declinedAt === null) return { ...network, shares, accepted: acceptedAt !== null };
    return { ...network, shares: undefined, accepted: false, declined: { at: declinedAt, reason } };
  });
  return [...all.filter(({ shares }) => shares !== undefined), ...all.filter(({ shares }) => shares === undefined)];
}

/** Whether an invitation can still be accepted. */
export function invitationState(
  { acceptedAt, revokedAt, expiresAt }: Pick<Invitation, 'acceptedAt' | 'revokedAt' | 'expiresAt'>,
  now: number,
): 'open' | 'accepted' | 'revoked' | 'over' {
  if (acceptedAt !== null) return 'accepted';
  if (revokedAt !== null) return 'revoked';
  return new Date(expiresAt).getTime() <= now ? 'over' : 'open';
}
