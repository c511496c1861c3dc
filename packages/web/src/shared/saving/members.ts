/** Names of a city's people by their ids. */
import { useCallback } from 'react';
import { client, everything } from '../client/client.ts';
import { useLoaded } from '../loading.ts';

/** A lookup of names in a city; nothing until they have come, and for who is gone. */
export function useNames(cityId: string): (userId: string | null) => string | undefined {
  const [loaded] = useLoaded(`members:${cityId}`, async () => {
    const members = await everything((query) =>
      client.GET('/cities/{cityId}/members', { params: { path: { cityId }, query } }),
    );
    return new Map(members.map(({ userId, name }) => [userId, name]));
  });
  const names = loaded.state === 'done' ? loaded.value : undefined;
  return useCallback((userId) => (userId === null ? undefined : names?.get(userId)), [names]);
}
