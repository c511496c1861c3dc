/** Names of a network's people by their ids. */
import { useCallback } from 'react';
import { client, everything, type Schemas } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';

export type NetworkRole = Schemas['NetworkRole'];
export type Person = Schemas['NetworkPerson'];

export const loadPeople = (networkId: string) =>
  everything<Person>((query) =>
    client.GET('/networks/{networkId}/members', { params: { path: { networkId }, query } }),
  );

const kept = new Map<string, Promise<readonly Person[]>>();

function loadOnce(networkId: string): Promise<readonly Person[]> {
  const known = kept.get(networkId);
  if (known) return known;
  const asked = loadPeople(networkId);
  kept.set(networkId, asked);
  asked.catch(() => kept.delete(networkId));
  return asked;
}

/** A lookup of names; nothing until they have come, and for who is not of the network. */
export function usePeople(networkId: string): (userId: string) => string | undefined {
  const [loaded] = useLoaded(`network-people:${networkId}`, () => loadOnce(networkId));
  const people = loaded.state === 'done' ? loaded.value : undefined;
  return useCallback((userId) => people?.find((person) => person.userId === userId)?.name, [people]);
}
