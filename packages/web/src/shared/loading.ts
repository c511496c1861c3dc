/** Asking for something and keeping what came: waiting, done or failed, with a way to try again. */
import { useCallback, useEffect, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/** Load by key; a new key drops the old answer. `retry` asks again. */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>): [Loaded<T>, () => void] {
  const [answer, setAnswer] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: { state: 'waiting' } });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    load(stop.signal).then(
      (value) => !stop.signal.aborted && setAnswer({ key, loaded: { state: 'done', value } }),
      (error: unknown) => !stop.signal.aborted && setAnswer({ key, loaded: { state: 'failed', error } }),
    );
    return () => stop.abort();
    // `load` is named by `key`: the same key loads the same thing.
  }, [key, attempt]);
  const retry = useCallback(() => {
    setAnswer({ key, loaded: { state: 'waiting' } });
    setAttempt((count) => count + 1);
  }, [key]);
  return [answer.key === key ? answer.loaded : { state: 'waiting' }, retry];
}
