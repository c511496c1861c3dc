/** The cities of a network, page by page: what is shown stays while the next answer is on its way, so that nothing jumps. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { client, data, type Schemas } from '../../shared/client/client.ts';
import { paramsOf, type City, type RoomQuery } from './query.ts';

export type Page = Schemas['CitiesOfNetwork'];

/** Cities asked for at once. */
export const PAGE = 200;

export const loadCities = (networkId: string, query: RoomQuery, cursor?: string, limit = PAGE): Promise<Page> =>
  data(
    client.GET('/networks/{networkId}/standing', {
      params: { path: { networkId }, query: { ...paramsOf(query), limit, ...(cursor !== undefined && { cursor }) } },
    }),
  );

export interface Cities {
  /** Absent until the first answer. */
  readonly page: Page | undefined;
  readonly items: readonly City[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly more: () => void;
  readonly again: () => void;
}

interface Shown {
  readonly page: Page | undefined;
  readonly items: readonly City[];
  readonly busy: boolean;
  readonly error?: unknown;
}

/** What matches a query. A new query begins anew; `more` adds the next page; `again` asks anew after a change. */
export function useCities(networkId: string, query: RoomQuery): Cities {
  const [shown, setShown] = useState<Shown>({ page: undefined, items: [], busy: true });
  // An answer to what is no longer asked is dropped.
  const turn = useRef(0);
  const ask = useCallback(
    async (cursor: string | undefined, before: readonly City[]) => {
      const mine = ++turn.current;
      setShown(({ page, items }) => ({ page, items, busy: true }));
      try {
        const page = await loadCities(networkId, query, cursor);
        if (mine === turn.current) setShown({ page, items: [...before, ...page.items], busy: false });
      } catch (error) {
        if (mine === turn.current) setShown(({ page, items }) => ({ page, items, busy: false, error }));
      }
    },
    [networkId, query],
  );
  useEffect(() => void ask(undefined, []), [ask]);
  const { page, items, busy, error } = shown;
  const more = useCallback(() => {
    if (page && page.next !== null) void ask(page.next, items);
  }, [ask, page, items]);
  const again = useCallback(() => void ask(undefined, []), [ask]);
  return { page, items, busy, error, more, again };
}
