/** Who is asking, for every view of the workspace: loaded once, asked for again when somebody signs in or out. */
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { ApiError } from '../../shared/api.ts';
import { deviceStorages, forgetKept } from '../../shared/saving/device.ts';
import { client, data, ProblemError, type CityRole, type Me } from '../../shared/client/client.ts';

export interface Standing {
  readonly me: Me;
  /** Ask again: after signing in or out, founding a city, joining one. */
  readonly refresh: () => Promise<void>;
}

export type MeAnswer =
  | { readonly state: 'waiting' | 'opening' }
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'done'; readonly standing: Standing };

const OPENING_PATIENCE_MS = 60_000;

/** The store opens beside the page: until it is open, ask again when the server says. */
async function askMe(onOpening: () => void): Promise<Me> {
  const began = Date.now();
  for (;;) {
    try {
      return await data(client.GET('/me'));
    } catch (error) {
      const opens = error instanceof ProblemError && error.code === 'store-opening';
      if (!opens || Date.now() - began > OPENING_PATIENCE_MS) throw error;
      onOpening();
      await new Promise((resolve) => setTimeout(resolve, 1000 * (error.retryAfter ?? 1)));
    }
  }
}

/**
 * Ask who I am, and again at every place of the workspace; whoever is signed in stays on the page meanwhile. `none`: this server runs
 * without a workspace.
 */
export function useMe(place: string): readonly [MeAnswer, () => void] {
  const [answer, setAnswer] = useState<MeAnswer>({ state: 'waiting' });
  const latest = useRef(answer);
  latest.current = answer;
  const load = useCallback(async () => {
    try {
      const me = await askMe(() => setAnswer({ state: 'opening' }));
      // What somebody else left unsaved here is not for whoever comes after them.
      if (me.user) forgetKept(deviceStorages(), me.user.id);
      setAnswer({ state: 'done', standing: { me, refresh: load } });
    } catch (error) {
      // The line is down: what was known holds until it is back.
      if (isIn(latest.current) && error instanceof ApiError && error.code === 'offline') return;
      const isAbsent = error instanceof ProblemError && error.problem.code === 'unknown-route';
      setAnswer(isAbsent ? { state: 'none' } : { state: 'failed', error });
    }
  }, []);
  const retry = useCallback(() => {
    setAnswer({ state: 'waiting' });
    void load();
  }, [load]);
  useEffect(() => {
    if (isIn(latest.current)) void load();
    else retry();
  }, [load, retry, place]);
  return [answer, retry];
}

const isIn = (answer: MeAnswer): boolean => answer.state === 'done' && answer.standing.me.signedIn;

const MeContext = createContext<Standing | undefined>(undefined);

export function MeProvider({ standing, children }: { standing: Standing; children: ReactNode }) {
  return <MeContext value={standing}>{children}</MeContext>;
}

/** Who I am, below the frame of the workspace. */
export function useStanding(): Standing {
  const standing = use(MeContext);
  if (!standing) throw new Error('a view of the workspace was drawn outside it; this is a bug, please report it');
  return standing;
}

/** My role in a city; undefined where I have none. What counts is what the server allows. */
export function useRole(cityId: string): CityRole | undefined {
  return useStanding().me.cities.find(({ id }) => id === cityId)?.role;
}

/** What a role may do, to draw buttons by: the same table as the server's (docs/reference/rights.md). */
export const MAY = {
  write: (role: CityRole | undefined) => role === 'lead' || role === 'editor',
  review: (role: CityRole | undefined) => role === 'lead' || role === 'reviewer',
  publish: (role: CityRole | undefined) => role === 'lead',
  comment: (role: CityRole | undefined) => role !== undefined && role !== 'viewer',
  manage: (role: CityRole | undefined) => role === 'lead',
} as const;
