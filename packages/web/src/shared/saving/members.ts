/** Names of a city's people by their ids. */
import { useCallback } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { client, everything } from '../client/client.ts';
import { useLoaded } from '../loading.ts';

function useMembers(cityId: string): ReadonlyMap<string, string> | undefined {
  const [loaded] = useLoaded(`members:${cityId}`, async () => {
    const members = await everything((query) =>
      client.GET('/cities/{cityId}/members', { params: { path: { cityId }, query } }),
    );
    return new Map(members.map(({ userId, name }) => [userId, name]));
  });
  return loaded.state === 'done' ? loaded.value : undefined;
}

/** A lookup of names in a city; nothing until they have come, and for who is gone. */
export function useNames(cityId: string): (userId: string | null) => string | undefined {
  const names = useMembers(cityId);
  return useCallback((userId) => (userId === null ? undefined : names?.get(userId)), [names]);
}

/**
 * Who wrote or settled comments. Besides members these are validators of the networks that read the city's comments, whose names
 * the city may not see, and members who have left: they go by what they can be. Nothing until that is known.
 */
export function useCommenters(
  cityId: string,
  ids: readonly (string | null)[],
): (userId: string | null) => string | undefined {
  const { say, locale } = useLanguage();
  const names = useMembers(cityId);
  const hasStranger = names !== undefined && ids.some((id) => id !== null && !names.has(id));
  const [loaded] = useLoaded(`commenters:${cityId}:${hasStranger}`, async () =>
    hasStranger ? networksThatAsk(cityId) : undefined,
  );
  const asking = loaded.state === 'done' ? loaded.value : undefined;
  return useCallback(
    (userId) => {
      const name = userId === null ? undefined : names?.get(userId);
      if (name !== undefined || asking === undefined) return name;
      if (asking.length === 0) return say('people.former');
      const networks = new Intl.ListFormat(locale, { type: 'disjunction' }).format(asking);
      return say('people.validator', { networks });
    },
    [names, asking, say, locale],
  );
}

/** Names of the networks whose validators read the city's comments, and may add to them. */
async function networksThatAsk(cityId: string): Promise<readonly string[]> {
  const [networks, shared] = await Promise.all([
    everything((query) => client.GET('/networks', { params: { query } })),
    everything((query) => client.GET('/cities/{cityId}/shares', { params: { path: { cityId }, query } })),
  ]);
  const asking = shared.filter(({ acceptedAt, shares }) => acceptedAt !== null && shares.includes('comment'));
  return networks.filter(({ id }) => asking.some(({ networkId }) => networkId === id)).map(({ name }) => name);
}
